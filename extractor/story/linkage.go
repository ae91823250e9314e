package story

import (
	"slices"
)

// edge joins two items, by index, with a score in (0, 1].
type edge struct {
	a, b  int32
	score float32
}

// linkage clusters n items by average linkage (UPGMA): again and again the two clusters are joined whose items have
// the highest mean score, items without an edge counting 0, until that mean is under the threshold. Items must be
// in canonical order: of equal means the clusters with the lower first items are joined, so that the outcome depends
// on nothing else. mayJoin, unless nil, can forbid to join two clusters. The result names for each item its cluster
// by the cluster's lowest item.
func linkage(n int, edges []edge, threshold float32, mayJoin func(a, b []int32) bool) []int32 {
	l := &linker{mayJoin: mayJoin, sums: make([]map[int32]float32, n), members: make([][]int32, n), version: make([]int32, n)}
	for i := range n {
		l.members[i] = []int32{int32(i)}
	}
	for _, e := range edges {
		l.addEdge(e)
	}
	for i := range l.sums {
		l.offer(int32(i), threshold)
	}
	l.queue.order()
	for len(l.queue) > 0 {
		p := l.queue.pop()
		if l.version[p.a] != p.versionA || l.version[p.b] != p.versionB {
			continue
		}
		if l.mayJoin != nil && !l.mayJoin(l.members[p.a], l.members[p.b]) {
			delete(l.sums[p.a], p.b)
			delete(l.sums[p.b], p.a)
			continue
		}
		l.join(p.a, p.b, threshold)
	}
	out := make([]int32, n)
	for i, m := range l.members {
		for _, x := range m {
			out[x] = int32(i)
		}
	}
	return out
}

// linker is the state of linkage: a cluster goes by its lowest item; those joined into another have no members.
type linker struct {
	mayJoin func(a, b []int32) bool
	sums    []map[int32]float32 // scores between clusters, added up, in both directions
	members [][]int32
	version []int32
	queue   pairs
}

// pair is a chance to join two clusters as they were at these versions.
type pair struct {
	a, b               int32
	mean               float32
	versionA, versionB int32
}

func (l *linker) addEdge(e edge) {
	for _, d := range [2]edge{e, {e.b, e.a, e.score}} {
		if l.sums[d.a] == nil {
			l.sums[d.a] = map[int32]float32{}
		}
		l.sums[d.a][d.b] += d.score
	}
}

// offer queues the joins of cluster a with those after it.
func (l *linker) offer(a int32, threshold float32) {
	for b, s := range l.sums[a] {
		if b > a {
			l.queue.offer(l.pair(a, b, s), threshold)
		}
	}
}

func (l *linker) pair(a, b int32, sum float32) pair {
	if a > b {
		a, b = b, a
	}
	return pair{a, b, sum / float32(len(l.members[a])*len(l.members[b])), l.version[a], l.version[b]}
}

func (l *linker) join(a, b int32, threshold float32) {
	l.members[a] = append(l.members[a], l.members[b]...)
	l.members[b] = nil
	l.version[a]++
	l.version[b]++
	for _, c := range sortedKeys(l.sums[b]) {
		if c == a {
			continue
		}
		l.sums[a][c] += l.sums[b][c]
		l.sums[c][a] = l.sums[a][c]
		delete(l.sums[c], b)
	}
	delete(l.sums[a], b)
	l.sums[b] = nil
	for c, s := range l.sums[a] {
		if p := l.pair(a, c, s); p.mean >= threshold {
			l.queue.push(p)
		}
	}
}

func sortedKeys(m map[int32]float32) []int32 {
	keys := make([]int32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// pairs is a binary heap: the highest mean first, of equals the lowest clusters.
type pairs []pair

func (p *pair) before(q *pair) bool {
	if p.mean != q.mean {
		return p.mean > q.mean
	}
	return p.a < q.a || p.a == q.a && p.b < q.b
}

// offer adds a pair without keeping the heap's order.
func (q *pairs) offer(p pair, threshold float32) {
	if p.mean >= threshold {
		*q = append(*q, p)
	}
}

// order makes a heap of pairs in any order.
func (q pairs) order() {
	for i := len(q)/2 - 1; i >= 0; i-- {
		q.sink(i)
	}
}

func (q *pairs) push(p pair) {
	h := append(*q, p)
	*q = h
	i := len(h) - 1
	for up := (i - 1) / 2; i > 0 && p.before(&h[up]); up = (i - 1) / 2 {
		h[i] = h[up]
		i = up
	}
	h[i] = p
}

func (q *pairs) pop() pair {
	h := *q
	top, n := h[0], len(h)-1
	h[0] = h[n]
	*q = h[:n]
	h[:n].sink(0)
	return top
}

// sink lets the pair at i sink to its place.
func (q pairs) sink(i int) {
	if i >= len(q) {
		return
	}
	p := q[i]
	for {
		c := 2*i + 1
		if c >= len(q) {
			break
		}
		if c+1 < len(q) && q[c+1].before(&q[c]) {
			c++
		}
		if !q[c].before(&p) {
			break
		}
		q[i] = q[c]
		i = c
	}
	q[i] = p
}
