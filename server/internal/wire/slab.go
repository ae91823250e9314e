package wire

// slab hands out values of one type from blocks, so that an analysis of thousands of spans and tokens is tens of
// allocations. Values stay alive as long as any of their block does: an analysis is kept or dropped whole.
type slab[T any] struct {
	free []T
	size int
}

// next returns a zero value.
func (s *slab[T]) next() *T {
	if len(s.free) == 0 {
		s.size = min(max(2*s.size, 32), 1024)
		s.free = make([]T, s.size)
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// take returns an empty slice with room for n values.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		s.size = min(max(2*s.size, 32), 1024)
		if n > s.size/4 {
			return make([]T, 0, n)
		}
		s.free = make([]T, s.size)
	}
	v := s.free[:0:n]
	s.free = s.free[n:]
	return v
}
