package nn

// Matrix is row-major.
type Matrix struct {
	Rows, Cols int
	Data       []float32
}

// NewMatrix returns a matrix of zeros.
func NewMatrix(rows, cols int) Matrix {
	return Matrix{rows, cols, make([]float32, rows*cols)}
}

// Row returns row i, not a copy.
func (m *Matrix) Row(i int) []float32 { return m.Data[i*m.Cols : (i+1)*m.Cols : (i+1)*m.Cols] }

// Resize makes the matrix rows × cols of unspecified content, reusing its memory where it can.
func (m *Matrix) Resize(rows, cols int) {
	m.Rows, m.Cols = rows, cols
	if n := rows * cols; cap(m.Data) < n {
		m.Data = make([]float32, n, n+n/4)
	} else {
		m.Data = m.Data[:n]
	}
}

// Zero sets every element to 0.
func (m *Matrix) Zero() { clear(m.Data) }

// Add adds o, of the same shape.
func (m *Matrix) Add(o *Matrix) {
	add(m.Data, o.Data)
}

// Batch tells where the sentences of a packed matrix lie: sentence i is rows [Starts[i], Starts[i+1]).
type Batch struct{ Starts []int }

// Sentences returns how many there are.
func (b *Batch) Sentences() int { return len(b.Starts) - 1 }

// Bounds returns the rows of sentence i.
func (b *Batch) Bounds(i int) (begin, end int) { return b.Starts[i], b.Starts[i+1] }
