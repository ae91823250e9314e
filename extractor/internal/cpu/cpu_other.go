//go:build !amd64

package cpu

// AVX2 is false: there are no kernels for this architecture.
func AVX2() bool { return false }
