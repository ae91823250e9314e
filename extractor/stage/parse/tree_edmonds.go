package parse

import (
	"math"
	"slices"
)

// singleRoot finds the best tree in which one word alone hangs on the root. No tree with root r scores more than the
// best heads of all other words do, cycles or not: the words are tried as roots from the greatest such bound on, until
// a tree is as good as the next bound. Mostly that is the first or second.
func (f *treeFinder) singleRoot(m arcMatrix, heads []int32) {
	const tries = 4
	f.free, f.best = resized(f.free, len(heads)), resized(f.best, len(heads))
	sum := f.freeHeads(m)
	best := math.Inf(-1)
	var tried [tries]int
	for k := range tries {
		r, gain := f.nextRoot(m, tried[:k])
		if best >= sum+gain {
			copy(heads, f.best)
			return
		}
		tried[k] = r
		copy(heads, f.free)
		if heads[r] = -1; f.acyclic(heads) {
			return // as good as its bound, and so than all that are left
		}
		f.rooted(m, r, heads)
		if s := f.score(m, heads); s > best {
			best = s
			copy(f.best, heads)
		}
	}
	f.penalized(m, heads)
}

// freeHeads sets f.free to the best head of each word but the root, and returns the sum of their scores.
func (f *treeFinder) freeHeads(m arcMatrix) float64 {
	sum := 0.0
	for i := range f.free {
		best := -1
		for j := range f.free {
			if j != i && (best < 0 || m.at(i, j) > m.at(i, best)) {
				best = j
			}
		}
		f.free[i] = int32(best)
		sum += float64(m.at(i, best))
	}
	return sum
}

// nextRoot returns the word, other than those tried, that gains most by hanging on the root rather than on its best
// head. The gain of none is -Inf.
func (f *treeFinder) nextRoot(m arcMatrix, tried []int) (root int, gain float64) {
	gain = math.Inf(-1)
	for i, h := range f.free {
		if g := float64(m.at(i, -1)) - float64(m.at(i, int(h))); g > gain && !slices.Contains(tried, i) {
			root, gain = i, g
		}
	}
	return root, gain
}

func (f *treeFinder) score(m arcMatrix, heads []int32) float64 {
	sum := 0.0
	for i, h := range heads {
		sum += float64(m.at(i, int(h)))
	}
	return sum
}

// rooted finds the best tree with root r.
func (f *treeFinder) rooted(m arcMatrix, r int, heads []int32) {
	n := len(heads)
	f.arena.reset()
	g := f.arena.newGraph(n)
	// Node 0 is word r and node r word 0.
	word := func(node int) int {
		switch node {
		case 0:
			return r
		case r:
			return 0
		}
		return node
	}
	for d := 1; d < n; d++ {
		for h := range n {
			if h != d {
				g.set(h, d, float64(m.at(word(d), word(h))))
			}
		}
	}
	for d, h := range g.arborescence(&f.arena) {
		heads[word(d)] = int32(word(h))
	}
	heads[r] = -1
}

// penalized finds the best tree with one root whatever the scores are. Arcs from the root are made dearer by more than
// any tree could gain, which leaves one of them (Zmigrod et al. 2020 call this the constant trick).
func (f *treeFinder) penalized(m arcMatrix, heads []int32) {
	n := len(heads)
	f.arena.reset()
	g := f.arena.newGraph(n + 1)
	low, high := float32(math.Inf(1)), float32(math.Inf(-1))
	for i := range n {
		for j := -1; j < n; j++ {
			low, high = min(low, m.at(i, j)), max(high, m.at(i, j))
		}
	}
	penalty := float64(high-low+1) * float64(n)
	for i := range n {
		for j := -1; j < n; j++ {
			if i == j {
				continue
			}
			w := float64(m.at(i, j))
			if j < 0 {
				w -= penalty
			}
			g.set(j+1, i+1, w)
		}
	}
	for i, h := range g.arborescence(&f.arena)[1:] {
		heads[i] = int32(h - 1)
	}
}

// graph is complete and weighted; node 0 is the root.
type graph struct {
	n      int
	weight []float64
}

// arena lends memory that is taken back all at once.
type arena struct {
	floats []float64
	ints   []int
}

func (a *arena) reset() { a.floats, a.ints = a.floats[:0], a.ints[:0] }

// newFloats and newInts return zeros. What was lent before stays valid when the arena has to grow.
func (a *arena) newFloats(n int) []float64 { return lend(&a.floats, n) }
func (a *arena) newInts(n int) []int       { return lend(&a.ints, n) }

func lend[T any](all *[]T, n int) []T {
	begin := len(*all)
	if cap(*all) < begin+n {
		*all, begin = make([]T, 0, 2*(begin+n)), 0
	}
	*all = (*all)[:begin+n]
	lent := (*all)[begin : begin+n : begin+n]
	clear(lent)
	return lent
}

func (a *arena) newGraph(n int) graph {
	g := graph{n, a.newFloats(n * n)}
	for i := range g.weight {
		g.weight[i] = math.Inf(-1)
	}
	return g
}

func (g *graph) set(head, dependent int, w float64) { g.weight[head*g.n+dependent] = w }
func (g *graph) at(head, dependent int) float64     { return g.weight[head*g.n+dependent] }

// arborescence returns the head of each node in the spanning arborescence of greatest weight, by the algorithm of
// Chu and Liu (1965) and Edmonds (1967) as Tarjan's O(n²) form would contract it: the best head of each node is
// taken, and while there is a cycle it becomes one node.
func (g *graph) arborescence(a *arena) []int {
	heads := g.bestHeads(a)
	cycle := findCycle(heads, a)
	if cycle == nil {
		return heads
	}
	c := g.contract(heads, cycle, a)
	return c.expand(heads, c.graph.arborescence(a))
}

func (g *graph) bestHeads(a *arena) []int {
	heads := a.newInts(g.n)
	for d := 1; d < g.n; d++ {
		best := 0
		for h := 1; h < g.n; h++ {
			if h != d && g.at(h, d) > g.at(best, d) {
				best = h
			}
		}
		heads[d] = best
	}
	return heads
}

// findCycle returns the nodes of a cycle, nil when there is none.
func findCycle(heads []int, a *arena) []int {
	mark := a.newInts(len(heads))
	for i := 1; i < len(heads); i++ {
		j := i
		for j != 0 && mark[j] == 0 {
			mark[j] = i
			j = heads[j]
		}
		if j == 0 || mark[j] != i {
			continue
		}
		cycle := append(a.newInts(len(heads))[:0], j)
		for k := heads[j]; k != j; k = heads[k] {
			cycle = append(cycle, k)
		}
		return cycle
	}
	return nil
}

// contraction is a graph in which a cycle has become its last node.
type contraction struct {
	graph graph
	// old maps the new nodes, but the last, to the old ones.
	old []int
	// enter tells for each new node the cycle's node that an arc from it into the cycle reaches; leave the one
	// from which an arc out of the cycle to it starts.
	enter, leave []int
}

func (g *graph) contract(heads, cycle []int, a *arena) contraction {
	inside := a.newInts(g.n)
	total := 0.0
	for _, v := range cycle {
		inside[v] = 1
		total += g.at(heads[v], v)
	}
	c := contraction{old: a.newInts(g.n)[:0]}
	for v := range g.n {
		if inside[v] == 0 {
			c.old = append(c.old, v)
		}
	}
	m := len(c.old) + 1
	c.graph, c.enter, c.leave = a.newGraph(m), a.newInts(m), a.newInts(m)
	for i, u := range c.old {
		for j, v := range c.old {
			c.graph.set(i, j, g.at(u, v))
		}
		into, out := math.Inf(-1), math.Inf(-1)
		c.enter[i], c.leave[i] = cycle[0], cycle[0]
		for _, v := range cycle {
			if w := total - g.at(heads[v], v) + g.at(u, v); w > into {
				into, c.enter[i] = w, v
			}
			if w := g.at(v, u); w > out {
				out, c.leave[i] = w, v
			}
		}
		c.graph.set(i, m-1, into)
		c.graph.set(m-1, i, out)
	}
	return c
}

// expand turns the heads of the contracted graph into those of the original one; within the cycle heads holds.
func (c contraction) expand(heads, contracted []int) []int {
	last := len(c.old)
	for a, u := range c.old {
		if u == 0 {
			continue
		}
		if h := contracted[a]; h == last {
			heads[u] = c.leave[a]
		} else {
			heads[u] = c.old[h]
		}
	}
	from := contracted[last]
	heads[c.enter[from]] = c.old[from]
	return heads
}
