package story

import "testing"

// groupOf makes articles of the words common to all and of own words.
func groupOf(first, n int, common, own []uint32) []*node {
	var group []*node
	for i := range n {
		var words vector
		for _, k := range append(common, own...) {
			words = append(words, component{k, 1})
		}
		words = append(words, component{uint32(1000 + first + i), 1})
		p := &profile{}
		p.parts[partWords] = words.normalized()
		group = append(group, &node{profile: p})
	}
	return group
}

func TestApart(t *testing.T) {
	common := []uint32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	sixth, other := []uint32{11, 12, 13, 14, 15, 16}, []uint32{21, 22, 23, 24, 25, 26}
	for _, c := range []struct {
		name         string
		sizes        [2]int
		first, other []uint32
		want         bool
	}{
		{"words of their own", [2]int{6, 8}, sixth, other, true},
		{"only one has", [2]int{6, 8}, sixth, nil, false},
		{"neither has", [2]int{6, 8}, nil, nil, false},
		{"one word of its own", [2]int{6, 8}, sixth[:1], other[:1], false},
		{"too small", [2]int{2, 8}, sixth, other, false},
	} {
		part := append(groupOf(0, c.sizes[0], common, c.first), groupOf(100, c.sizes[1], common, c.other)...)
		var a, b []int32
		for i := range part {
			if i < c.sizes[0] {
				a = append(a, int32(i))
			} else {
				b = append(b, int32(i))
			}
		}
		if got := apart(part, a, b); got != c.want || apart(part, b, a) != got {
			t.Errorf("%s: %v, contrast %.2f", c.name, got, contrast(part, a, b, contrastWords, partWords))
		}
	}
}
