//go:build !amd64

package nn

// There are no kernels for this architecture, and avx2 is false.
func swishAVX2(x, y *float32, n int)                                 {}
func swishBackAVX2(x, dy, dx *float32, n int)                        {}
func scanStepAVX2(z, c, before, h *float32, n int)                   {}
func scanBackAVX2(z, c, before, dh, dz, dc, dBefore *float32, n int) {}
func addAVX2(x, y *float32, n int)                                   {}
func adamAVX2(w, grad, m, v *float32, n int, c *[8]float32)          {}
