package quant

import "github.com/dateline-news/dateline/extractor/internal/cpu"

// kernels are the inner loops. All lengths are multiples of lanes.
type kernels struct {
	// tile computes tileRows × tileCols products; see tileGo.
	tile func(pairs int, a *int16, strideA int, panel *int16, c *float32, strideC int, rowScales, colScales, bias *float32)
	// sumSquares and maxAbs read n values.
	sumSquares, maxAbs func(x *float32, n int) float32
	// quantize rounds n values times multiplier to the nearest (even) integer.
	quantize func(x *float32, q *int16, n int, multiplier float32)
	// add is x += y; addSwish is x += swish(y); joinSwish is to = swish(x + y).
	add, addSwish func(x, y *float32, n int)
	joinSwish     func(to, x, y *float32, n int)
	// scan is h = before + gate(z)·(c - before).
	scan func(z, c, before, h *float32, n int)
	// addBytes is x += scale·row.
	addBytes func(x *float32, row *int8, n int, scale float32)
	// dots writes the products of a with 4·quads rows of b, each scaled by its rowScale.
	dots func(a, b *int16, n, quads int, rowScales, to *float32)
}

// lanes is how many float32 a vector holds.
const lanes = 8

// pick returns the kernels of this machine.
func pick() kernels {
	if cpu.AVX2() {
		return vector
	}
	return plain
}

// The tile of a product.
const (
	tileRows = 6
	tileCols = 16
)
