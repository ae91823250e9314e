package parse

// arcMatrix holds the scores of a sentence's arcs: row i is word i, column 0 the root, column j+1 word j.
type arcMatrix struct {
	scores []float32
	stride int
}

func (m arcMatrix) at(dependent, head int) float32 { return m.scores[dependent*m.stride+head+1] }

// treeFinder finds the best tree of a sentence. It keeps its buffers, and belongs to one goroutine.
type treeFinder struct {
	mark  []int32
	arena arena
	// free are the best heads without the root, best the best tree so far: see singleRoot.
	free, best []int32
}

// find writes the heads of the best tree with exactly one root into heads (-1 for the root). The best head of each
// word makes a tree for more than nine sentences of ten; the rest go to Chu-Liu and Edmonds.
func (f *treeFinder) find(m arcMatrix, heads []int32) {
	f.greedy(m, heads)
	if countRoots(heads) == 1 && f.acyclic(heads) {
		return
	}
	f.singleRoot(m, heads)
}

// greedy takes the best head of each word.
func (f *treeFinder) greedy(m arcMatrix, heads []int32) {
	for i := range heads {
		row := m.scores[i*m.stride : i*m.stride+len(heads)+1]
		best, top := 0, row[0]
		for j, s := range row {
			if s > top && j != i+1 {
				best, top = j, s
			}
		}
		heads[i] = int32(best - 1)
	}
}

func countRoots(heads []int32) int {
	n := 0
	for _, h := range heads {
		if h < 0 {
			n++
		}
	}
	return n
}

// acyclic reports whether every word leads to the root.
func (f *treeFinder) acyclic(heads []int32) bool {
	f.mark = resized(f.mark, len(heads))
	clear(f.mark)
	for i := range heads {
		j := int32(i)
		for j >= 0 && f.mark[j] == 0 {
			f.mark[j] = int32(i + 1)
			j = heads[j]
		}
		if j >= 0 && f.mark[j] == int32(i+1) {
			return false
		}
	}
	return true
}

func resized(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, 2*n)
	}
	return s[:n]
}
