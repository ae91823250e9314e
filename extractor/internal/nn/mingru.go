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
			before = scanStep(s.in.Row(t)[:2*n], before, s.out.Row(t)[:n])
		}
		before = zero
		for t := end - 1; t >= begin; t-- {
			before = scanStep(s.in.Row(t)[2*n:], before, s.out.Row(t)[n:])
		}
	}
	return &s.out
}

// scanStep computes one h from z and c, and returns it.
func scanStep(zc, before, h []float32) []float32 {
	n := len(h)
	z, c := zc[:n], zc[n:2*n]
	for j, p := range before[:n] {
		h[j] = p + gate(z[j])*(c[j]-p)
	}
	return h
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
			scanBack(s.in.Row(t)[:2*n], before, dy.Row(t)[:n], s.din.Row(t)[:2*n], dBefore)
		}
		for t := begin; t < end; t++ {
			before, dBefore := zero, sink
			if t+1 < end {
				before, dBefore = s.out.Row(t + 1)[n:], dy.Row(t + 1)[n:]
			}
			scanBack(s.in.Row(t)[2*n:], before, dy.Row(t)[n:], s.din.Row(t)[2*n:], dBefore)
		}
	}
	return &s.din
}

// scanBack is the gradient of scanStep; the part that belongs to the step before is added to dBefore.
func scanBack(zc, before, dh, dzc, dBefore []float32) {
	n := len(dh)
	z, c, dz, dc := zc[:n], zc[n:2*n], dzc[:n], dzc[n:2*n]
	for j, d := range dh {
		g := gate(z[j])
		dc[j] = d * g
		dz[j] = d * (c[j] - before[j]) * gateSlope(z[j])
		dBefore[j] += d * (1 - g)
	}
}
