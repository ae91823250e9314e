// Package brown clusters words by their neighbours (Brown et al. 1992): each word starts as a cluster of its own, and the
// two whose joining loses least mutual information between neighbouring clusters are joined, over the most frequent
// words at a time (Liang 2005). The joinings make a binary tree; a word's path from its root is a feature at any depth.
package brown

import (
	"cmp"
	"slices"
)

// Path is a leading 1 and then a bit for each branch from the root.
type Path uint32

// Cluster returns the paths of the words that occur at least minCount times in the sentences, with that many clusters
// at the leaves. The same input gives the same paths.
func Cluster(sentences [][]string, clusters, minCount int) map[string]Path {
	c := newClusterer(sentences, clusters, minCount)
	for c.next < len(c.words) {
		c.add()
		c.join()
	}
	for len(c.live) > 1 {
		c.join()
	}
	return c.paths()
}

// edge is a neighbour and how often it occurs there.
type edge struct{ word, count int32 }

// clusterer holds the clusters that are in play, in slots 0 to clusters.
type clusterer struct {
	words    []string
	count    []float64 // how often each word occurs
	left     [][]edge  // each word's left and right neighbours
	right    [][]edge
	total    float64
	slots    int
	next     int       // the next word to come into play
	live     []int     // slots in use, ascending
	at       []int     // the slot of each word's cluster, -1 before it is in play
	node     []int     // the tree's node of each slot
	mass     []float64 // count of each slot
	pair     []float64 // slots × slots: how often the one is followed by the other
	info     []float64 // slots × slots: mutual information of the pair, both directions (a <= b)
	loss     []float64 // slots × slots: what joining a < b would lose
	children [][2]int  // of inner nodes, from node len(words) on
}

func newClusterer(sentences [][]string, clusters, minCount int) *clusterer {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			counts[w]++
		}
	}
	c := &clusterer{slots: clusters + 1}
	for w, n := range counts {
		if n >= minCount {
			c.words = append(c.words, w)
		}
	}
	slices.SortFunc(c.words, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	index := make(map[string]int32, len(c.words))
	for i, w := range c.words {
		index[w] = int32(i)
		c.count = append(c.count, float64(counts[w]))
		c.at = append(c.at, -1)
	}
	c.neighbours(sentences, index)
	n := c.slots
	c.node, c.mass = make([]int, n), make([]float64, n)
	c.pair, c.info, c.loss = make([]float64, n*n), make([]float64, n*n), make([]float64, n*n)
	for c.next < min(clusters, len(c.words)) {
		c.place()
	}
	for _, a := range c.live {
		for _, b := range c.live {
			c.info[a*n+b] = c.mutual(a, b)
		}
	}
	for i, a := range c.live {
		for _, b := range c.live[i+1:] {
			c.loss[a*n+b] = c.lossOf(a, b)
		}
	}
	return c
}

// neighbours counts pairs of words that follow one another.
func (c *clusterer) neighbours(sentences [][]string, index map[string]int32) {
	pairs := map[[2]int32]int32{}
	for _, s := range sentences {
		before := int32(-1)
		for _, w := range s {
			i, ok := index[w]
			if !ok {
				i = -1
			}
			if i >= 0 && before >= 0 {
				pairs[[2]int32{before, i}]++
				c.total++
			}
			before = i
		}
	}
	c.left, c.right = make([][]edge, len(c.words)), make([][]edge, len(c.words))
	for p, n := range pairs {
		c.right[p[0]] = append(c.right[p[0]], edge{p[1], n})
		c.left[p[1]] = append(c.left[p[1]], edge{p[0], n})
	}
}

// place puts the next word into a free slot, with its counts but without information and losses.
func (c *clusterer) place() int {
	w := c.next
	c.next++
	slot := c.free()
	c.at[w], c.node[slot], c.mass[slot] = slot, w, c.count[w]
	n := c.slots
	for b := range n {
		c.pair[slot*n+b], c.pair[b*n+slot] = 0, 0
	}
	for _, e := range c.right[w] {
		if b := c.at[e.word]; b >= 0 {
			c.pair[slot*n+b] += float64(e.count)
		}
	}
	for _, e := range c.left[w] {
		if a := c.at[e.word]; a >= 0 && int(e.word) != w {
			c.pair[a*n+slot] += float64(e.count)
		}
	}
	at, _ := slices.BinarySearch(c.live, slot)
	c.live = slices.Insert(c.live, at, slot)
	return slot
}

func (c *clusterer) free() int {
	for s := range c.slots {
		if _, used := slices.BinarySearch(c.live, s); !used {
			return s
		}
	}
	panic("brown: no slot is free")
}

// paths walks the tree. Joinings below the clusters that were left when the last word had come are not part of it: the
// words of one cluster share its path.
func (c *clusterer) paths() map[string]Path {
	paths := make(map[string]Path, len(c.words))
	if len(c.words) == 0 {
		return paths
	}
	leaves := len(c.children) - min(c.slots-2, len(c.words)-1)
	var walk func(node int, p Path)
	walk = func(node int, p Path) {
		if node < len(c.words) {
			paths[c.words[node]] = p
			return
		}
		pair := c.children[node-len(c.words)]
		if node-len(c.words) < leaves || p >= 1<<30 {
			walk(pair[0], p)
			walk(pair[1], p)
			return
		}
		walk(pair[0], p<<1)
		walk(pair[1], p<<1|1)
	}
	walk(c.node[c.live[0]], 1)
	return paths
}
