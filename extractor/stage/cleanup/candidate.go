package cleanup

import "golang.org/x/net/html/atom"

// top returns the element that holds the article: the one with the highest score, or one further out.
func (f *finder) top() int32 {
	best := int32(0)
	var five [5]int32
	n := 0
	for i := range f.nodes {
		s := f.nodes[i].score
		if s <= 0 {
			continue
		}
		at := n
		for at > 0 && f.nodes[five[at-1]].score < s {
			at--
		}
		if at < len(five) {
			if n < len(five) {
				n++
			}
			copy(five[at+1:n], five[at:n-1])
			five[at] = int32(i)
		}
	}
	if n == 0 {
		return 0
	}
	best = f.commonAncestor(five[:n])
	return f.climb(best)
}

// commonAncestor returns the nearest element around at least three other candidates that are nearly as good as
// the best, or the best.
func (f *finder) commonAncestor(candidates []int32) int32 {
	best := candidates[0]
	var close []int32
	for _, c := range candidates[1:] {
		if f.nodes[c].score >= f.nodes[best].score*0.75 {
			close = append(close, c)
		}
	}
	if len(close) < 3 {
		return best
	}
	for i := f.nodes[best].parent; i > 0 && f.nodes[i].tag != atom.Body; i = f.nodes[i].parent {
		n := 0
		for _, c := range close {
			if c > i && c < f.nodes[i].end {
				n++
			}
		}
		if n >= 3 {
			return i
		}
	}
	return best
}

// climb goes outwards from an element as long as that gains.
func (f *finder) climb(i int32) int32 {
	last := f.nodes[i].score
	threshold := last / 3
	for k := f.nodes[i].parent; k > 0 && f.nodes[k].tag != atom.Body; k = f.nodes[k].parent {
		s := f.nodes[k].score
		if s == 0 {
			continue
		}
		if s < threshold {
			break
		}
		if s > last {
			i = k
			break
		}
		last = s
	}
	for k := f.nodes[i].parent; k > 0 && f.nodes[k].tag != atom.Body && f.onlyChild(i); k = f.nodes[k].parent {
		i = k
	}
	return i
}

// onlyChild reports whether an element holds all that its parent holds.
func (f *finder) onlyChild(i int32) bool {
	return f.nodes[i].end == f.nodes[f.nodes[i].parent].end && f.nodes[i].parent == i-1
}
