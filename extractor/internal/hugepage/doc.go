// Package hugepage asks the system to hold large tables in large pages. A model is looked up all over: with pages of 4 KiB
// the processor forgets where they lie between one look-up and the next, and walking the page tables costs more than
// fetching the weight.
package hugepage

import "unsafe"

// least is how large a table must be, in bytes, for the question to be worth its while.
const least = 128 << 10

// Advise asks for large pages under a table that will be read for long. It is a hint: where the system has none,
// nothing happens.
func Advise[T any](table []T) {
	var zero T
	if n := uintptr(len(table)) * unsafe.Sizeof(zero); n >= least {
		advise(uintptr(unsafe.Pointer(unsafe.SliceData(table))), n)
	}
}
