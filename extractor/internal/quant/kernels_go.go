package quant

import (
	"math"
	"unsafe"
)

// plain are the kernels in Go. Each conversion to float32 is there to forbid fused operations, which would round
// differently.
var plain = kernels{
	panel: panelGo, sizes: sizesGo, maxAbs: maxAbsGo, toBytes: toBytesGo, toShorts: toShortsGo, add: addGo,
	addSwish: addSwishGo, joinSwish: joinSwishGo, scan: scanGo, embed: embedGo, dots: dotsGo,
	layer: layerGo, exps: expsGo, votes: votesGo,
}

// panelGo computes rows of a (steps·inStep columns) times a panel of tileCols columns, in which the four weights of a
// quad lie together, and writes c = (sum + shift)·rowScale·colScale + bias.
func panelGo(rows, steps int, a *uint8, strideA int, panel *int8, c *float32, strideC int, rowScales, colScales, bias *float32, shift *int32) {
	w := unsafe.Slice(panel, steps*inStep*tileCols)
	cols, biases, shifts := unsafe.Slice(colScales, tileCols), unsafe.Slice(bias, tileCols), unsafe.Slice(shift, tileCols)
	for r, scale := range unsafe.Slice(rowScales, rows) {
		row := unsafe.Slice((*uint8)(unsafe.Add(unsafe.Pointer(a), r*strideA)), steps*inStep)
		to := unsafe.Slice((*float32)(unsafe.Add(unsafe.Pointer(c), r*strideC*4)), tileCols)
		sums := [tileCols]int32(shifts)
		for i := 0; i < len(row); i += 4 {
			x := [4]int32{int32(row[i]), int32(row[i+1]), int32(row[i+2]), int32(row[i+3])}
			quads := w[i*tileCols : (i+4)*tileCols]
			for j := range sums {
				q := quads[4*j : 4*j+4 : 4*j+4]
				sums[j] += x[0]*int32(q[0]) + x[1]*int32(q[1]) + x[2]*int32(q[2]) + x[3]*int32(q[3])
			}
		}
		for j, s := range sums {
			to[j] = float32(float32(float32(s)*scale)*cols[j]) + biases[j]
		}
	}
}

func sizesGo(x *float32, n, rows int, squares, tops *float32) {
	all, tos := unsafe.Slice(squares, rows), unsafe.Slice(tops, rows)
	for i := range all {
		var sums [lanes]float32
		top := float32(0)
		for j, v := range unsafe.Slice((*float32)(unsafe.Add(unsafe.Pointer(x), i*n*4)), n) {
			sums[j%lanes] += float32(v * v)
			top = max(top, abs(v))
		}
		all[i] = ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]))
		tos[i] = top
	}
}

func maxAbsGo(x *float32, n int) float32 {
	top := float32(0)
	for _, v := range unsafe.Slice(x, n) {
		top = max(top, abs(v))
	}
	return top
}

func abs(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

func toBytesGo(x *float32, q *uint8, n, rows int, multipliers *float32) {
	from, to := unsafe.Slice(x, n*rows), unsafe.Slice(q, n*rows)
	for i, multiplier := range unsafe.Slice(multipliers, rows) {
		for j := i * n; j < (i+1)*n; j++ {
			to[j] = uint8(zeroPoint + int(math.RoundToEven(float64(float32(from[j]*multiplier)))))
		}
	}
}

func toShortsGo(x *float32, q *int16, n int, multiplier float32) {
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

func scanGo(in *float32, rows int, h *float32, stride, back int) {
	zc := unsafe.Slice(in, rows*4*tileCols)
	all := unsafe.Slice(h, (rows-1)*stride+back+tileCols)
	var forwards, backwards [tileCols]float32
	for i := range rows {
		k := rows - 1 - i
		scanStep(&forwards, zc[i*4*tileCols:], all[i*stride:])
		scanStep(&backwards, zc[(k*4+2)*tileCols:], all[k*stride+back:])
	}
}

func scanStep(state *[tileCols]float32, zc, h []float32) {
	for j, p := range state {
		state[j] = p + float32(gate(zc[j])*(zc[tileCols+j]-p))
		h[j] = state[j]
	}
}

func embedGo(to *float32, cols int, table *int8, scales *float32, rows *int32, width, tokens int) {
	for t := range tokens {
		sum := unsafe.Slice((*float32)(unsafe.Add(unsafe.Pointer(to), t*cols*4)), cols)
		clear(sum)
		for _, row := range unsafe.Slice((*int32)(unsafe.Add(unsafe.Pointer(rows), t*width*4)), width) {
			if row < 0 {
				continue
			}
			scale := *(*float32)(unsafe.Add(unsafe.Pointer(scales), int(row)*4))
			for i, v := range unsafe.Slice((*int8)(unsafe.Add(unsafe.Pointer(table), int(row)*cols)), cols) {
				sum[i] += float32(scale * float32(v))
			}
		}
	}
}

func dotsGo(a, b *int16, n, quads int, rowScales, to *float32) {
	x, out, scales := unsafe.Slice(a, n), unsafe.Slice(to, dotRows*quads), unsafe.Slice(rowScales, dotRows*quads)
	for r := range out {
		sum := int32(0)
		for i, v := range unsafe.Slice((*int16)(unsafe.Add(unsafe.Pointer(b), r*n*2)), n) {
			sum += int32(v) * int32(x[i])
		}
		out[r] = float32(sum) * scales[r]
	}
}

func layerGo(y, x, w *float32, n int) {
	to, rows := unsafe.Slice(y, layerCols), unsafe.Slice(w, n*layerCols)
	for i, v := range unsafe.Slice(x, n) {
		for j, c := range rows[i*layerCols : (i+1)*layerCols] {
			to[j] += float32(v * c)
		}
	}
}

// The exponential of Cephes (Moshier): x = n·log 2 + r, and a polynomial for r. log 2 is in two parts, the first of which
// is exact in few bits.
const (
	expLeast = -87
	log2e    = 1.44269504
	log2High = 0.693359375
	log2Low  = -2.12194440e-4
)

var expPolynomial = [6]float32{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1}

func expsGo(x *float32, n int, top float32) {
	values := unsafe.Slice(x, n)
	for i, v := range values {
		values[i] = expOf(max(v-top, expLeast))
	}
}

func expOf(x float32) float32 {
	n := float32(math.RoundToEven(float64(float32(x * log2e))))
	x -= float32(n * log2High)
	x -= float32(n * log2Low)
	y := expPolynomial[0]
	for _, c := range expPolynomial[1:] {
		y = float32(y*x) + c
	}
	y = float32(y*float32(x*x)) + x
	y++
	return float32(y * math.Float32frombits(uint32(int32(n)+127)<<23))
}

func votesGo(to *int32, table *int8, rows *uint32, n int) {
	sums := unsafe.Slice(to, votesCols)
	clear(sums)
	for _, row := range unsafe.Slice(rows, n) {
		for k, v := range unsafe.Slice((*int8)(unsafe.Add(unsafe.Pointer(table), int(row)*votesCols)), votesCols) {
			sums[k] += int32(v)
		}
	}
}
