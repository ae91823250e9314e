package quant

import "github.com/dateline-news/dateline/extractor/internal/cpu"

// kernels are the inner loops. All lengths are multiples of lanes; of toBytes, toShorts and dots, of 16.
type kernels struct {
	// panel computes tileCols columns of products, for rows rounded up to whole tiles; see panelGo.
	panel func(rows, steps int, a *uint8, strideA int, panel *int8, c *float32, strideC int, rowScales, colScales, bias *float32, shift *int32)
	// sizes writes of each of rows rows of n values the sum of their squares and the greatest absolute value.
	sizes  func(x *float32, n, rows int, squares, tops *float32)
	maxAbs func(x *float32, n int) float32
	// toBytes and toShorts round n values (of each row) times multiplier to the nearest (even) integer; toBytes adds
	// zeroPoint.
	toBytes  func(x *float32, q *uint8, n, rows int, multipliers *float32)
	toShorts func(x *float32, q *int16, n int, multiplier float32)
	// add is x += y; addSwish is x += swish(y); joinSwish is to = swish(x + y).
	add, addSwish func(x, y *float32, n int)
	joinSwish     func(to, x, y *float32, n int)
	// scan goes over a sentence in both directions, tileCols columns at a time: h = before + gate(z)·(c - before). A row
	// of in has z and c forwards and z and c backwards; the states backwards lie back values behind those forwards.
	scan func(in *float32, rows int, h *float32, stride, back int)
	// embed writes for each token the sum of width rows of a table, each times its scale; negative rows are absent.
	embed func(to *float32, cols int, table *int8, scales *float32, rows *int32, width, tokens int)
	// dots writes the products of a with dotRows·quads rows of b, each scaled by its rowScale.
	dots func(a, b *int16, n, quads int, rowScales, to *float32)
	// layer adds to layerCols values of y, for each of n values of x, that times a row of w.
	layer func(y, x, w *float32, n int)
	// exps replaces n values by e to each less top, which none may exceed.
	exps func(x *float32, n int, top float32)
	// votes adds up rows of votesCols weights of a table.
	votes func(to *int32, table *int8, rows *uint32, n int)
}

// lanes is how many float32 a vector holds.
const lanes = 8

// avx2 is asked for once: under a hypervisor the question costs more than a sentence's products.
var avx2 = cpu.AVX2()

// pick returns the kernels of this machine.
func pick() kernels {
	if avx2 {
		return vector
	}
	return plain
}

// The tile of a product. inStep rows of weights are read at a time; after blockRows the sums of 16 bits are taken
// over into 32.
const (
	tileRows  = 6
	tileCols  = 16
	inStep    = 8
	blockRows = 128
)

// dotRows is how many rows dots does at a time.
const dotRows = 4

// layerCols is how many columns layer does at a time; votesCols is how many votes adds up.
const (
	layerCols = 40
	votesCols = 8
)
