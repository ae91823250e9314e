package quant

import (
	"math"
	"unsafe"
)

// plain are the kernels in Go. Each conversion to float32 is there to forbid fused operations, which would round
// differently.
var plain = kernels{
	tile: tileGo, sumSquares: sumSquaresGo, maxAbs: maxAbsGo, quantize: quantizeGo, add: addGo, addSwish: addSwishGo,
	joinSwish: joinSwishGo, scan: scanGo, addBytes: addBytesGo, dots: dotsGo,
}

// tileGo computes rows of a (pairs·2 columns) times a panel of tileCols columns, in which the two weights of a pair
// lie together, and writes c = sum·rowScale·colScale + bias.
func tileGo(pairs int, a *int16, strideA int, panel *int16, c *float32, strideC int, rowScales, colScales, bias *float32) {
	w := unsafe.Slice(panel, pairs*2*tileCols)
	cols, biases := unsafe.Slice(colScales, tileCols), unsafe.Slice(bias, tileCols)
	for r := range tileRows {
		row := unsafe.Slice((*int16)(unsafe.Add(unsafe.Pointer(a), r*strideA*2)), pairs*2)
		to := unsafe.Slice((*float32)(unsafe.Add(unsafe.Pointer(c), r*strideC*4)), tileCols)
		scale := *(*float32)(unsafe.Add(unsafe.Pointer(rowScales), r*4))
		var sums [tileCols]int32
		for p := range pairs {
			x, y := int32(row[2*p]), int32(row[2*p+1])
			pw := w[p*2*tileCols : (p+1)*2*tileCols]
			for j := range sums {
				sums[j] += x*int32(pw[2*j]) + y*int32(pw[2*j+1])
			}
		}
		for j, s := range sums {
			to[j] = float32(float32(float32(s)*scale)*cols[j]) + biases[j]
		}
	}
}

func sumSquaresGo(x *float32, n int) float32 {
	var sums [lanes]float32
	for i, v := range unsafe.Slice(x, n) {
		sums[i%lanes] += float32(v * v)
	}
	return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]))
}

func maxAbsGo(x *float32, n int) float32 {
	top := float32(0)
	for _, v := range unsafe.Slice(x, n) {
		top = max(top, abs(v))
	}
	return top
}

func abs(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

func quantizeGo(x *float32, q *int16, n int, multiplier float32) {
	to := unsafe.Slice(q, n)
	for i, v := range unsafe.Slice(x, n) {
		to[i] = int16(math.RoundToEven(float64(float32(v * multiplier))))
	}
}

func gate(x float32) float32 { return 0.5 + float32(0.5*float32(x/(1+abs(x)))) }

func addGo(x, y *float32, n int) {
	to := unsafe.Slice(x, n)
	for i, v := range unsafe.Slice(y, n) {
		to[i] += v
	}
}

func addSwishGo(x, y *float32, n int) {
	to := unsafe.Slice(x, n)
	for i, v := range unsafe.Slice(y, n) {
		to[i] += float32(v * gate(v))
	}
}

func joinSwishGo(to, x, y *float32, n int) {
	a, b, out := unsafe.Slice(x, n), unsafe.Slice(y, n), unsafe.Slice(to, n)
	for i := range out {
		v := a[i] + b[i]
		out[i] = float32(v * gate(v))
	}
}

func scanGo(z, c, before, h *float32, n int) {
	zs, cs, ps, hs := unsafe.Slice(z, n), unsafe.Slice(c, n), unsafe.Slice(before, n), unsafe.Slice(h, n)
	for i, p := range ps {
		hs[i] = p + float32(gate(zs[i])*(cs[i]-p))
	}
}

func addBytesGo(x *float32, row *int8, n int, scale float32) {
	to := unsafe.Slice(x, n)
	for i, v := range unsafe.Slice(row, n) {
		to[i] += float32(scale * float32(v))
	}
}

func dotsGo(a, b *int16, n, quads int, rowScales, to *float32) {
	x, out, scales := unsafe.Slice(a, n), unsafe.Slice(to, 4*quads), unsafe.Slice(rowScales, 4*quads)
	for r := range out {
		sum := int32(0)
		for i, v := range unsafe.Slice((*int16)(unsafe.Add(unsafe.Pointer(b), r*n*2)), n) {
			sum += int32(v) * int32(x[i])
		}
		out[r] = float32(sum) * scales[r]
	}
}
