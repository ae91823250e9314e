package events

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
)

// describePlaces: where the words of the event stand, in the article and in the sentence.
func (a *analysis) describePlaces(b *mainBuilder, r *ranking, e *extractor.Event) {
	p := a.toldWhere(r, e)
	b.flag(p.lede >= 0, p.first == r.lede+1, p.first == r.lede+2, p.body == 0)
	b.add(float32(math.Log1p(float64(p.body))), float32(min(p.early, 4)), float32(math.Log1p(float64(p.verbs))))
	at := e.Triggers[0].Head
	if p.body > 0 {
		b.add(float32(math.Log1p(float64(p.first))), float32(p.last-p.first)/float32(len(a.Sentences)))
	} else {
		b.add(0, 0)
	}
	b.add(float32(math.Log1p(float64(a.words.frequency(at)))))
	b.flag(a.quoteAt(at) >= 0, a.isGoverned(at), a.Tags[at].UPOS == extractor.VERB)
	b.one(a.relationGroup(at), relationGroups)
	a.describeLede(b, p.lede)
	if p.body > 0 {
		at = p.firstHead
	}
	b.flag(p.lede < 0 && a.isBackground(at), p.lede < 0 && a.isPluperfect(at))
}

// wherePut is where an event is told in the body.
type wherePut struct {
	// first and last are sentences, firstHead the word in the first; lede is the highest word in the first sentence of
	// the article, -1 for none.
	first, last, firstHead, lede int32
	// body counts the words, early those near the beginning, verbs the verbs.
	body, early, verbs int
}

func (a *analysis) toldWhere(r *ranking, e *extractor.Event) wherePut {
	p, depth := wherePut{first: math.MaxInt32, last: -1, lede: -1}, math.MaxInt
	for i := range e.Triggers {
		t := &e.Triggers[i]
		if a.Blocks[a.Sentences[t.Sentence].Block].Type != extractor.SegmentBody {
			continue
		}
		p.body++
		if t.Sentence < p.first {
			p.first, p.firstHead = t.Sentence, t.Head
		}
		p.last = max(p.last, t.Sentence)
		if t.Sentence <= r.lede+3 {
			p.early++
		}
		if a.Tags[t.Head].UPOS == extractor.VERB {
			p.verbs++
		}
		if d := a.depth(t.Head); a.leads(t.Sentence) && d < depth {
			p.lede, depth = t.Head, d
		}
	}
	return p
}

// describeLede: how the event stands in the tree of the first sentence.
func (a *analysis) describeLede(b *mainBuilder, at int32) {
	if at < 0 {
		b.n += relationGroups + 11
		return
	}
	b.one(a.relationGroup(at), relationGroups)
	said, above := a.governors(at)
	depth := a.depth(at)
	b.add(1/float32(1+depth), float32(min(above, 4)))
	b.flag(depth == 0, above == 0, above == 0 && said, said, a.Tags[at].UPOS == extractor.VERB, a.isBackground(at), a.isPluperfect(at),
		a.isGoverned(at), a.quoteAt(at) >= 0)
}

// governors counts the events other than statements that stand above a word in the tree, and tells of a statement there.
func (a *analysis) governors(i int32) (said bool, n int) {
	for steps := 0; steps < mostSteps; steps++ {
		if i = a.head(i); i < 0 {
			return said, n
		}
		t := a.triggerAt[i]
		switch {
		case t >= 0 && !a.candidates[t].dropped && a.candidates[t].sense.Type != extractor.EventStatement:
			n++
		case t >= 0, a.Tags[i].UPOS == extractor.VERB && a.tree.Child(i, extractor.RelCcomp, extractor.RelParataxis) >= 0:
			said = true
		}
	}
	return said, n
}

const relationGroups = 11

// relationGroup sorts the relation of a word to its head.
func (a *analysis) relationGroup(i int32) int {
	switch a.rel(i) {
	case extractor.RelRoot:
		return 0
	case extractor.RelCcomp, extractor.RelParataxis:
		return 1
	case extractor.RelXcomp:
		return 2
	case extractor.RelAdvcl:
		return 3
	case extractor.RelAcl:
		return 4
	case extractor.RelAclRelcl:
		return 5
	case extractor.RelConj:
		return 6
	case extractor.RelObj:
		return 7
	case extractor.RelNsubj, extractor.RelNsubjPass:
		return 8
	case extractor.RelObl, extractor.RelNmod:
		return 9
	}
	return 10
}

// background are the words by which a sentence sets its news against what was before.
var background = map[string]bool{
	"after": true, "following": true, "since": true, "amid": true, "despite": true, "over": true, "for": true, "because": true,
	"when": true, "as": true, "while": true, "before": true, "during": true, "if": true,
}

// isBackground reports whether such a word stands before the event.
func (a *analysis) isBackground(i int32) bool {
	c := a.tree.Child(i, extractor.RelCase, extractor.RelMark)
	return c >= 0 && background[a.lemma(c)]
}

// isPluperfect reports whether a verb tells what had been before.
func (a *analysis) isPluperfect(i int32) bool {
	c := a.tree.Child(i, extractor.RelAux)
	return c >= 0 && a.lemma(c) == "have" && a.Tags[c].XPOS == extractor.PennVBD
}
