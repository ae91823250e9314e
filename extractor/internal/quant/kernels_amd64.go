package quant

// vector are the kernels in AVX2.
var vector = kernels{
	tile: tileAVX2, sizes: sizesAVX2, maxAbs: maxAbsAVX2, toBytes: toBytesAVX2, toShorts: toShortsAVX2, add: addAVX2,
	addSwish: addSwishAVX2, joinSwish: joinSwishAVX2, scan: scanAVX2, addBytes: addBytesAVX2, dots: dotsAVX2,
}

//go:noescape
func tileAVX2(steps int, a *uint8, strideA int, panel *int8, c *float32, strideC int, rowScales, colScales, bias *float32, shift *int32)

//go:noescape
func sizesAVX2(x *float32, n int) (squares, top float32)

//go:noescape
func maxAbsAVX2(x *float32, n int) float32

//go:noescape
func toBytesAVX2(x *float32, q *uint8, n int, multiplier float32)

//go:noescape
func toShortsAVX2(x *float32, q *int16, n int, multiplier float32)

//go:noescape
func addAVX2(x, y *float32, n int)

//go:noescape
func addSwishAVX2(x, y *float32, n int)

//go:noescape
func joinSwishAVX2(to, x, y *float32, n int)

//go:noescape
func scanAVX2(z, c, before, h *float32, n int)

//go:noescape
func addBytesAVX2(x *float32, row *int8, n int, scale float32)

//go:noescape
func dotsAVX2(a, b *int16, n, quads int, rowScales, to *float32)
