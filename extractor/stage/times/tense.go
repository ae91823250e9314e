package times

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// direction is where the clause around a time puts it.
type direction uint8

const (
	dirNone direction = iota
	dirPast
	dirPresent
	dirFuture
	// dirBefore is the pluperfect: past even beside “by” and “until”.
	dirBefore
	// dirPlanned is the future of a past: “was expected to open on Friday”.
	dirPlanned
)

// tense finds the direction of the clause around a span: that of the verb which governs it in the tree, else that
// of the nearest verbal word of the sentence.
type tense struct {
	d     *extractor.Document
	atoms []atom
	words tenseWords
}

func (t *tense) of(f *frame) direction {
	if dir := t.planned(f); dir != dirPlanned {
		return dir
	}
	return dirFuture
}

// planned is of, with the future of a past apart.
func (t *tense) planned(f *frame) direction {
	if dir := t.exact(f); dir != dirBefore {
		return dir
	}
	return dirPast
}

// exact is of, with the pluperfect apart.
func (t *tense) exact(f *frame) direction {
	if len(t.d.Arcs) > 0 && len(t.d.Arcs) == len(t.d.Tokens) && len(t.d.Tags) == len(t.d.Tokens) {
		if dir := t.governing(f); dir != dirNone {
			return dir
		}
	}
	return t.nearby(f)
}

// governing climbs from the expression's head to verbs until one has a tense.
func (t *tense) governing(f *frame) direction {
	tokens := t.d.TokensIn(extractor.TextSpan{Begin: extractor.TextOffset(t.atoms[f.begin].begin), End: extractor.TextOffset(t.atoms[f.end-1].end)})
	if tokens.Empty() {
		return dirNone
	}
	i := tokens.First
	if t.possessive(f) {
		return t.ofEvent(i)
	}
	for steps := 0; steps < 40 && i >= 0; steps++ {
		if !tokens.Contains(int(i)) {
			if dir := t.verb(int(i)); dir != dirNone {
				return dir
			}
		}
		i = t.d.Arcs[i].Head
	}
	return dirNone
}

// possessive: “Wednesday's ruling”.
func (t *tense) possessive(f *frame) bool {
	i := int(f.end)
	return i+1 < len(t.atoms) && t.atoms[i].glued && t.atoms[i+1].glued && t.d.Text[t.atoms[i+1].begin:t.atoms[i+1].end] == "s"
}

// ofEvent is the direction of an event named by its day: past, unless the nearest verb is itself in the future.
// “plans to appeal Wednesday's ruling” is no evidence that the ruling lies ahead.
func (t *tense) ofEvent(i int32) direction {
	for steps := 0; steps < 20 && i >= 0; steps++ {
		switch t.d.Tags[i].UPOS {
		case extractor.VERB, extractor.AUX:
			if t.d.Tags[i].XPOS == extractor.PennVB && !t.finite(int(i)) {
				return dirPast
			}
			if t.verb(int(i)) == dirFuture {
				return dirFuture
			}
			return dirPast
		}
		if dir := t.verb(int(i)); dir == dirFuture {
			return dir
		}
		i = t.d.Arcs[i].Head
	}
	return dirPast
}

// finite: the verb has an auxiliary, as in “will meet”.
func (t *tense) finite(i int) bool {
	for j := max(0, i-8); j < i; j++ {
		if t.d.Arcs[j].Head == int32(i) && t.d.Arcs[j].Rel.Base() == extractor.RelAux {
			return true
		}
	}
	return false
}

// verb reads the tense of a verb, or of a noun or adjective with a copula, from its tag and its auxiliaries.
func (t *tense) verb(i int) direction {
	tag := t.d.Tags[i]
	dir := dirNone
	switch tag.XPOS {
	case extractor.PennVBD:
		dir = dirPast
	case extractor.PennVBZ, extractor.PennVBP:
		dir = dirPresent
	case extractor.PennVBN:
		dir = dirPast
	}
	sentence := t.d.Sentences[t.d.SentenceOf(i)].Tokens
	low, high := max(int(sentence.First), i-12), min(int(sentence.Last), i+2)
	infinitive := false
	for j := low; j < high; j++ {
		if t.d.Arcs[j].Head != int32(i) {
			continue
		}
		switch t.d.Arcs[j].Rel.Base() {
		case extractor.RelAux, extractor.RelCop:
			switch w := t.d.TokenText(j); {
			case t.words.future[lowerKey(w)]:
				return dirFuture
			case t.d.Tags[j].XPOS == extractor.PennVBD && tag.XPOS == extractor.PennVBN && strings.HasPrefix(lowerKey(w), "h"):
				dir = dirBefore
				continue
			case lowerKey(w) == "would" && dir == dirNone:
				dir = dirPlanned
				continue
			case dir == dirBefore:
			case t.d.Tags[j].XPOS == extractor.PennVBD:
				dir = dirPast
			case t.d.Tags[j].XPOS == extractor.PennVBZ || t.d.Tags[j].XPOS == extractor.PennVBP:
				if dir == dirNone || tag.XPOS == extractor.PennVBN && !strings.HasPrefix(strings.ToLower(t.d.Tags[j].Lemma), "ha") {
					dir = dirPresent
				}
			}
		case extractor.RelMark:
			if strings.EqualFold(t.d.TokenText(j), "to") && tag.XPOS == extractor.PennVB {
				infinitive = true
			}
		}
	}
	if infinitive && dir == dirNone {
		return t.purpose(i)
	}
	switch {
	case dir == dirPast && t.words.plans[tag.Lemma]:
		return dirPlanned
	case dir != dirBefore && (t.words.plans[tag.Lemma] || dir == dirPresent && t.words.planned[tag.Lemma]):
		return dirFuture
	}
	return dir
}

// purpose: an infinitive lies ahead under a verb of planning or at the head of a headline; else its governor says.
func (t *tense) purpose(i int) direction {
	head := t.d.Arcs[i].Head
	if head < 0 {
		return dirFuture
	}
	lemma := t.d.Tags[head].Lemma
	switch above := t.verb(int(head)); {
	case above == dirBefore || above == dirPlanned:
		return above
	case lemma == "be" || t.words.planned[lemma]:
		return dirFuture
	}
	return dirNone
}

// tenseWords are closed lists of verbal words.
type tenseWords struct{ future, planned, plans, ahead, past, present map[string]bool }

func newTenseWords() tenseWords {
	set := func(s string) map[string]bool {
		m := map[string]bool{}
		for _, w := range strings.Fields(s) {
			m[w] = true
		}
		return m
	}
	return tenseWords{
		future:  set("will 'll ’ll shall wo"),
		plans:   set("plan schedule expect slate anticipate"),
		ahead:   set("expected planned scheduled slated anticipated due would"),
		planned: set("plan expect schedule slate set due intend hope aim want prepare seek vow pledge promise agree order invite ask urge likely ready poised about going begin start open expire end"),
		past:    set("was were had did said told took went came made met held began got gave won lost saw left found became fell rose hit sent brought led ran wrote broke spoke shot fought sold bought paid kept grew struck drew stood knew thought felt put"),
		present: set("is are has have says am does do"),
	}
}

// lowerKey lowers short words; it allocates only for those with capitals.
func lowerKey(w string) string { return strings.ToLower(w) }

// nearby looks at the words before the expression, then at those after, to the ends of the sentence.
func (t *tense) nearby(f *frame) direction {
	for i := int(f.begin) - 1; i >= max(0, int(f.begin)-farWords) && !t.boundary(i); i-- {
		if dir := t.word(i); dir != dirNone {
			return dir
		}
	}
	for i := int(f.end); i < min(len(t.atoms), int(f.end)+farWords) && !t.boundary(i); i++ {
		if dir := t.word(i); dir != dirNone {
			return dir
		}
	}
	return dirNone
}

// farWords: a verb that is further off says nothing of the expression.
const farWords = 60

// boundary: a paragraph's end, or a stop that is not glued to what follows.
func (t *tense) boundary(i int) bool {
	a := &t.atoms[i]
	if a.kind == atomBreak {
		return true
	}
	if a.kind != atomSign || a.end-a.begin != 1 {
		return false
	}
	switch t.d.Text[a.begin] {
	case '.', '!', '?', ';':
		return i+1 == len(t.atoms) || !t.atoms[i+1].glued
	}
	return false
}

// word reads one word without tags.
func (t *tense) word(i int) direction {
	a := &t.atoms[i]
	if a.kind != atomWord {
		return dirNone
	}
	w := lowerKey(t.d.Text[a.begin:a.end])
	switch {
	case t.words.future[w]:
		return dirFuture
	case w == "ll" && a.glued, w == "to" && i > 0 && t.plans(i-1), t.words.ahead[w]:
		return dirFuture
	case w == "expects" || w == "plans" || w == "hopes" || w == "intends" || w == "aims":
		return dirFuture
	case t.words.past[w] || len(w) > 4 && strings.HasSuffix(w, "ed") && !a.capital:
		return dirPast
	case t.words.present[w]:
		return dirPresent
	}
	return dirNone
}

// plans: “is expected to”, “plans to”.
func (t *tense) plans(i int) bool {
	w := lowerKey(t.d.Text[t.atoms[i].begin:t.atoms[i].end])
	for _, ending := range [...]string{"", "d", "ed", "s", "es"} {
		if stem, ok := strings.CutSuffix(w, ending); ok && t.words.planned[stem] {
			return true
		}
	}
	switch w {
	case "planned", "scheduled", "due", "going", "planning", "is", "are", "set":
		return true
	}
	return false
}
