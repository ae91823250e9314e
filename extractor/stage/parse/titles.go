package parse

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// settleTitle makes a noun of a title that was taken for an adjective, as treebanks know “premier” and “executive” best,
// though its place in the tree is a noun's: “the premier said”, “Norway's premier to visit Lund”.
func (a *analyzer) settleTitle(d *extractor.Document, i int, first int32) {
	tag := &d.Tags[i]
	if tag.UPOS != extractor.ADJ || !nounPlace(d, i, first) {
		return
	}
	text := d.TokenText(i)
	if t := gazetteer.English().Title(text); t == nil || t.Kind == gazetteer.TitleAddress || !strings.EqualFold(t.Name, text) {
		return
	}
	tag.UPOS, tag.XPOS = extractor.NOUN, extractor.PennNN
	tag.Lemma = strings.ToLower(text)
	tag.Feats = a.model.lexicon.Feats(&a.lemmas, text, tag.UPOS, tag.XPOS)
}

// nounPlace reports whether a word of a sentence that begins at token first stands where adjectives do not: it does or
// suffers something, or a determiner or possessor is before it and no noun after it that it might describe.
func nounPlace(d *extractor.Document, i int, first int32) bool {
	switch d.Arcs[i].Rel.Base() {
	case extractor.RelNsubj:
		return true
	case extractor.RelObj, extractor.RelObl, extractor.RelNmod, extractor.RelAppos, extractor.RelConj, extractor.RelRoot:
	default:
		return false
	}
	if int32(i) == first {
		return false
	}
	before := i - 1
	if d.Tags[before].UPOS == extractor.ADJ && before > int(first) {
		before--
	}
	switch d.Arcs[before].Rel {
	case extractor.RelDet, extractor.RelNmodPoss:
		return int(d.Arcs[before].Head) == i
	}
	return d.Tags[before].XPOS == extractor.PennPOS
}
