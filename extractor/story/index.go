package story

import "slices"

// reach is how many articles before and after it, in canonical order, an article is compared with among those that
// share a key with it: what an article costs does not grow with the collection, however common its keys are.
const reach = 32

// index finds the articles that share a key, by number, in canonical order. It has parts, so that it is filled side by side.
type index [16]indexPart

func newIndex(keys int) index {
	var x index
	for i := range x {
		x[i].heads = make(map[uint64]int32, keys/len(x))
	}
	return x
}

// partOf is which part of the index has a key.
func partOf(key uint64) int { return int(key * 0x9E3779B97F4A7C15 >> 60) }

func (x *index) get(key uint64, buf *[1]int32) []int32 { return x[partOf(key)].get(key, buf) }

func (x *index) insert(key uint64, list []int32, at int, number int32) {
	x[partOf(key)].insert(key, list, at, number)
}

func (x *index) remove(key uint64, at int) { x[partOf(key)].remove(key, at) }

// indexPart has some of the keys. Most keys have one article, which stands in the map itself.
type indexPart struct {
	heads map[uint64]int32 // the number of the only article; or, negative, the complement of a place in lists
	lists [][]int32
	free  []int32
}

// get returns the articles of a key; one alone is written to buf.
func (x *indexPart) get(key uint64, buf *[1]int32) []int32 {
	h, ok := x.heads[key]
	switch {
	case !ok:
		return nil
	case h >= 0:
		buf[0] = h
		return buf[:]
	}
	return x.lists[^h]
}

// insert puts an article at a place among those of a key, which get returned.
func (x *indexPart) insert(key uint64, list []int32, at int, number int32) {
	switch len(list) {
	case 0:
		x.heads[key] = number
		return
	case 1:
	default:
		h := x.heads[key]
		x.lists[^h] = slices.Insert(list, at, number)
		return
	}
	list = slices.Insert([]int32{list[0]}, at, number)
	if n := len(x.free); n > 0 {
		x.lists[x.free[n-1]] = list
		x.heads[key] = ^x.free[n-1]
		x.free = x.free[:n-1]
		return
	}
	x.lists = append(x.lists, list)
	x.heads[key] = ^int32(len(x.lists) - 1)
}

// add puts an article after all others of a key.
func (x *indexPart) add(key uint64, number int32) {
	var one [1]int32
	list := x.get(key, &one)
	x.insert(key, list, len(list), number)
}

// remove takes the article at a place among those of a key out.
func (x *indexPart) remove(key uint64, at int) {
	h := x.heads[key]
	if h >= 0 {
		delete(x.heads, key)
		return
	}
	x.lists[^h] = slices.Delete(x.lists[^h], at, at+1)
	if list := x.lists[^h]; len(list) == 1 {
		x.heads[key] = list[0]
		x.lists[^h] = nil
		x.free = append(x.free, ^h)
	}
}
