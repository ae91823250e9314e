package quant

// vector are the kernels in AVX2.
var vector = kernels{
	panel: panelAVX2, sizes: sizesAVX2, maxAbs: maxAbsAVX2, toBytes: toBytesAVX2, toShorts: toShortsAVX2, add: addAVX2,
	addSwish: addSwishAVX2, joinSwish: joinSwishAVX2, scan: scanAVX2, embed: embedAVX2, dots: dotsAVX2,
	layer: layerAVX2, exps: expsAVX2, votes: votesAVX2,
}

//go:noescape
func panelAVX2(rows, steps int, a *uint8, strideA int, panel *int8, c *float32, strideC int, rowScales, colScales, bias *float32, shift *int32)

//go:noescape
func sizesAVX2(x *float32, n, rows int, squares, tops *float32)

//go:noescape
func maxAbsAVX2(x *float32, n int) float32

//go:noescape
func toBytesAVX2(x *float32, q *uint8, n, rows int, multipliers *float32)

//go:noescape
func toShortsAVX2(x *float32, q *int16, n int, multiplier float32)

//go:noescape
func addAVX2(x, y *float32, n int)

//go:noescape
func addSwishAVX2(x, y *float32, n int)

//go:noescape
func joinSwishAVX2(to, x, y *float32, n int)

//go:noescape
func scanAVX2(in *float32, rows int, h *float32, stride, back int)

//go:noescape
func embedAVX2(to *float32, cols int, table *int8, scales *float32, rows *int32, width, tokens int)

//go:noescape
func dotsAVX2(a, b *int16, n, quads int, rowScales, to *float32)

//go:noescape
func layerAVX2(y, x, w *float32, n int)

//go:noescape
func expsAVX2(x *float32, n int, top float32)

//go:noescape
func votesAVX2(to *int32, table *int8, rows *uint32, n int)
