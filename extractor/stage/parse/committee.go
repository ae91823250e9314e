package parse

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// committee analyzes with several models at once, which agree by adding up their scores; it errs less than any of
// them. It serves to teach; it keeps its buffers, and belongs to one goroutine.
type committee struct{ members []*analyzer }

func newCommittee(files [][]byte) (*committee, error) {
	c := &committee{}
	for _, data := range files {
		m, err := Load(data)
		if err != nil {
			return nil, err
		}
		c.members = append(c.members, newAnalyzer(m, quant.NewWorkspace()))
	}
	return c, nil
}

// document fills d.Tags and d.Arcs, which must have a place for each token.
func (c *committee) document(d *extractor.Document) {
	for i := range d.Sentences {
		if d.Sentences[i].Tokens.Len() > 0 {
			c.sentence(d, d.Sentences[i:i+1])
		}
	}
	first := c.members[0]
	first.lemmas.Flush(func(i int, lemma string) { d.Tags[i].Lemma = lemma })
}

// sentence analyzes one sentence. The first member's buffers take the sums.
func (c *committee) sentence(d *extractor.Document, one []extractor.Sentence) {
	first, n := c.members[0], one[0].Tokens.Len()
	for _, m := range c.members {
		m.encode(d, one)
	}
	arcs := first.scoreArcs(0)
	for _, m := range c.members[1:] {
		c.addTags(m)
		addTo(arcs.scores, m.scoreArcs(0).scores)
	}
	first.tag(d, int(one[0].Tokens.First), 0)
	start := first.layout.Starts[0]
	heads := first.chosen[start : start+n]
	first.trees.find(arcs, heads)
	first.scoreRelations()
	for _, m := range c.members[1:] {
		copy(m.chosen[start:start+n], heads)
		m.scoreRelations()
		addTo(first.relation.Data[:first.relation.Rows*first.relation.Cols], m.relation.Data)
	}
	first.label(d, one)
}

// addTags adds a member's scores of tags to the first's.
func (c *committee) addTags(m *analyzer) {
	first := c.members[0]
	for row := range first.spaces.Rows {
		to, from := &first.model.columns, &m.model.columns
		addTo(first.spaces.Row(row)[to.upos:to.total], m.spaces.Row(row)[from.upos:from.total])
	}
}

func addTo(sum, x []float32) {
	for i := range sum {
		sum[i] += x[i]
	}
}
