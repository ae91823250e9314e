package events

// arena lends memory for short slices that are done with when the document is.
type arena[T any] struct{ space []T }

// arenaChunk is how many values an arena asks for at a time, at least.
const arenaChunk = 512

// take returns an empty slice with room for n values.
func (s *arena[T]) take(n int) []T {
	if cap(s.space)-len(s.space) < n {
		s.space = make([]T, 0, max(2*cap(s.space), n, arenaChunk))
	}
	at := len(s.space)
	s.space = s.space[:at+n]
	return s.space[at : at : at+n]
}

// reset takes all back.
func (s *arena[T]) reset() {
	clear(s.space)
	s.space = s.space[:0]
}
