package parse

import (
	"context"
	"math"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/morphology"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// batchTokens is about how many tokens go through the network at once: enough to fill the kernels' tiles, few enough
// to stay in the second-level cache.
const batchTokens = 96

// analyzer tags and parses documents. It keeps its buffers, and belongs to one goroutine at a time.
type analyzer struct {
	model  *Model
	work   *quant.Workspace
	reader *features.Reader
	trees  treeFinder
	lemmas morphology.Lemmas

	layout   quant.Layout
	tokens   []features.Token
	rows     []int32
	capitals []bool // of each sentence: it is all capitals
	spaces   quant.Floats
	deps     quant.Bytes
	mixed    quant.Floats
	heads    quant.Shorts
	row      quant.Shorts // a row of mixed
	scores   []float32
	chosen   []int32
	joined   quant.Bytes
	relation quant.Floats
	zero     []float32
	buffer   []float32
}

func newAnalyzer(m *Model, w *quant.Workspace) *analyzer {
	n := max(m.columns.arc, m.columns.label)
	return &analyzer{model: m, work: w, reader: features.NewReader(m.vocabulary), zero: make([]float32, n), buffer: make([]float32, n)}
}

// document fills d.Tags and d.Arcs, which must have a place for each token.
func (a *analyzer) document(ctx context.Context, d *extractor.Document) error {
	defer a.lemmas.Flush(func(i int, lemma string) { d.Tags[i].Lemma = lemma })
	for first := 0; first < len(d.Sentences); {
		if err := ctx.Err(); err != nil {
			return err
		}
		last, tokens := first, 0
		for last < len(d.Sentences) && (last == first || tokens+d.Sentences[last].Tokens.Len() <= batchTokens) {
			tokens += d.Sentences[last].Tokens.Len()
			last++
		}
		if tokens > 0 {
			a.batch(d, d.Sentences[first:last])
		}
		first = last
	}
	return nil
}

// batch analyzes a few sentences, which are consecutive.
func (a *analyzer) batch(d *extractor.Document, sentences []extractor.Sentence) {
	a.encode(d, sentences)
	for s := range sentences {
		a.tag(d, int(sentences[s].Tokens.First), s)
		start := a.layout.Starts[s]
		a.trees.find(a.scoreArcs(s), a.chosen[start:start+a.layout.Lengths[s]])
	}
	a.scoreRelations()
	a.label(d, sentences)
}

// encode computes what all heads of the network look at.
func (a *analyzer) encode(d *extractor.Document, sentences []extractor.Sentence) {
	a.look(d, sentences)
	a.model.encoder.Encode(a.work, a.rows, features.Width, &a.layout)
	a.work.Apply(a.model.spaces, &a.work.Encoded, &a.spaces)
	a.arcSpaces()
	a.chosen = resized(a.chosen, a.layout.Rows)
}

// look takes the features of the sentences' tokens.
func (a *analyzer) look(d *extractor.Document, sentences []extractor.Sentence) {
	a.layout.Reset()
	a.rows, a.capitals = a.rows[:0], a.capitals[:0]
	for _, s := range sentences {
		a.tokens = a.tokens[:0]
		for i := s.Tokens.First; i < s.Tokens.Last; i++ {
			a.tokens = append(a.tokens, features.Token{
				Text: d.TokenText(int(i)), First: i == s.Tokens.First, SpaceBefore: d.Tokens[i].SpaceBefore,
			})
		}
		a.rows = a.reader.AppendRows(a.rows, a.tokens)
		a.capitals = append(a.capitals, a.reader.Case() == features.Capitals)
		a.layout.Add(len(a.tokens))
	}
}

// arcSpaces computes a.mixed, what words look like as dependents, and a.heads, as heads. The row before each
// sentence becomes the root.
func (a *analyzer) arcSpaces() {
	c := &a.model.columns
	a.deps.Resize(a.layout.Rows, c.arc)
	a.heads.Resize(a.layout.Rows, c.arc)
	buffer, zero := a.buffer[:c.arc], a.zero[:c.arc]
	a.row.Resize(1, c.arc)
	a.deps.ZeroRow(a.layout.Rows - 1)
	for s, start := range a.layout.Starts {
		a.deps.ZeroRow(start - 1)
		a.work.ShortenRow(a.model.arcRoot, &a.heads, start-1)
		for i := start; i < start+a.layout.Lengths[s]; i++ {
			row := a.spaces.Row(i)
			a.work.Swish(buffer, row[c.dependent:c.dependent+c.arc], zero)
			a.work.RoundRow(buffer, &a.deps, i)
			a.work.Swish(buffer, row[c.head:c.head+c.arc], zero)
			a.work.ShortenRow(buffer, &a.heads, i)
		}
	}
	a.work.Apply(a.model.mix, &a.deps, &a.mixed)
}

// tag writes the tags of a sentence whose first token is token first of the document.
func (a *analyzer) tag(d *extractor.Document, first, s int) {
	c := &a.model.columns
	for i := range a.layout.Lengths[s] {
		row := a.spaces.Row(a.layout.Starts[s] + i)
		t := &d.Tags[first+i]
		tags := a.bestTags(row[c.upos:c.xpos], row[c.xpos:c.total])
		t.UPOS, t.XPOS = tags.UPOS, tags.XPOS
		text := d.TokenText(first + i)
		t.Feats = a.model.lexicon.Feats(&a.lemmas, text, t.UPOS, t.XPOS)
		t.Lemma, _ = a.model.lexicon.Lemma(&a.lemmas, first+i, text, tags, a.capitals[s])
	}
}

// bestTags chooses the parts of speech that score best among those that go together.
func (a *analyzer) bestTags(upos, xpos []float32) morphology.Tags {
	t := morphology.Tags{UPOS: extractor.UPOS(1 + best(upos[1:])), XPOS: extractor.XPOS(1 + best(xpos[1:]))}
	if a.model.lexicon.Plausible(t) {
		return t
	}
	chosen, top := t, float32(math.Inf(-1))
	for u := 1; u < len(upos); u++ {
		for x := 1; x < len(xpos); x++ {
			pair := morphology.Tags{UPOS: extractor.UPOS(u), XPOS: extractor.XPOS(x)}
			if s := upos[u] + xpos[x]; s > top && a.model.lexicon.Plausible(pair) {
				chosen, top = pair, s
			}
		}
	}
	return chosen
}

// scoreArcs scores the arcs of a sentence; the scores are valid until the next call.
func (a *analyzer) scoreArcs(s int) arcMatrix {
	start, n := a.layout.Starts[s], a.layout.Lengths[s]
	stride := (n + 1 + 3) / 4 * 4
	if cap(a.scores) < n*stride {
		a.scores = make([]float32, n*stride*3/2)
	}
	m := arcMatrix{a.scores[:n*stride], stride}
	for i := range n {
		to := m.scores[i*stride : (i+1)*stride]
		a.work.ShortenRow(a.mixed.Row(start+i), &a.row, 0)
		a.work.Dots(a.row.Row(0), &a.heads, start-1, n+1, to)
		scale := a.row.Scales[0]
		for j := range to {
			to[j] *= scale
		}
	}
	return m
}

// scoreRelations computes a.relation, the scores of the relations to the chosen heads.
func (a *analyzer) scoreRelations() {
	c := &a.model.columns
	a.joined.Resize(a.layout.Rows, c.label)
	buffer := a.buffer[:c.label]
	for s, start := range a.layout.Starts {
		a.joined.ZeroRow(start - 1)
		for i := start; i < start+a.layout.Lengths[s]; i++ {
			head := a.model.labelRoot
			if h := a.chosen[i]; h >= 0 {
				head = a.spaces.Row(start + int(h))[c.labelHead : c.labelHead+c.label]
			}
			a.work.Swish(buffer, a.spaces.Row(i)[c.labelDep:c.labelDep+c.label], head)
			a.work.RoundRow(buffer, &a.joined, i)
		}
	}
	a.work.Apply(a.model.labels, &a.joined, &a.relation)
}

// label writes the arcs of all sentences with their relations.
func (a *analyzer) label(d *extractor.Document, sentences []extractor.Sentence) {
	for s, sentence := range sentences {
		first, start := sentence.Tokens.First, a.layout.Starts[s]
		for i := range a.layout.Lengths[s] {
			arc := &d.Arcs[int(first)+i]
			if h := a.chosen[start+i]; h < 0 {
				*arc = extractor.Arc{Head: -1, Rel: extractor.RelRoot}
			} else {
				*arc = extractor.Arc{Head: first + h, Rel: bestRelation(a.relation.Row(start + i))}
			}
		}
		for i := first; i < sentence.Tokens.Last; i++ {
			a.settleTitle(d, int(i), first)
		}
	}
}

// bestRelation returns the best relation that is not to the root.
func bestRelation(scores []float32) extractor.Deprel {
	top, most := extractor.RelPunct, scores[extractor.RelPunct]
	for i, s := range scores[:extractor.DeprelCount] {
		if s > most && i >= int(extractor.RelPunct) && i != int(extractor.RelRoot) {
			top, most = extractor.Deprel(i), s
		}
	}
	return top
}
