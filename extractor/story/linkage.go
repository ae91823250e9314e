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
	l := newLinker(n, edges, threshold)
	for len(l.heap) > 0 && l.best[l.heap[0]].mean >= threshold {
		a := l.heap[0]
		b := l.best[a].to
		if mayJoin != nil && !mayJoin(l.members[a], l.members[b]) {
			l.sums[a], l.sums[b] = without(l.sums[a], b), without(l.sums[b], a)
			l.choose(a)
			continue
		}
		l.join(a, b)
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
	threshold float32
	sums      [][]sumTo // scores between clusters, added up, in both directions
	members   [][]int32
	// best is the partner among the later clusters that each cluster has the highest mean with.
	best []partner
	// heap has the clusters, the one with the best partner first; at is the place of each in it.
	heap, at []int32
	merged   []sumTo // reused
}

// sumTo is the sum of the scores to a cluster; lists of them are sorted by it.
type sumTo struct {
	to  int32
	sum float32
}

func compareSum(s sumTo, to int32) int { return cmp.Compare(s.to, to) }

// partner is a cluster to join, with the mean score; nobody where that is 0.
type partner struct {
	to   int32
	mean float32
}

func newLinker(n int, edges []edge, threshold float32) *linker {
	l := &linker{threshold: threshold, sums: sumsOf(n, edges), members: make([][]int32, n), best: make([]partner, n),
		heap: make([]int32, n), at: make([]int32, n)}
	items := make([]int32, n)
	for i := range n {
		items[i] = int32(i)
		l.members[i] = items[i : i+1 : i+1]
		l.heap[i], l.at[i] = int32(i), int32(i)
	}
	for i := range l.best {
		l.best[i] = l.bestOf(int32(i))
	}
	for i := n/2 - 1; i >= 0; i-- {
		l.sink(i)
	}
	return l
}

// sumsOf adds up the edges of each item.
func sumsOf(n int, edges []edge) [][]sumTo {
	degree := make([]int32, n)
	for _, e := range edges {
		degree[e.a]++
		degree[e.b]++
	}
	all := make([]sumTo, 2*len(edges))
	sums := make([][]sumTo, n)
	for i, d := range degree {
		sums[i], all = all[:0:d], all[d:]
	}
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

func (l *linker) mean(a, b int32, sum float32) float32 {
	return sum / float32(len(l.members[a])*len(l.members[b]))
}

// bestOf returns the best partner of a cluster: of equals the lowest.
func (l *linker) bestOf(a int32) (best partner) {
	for _, s := range l.sums[a] {
		if s.to > a {
			if mean := l.mean(a, s.to, s.sum); mean >= l.threshold && mean > best.mean {
				best = partner{s.to, mean}
			}
		}
	}
	return best
}

// choose finds the best partner of a cluster anew.
func (l *linker) choose(a int32) { l.take(a, l.bestOf(a)) }

// take gives a cluster its best partner.
func (l *linker) take(a int32, best partner) {
	old := l.best[a]
	l.best[a] = best
	if best.mean > old.mean {
		l.rise(int(l.at[a]))
	} else {
		l.sink(int(l.at[a]))
	}
}

// join makes the clusters a and b, the later one, one.
func (l *linker) join(a, b int32) {
	l.members[a] = append(l.members[a], l.members[b]...)
	for _, s := range l.sums[b] {
		if s.to != a {
			l.sums[s.to] = moved(l.sums[s.to], a, b, s.sum)
		}
	}
	l.merge(a, b)
	l.members[b], l.sums[b] = nil, nil
	l.take(b, partner{})
	l.choose(a)
	for _, s := range l.sums[a] {
		switch c := s.to; {
		case c > b: // the pair is that of a
		case l.best[c].mean > 0 && (l.best[c].to == a || l.best[c].to == b):
			l.choose(c)
		case c < a:
			if mean := l.mean(c, a, s.sum); mean >= l.threshold && (mean > l.best[c].mean || mean == l.best[c].mean && a < l.best[c].to) {
				l.take(c, partner{a, mean})
			}
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

// merge adds the sums of b to those of a.
func (l *linker) merge(a, b int32) {
	x, y, out := l.sums[a], l.sums[b], l.merged[:0]
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
	l.sums[a], l.merged = append(l.sums[a][:0], out...), out
}

// before orders clusters in the heap: the highest mean first, of equals the lowest.
func (l *linker) before(a, b int32) bool {
	if x, y := l.best[a].mean, l.best[b].mean; x != y {
		return x > y
	}
	return a < b
}

func (l *linker) put(i int, a int32) { l.heap[i], l.at[a] = a, int32(i) }

// rise lets the cluster at i of the heap rise to its place.
func (l *linker) rise(i int) {
	a := l.heap[i]
	for i > 0 {
		up := (i - 1) / 2
		if !l.before(a, l.heap[up]) {
			break
		}
		l.put(i, l.heap[up])
		i = up
	}
	l.put(i, a)
}

// sink lets the cluster at i of the heap sink to its place.
func (l *linker) sink(i int) {
	a := l.heap[i]
	for {
		c := 2*i + 1
		if c >= len(l.heap) {
			break
		}
		if c+1 < len(l.heap) && l.before(l.heap[c+1], l.heap[c]) {
			c++
		}
		if !l.before(l.heap[c], a) {
			break
		}
		l.put(i, l.heap[c])
		i = c
	}
	l.put(i, a)
}
