package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// certainty: what one article reports as fact and another, in so many words, as an allegation. A later report of fact settles it.
func (b *builder) certainty(e *Event) {
	var fact, alleged *Claim
	var told happening
	for _, r := range e.told() {
		x, i := b.reported(r)
		if x.Status == extractor.StatusAlleged && alleged == nil && isHedged(x.passage().Text) {
			c := b.claim(i, x, x.Status.String(), extractor.StanceAssert, x.Spans...)
			alleged, told = &c, b.happening(int32(i), r.Event)
		}
	}
	if alleged == nil {
		return
	}
	for _, r := range e.told() {
		x, i := b.reported(r)
		if x.Status != extractor.StatusActual || len(x.Attribution) > 0 || x.Negative || r.ArticleID == alleged.ArticleID || isCharge(x.passage().Text) {
			continue
		}
		if h := b.happening(int32(i), r.Event); identified(&h, &told) {
			c := b.claim(i, x, x.Status.String(), extractor.StanceAssert, x.Spans...)
			fact = &c
		}
	}
	if fact == nil {
		return
	}
	c := Conflict{Event: e.ID, FieldPath: "status", Kind: ConflictCertainty, Resolution: Unresolved, Claims: []Claim{*alleged, *fact}}
	if b.published(fact.ArticleID) > b.published(alleged.ArticleID) {
		c.Resolution = Superseded
	}
	b.report(c)
}

// isHedged reports whether a sentence leaves open whether what it tells happened; a mere attempt does not.
func isHedged(sentence string) bool {
	s := strings.ToLower(sentence)
	return containsAny(s, "allegedly", "alleged ", "reportedly", "apparently", "unconfirmed", "rumour", "rumor", "suspected", "believed to have",
		"thought to have", "said to have") && !containsAny(s, "tried to", "trying to", "attempt")
}

// isCharge reports whether a sentence tells of an act as what somebody is charged with.
func isCharge(sentence string) bool {
	s := strings.ToLower(sentence)
	return isHedged(s) || containsAny(s, "charge", "accus", "convict", "trial", "guilty", "suspect", " if ")
}

func containsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// strengths: “the largest strike” against “one of the largest strikes”, of one event or, in as many words, of one story.
func (b *builder) strengths() {
	var strong, weak []rank
	for i, r := range b.reports {
		for _, p := range r.Remarks {
			if k, ok := superlative(p.Text); ok {
				k.report, k.passage = i, p
				k.event, k.direct = b.eventAt(i, p)
				if k.only {
					strong = append(strong, k)
				} else {
					weak = append(weak, k)
				}
			}
		}
	}
	told := map[string]bool{}
	for _, s := range strong {
		for _, w := range weak {
			if told[s.adjective] || b.reprint[s.report] == b.reprint[w.report] || !s.compares(&w) {
				continue
			}
			told[s.adjective] = true
			c := Conflict{FieldPath: "summary", Kind: ConflictStrength, Resolution: Unresolved,
				Claims: []Claim{b.rankClaim(&s), b.rankClaim(&w)}}
			if s.event >= 0 {
				c.Event = fmt.Sprintf("sv%d", s.event)
			}
			b.report(c)
		}
	}
}

// rank is a superlative: its adjective, the word and the sentence's rest after it, and whether it claims to be the only one.
type rank struct {
	adjective, noun string
	scope           []string
	only            bool

	report  int
	passage Passage
	// event is the story's that the sentence tells of (direct), or else the article's main one; -1 for none.
	event  int32
	direct bool
}

// compares reports whether two superlatives rank one thing: of one event, or one noun within scopes that do not differ.
func (k *rank) compares(o *rank) bool {
	if k.adjective != o.adjective {
		return false
	}
	return k.direct && o.direct && k.event == o.event || k.noun == o.noun && agree(k.scope, o.scope)
}

// eventAt returns the story's event that a sentence of an article tells of, else that article's main one.
func (b *builder) eventAt(i int, p Passage) (event int32, direct bool) {
	r := b.reports[i]
	for j := range r.Events {
		if slices.Contains(r.Events[j].Passages, p) {
			return b.eventOf[i][j], true
		}
	}
	if r.MainEvent >= 0 {
		return b.eventOf[i][r.MainEvent], false
	}
	return -1, false
}

func (b *builder) rankClaim(k *rank) Claim {
	return b.claim(k.report, &ReportEvent{}, k.passage.Text, extractor.StanceAssert, k.passage.Span)
}

// superlative finds the first superlative after “the”.
func superlative(sentence string) (k rank, ok bool) {
	words := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return r == ' ' || r == '-' || r == ',' || r == '.' })
	for i := 1; i < len(words); i++ {
		if words[i-1] != "the" || !isSuperlative(words[i]) {
			continue
		}
		k.adjective = words[i]
		among := i >= 3 && words[i-2] == "of" && (words[i-3] == "one" || words[i-3] == "some" || words[i-3] == "among")
		k.only = !among && (i < 2 || words[i-2] != "among")
		rest := words[i+1:]
		if k.adjective == "most" && len(rest) > 0 {
			k.adjective, rest = "most "+rest[0], rest[1:]
		}
		if len(rest) > 0 {
			k.noun, rest = strings.TrimSuffix(rest[0], "s"), rest[1:]
		}
		for _, w := range rest {
			if len(w) > 2 && !isFunction(w) {
				k.scope = append(k.scope, strings.TrimSuffix(w, "s"))
			}
		}
		return k, true
	}
	return k, false
}

func isSuperlative(w string) bool {
	switch w {
	case "most", "best", "worst", "first", "only":
		return w == "most" || w == "best" || w == "worst"
	case "latest", "west", "east", "interest", "protest", "request", "arrest", "forest", "test", "guest", "contest", "rest", "quest", "least":
		return false
	}
	return len(w) > 5 && strings.HasSuffix(w, "est")
}

// cardinality: one article tells in one meeting (“met A and B”) what others tell in two.
func (b *builder) cardinality() {
	events := b.story.Events
	told := map[int]bool{} // events that were folded into another: once is enough
	for i := range events {
		for j := range events {
			if i == j || told[i] || told[j] || events[i].Type != extractor.EventConsult || events[j].Type != extractor.EventConsult {
				continue
			}
			if c, ok := b.foldedInto(&events[i], &events[j]); ok {
				told[i], told[j] = true, true
				b.report(c)
			}
		}
	}
}

// foldedInto reports whether a report of event e also holds the people of event f, which other articles tell apart
// from e.
func (b *builder) foldedInto(e, f *Event) (Conflict, bool) {
	if gapOf(stretchOf(e.Interval), stretchOf(f.Interval)) > 1 || len(e.told()) < 2 || e.Mode != f.Mode && (e.Mode == "phone" || f.Mode == "phone") {
		return Conflict{}, false
	}
	for _, r := range e.told() {
		x, i := b.reported(r)
		people, sentence := b.peopleTogether(x, i)
		if len(people) < enoughPeople {
			continue
		}
		for _, s := range f.told() {
			y, j := b.reported(s)
			apart := b.peopleOf(y, j)
			if i == j || len(apart) < 2 || share(apart, people) < 1 || !b.toldApart(e, f, j) {
				continue
			}
			c := Conflict{Event: e.ID, FieldPath: "arguments", Kind: ConflictCardinality, Resolution: Reconcilable, Claims: []Claim{
				b.claim(i, x, sentence.Text, extractor.StanceAssert, sentence.Span),
				b.claim(j, y, y.passage().Text, extractor.StanceAssert, y.passage().Span)}}
			for _, o := range e.told() {
				if z, k := b.reported(o); k == j && z.passage() != y.passage() {
					c.Claims = append(c.Claims, b.claim(k, z, z.passage().Text, extractor.StanceAssert, z.passage().Span))
					break
				}
			}
			return c, true
		}
	}
	return Conflict{}, false
}

// toldApart reports whether one article reports both events: in one sentence, where their times do not say that they belong
// together.
func (b *builder) toldApart(e, f *Event, report int) bool {
	id := b.reports[report].ArticleID
	dated := gapOf(stretchOf(e.Interval), stretchOf(f.Interval)) >= 0
	return slices.ContainsFunc(e.told(), func(r EventReport) bool {
		return r.ArticleID == id && slices.ContainsFunc(f.told(), func(s EventReport) bool {
			return s.ArticleID == id && (dated || shareSentence(&b.reports[report].Events[r.Event], &b.reports[report].Events[s.Event]))
		})
	})
}

// shareSentence reports whether two events of an article have triggers in one sentence.
func shareSentence(x, y *ReportEvent) bool {
	return slices.ContainsFunc(x.Passages, func(p Passage) bool {
		return slices.ContainsFunc(y.Passages, func(q Passage) bool { return p.Span == q.Span })
	})
}

// enoughPeople is how many an event must have, at least, to hold two meetings.
const enoughPeople = 3

// peopleTogether is peopleOf as far as one sentence names them: the sentence of the event that names most, of equals the
// first. It is empty where the event has not enough people.
func (b *builder) peopleTogether(e *ReportEvent, report int) (most []int32, sentence Passage) {
	people := b.peopleOf(e, report)
	if len(people) < enoughPeople {
		return nil, sentence
	}
	for _, p := range e.Passages {
		words := strings.Fields(foldName(p.Text))
		var named []int32
		for _, k := range people {
			if !slices.Contains(named, k) && b.isNamed(k, words) {
				named = append(named, k)
			}
		}
		if len(named) > len(most) || len(named) == len(most) && p.Span.Begin < sentence.Span.Begin {
			most, sentence = named, p
		}
	}
	return most, sentence
}

// isNamed reports whether a text has the surname of a person of the story.
func (b *builder) isNamed(person int32, words []string) bool {
	x := &b.story.Entities[person]
	return slices.Contains(words, lastWord(foldName(x.Name))) ||
		slices.ContainsFunc(x.Aliases, func(a string) bool { return slices.Contains(words, lastWord(foldName(a))) })
}

func (b *builder) peopleOf(e *ReportEvent, report int) []int32 {
	h := happening{report: int32(report)}
	for _, a := range e.Arguments {
		if a.Role == extractor.RoleActor || a.Role == extractor.RoleRecipient {
			b.addParty(&h, b.reports[report], a.Entity)
		}
	}
	return h.people
}
