//go:build !amd64

package nn

func mulTileAVX2(height, depth int, a []float32, rowStride, colStride int, panel, c []float32, stride int) {
	mulTileGo(height, depth, a, rowStride, colStride, panel, c, stride)
}
