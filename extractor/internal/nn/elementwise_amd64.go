package nn

// The kernels of elementwise.go, on n values, a multiple of 8, at least 8. They give the bits of their Go twins.

//go:noescape
func swishAVX2(x, y *float32, n int)

//go:noescape
func swishBackAVX2(x, dy, dx *float32, n int)

//go:noescape
func scanStepAVX2(z, c, before, h *float32, n int)

//go:noescape
func scanBackAVX2(z, c, before, dh, dz, dc, dBefore *float32, n int)

//go:noescape
func addAVX2(x, y *float32, n int)

//go:noescape
func adamAVX2(w, grad, m, v *float32, n int, c *[8]float32)
