package story

import (
	"cmp"
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
	l := &linker{mayJoin: mayJoin, sums: sumsOf(n, edges), members: make([][]int32, n), version: make([]int32, n)}
	for i := range n {
		l.members[i] = []int32{int32(i)}
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
			l.sums[p.a] = without(l.sums[p.a], p.b)
			l.sums[p.b] = without(l.sums[p.b], p.a)
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
	sums    [][]sumTo // scores between clusters, added up, in both directions
	members [][]int32
	version []int32
	queue   pairs
}

// sumTo is the sum of the scores to a cluster; lists of them are sorted by it.
type sumTo struct {
	to  int32
	sum float32
}

func compareSum(s sumTo, to int32) int { return cmp.Compare(s.to, to) }

// pair is a chance to join two clusters as they were at these versions.
type pair struct {
	a, b               int32
	mean               float32
	versionA, versionB int32
}

// sumsOf adds up the edges of each item.
func sumsOf(n int, edges []edge) [][]sumTo {
	sums := make([][]sumTo, n)
	for _, e := range edges {
		sums[e.a] = append(sums[e.a], sumTo{e.b, e.score})
		sums[e.b] = append(sums[e.b], sumTo{e.a, e.score})
	}
	for i, list := range sums {
		slices.SortStableFunc(list, func(x, y sumTo) int { return cmp.Compare(x.to, y.to) })
		kept := list[:0]
		for _, s := range list {
			if k := len(kept); k > 0 && kept[k-1].to == s.to {
				kept[k-1].sum += s.sum
			} else {
				kept = append(kept, s)
			}
		}
		sums[i] = kept
	}
	return sums
}

func without(list []sumTo, to int32) []sumTo {
	if i, ok := slices.BinarySearchFunc(list, to, compareSum); ok {
		return slices.Delete(list, i, i+1)
	}
	return list
}

// offer queues the joins of cluster a with those after it.
func (l *linker) offer(a int32, threshold float32) {
	for _, s := range l.sums[a] {
		if s.to > a {
			l.queue.offer(l.pair(a, s.to, s.sum), threshold)
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
	for _, s := range l.sums[b] {
		if s.to != a {
			l.sums[s.to] = moved(l.sums[s.to], a, b, s.sum)
		}
	}
	l.sums[a] = joined(l.sums[a], l.sums[b], a, b)
	l.sums[b] = nil
	for _, s := range l.sums[a] {
		if p := l.pair(a, s.to, s.sum); p.mean >= threshold {
			l.queue.push(p)
		}
	}
}

// moved takes the sum to b out of a cluster's sums and adds it to that to a.
func moved(list []sumTo, a, b int32, sum float32) []sumTo {
	list = without(list, b)
	i, ok := slices.BinarySearchFunc(list, a, compareSum)
	if ok {
		list[i].sum += sum
		return list
	}
	return slices.Insert(list, i, sumTo{a, sum})
}

// joined adds up the sums of two clusters that become one.
func joined(x, y []sumTo, a, b int32) []sumTo {
	out := make([]sumTo, 0, len(x)+len(y))
	for len(x) > 0 || len(y) > 0 {
		var s sumTo
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].to < y[0].to:
			s, x = x[0], x[1:]
		case len(x) == 0 || y[0].to < x[0].to:
			s, y = y[0], y[1:]
		default:
			s = sumTo{x[0].to, x[0].sum + y[0].sum}
			x, y = x[1:], y[1:]
		}
		if s.to != a && s.to != b {
			out = append(out, s)
		}
	}
	return out
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
