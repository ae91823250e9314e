package nn

import "github.com/dateline-news/dateline/extractor/internal/cpu"

// The tile that a kernel call computes, and how much of the inner dimension it does at once.
const (
	tileRows = 6
	tileCols = 16
	innerMax = 256
)

var avx2 = cpu.AVX2()

// View is a matrix read with any strides: element (i, j) is Data[i*RowStride+j*ColStride]. A transpose is a view.
type View struct {
	Data                 []float32
	RowStride, ColStride int
}

// View returns the matrix as it is.
func (m *Matrix) View() View { return View{m.Data, m.Cols, 1} }

// Transposed returns the matrix with rows and columns exchanged.
func (m *Matrix) Transposed() View { return View{m.Data, 1, m.Cols} }

// Rows returns the view from row begin on.
func (v View) Rows(begin int) View { return View{v.Data[begin*v.RowStride:], v.RowStride, v.ColStride} }

// MulAdd adds the product of a (rows × inner) and b (inner × cols) to c, whose rows are stride apart.
func MulAdd(rows, cols, inner int, a, b View, c []float32, stride int) {
	var panel [innerMax * tileCols]float32
	for k := 0; k < inner; k += innerMax {
		depth := min(innerMax, inner-k)
		for j := 0; j < cols; j += tileCols {
			width := min(tileCols, cols-j)
			pack(panel[:depth*tileCols], b, k, j, width)
			mulPanel(rows, depth, width, a.Data[k*a.ColStride:], a, panel[:], c[j:], stride)
		}
	}
}

// pack copies b[k:k+depth, j:j+width] into a panel of tileCols columns, the rest zero.
func pack(panel []float32, b View, k, j, width int) {
	for p := 0; p < len(panel); p += tileCols {
		row := panel[p : p+tileCols]
		from := b.Data[k*b.RowStride+j*b.ColStride:]
		if b.ColStride == 1 {
			copy(row, from[:width])
		} else {
			for x := range width {
				row[x] = from[x*b.ColStride]
			}
		}
		clear(row[width:])
		k++
	}
}

// mulPanel adds a's rows times the panel to c.
func mulPanel(rows, depth, width int, data []float32, a View, panel, c []float32, stride int) {
	var edge [tileRows * tileCols]float32
	for i := 0; i < rows; i += tileRows {
		height := min(tileRows, rows-i)
		if width == tileCols && height == tileRows {
			mulTile(tileRows, depth, data[i*a.RowStride:], a.RowStride, a.ColStride, panel, c[i*stride:], stride)
			continue
		}
		clear(edge[:])
		mulTile(height, depth, data[i*a.RowStride:], a.RowStride, a.ColStride, panel, edge[:], tileCols)
		for r := range height {
			to := c[(i+r)*stride:]
			for x := range width {
				to[x] += edge[r*tileCols+x]
			}
		}
	}
}

func mulTile(height, depth int, a []float32, rowStride, colStride int, panel, c []float32, stride int) {
	if avx2 {
		mulTileAVX2(height, depth, a, rowStride, colStride, panel, c, stride)
		return
	}
	mulTileGo(height, depth, a, rowStride, colStride, panel, c, stride)
}

func mulTileGo(height, depth int, a []float32, rowStride, colStride int, panel, c []float32, stride int) {
	for r := range height {
		to := c[r*stride : r*stride+tileCols]
		for k := range depth {
			x := a[r*rowStride+k*colStride]
			for j, w := range panel[k*tileCols : (k+1)*tileCols] {
				to[j] += x * w
			}
		}
	}
}
