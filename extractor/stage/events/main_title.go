package events

import "github.com/dateline-news/dateline/extractor"

// Features of the headline: none is there; a word of the event is one of its, a verb, stands in the headline's own
// block, in the first sentence; then what is covered, and what its words name.
const (
	titleFeatures = 13
	titleSaidAt   = titleAt + 1
	titleCoverAt  = titleAt + 5
)

// describeTitle: what of the event the headline says.
func (a *analysis) describeTitle(b *mainBuilder, r *ranking, e *extractor.Event) {
	t := &r.title
	if len(t.words) == 0 {
		b.flag(true)
		b.n += titleFeatures - 1
		return
	}
	var said, verb, block, lead bool
	bits, share := uint32(0), float32(0)
	for i := range e.Triggers {
		trigger := &e.Triggers[i]
		k := t.find(a.stemAt(trigger.Head))
		inBlock := a.blockOf(trigger.Head) == extractor.SegmentTitle
		if k >= 0 {
			bits |= 1 << k
		}
		if k >= 0 || inBlock {
			said, block, lead = true, block || inBlock, lead || trigger.Sentence == r.lede
			verb = verb || a.Tags[trigger.Head].UPOS == extractor.VERB
		}
		if !inBlock {
			share = max(share, t.share(a, trigger.Sentence))
		}
	}
	for i := range e.Arguments {
		bits |= t.wordsOf(a, &e.Arguments[i])
	}
	covered := t.shareOf(bits)
	b.flag(false, said, verb, block, lead)
	b.add(covered+0.3*share, covered, share, t.types[e.Type], t.first[e.Type])
	b.flag(said && t.types[e.Type] > 0, isTop(&t.types, e.Type), isTop(&t.first, e.Type))
}

// isTop reports whether no type is likelier.
func isTop(types *typeShares, of extractor.EventType) bool {
	for _, p := range types {
		if p > types[of] {
			return false
		}
	}
	return types[of] > 0
}
