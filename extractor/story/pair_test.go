package story

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// talks is a report of talks in one article: who takes part (by number), how, when, of which status.
func talks(report int32, mode, lemma string, when stretch, people ...int32) happening {
	return happening{report: report, people: people, when: when, traits: &traits{},
		e: &ReportEvent{Type: extractor.EventConsult, Mode: mode, Lemmas: []string{lemma}}}
}

func TestExcludes(t *testing.T) {
	day := func(n int64) stretch { return stretch{n * 86400, (n + 1) * 86400, true} }
	planned := talks(1, "", "meet", stretch{}, 1, 2)
	planned.notBefore = 100 * 86400
	for _, c := range []struct {
		name string
		a, b happening
		want bool
	}{
		{"one visit told twice", talks(0, "visit", "visit", day(3), 1, 2), talks(1, "", "meet", day(3), 1, 2), false},
		{"other people", talks(0, "phone", "call", day(3), 1, 2), talks(1, "phone", "call", day(3), 3, 4), true},
		{"a call and a visit", talks(0, "phone", "call", day(3), 1, 2), talks(1, "visit", "visit", day(3), 1, 2), true},
		{"a call and a handshake", talks(0, "phone", "call", day(3), 1, 2), talks(1, "", "shake", day(3), 1, 2), true},
		{"a week apart", talks(0, "", "meet", day(3), 1, 2), talks(1, "", "meet", day(10), 1, 2), true},
		{"held long before the one that is planned", talks(0, "", "meet", day(50), 1, 2), planned, true},
		{"held after it was planned", talks(0, "", "meet", day(101), 1, 2), planned, false},
	} {
		if got := excludes(&c.a, &c.b); got != c.want || excludes(&c.b, &c.a) != got {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestAlike(t *testing.T) {
	day := stretch{0, 86400, true}
	call, again := talks(0, "phone", "call", day, 1, 2), talks(0, "phone", "conversation", stretch{}, 2, 1)
	if !alike(&call, &again) {
		t.Error("one call, told twice by one article")
	}
	other := talks(0, "phone", "conversation", stretch{5 * 86400, 6 * 86400, true}, 2, 1)
	if alike(&call, &other) {
		t.Error("two dated calls of one article")
	}
	effect := happening{report: 0, when: stretch{86400, 86460, true}, traits: &traits{}, e: &ReportEvent{Type: extractor.EventAgree, Lemmas: []string{"effect"}}}
	force := happening{report: 1, when: stretch{86400, 2 * 86400, true}, traits: &traits{}, e: &ReportEvent{Type: extractor.EventLegislation, Lemmas: []string{"effect"}}}
	if !alike(&effect, &force) {
		t.Error("one thing by one word at one moment")
	}
	force.numbers, effect.numbers = []string{"12"}, []string{"40"}
	if alike(&effect, &force) {
		t.Error("other numbers")
	}
}

func TestOtherDay(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2019-05-09T24:00", "2019-05-10", true},
		{"2019-05-10T18:00", "2019-05-10", false},
		{"2019-W19", "2019-05-10", false},
		{"2019-05", "2019-05-10", false},
	} {
		if got := otherDay(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func TestSameActs(t *testing.T) {
	day := stretch{0, 86400, true}
	event := func(report int32, kind extractor.EventType, lemma string, when stretch, people ...int32) happening {
		return happening{report: report, people: people, when: when, traits: &traits{senses: senseClasses[lemma]},
			e: &ReportEvent{Type: kind, Lemmas: []string{lemma}}}
	}
	counted := func(h happening, number, head string) happening {
		h.numbers, h.heads = []string{number}, []string{head}
		return h
	}
	for _, c := range []struct {
		name string
		a, b happening
		want bool
	}{
		{"one arrest in two words", event(0, extractor.EventCoerce, "arrest", day, 1), event(1, extractor.EventCoerce, "detain", day, 1), true},
		{"somebody else's arrest", event(0, extractor.EventCoerce, "arrest", day, 1), event(1, extractor.EventCoerce, "arrest", day, 2), false},
		{"a dismissal under two types", event(0, extractor.EventJustice, "dismiss", day, 1), event(1, extractor.EventPersonnelEnd, "sack", stretch{}, 1), true},
		{"a dismissal and a speech", event(0, extractor.EventPersonnelEnd, "sack", day, 1), event(1, extractor.EventStatement, "say", day, 1), false},
		{"one count of one group", counted(event(0, extractor.EventMovement, "walk", day), "43", "dockers"), counted(event(1, extractor.EventProtest, "strike", day), "43", "dockers"), true},
		{"twelve dead, twelve wounded", counted(event(0, extractor.EventLifeDeath, "die", day), "12", "people"), counted(event(1, extractor.EventLifeInjury, "wound", day), "12", "people"), false},
	} {
		if got := alike(&c.a, &c.b); got != c.want || alike(&c.b, &c.a) != got {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestElsewhere(t *testing.T) {
	day := func(n int64) stretch { return stretch{known: true, begin: n * 86400, end: (n + 1) * 86400} }
	riga := happening{ground: []int32{1}, when: day(3), traits: &traits{}}
	for name, c := range map[string]struct {
		other happening
		want  bool
	}{
		"another day at another place":   {happening{ground: []int32{2}, when: day(4), traits: &traits{}}, true},
		"the same day at another place":  {happening{ground: []int32{2}, when: day(3), traits: &traits{}}, false},
		"another day at the same place":  {happening{ground: []int32{2, 1}, when: day(4), traits: &traits{}}, false},
		"another day, nobody says where": {happening{when: day(4), traits: &traits{}}, false},
		"a week around the day":          {happening{ground: []int32{2}, when: stretch{known: true, begin: 86400, end: 8 * 86400}, traits: &traits{}}, false},
	} {
		if got := elsewhere(&riga, &c.other); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
