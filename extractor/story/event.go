package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// happening is an event of one article on its way to being merged.
type happening struct {
	report, event int32
	e             *ReportEvent
	// people and others are the story's entities among its actors and recipients, groups by their members: persons,
	// and bodies and countries. countries are the codes of all of them.
	people, others []int32
	countries      []string
	places         []int32
	// ground are the places, where the event has none those that its article names.
	ground []int32
	// notBefore is a moment before which an event that is planned and has no time did not take place; 0 where it is unknown.
	notBefore int64
	main      bool
	// fillers are equal where one entity of the story, or phrases of one last word, fill a role; rank tells how early in its article the event stands.
	fillers [fillRoles][]uint32
	rank    float32
	// when is the time that is stated, or what placeInTime makes of it.
	when stretch
	*traits
}

// mergeEvents joins the events of all articles that are one act in the world.
func (b *builder) mergeEvents() {
	b.markReprints()
	hs := b.happenings()
	edges := b.pairs(hs)
	clusters := linkage(len(hs), edges, b.model.threshold, func(x, y []int32) bool { return compatible(hs, x, y) })
	groups := map[int32][]int32{}
	var order []int32
	for i, k := range clusters {
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], int32(i))
	}
	told := make([][]int32, 0, len(order))
	for _, k := range order {
		told = append(told, groups[k])
	}
	hs, told = b.corroborate(hs, told)
	made := make([]made, 0, len(told))
	for _, group := range told {
		made = append(made, b.makeEvent(hs, group))
	}
	b.place(made)
}

// happenings lists the events of all articles in canonical order.
func (b *builder) happenings() []happening {
	n := 0
	for _, r := range b.reports {
		n += len(r.Events)
	}
	hs := make([]happening, 0, n)
	b.eventOf = make([][]int32, len(b.reports))
	for i, r := range b.reports {
		b.eventOf[i] = slices.Repeat([]int32{-1}, len(r.Events))
		named := b.placesNamed(int32(i))
		for j := range r.Events {
			h := b.happening(int32(i), int32(j))
			if h.ground = h.places; len(h.ground) == 0 {
				h.ground = named
			}
			hs = append(hs, h)
		}
	}
	return hs
}

// placesNamed lists the story's entities among the places that an article names.
func (b *builder) placesNamed(i int32) []int32 {
	var named []int32
	for k := range b.reports[i].Entities {
		switch b.reports[i].Entities[k].Type {
		case extractor.EntityGPE, extractor.EntityLoc, extractor.EntityFac:
			if id := b.entityOf[i][k]; id >= 0 {
				named = append(named, id)
			}
		}
	}
	return named
}

func (b *builder) happening(i, j int32) happening {
	r := b.reports[i]
	e := r.event(j)
	h := happening{report: i, event: j, e: e, traits: b.traitsOf(r, e), main: r.MainEvent == j && j >= 0}
	h.when = h.stated
	h.rank = rankOf(r.placeOf(j), len(r.Events))
	for k, a := range e.Arguments {
		if f := fillOf(a.Role); f >= 0 {
			key := h.lasts[k]
			if a.Entity >= 0 && b.entityOf[i][a.Entity] >= 0 {
				key = uint32(b.entityOf[i][a.Entity])
			}
			h.fillers[f] = append(h.fillers[f], key)
		}
		switch a.Role {
		case extractor.RoleActor, extractor.RoleRecipient:
			b.addParty(&h, r, a.Entity)
		case extractor.RolePlace:
			if a.Entity >= 0 && b.entityOf[i][a.Entity] >= 0 {
				h.places = append(h.places, b.entityOf[i][a.Entity])
			}
		}
	}
	if e.Type == extractor.EventConsult && len(h.people) == 0 {
		b.addSpeakers(&h, r)
	}
	h.placeInTime(b.days[i])
	return h
}

// traits is what a reported event is compared by that does not depend on the story that it is in.
type traits struct {
	// stated is the time that the article gives.
	stated stretch
	// heads are the last words of the arguments that are no names, numbers their numbers.
	heads, numbers []string
	// senses are the classes of senses.txt that the main trigger is in.
	senses []uint16
	// words are those of the main trigger's sentence, arguments those of the arguments.
	words, arguments vector
	// lasts are hashes of the last words of the arguments, the highest bit set: no index of an entity is as high.
	lasts []uint32
	// around are the words of the sentences of all triggers.
	around vector
	// stems are those of the triggers, each once, the main one's first.
	stems []string
	// rarity tells how much the main trigger's word says.
	rarity float32
}

// traitsOf returns the traits of an article's event, which keeps them: a report is in one story, and one goroutine makes
// that.
func (b *builder) traitsOf(r *Report, e *ReportEvent) *traits {
	if e.traits == nil {
		m := b.model
		t := &traits{stated: stretchOf(e.Interval), words: slices.Clone(b.wordsOf(r.text(e.passage()))).normalized()}
		for _, a := range e.Arguments {
			t.arguments = wordsOf(t.arguments, a.Text, m.weight)
			t.addWords(a.Text)
			t.lasts = append(t.lasts, hashText(lastWord(foldName(a.Text)))|1<<31)
		}
		t.arguments = t.arguments.normalized()
		for _, p := range e.Passages {
			t.around = append(t.around, b.wordsOf(r.text(p))...)
		}
		t.around = t.around.normalized()
		for _, l := range e.Lemmas {
			if s := stemOf(l); !slices.Contains(t.stems, s) {
				t.stems = append(t.stems, s)
			}
		}
		if len(e.Lemmas) > 0 {
			t.senses, t.rarity = senseClasses[e.Lemmas[0]], m.weight(e.Lemmas[0])
		}
		e.traits = t
	}
	return e.traits
}

// wordsOf returns the words of a sentence, which several events and reprints have. Callers must not change them.
func (b *builder) wordsOf(sentence string) vector {
	words, ok := b.words[sentence]
	if !ok {
		words = wordsOf(nil, sentence, b.model.weight)
		b.words[sentence] = words
	}
	return words
}

// addSpeakers notes who took part in a talk that has no parties of its own: “in their phone call the two agreed …” tells it
// by the parties of what was agreed, or said, in it.
func (b *builder) addSpeakers(h *happening, r *Report) {
	for k := range r.Events {
		o := &r.Events[k]
		if int32(k) == h.event || len(o.Passages) == 0 || o.passage().Span != h.e.passage().Span || !toldInTalks(o) {
			continue
		}
		one := happening{report: h.report}
		for _, a := range o.Arguments {
			if a.Role == extractor.RoleActor || a.Role == extractor.RoleRecipient && o.Type == extractor.EventConsult {
				b.addParty(&one, r, a.Entity)
			}
		}
		if len(one.people) > 1 {
			h.people, h.countries = one.people, append(h.countries, one.countries...)
			return
		}
	}
}

// toldInTalks: what parties do in the course of talking, such as to agree to meet.
func toldInTalks(e *ReportEvent) bool {
	return e.Type == extractor.EventStatement || e.Type == extractor.EventAgree || e.Type == extractor.EventSupport ||
		e.Type == extractor.EventConsult && e.Status == extractor.StatusPlanned
}

// placeInTime dates an event without a time that is under way on the day that the article comes out, or before which it comes out.
func (h *happening) placeInTime(day stretch) {
	if h.when.known || !day.known {
		return
	}
	switch h.e.Status {
	case extractor.StatusOngoing:
		h.when = stretch{day.begin, day.begin + 86400, true}
	case extractor.StatusPlanned:
		h.notBefore = day.begin
	}
}

// addWords notes the last word and the numbers of an argument.
func (t *traits) addWords(text string) {
	words := strings.Fields(foldName(text))
	for i, w := range words {
		if _, ok := numberOf(w); ok {
			t.numbers = append(t.numbers, w)
		} else if i == len(words)-1 {
			t.heads = append(t.heads, w)
		}
	}
}

// addParty notes an actor or recipient; a group counts as its members.
func (b *builder) addParty(h *happening, r *Report, entity int32) {
	if entity < 0 {
		return
	}
	x := &r.Entities[entity]
	if len(x.Members) > 0 {
		for _, m := range x.Members {
			if m != entity && len(r.Entities[m].Members) == 0 {
				b.addParty(h, r, m)
			}
		}
		return
	}
	if x.Country != "" {
		h.countries = append(h.countries, x.Country)
	}
	k := b.entityOf[h.report][entity]
	if k < 0 {
		return
	}
	if x.Type == extractor.EntityPerson {
		h.people = append(h.people, k)
	} else {
		h.others = append(h.others, k)
	}
}

// pairs scores every pair of events that may be one.
func (b *builder) pairs(hs []happening) []edge {
	first := make([]int32, len(b.reports))
	for i := 1; i < len(first); i++ {
		first[i] = first[i-1] + int32(len(b.reports[i-1].Events))
	}
	edges := b.remembered(toldPairs, func(article, event int32) int32 { return first[article] + event })
	var fresh []int32 // happenings of which the memo knows nothing
	for i := range hs {
		judge := func(j int32) {
			if !kindred(&hs[i], &hs[j]) {
				return
			}
			if p := b.model.pairScore(&hs[i], &hs[j]); p > leastProbability {
				edges = append(edges, edge{j, int32(i), p})
			}
		}
		if b.isOld(hs[i].report) {
			for _, j := range fresh {
				judge(j)
			}
			continue
		}
		fresh = append(fresh, int32(i))
		for j := range i {
			judge(int32(j))
		}
	}
	b.remember(toldPairs, hs, edges)
	return edges
}

// leastProbability is what a pair must have to count at all.
const leastProbability = 0.02

// kindred reports whether two happenings are worth a look: of kindred types, named by one word, or with one count.
func kindred(a, b *happening) bool {
	return familyOf(a.e.Type) == familyOf(b.e.Type) || lemmaRelation(a, b) > 0 || senseRelation(a, b) > 1 ||
		a.report != b.report && sameCount(a, b)
}

// Families of event types whose members are told of one act by different outlets.
const (
	familyTalk = iota + 1
	familyDeal
	familyForce
	familyHarm
	familyBlame
	familyOffice
	familyOther
)

func familyOf(t extractor.EventType) uint8 {
	switch t {
	case extractor.EventConsult, extractor.EventMovement:
		return familyTalk
	case extractor.EventAgree, extractor.EventSupport, extractor.EventConcede, extractor.EventRetreat, extractor.EventLegislation, extractor.EventCooperate:
		return familyDeal
	case extractor.EventMobilize, extractor.EventCoerce:
		return familyForce
	case extractor.EventAssault, extractor.EventLifeDeath, extractor.EventLifeInjury, extractor.EventAccident, extractor.EventDisaster, extractor.EventCrime:
		return familyHarm
	case extractor.EventAccuse, extractor.EventSanction, extractor.EventJustice:
		return familyBlame
	case extractor.EventPersonnelStart, extractor.EventPersonnelEnd, extractor.EventElection:
		return familyOffice
	}
	return familyOther + uint8(t)
}

// makeEvent turns a group of happenings, in canonical order, into an event of the story.
func (b *builder) makeEvent(hs []happening, group []int32) made {
	m := made{group: group}
	e := &m.event
	main := b.typical(hs, group)
	e.Type, e.Mode = main.e.Type, main.e.Mode
	sources := map[int32]bool{}
	for _, i := range group {
		h := &hs[i]
		r := b.reports[h.report]
		e.Reports = append(e.Reports, EventReport{ArticleID: r.ArticleID, Event: h.event, Spans: h.e.Spans})
		sources[b.reprint[h.report]] = true
		if h.event < 0 && main.event >= 0 {
			continue // it adds its word, not what it says
		}
		if e.Mode == "" {
			e.Mode = h.e.Mode
		}
		b.takeTime(e, h)
		e.History = appendStatus(e.History, r, h.e)
	}
	e.IndependentSources = int32(len(sources))
	e.Status = lastStatus(e.History)
	return m
}

// made is an event with the happenings that it was made of.
type made struct {
	event Event
	group []int32
}

// typical is the happening of the most frequent type; of those the most salient, of equals the first. A doubtful one is
// only where all are.
func (b *builder) typical(hs []happening, group []int32) *happening {
	var counts [64]int
	for _, i := range group {
		counts[hs[i].e.Type]++
	}
	best := &hs[group[0]]
	for _, i := range group[1:] {
		h := &hs[i]
		if c := cmp.Or(cmp.Compare(bit(h.event >= 0), bit(best.event >= 0)), cmp.Compare(counts[h.e.Type], counts[best.e.Type]), cmp.Compare(h.e.Salience, best.e.Salience)); c > 0 {
			best = h
		}
	}
	return best
}

// takeTime keeps the most exact time.
func (b *builder) takeTime(e *Event, h *happening) {
	if h.e.Time == "" {
		return
	}
	old := stretchOf(e.Interval)
	if e.Time == "" || h.when.known && (!old.known || h.when.length() < old.length()) {
		e.Time, e.Interval = h.e.Time, h.e.Interval
	}
}

// appendStatus adds a step when the status differs from the one before it.
func appendStatus(history []StatusChange, r *Report, e *ReportEvent) []StatusChange {
	if n := len(history); n > 0 && history[n-1].Status == e.Status {
		return history
	}
	s := StatusChange{Status: e.Status, ArticleID: r.ArticleID, PublishTime: r.PublishTime}
	if len(e.Attribution) > 0 {
		s.Attribution = &e.Attribution[0]
	}
	return append(history, s)
}

// lastStatus is the last word on an event: the last report's, but what is reported as fact is not undone by an
// article that merely recalls the plan.
func lastStatus(history []StatusChange) extractor.EventStatus {
	if len(history) == 0 {
		return extractor.StatusActual
	}
	last := history[len(history)-1].Status
	for _, s := range history {
		if s.Status == extractor.StatusActual && (last == extractor.StatusPlanned || last == extractor.StatusPossible || last == extractor.StatusHypothetical) {
			return extractor.StatusActual
		}
	}
	return last
}

// place orders the events by time, numbers them, and fills in what refers to them.
func (b *builder) place(all []made) {
	slices.SortStableFunc(all, func(x, y made) int {
		s, t := stretchOf(x.event.Interval), stretchOf(y.event.Interval)
		switch {
		case s.known && t.known:
			return cmp.Or(cmp.Compare(s.begin, t.begin), cmp.Compare(s.end, t.end))
		case s.known:
			return -1
		case t.known:
			return 1
		}
		return 0
	})
	for k := range all {
		for _, r := range all[k].event.Reports {
			if r.Event >= 0 {
				b.eventOf[b.reportIndex(r.ArticleID)][r.Event] = int32(k)
			}
		}
	}
	for k := range all {
		e := &all[k].event
		e.ID = fmt.Sprintf("sv%d", k)
		b.fillArguments(e)
		b.story.Events = append(b.story.Events, *e)
	}
}

func (b *builder) reportIndex(articleID string) int {
	return slices.Index(b.story.ArticleIDs, articleID)
}

func (b *builder) argument(report int, a ReportArgument) Argument {
	x := Argument{Role: a.Role, Text: a.Text}
	if a.Entity >= 0 {
		if k := b.entityOf[report][a.Entity]; k >= 0 {
			x.Entity, x.Text = b.story.Entities[k].ID, b.story.Entities[k].Name
		}
	}
	if a.Event >= 0 {
		if k := b.eventOf[report][a.Event]; k >= 0 {
			x.Event = fmt.Sprintf("sv%d", k)
		}
	}
	return x
}

// markReprints finds the articles that have the text of an earlier one.
func (b *builder) markReprints() {
	b.reprint = make([]int32, len(b.reports))
	for i := range b.reports {
		b.reprint[i] = int32(i)
		for j := range i {
			if resemblance(b.reports[i].Shingles, b.reports[j].Shingles) >= reprintThreshold {
				b.reprint[i] = b.reprint[j]
				break
			}
		}
	}
}

// reprintThreshold is the share of shingles from which on two texts count as one.
const reprintThreshold = 0.5
