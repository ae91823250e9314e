package hugepage

import "syscall"

const (
	pageSize = 2 << 20
	// collapse is MADV_COLLAPSE (Linux 6.1): now, not when the kernel gets round to it.
	collapse = 25
)

// advise takes all large pages that the range touches: what lies beside it on the heap may lie in them as well.
func advise(begin, length uintptr) {
	from := begin &^ (pageSize - 1)
	to := (begin + length + pageSize - 1) &^ (pageSize - 1)
	for _, advice := range []uintptr{syscall.MADV_HUGEPAGE, collapse} {
		_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, from, to-from, advice)
	}
}
