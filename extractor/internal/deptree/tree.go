// Package deptree walks the dependency trees of a document downwards: dependents of a token, the extent of its
// subtree. extractor.Arc points upwards only.
package deptree

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// Tree indexes the arcs of one document. It is read-only once made.
type Tree struct {
	space                   []int32
	arcs                    []extractor.Arc
	firstChild, nextSibling []int32
	// Left and Right are the first and the last token of each token's subtree.
	Left, Right []int32
}

// maxDepth bounds the climb in trees that are no trees.
const maxDepth = 200

// New indexes the arcs of a document in linear time (times the depth of its trees).
func New(d *extractor.Document) *Tree {
	t := &Tree{}
	t.Reset(d)
	return t
}

// Reset indexes another document in the memory of the one before.
func (t *Tree) Reset(d *extractor.Document) {
	n := len(d.Arcs)
	if cap(t.space) < 4*n {
		t.space = make([]int32, 4*n)
	}
	t.arcs = d.Arcs
	t.firstChild, t.nextSibling = t.space[:n], t.space[n:2*n]
	t.Left, t.Right = t.space[2*n:3*n], t.space[3*n:4*n]
	for i := range n {
		t.firstChild[i], t.nextSibling[i] = -1, -1
		t.Left[i], t.Right[i] = int32(i), int32(i)
	}
	for i := n - 1; i >= 0; i-- {
		if h := t.arcs[i].Head; h >= 0 {
			t.nextSibling[i] = t.firstChild[h]
			t.firstChild[h] = int32(i)
		}
	}
	for i := range n {
		t.widen(int32(i))
	}
}

// widen takes token i into the extents of those above it.
func (t *Tree) widen(i int32) {
	for h, depth := t.arcs[i].Head, 0; h >= 0 && depth < maxDepth; h, depth = t.arcs[h].Head, depth+1 {
		if t.Left[h] <= i && i <= t.Right[h] {
			return
		}
		t.Left[h] = min(t.Left[h], i)
		t.Right[h] = max(t.Right[h], i)
	}
}

// Children yields the dependents of a token, ascending.
func (t *Tree) Children(h int32) func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		for c := t.firstChild[h]; c >= 0; c = t.nextSibling[c] {
			if !yield(c) {
				return
			}
		}
	}
}

// First returns the first dependent of a token, and Next the one after a dependent; -1 when there is none. They are
// Children without a function value.
func (t *Tree) First(h int32) int32 { return t.firstChild[h] }

// Next returns the next dependent of the same token.
func (t *Tree) Next(c int32) int32 { return t.nextSibling[c] }

// Child returns the first dependent with one of the relations, or -1.
func (t *Tree) Child(h int32, relations ...extractor.Deprel) int32 {
	for c := t.firstChild[h]; c >= 0; c = t.nextSibling[c] {
		if slices.Contains(relations, t.arcs[c].Rel) {
			return c
		}
	}
	return -1
}
