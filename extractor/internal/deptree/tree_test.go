package deptree

import (
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// “Norway 's premier met Kask”
func TestTree(t *testing.T) {
	d := &extractor.Document{Arcs: []extractor.Arc{
		{Head: 2, Rel: extractor.RelNmodPoss}, {Head: 0, Rel: extractor.RelCase}, {Head: 3, Rel: extractor.RelNsubj},
		{Head: -1, Rel: extractor.RelRoot}, {Head: 3, Rel: extractor.RelObj},
	}}
	tree := New(d)
	if got := slices.Collect(tree.Children(3)); !slices.Equal(got, []int32{2, 4}) {
		t.Errorf("children of met: %v", got)
	}
	if tree.Left[3] != 0 || tree.Right[3] != 4 || tree.Left[2] != 0 || tree.Right[2] != 2 {
		t.Errorf("extents: %v %v", tree.Left, tree.Right)
	}
	if c := tree.Child(3, extractor.RelIobj, extractor.RelObj); c != 4 {
		t.Errorf("object: %d", c)
	}
	if c := tree.Child(4, extractor.RelDet); c != -1 {
		t.Errorf("determiner: %d", c)
	}
}

func TestTreeSurvivesACycle(t *testing.T) {
	New(&extractor.Document{Arcs: []extractor.Arc{{Head: 1}, {Head: 0}, {Head: 0}}})
}
