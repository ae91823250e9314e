package nn

import "math/rand/v2"

// Table is a matrix of embeddings, a row a feature. Its gradient is sparse: only the rows that a batch used are
// updated.
type Table struct {
	W, G       Matrix
	m, v, mean []float32
	touched    []int32
	isTouched  []bool
}

// NewTable returns rows drawn evenly from ±limit.
func NewTable(rows, cols int, limit float64, r *rand.Rand) *Table {
	t := &Table{W: NewMatrix(rows, cols), G: NewMatrix(rows, cols), isTouched: make([]bool, rows)}
	for i := range t.W.Data {
		t.W.Data[i] = float32((r.Float64()*2 - 1) * limit)
	}
	return t
}

// Sum writes to each row of out the sum of the embeddings of its features: token i has features[i*width:(i+1)*width],
// of which negative ones are absent.
func (t *Table) Sum(features []int32, width int, out *Matrix) {
	out.Resize(len(features)/width, t.W.Cols)
	out.Zero()
	for i := range out.Rows {
		to := out.Row(i)
		for _, f := range features[i*width : (i+1)*width] {
			if f < 0 {
				continue
			}
			add(to, t.W.Row(int(f)))
		}
	}
}

// Backward adds the gradient of Sum.
func (t *Table) Backward(features []int32, width int, dy *Matrix) {
	for i := range dy.Rows {
		from := dy.Row(i)
		for _, f := range features[i*width : (i+1)*width] {
			if f < 0 {
				continue
			}
			if !t.isTouched[f] {
				t.isTouched[f] = true
				t.touched = append(t.touched, f)
			}
			add(t.G.Row(int(f)), from)
		}
	}
}

func (t *Table) forget() {
	for _, row := range t.touched {
		t.isTouched[row] = false
	}
	t.touched = t.touched[:0]
}
