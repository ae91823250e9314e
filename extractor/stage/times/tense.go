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
	if t.ofMishap(int(i)) {
		return dirPast
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

// ofMishap: “will remember the victims of the attack in Lund in July”. Nobody plans what the noun before the time names.
func (t *tense) ofMishap(i int) bool {
	const far = 6
	for j := i - 1; j >= max(0, i-far); j-- {
		switch tag := &t.d.Tags[j]; tag.UPOS {
		case extractor.ADP, extractor.DET, extractor.PROPN, extractor.ADJ:
		case extractor.NOUN:
			return t.words.mishaps[tag.Lemma]
		default:
			return false
		}
	}
	return false
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
	a := auxiliaries{dir: tagDirection(tag.XPOS), participle: tag.XPOS == extractor.PennVBN}
	sentence := t.d.Sentences[t.d.SentenceOf(i)].Tokens
	low, high := max(int(sentence.First), i-12), min(int(sentence.Last), i+2)
	for j := low; j < high; j++ {
		if t.d.Arcs[j].Head != int32(i) {
			continue
		}
		switch t.d.Arcs[j].Rel.Base() {
		case extractor.RelAux, extractor.RelCop:
			if t.auxiliary(j, &a) {
				return a.dir
			}
		case extractor.RelMark:
			if w := lowerKey(t.d.TokenText(j)); (w == "to" || w == "due") && (tag.XPOS == extractor.PennVB || a.participle) {
				if w == "due" && a.to == dirNone {
					a.to = dirFuture
				}
				a.infinitive = true
			}
		}
	}
	switch {
	case a.infinitive && a.to != dirNone:
		return a.to
	case a.infinitive:
		return t.purpose(i)
	case a.modal:
		return dirFuture
	case a.dir == dirPast && t.words.plans[tag.Lemma]:
		return dirPlanned
	case a.dir != dirBefore && (t.words.plans[tag.Lemma] || a.dir == dirPresent && t.words.planned[tag.Lemma]):
		return dirFuture
	}
	return a.dir
}

// tagDirection is the tense that a verb's form alone tells.
func tagDirection(x extractor.XPOS) direction {
	switch x {
	case extractor.PennVBD, extractor.PennVBN:
		return dirPast
	case extractor.PennVBZ, extractor.PennVBP:
		return dirPresent
	}
	return dirNone
}

// auxiliaries is what has been read of those of one verb.
type auxiliaries struct {
	dir direction
	// to is the direction that “is” or “was” gives to an infinitive behind it: “is to open”, “was to be heard”.
	to                            direction
	participle, infinitive, modal bool
}

// auxiliary reads word j, an auxiliary or copula. It returns true when that settles the direction.
func (t *tense) auxiliary(j int, a *auxiliaries) bool {
	w, tag := lowerKey(t.d.TokenText(j)), &t.d.Tags[j]
	switch {
	case t.words.future[w]:
		a.dir = dirFuture
		return true
	case (a.infinitive || a.modal) && w == "have":
		a.dir = dirPast // “is believed to have fled”, “may have been killed”
		return true
	case a.infinitive:
	case tag.XPOS == extractor.PennVBD && a.participle && strings.HasPrefix(w, "h"):
		a.dir = dirBefore
	case w == "would" && a.dir == dirNone:
		a.dir = dirPlanned
	case t.words.modal[w]:
		a.modal = true
	case a.dir == dirBefore:
	case tag.XPOS == extractor.PennVBD:
		a.dir, a.to = dirPast, dirPast // “had been due to expire”
		if tag.Lemma == "be" {
			a.to = dirPlanned
		}
	case tag.XPOS == extractor.PennVBZ || tag.XPOS == extractor.PennVBP:
		if a.dir == dirNone || a.participle && !strings.HasPrefix(strings.ToLower(tag.Lemma), "ha") {
			a.dir = dirPresent
		}
		if tag.Lemma == "be" {
			a.to = dirFuture
		}
	}
	return false
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
type tenseWords struct{ future, modal, planned, plans, ahead, past, present, mishaps map[string]bool }

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
		modal:   set("may can must should"),
		plans:   set("plan schedule expect slate anticipate forecast"),
		ahead:   set("expected planned scheduled slated anticipated due would"),
		planned: set("plan expect schedule slate set due intend hope aim want prepare seek vow pledge promise agree order invite ask urge likely ready poised about going begin start open expire end"),
		past:    set("was were had did said told took went came made met held began got gave won lost saw left found became fell rose hit sent brought led ran wrote broke spoke shot fought sold bought paid kept grew struck drew stood knew thought felt put"),
		present: set("is are has have says am does do"),
		mishaps: set("attack bombing killing murder shooting stabbing massacre assassination coup crash explosion blast earthquake quake tsunami " +
			"flood fire collapse accident disaster derailment eruption outbreak riot death kidnapping abduction arrest robbery spill sinking"),
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
