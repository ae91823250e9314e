package nn

//go:noescape
func tile6x16(depth int, a *float32, rowStride, colStride int, panel, c *float32, stride int)

//go:noescape
func tile1x16(depth int, a *float32, colStride int, panel, c *float32)

// mulTileAVX2 is mulTileGo with vectors; sums are taken in the same order, but fused.
func mulTileAVX2(height, depth int, a []float32, rowStride, colStride int, panel, c []float32, stride int) {
	_ = a[(height-1)*rowStride+(depth-1)*colStride]
	_ = panel[depth*tileCols-1]
	_ = c[(height-1)*stride+tileCols-1]
	if height == tileRows {
		tile6x16(depth, &a[0], rowStride*4, colStride*4, &panel[0], &c[0], stride*4)
		return
	}
	for r := range height {
		tile1x16(depth, &a[r*rowStride], colStride*4, &panel[0], &c[r*stride])
	}
}
