//go:build !amd64

package quant

var vector = plain
