package nn

// Scan is the recurrence of the minimal gated unit without a hidden-to-hidden product (minGRU, Feng et al. 2024),
// forwards and backwards over each sentence:
//
//	h(t) = h(t-1) + gate(z(t))·(c(t) - h(t-1))
//
// Its input has four parts of n columns: z and c forwards, z and c backwards. Its output has two: h forwards and
// backwards. The matrix products lie outside the recurrence, in the Linear before it.
type Scan struct {
	batch    *Batch
	in       Matrix
	out, din Matrix
}

// Forward returns h; it is valid until the next call. x is copied.
func (s *Scan) Forward(x *Matrix, b *Batch) *Matrix {
	n := x.Cols / 4
	s.batch = b
	s.in.Resize(x.Rows, x.Cols)
	copy(s.in.Data, x.Data)
	s.out.Resize(x.Rows, 2*n)
	zero := make([]float32, n)
	for i := range b.Sentences() {
		begin, end := b.Bounds(i)
		before := zero
		for t := begin; t < end; t++ {
			zc, h := s.in.Row(t)[:2*n], s.out.Row(t)[:n]
			scanStep(zc[:n], zc[n:], before, h)
			before = h
		}
		before = zero
		for t := end - 1; t >= begin; t-- {
			zc, h := s.in.Row(t)[2*n:], s.out.Row(t)[n:]
			scanStep(zc[:n], zc[n:], before, h)
			before = h
		}
	}
	return &s.out
}

// Backward returns the input's gradient; it is valid until the next call. dy is overwritten.
func (s *Scan) Backward(dy *Matrix) *Matrix {
	n := dy.Cols / 2
	s.din.Resize(dy.Rows, 4*n)
	zero, sink := make([]float32, n), make([]float32, n)
	for i := range s.batch.Sentences() {
		begin, end := s.batch.Bounds(i)
		for t := end - 1; t >= begin; t-- {
			before, dBefore := zero, sink
			if t > begin {
				before, dBefore = s.out.Row(t - 1)[:n], dy.Row(t - 1)[:n]
			}
			zc, dzc := s.in.Row(t)[:2*n], s.din.Row(t)[:2*n]
			scanBack(zc[:n], zc[n:], before, dy.Row(t)[:n], dzc[:n], dzc[n:], dBefore)
		}
		for t := begin; t < end; t++ {
			before, dBefore := zero, sink
			if t+1 < end {
				before, dBefore = s.out.Row(t + 1)[n:], dy.Row(t + 1)[n:]
			}
			zc, dzc := s.in.Row(t)[2*n:], s.din.Row(t)[2*n:]
			scanBack(zc[:n], zc[n:], before, dy.Row(t)[n:], dzc[:n], dzc[n:], dBefore)
		}
	}
	return &s.din
}
