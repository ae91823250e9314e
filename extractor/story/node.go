package story

import (
	"cmp"
	"slices"
)

// node is an article in the graph of linked articles.
type node struct {
	// number names the article within its collection: articles are numbered as they come, and no number is used twice.
	number int32
	id     string
	// time is the TIMEX3 value of its publication.
	time    string
	profile *profile
	// keys are what the article is found by, sorted.
	keys  []uint64
	links []link // sorted by number
	story *entry
}

// glance tells of an article what is asked of far more of them than are read: its day, and the walk that saw it last.
type glance struct{ day, epoch int32 }

// link leads to another article that may be of the same story, with the probability that it is.
type link struct {
	to    int32
	score float32
}

// canonical orders articles by day of publication, then by id: the order of arrival has no part in it.
func canonical(a, b *node) int {
	return cmp.Or(cmp.Compare(a.time, b.time), cmp.Compare(a.id, b.id))
}

// find returns where the link to an article stands, or would stand.
func (n *node) find(to int32) (int, bool) {
	return slices.BinarySearchFunc(n.links, to, func(l link, to int32) int { return cmp.Compare(l.to, to) })
}

func (n *node) linked(to int32) bool {
	_, ok := n.find(to)
	return ok
}

func (n *node) addLink(to int32, score float32) {
	if i, ok := n.find(to); !ok {
		n.links = slices.Insert(n.links, i, link{to, score})
	}
}

func (n *node) dropLink(to int32) {
	if i, ok := n.find(to); ok {
		n.links = slices.Delete(n.links, i, i+1)
	}
}
