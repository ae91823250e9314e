package events

import (
	"math/bits"

	"github.com/dateline-news/dateline/extractor"
)

// pairWords is how many of a pair's features tell of the words around both.
const pairWords = 24

// maxAround is with how many mentions of a cluster, the last ones, the words around a mention are compared.
const maxAround = 4

// describeWords fills the features of what stands around a mention and those of a cluster.
func (a *analysis) describeWords(x *[pairWords]float32, k *cluster, c *candidate, others int) {
	set := func(i int, b bool) {
		if b {
			x[i] = 1
		}
	}
	first, last := &a.candidates[k.mentions[0]], &a.candidates[k.mentions[len(k.mentions)-1]]
	top, verb, titled := float32(0), false, false
	var met overlap
	for n, i := range k.mentions {
		o := &a.candidates[i]
		top, verb = max(top, o.p), verb || a.Tags[o.head].UPOS == extractor.VERB
		titled = titled || a.blockOf(o.head) == extractor.SegmentTitle
		set(0, o.sense.ID != 0 && o.sense.ID == c.sense.ID)
		if n >= len(k.mentions)-maxAround {
			a.overlapOf(&met, o, c)
		}
	}
	x[1], x[2] = logitOf(c.p), logitOf(top)
	x[3] = farther(c.sentence, first.sentence)
	x[4] = logOf(others + 1)
	x[5] = logOf(a.words.frequency(c.head) + 1)
	x[6], x[7], x[8] = float32(min(met.words, 3)), float32(min(met.entities, 3)), float32(min(met.around, 4))
	set(9, met.words+met.entities == 0 && len(c.fillers) > 0)
	x[10] = float32(min(len(c.fillers), 4))
	set(11, a.words.headlined(a.lemma(c.head)))
	set(12, titled)
	set(13, verb)
	set(14, a.isConjoined(c.head, last.head))
	set(15, a.inDirectQuote(c.head))
	set(16, a.inDirectQuote(last.head))
	set(17, a.isGoverned(c.head))
	x[18] = float32(min(a.depth(c.head), 5))
	set(19, c.status.generic)
	set(20, met.subjects)
	set(21, met.objects)
	set(22, c.status.status == first.status.status)
	x[23] = float32(c.status.status)
}

// overlap is what two mentions have in common: words and entities that fill their places, entities of their sentences,
// and whether a subject or an object is the same.
type overlap struct {
	words, entities, around int
	subjects, objects       bool
}

func (a *analysis) overlapOf(met *overlap, o, c *candidate) {
	words, entities := 0, 0
	for _, f := range c.fillers {
		e := a.entityAt(f.head).entity
		for _, g := range o.fillers {
			same := false
			switch {
			case e >= 0 && a.entityAt(g.head).entity == e:
				same = true
				entities++
			case a.Tags[f.head].UPOS != extractor.PRON && a.lemma(f.head) == a.lemma(g.head):
				same = true
				words++
			}
			if same && f.place == g.place {
				met.subjects = met.subjects || f.place == "subj"
				met.objects = met.objects || f.place == "obj" || f.place == "of"
			}
		}
	}
	met.words, met.entities = max(met.words, words), max(met.entities, entities)
	if o.sentence != c.sentence {
		met.around = max(met.around, bits.OnesCount64(a.present[o.sentence]&a.present[c.sentence]))
	}
}

// indexPresent notes which entities are named in which sentence.
func (a *analysis) indexPresent() {
	a.present = resized(a.present, len(a.Sentences))
	clear(a.present)
	for s := range a.Sentences {
		r := a.Sentences[s].Tokens
		for i := r.First; i < r.Last; i++ {
			if e := a.mentionAt[i].entity; e >= 0 {
				a.present[s] |= 1 << (e & 63)
			}
		}
	}
}

// isConjoined reports whether two words are joined by “and” or the like.
func (a *analysis) isConjoined(i, k int32) bool {
	return a.rel(i) == extractor.RelConj && (a.head(i) == k || a.rel(k) == extractor.RelConj && a.head(i) == a.head(k))
}
