package story_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/story"
)

// The invented news: happenings of several acts, each told by many articles in their own words, with contradictions put
// in on purpose. The wording was written before anything was tuned on it and is not to be changed to fit.

// act is one event of a kind of happening. %A and %B stand for its two people, %P for the place, %N for the count, %O for
// what is counted.
type act struct {
	kind    extractor.EventType
	mode    string
	later   int // days after the happening began
	pair    bool
	counted bool
	wording []phrase
}

// phrase is one way to tell an act: the lemma of its trigger and the sentence.
type phrase struct{ lemma, text string }

var kinds = [][]act{
	{
		{extractor.EventConsult, "visit", 0, true, false, []phrase{{"meet", "%A met %B in %P"}, {"talk", "%A held talks with %B in %P"}, {"receive", "%B received %A in %P"}, {"meeting", "the meeting of %A and %B took place in %P"}}},
		{extractor.EventAgree, "", 1, true, false, []phrase{{"sign", "%A and %B signed a fisheries treaty in %P"}, {"sign", "a fisheries treaty was signed by %A and %B"}, {"treaty", "%A and %B put their names to the treaty on fishing"}}},
	},
	{
		{extractor.EventDisaster, "", 0, false, false, []phrase{{"flood", "the river flooded the old town of %P"}, {"flood", "%P was flooded after a night of rain"}, {"flood", "floods hit %P"}}},
		{extractor.EventLifeDeath, "", 0, false, true, []phrase{{"drown", "%N %O drowned in %P"}, {"die", "%N %O died in %P"}, {"kill", "the water killed %N %O in %P"}}},
		{extractor.EventAid, "", 2, true, false, []phrase{{"send", "%A sent pumps and tents to %B"}, {"promise", "%A promised %B pumps and tents"}}},
	},
	{
		{extractor.EventAssault, "", 0, false, true, []phrase{{"explode", "a bomb exploded at a market in %P and hurt %N %O"}, {"explosion", "an explosion at a market in %P wounded %N %O"}, {"attack", "the attack on the market of %P left %N %O wounded"}}},
		{extractor.EventCoerce, "", 1, true, false, []phrase{{"arrest", "police under %A arrested %B"}, {"arrest", "%B was arrested on the orders of %A"}, {"detain", "%A's officers detained %B"}}},
	},
	{
		{extractor.EventPersonnelEnd, "", 0, true, false, []phrase{{"dismiss", "%A dismissed %B as head of the port of %P"}, {"dismiss", "%B was dismissed by %A"}, {"fire", "%A fired %B from the port authority"}}},
		{extractor.EventProtest, "", 1, false, true, []phrase{{"strike", "%N %O struck in %P"}, {"strike", "%N %O went on strike in %P"}, {"walk", "%N %O walked out in %P"}}},
	},
}

var counted = []string{"people", "villagers", "dockers", "miners", "shoppers"}

// contradiction is what two articles of a happening do not say alike.
type contradiction struct {
	happening int
	kind      story.ConflictKind
}

// invented is the news with what is true of it.
type invented struct {
	reports []*story.Report
	// instance tells of each article's events which act in the world they are.
	instance       map[string][]int
	happening      map[string]int
	contradictions map[contradiction]bool
}

// invent makes the news of so many happenings, each told by the given number of articles.
func invent(happenings, articles int, seed uint64) *invented {
	rng := rand.New(rand.NewPCG(seed, 41))
	v := &invented{instance: map[string][]int{}, happening: map[string]int{}, contradictions: map[contradiction]bool{}}
	for h := range happenings {
		v.happen(h, articles, rng)
	}
	rng.Shuffle(len(v.reports), func(i, j int) { v.reports[i], v.reports[j] = v.reports[j], v.reports[i] })
	return v
}

// name makes a name of two to three syllables.
func name(rng *rand.Rand) string {
	const onsets, vowels, codas = "b d f g k l m n p r s t v z br dr kl st tr", "a e i o u ai ou", "n r s l k nd rt m x"
	pick := func(s string) string { f := strings.Fields(s); return f[rng.IntN(len(f))] }
	w := ""
	for range 2 + rng.IntN(2) {
		w += pick(onsets) + pick(vowels)
	}
	w += pick(codas)
	return strings.ToUpper(w[:1]) + w[1:]
}

// scene is one happening: who, where, when, and what is contradicted.
type scene struct {
	id             int
	acts           []act
	people         [4]string
	place, counted string
	begin          time.Time
	count          int
	against        story.ConflictKind
	told           int // the act that is contradicted
	quote          [2]string
	article        int
}

func (v *invented) happen(h, articles int, rng *rand.Rand) {
	s := &scene{id: h, acts: kinds[rng.IntN(len(kinds))], place: name(rng), counted: counted[rng.IntN(len(counted))],
		begin: time.Date(2019, 1, 1+rng.IntN(360), 0, 0, 0, 0, time.UTC), count: 12 + rng.IntN(60)}
	for i := range s.people {
		s.people[i] = name(rng) + " " + name(rng)
	}
	s.quote = [2]string{fmt.Sprintf("We shall never forget what %s has gone through this week", s.place),
		fmt.Sprintf("We shall not forget what %s has gone through this week", s.place)}
	if rng.IntN(2) == 0 {
		choices := []story.ConflictKind{story.ConflictValue, story.ConflictClaimDenial, story.ConflictCertainty, story.ConflictStrength, story.ConflictQuoteVariant}
		s.against = choices[rng.IntN(len(choices))]
		s.told = rng.IntN(len(s.acts))
		v.contradictions[contradiction{h, s.against}] = true
	}
	for i := range articles {
		s.article = i
		v.write(s, rng)
	}
}

// write makes one article: the first two tell everything and bear the contradiction; the others tell most acts.
func (v *invented) write(s *scene, rng *rand.Rand) {
	id := fmt.Sprintf("h%d-%d", s.id, s.article)
	r := &story.Report{ArticleID: id, Outlet: "Outlet " + name(rng), MainEvent: 0}
	r.PublishTime = s.begin.AddDate(0, 0, 2+rng.IntN(3)).Format(time.DateOnly)
	for i, p := range s.people {
		full := p
		if rng.IntN(4) == 0 && i > 1 {
			full = p[strings.IndexByte(p, ' ')+1:]
		}
		r.Entities = append(r.Entities, story.ReportEntity{Type: extractor.EntityPerson, Name: full, Aliases: []string{p[strings.IndexByte(p, ' ')+1:]}, Salience: 1 - .2*float32(i), Mentions: 3})
	}
	r.Entities = append(r.Entities, story.ReportEntity{Type: extractor.EntityGPE, Name: s.place, Salience: .8, Mentions: 4})
	var text strings.Builder
	for k := range s.acts {
		if s.article > 1 && k > 0 && rng.IntN(3) == 0 {
			continue
		}
		v.tell(s, r, k, &text, rng)
	}
	if s.article < 2 || rng.IntN(3) == 0 {
		q := s.quote[0]
		if s.article == 1 && s.against == story.ConflictQuoteVariant {
			q = s.quote[1]
		}
		r.Quotes = append(r.Quotes, story.ReportQuote{Speaker: 0, Text: q, Spans: []extractor.SourceSpan{{Begin: 1, End: 2}}})
	}
	r.Content = id + " " + text.String()
	terms := map[string]int32{}
	for w := range strings.FieldsSeq(strings.ToLower(r.Content)) {
		if w = strings.Trim(w, ",."); len(w) > 3 && w != "from" && w != "with" {
			terms[w]++
		}
	}
	for w := range strings.FieldsSeq(strings.ToLower(r.Content)) {
		if n := terms[strings.Trim(w, ",.")]; n > 0 && w != id {
			r.Terms = append(r.Terms, story.Term{Lemma: strings.Trim(w, ",."), Count: n})
			delete(terms, strings.Trim(w, ",."))
		}
	}
	v.reports = append(v.reports, r)
	v.happening[id] = s.id
}

// tell adds one act to an article.
func (v *invented) tell(s *scene, r *story.Report, k int, text *strings.Builder, rng *rand.Rand) {
	a := &s.acts[k]
	p := a.wording[rng.IntN(len(a.wording))]
	contradicts := s.article == 1 && k == s.told
	count := fmt.Sprint(s.count)
	day := s.begin.AddDate(0, 0, a.later)
	switch {
	case contradicts && s.against == story.ConflictValue && a.counted:
		count = fmt.Sprint(s.count + 2 + rng.IntN(7))
	case contradicts && s.against == story.ConflictValue:
		day = day.AddDate(0, 0, 2)
	case a.counted && rng.IntN(5) == 0 && s.article > 1:
		count = fmt.Sprintf("at least %d", s.count-rng.IntN(5)) // agrees
	}
	one, two := s.people[2*(k%2)], s.people[2*(k%2)+1]
	sentence := strings.NewReplacer("%A", one, "%B", two, "%P", s.place, "%N", count, "%O", s.counted).Replace(p.text)
	if k == s.told && s.against == story.ConflictStrength && s.article < 2 {
		sentence += [2]string{", the gravest day in its history", ", one of the gravest days in its history"}[s.article]
		if s.article == 1 {
			sentence = strings.Replace(sentence, "one of the gravest", "among the gravest", rng.IntN(2))
		}
		r.Remarks = append(r.Remarks, story.Passage{Text: sentence, Span: extractor.SourceSpan{Begin: 0, End: 4}})
	}
	e := story.ReportEvent{Type: a.kind, Mode: a.mode, Status: extractor.StatusActual, Lemmas: []string{p.lemma}, Salience: 1 - .3*float32(k), Confidence: .9,
		Passages: []story.Passage{{Text: sentence, Span: extractor.SourceSpan{Begin: 0, End: 4}}}, Spans: []extractor.SourceSpan{{Begin: 0, End: 2}}}
	dated := s.article < 2 || rng.IntN(3) > 0
	if dated {
		e.Time, e.Interval = day.Format(time.DateOnly), extractor.Interval{Begin: day.Format(time.DateOnly), End: day.AddDate(0, 0, 1).Format(time.DateOnly)}
		e.TimeSpan = extractor.SourceSpan{Begin: 0, End: 3}
		if s.article > 1 && rng.IntN(5) == 0 { // the week that the day lies in: coarser, no contradiction
			monday := s.begin.AddDate(0, 0, a.later).AddDate(0, 0, -(int(s.begin.AddDate(0, 0, a.later).Weekday())+6)%7)
			year, week := monday.ISOWeek()
			e.Time, e.Interval = fmt.Sprintf("%d-W%02d", year, week), extractor.Interval{Begin: monday.Format(time.DateOnly), End: monday.AddDate(0, 0, 7).Format(time.DateOnly)}
		}
	}
	if a.pair {
		first, second := int32(2*(k%2)), int32(2*(k%2)+1)
		e.Arguments = append(e.Arguments, story.ReportArgument{Role: extractor.RoleActor, Entity: first, Event: -1, Text: one},
			story.ReportArgument{Role: extractor.RoleRecipient, Entity: second, Event: -1, Text: two})
	}
	if a.counted {
		e.Arguments = append(e.Arguments, story.ReportArgument{Role: extractor.RoleRecipient, Entity: -1, Event: -1, Text: count + " " + s.counted, Span: extractor.SourceSpan{Begin: 0, End: 4}})
	}
	e.Arguments = append(e.Arguments, story.ReportArgument{Role: extractor.RolePlace, Entity: 4, Event: -1, Text: s.place})
	if contradicts {
		switch s.against {
		case story.ConflictClaimDenial:
			e.Status = extractor.StatusDenied
			e.Attribution = []story.Attribution{{Entity: 3, Via: -1, Text: s.people[3], Stance: extractor.StanceDeny}}
		case story.ConflictCertainty:
			e.Status = extractor.StatusAlleged
		}
	}
	r.Events = append(r.Events, e)
	v.instance[r.ArticleID] = append(v.instance[r.ArticleID], s.id*10+k)
	if r.Title == "" {
		r.Title = sentence
	}
	text.WriteString(strings.ToUpper(sentence[:1]) + sentence[1:] + ". ")
}

// doubtsOfEvent is how many doubtful happenings real articles have for each event.
const doubtsOfEvent = 3

// doubts makes doubtful happenings of an article's events, under other words.
func doubts(r *story.Report, seed int) []story.ReportEvent {
	rng := rand.New(rand.NewPCG(uint64(seed), 47))
	var out []story.ReportEvent
	for i := range r.Events {
		for range doubtsOfEvent {
			e := r.Events[i]
			e.Type, e.Lemmas, e.Confidence = extractor.EventOther, []string{fmt.Sprintf("doubt%d", rng.IntN(300))}, 0.05
			e.Passages = slices.Clone(e.Passages)
			for k := range e.Passages {
				e.Passages[k].Text = ""
			}
			out = append(out, e)
		}
	}
	return out
}
