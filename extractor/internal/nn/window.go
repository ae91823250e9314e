package nn

// Window joins each row with its neighbours: row i becomes [x(i-1) x(i) x(i+1)], zero beyond the sentence. With a
// Linear behind it it is a convolution of width 3.
type Window struct {
	batch    *Batch
	out, din Matrix
}

// Forward returns the joined rows; they are valid until the next call.
func (w *Window) Forward(x *Matrix, b *Batch) *Matrix {
	w.batch = b
	n := x.Cols
	w.out.Resize(x.Rows, 3*n)
	w.out.Zero()
	for s := range b.Sentences() {
		begin, end := b.Bounds(s)
		for i := begin; i < end; i++ {
			row := w.out.Row(i)
			for k := -1; k <= 1; k++ {
				if j := i + k; j >= begin && j < end {
					copy(row[(k+1)*n:(k+2)*n], x.Row(j))
				}
			}
		}
	}
	return &w.out
}

// Backward returns the input's gradient; it is valid until the next call.
func (w *Window) Backward(dy *Matrix) *Matrix {
	n := dy.Cols / 3
	w.din.Resize(dy.Rows, n)
	w.din.Zero()
	for s := range w.batch.Sentences() {
		begin, end := w.batch.Bounds(s)
		for i := begin; i < end; i++ {
			row := dy.Row(i)
			for k := -1; k <= 1; k++ {
				if j := i + k; j >= begin && j < end {
					to := w.din.Row(j)
					for c, v := range row[(k+1)*n : (k+2)*n] {
						to[c] += v
					}
				}
			}
		}
	}
	return &w.din
}
