package quant

import "math"

// Table holds the embeddings: rows of int8 with a scale each.
type Table struct {
	cols   int
	bytes  []int8
	scales []float32
}

// NewTable rounds rows of cols columns.
func NewTable(cols int, w []float32) *Table {
	t := &Table{cols: cols, bytes: make([]int8, len(w)), scales: make([]float32, len(w)/cols)}
	for i := range t.scales {
		row := w[i*cols : (i+1)*cols]
		top := float32(0)
		for _, v := range row {
			top = max(top, abs(v))
		}
		if top == 0 {
			continue
		}
		t.scales[i] = top / 127
		for j, v := range row {
			t.bytes[i*cols+j] = int8(math.RoundToEven(float64(v) * 127 / float64(top)))
		}
	}
	return t
}

// block is a layer of an encoder: a convolution (in alone) or a scan (in and out).
type block struct{ in, out *Linear }

// Encoder turns the features of tokens into one vector each; see nn.Encoder, whose gains are folded into the
// weights that follow them.
type Encoder struct {
	dim    int
	table  *Table
	blocks []block
}

// Dim returns the columns of an encoded token.
func (e *Encoder) Dim() int { return e.dim }

// Features returns how many rows the embeddings have.
func (e *Encoder) Features() int { return len(e.table.scales) }

// Workspace holds the kernels and the memory of a computation.
type Workspace struct {
	kernels
	// Encoded is the result of Encode.
	Encoded Bytes

	x, wide, hidden, y Floats
	rounded            Bytes
	// squares, tops and factors belong to the rows of x: see norm.
	squares, tops, factors []float32
}

// NewWorkspace returns a workspace with the fastest kernels of this machine.
func NewWorkspace() *Workspace { return &Workspace{kernels: pick()} }

// NewPortableWorkspace returns a workspace with the kernels in Go, which give the same results.
func NewPortableWorkspace() *Workspace { return &Workspace{kernels: plain} }

// Layout tells where sentences lie in the rows of a matrix: each is preceded by a row that belongs to no token, as
// is the end. Convolutions look at these rows beyond the sentence's ends; they count as zero.
type Layout struct {
	// Starts are the rows of the first tokens, Lengths the numbers of tokens.
	Starts, Lengths []int
	Rows            int
}

// Reset makes the layout empty.
func (l *Layout) Reset() { l.Starts, l.Lengths, l.Rows = l.Starts[:0], l.Lengths[:0], 1 }

// Add appends a sentence of n tokens.
func (l *Layout) Add(n int) {
	l.Starts, l.Lengths = append(l.Starts, l.Rows), append(l.Lengths, n)
	l.Rows += n + 1
}

// Encode computes w.Encoded, a row for each row of the layout. Token i, counted over all sentences, has
// features[i·width:(i+1)·width]; negative ones are absent.
func (e *Encoder) Encode(w *Workspace, features []int32, width int, l *Layout) {
	e.embed(w, features, width, l)
	for _, b := range e.blocks {
		w.norm(l)
		if b.out == nil {
			e.convolve(w, b, l)
		} else {
			e.scan(w, b, l)
		}
	}
	w.norm(l)
}

// embed sums up the embeddings into w.x.
func (e *Encoder) embed(w *Workspace, features []int32, width int, l *Layout) {
	w.x.Resize(l.Rows, e.dim)
	i := 0
	for s, start := range l.Starts {
		if n := l.Lengths[s]; n > 0 {
			_ = features[(i+n)*width-1]
			w.kernels.embed(&w.x.Row(start)[0], e.dim, &e.table.bytes[0], &e.table.scales[0], &features[i*width], width, n)
			i += n
		}
	}
}

// norm divides the rows of w.x by their root mean square and rounds them into w.Encoded, each sentence with one scale
// for all its rows, so that convolutions can sum over neighbours. Rows between sentences become zero.
func (w *Workspace) norm(l *Layout) {
	x, q := &w.x, &w.Encoded
	q.Resize(x.Rows, x.Cols)
	w.squares, w.tops, w.factors = grown(w.squares, x.Rows), grown(w.tops, x.Rows), grown(w.factors, x.Rows)
	gap := 0
	for s, start := range l.Starts {
		q.ZeroRow(gap)
		if gap = start + l.Lengths[s]; gap > start {
			w.normSentence(start, gap)
		}
	}
	q.ZeroRow(gap)
}

// normSentence is norm for rows [begin, end).
func (w *Workspace) normSentence(begin, end int) {
	x, q := &w.x, &w.Encoded
	w.sizes(&x.Row(begin)[0], x.Cols, end-begin, &w.squares[begin], &w.tops[begin])
	top := 0.0
	for i := begin; i < end; i++ {
		factor := 1 / math.Sqrt(float64(w.squares[i])/float64(x.Cols)+1e-5)
		top = max(top, float64(w.tops[i])*factor)
		w.factors[i] = float32(factor)
	}
	if top == 0 {
		top = 1
	}
	for i := begin; i < end; i++ {
		w.factors[i] *= float32(activationMax / top)
		q.Scales[i] = float32(top / activationMax)
	}
	w.toBytes(&x.Row(begin)[0], &q.Row(begin)[0], x.Cols, end-begin, &w.factors[begin])
}

// convolve adds a convolution of width 3 to w.x.
func (e *Encoder) convolve(w *Workspace, b block, l *Layout) {
	// Row i of the product reads rows i, i+1 and i+2: it belongs to row i+1 of x.
	rows := l.Rows - 2
	if rows <= 0 {
		return
	}
	w.apply(b.in, &w.Encoded, 1, rows, &w.y)
	w.addSwish(&w.x.Data[e.dim], &w.y.Data[0], rows*e.dim)
}

// scan adds a scan in both directions to w.x.
func (e *Encoder) scan(w *Workspace, b block, l *Layout) {
	n := b.in.out / 4
	w.hidden.Resize(l.Rows, 2*n)
	w.wide.Resize(l.Rows, 4*tileCols)
	// Some columns at a time: the first-level cache holds what goes into the scan.
	for j := 0; j < n; j += tileCols {
		for part := range 4 {
			w.columns(b.in, &w.Encoded, 0, l.Rows, part*n+j, &w.wide.Data[part*tileCols], 4*tileCols)
		}
		for s, start := range l.Starts {
			if rows := l.Lengths[s]; rows > 0 {
				w.kernels.scan(&w.wide.Row(start)[0], rows, &w.hidden.Row(start)[j], 2*n, n)
			}
		}
	}
	w.roundTokens(&w.hidden, l)
	w.Apply(b.out, &w.rounded, &w.y)
	w.add(&w.x.Data[0], &w.y.Data[0], l.Rows*e.dim)
}

// roundTokens rounds the tokens' rows into w.rounded; the others become zero.
func (w *Workspace) roundTokens(x *Floats, l *Layout) {
	q := &w.rounded
	q.Resize(x.Rows, x.Cols)
	gap := 0
	for s, start := range l.Starts {
		q.ZeroRow(gap)
		gap = start + l.Lengths[s]
		for i := start; i < gap; i++ {
			w.RoundRow(x.Row(i), q, i)
		}
	}
	q.ZeroRow(gap)
}
