package events

import "github.com/dateline-news/dateline/extractor"

// ranking is what is known of an article's events before each is described.
type ranking struct {
	events []extractor.Event
	title  title
	// lede is the first sentence.
	lede int32
	// standing tells how each event stands to the others.
	standing []ranked
	// usual is the day of most events, newest the last day of those that happened.
	usual, newest string
	// sure is the greatest certainty of an event, known the greatest salience of an entity.
	sure, known float32
}

// ranked is how an event stands to the others of its article.
type ranked struct {
	// said, held: it is an argument of a statement, of another event; holds: it has one.
	said, held, holds bool
	// In the first sentence: over: a word of it stands above that of another; reported, under: below that of a
	// statement, of another event.
	over, reported, under bool
}

func (a *analysis) newRanking(events []extractor.Event, titled bool) ranking {
	r := ranking{events: events, lede: a.lede(), standing: make([]ranked, len(events))}
	if titled {
		r.title = a.readTitle()
	}
	for i := range events {
		r.sure = max(r.sure, certainty(events[i].Confidence))
		for _, arg := range events[i].Arguments {
			if arg.Event < 0 {
				continue
			}
			r.standing[i].holds = true
			if events[i].Type == extractor.EventStatement {
				r.standing[arg.Event].said = true
			} else {
				r.standing[arg.Event].held = true
			}
		}
	}
	for i := range a.Entities {
		r.known = max(r.known, a.Entities[i].Salience)
	}
	r.readDays()
	a.readLede(&r)
	return r
}

// readDays finds the day of most events, the earliest told of those, and the newest.
func (r *ranking) readDays() {
	most := 0
	for i := range r.events {
		e, n := &r.events[i], 0
		d := day(e.Interval.Begin)
		if d == "" {
			continue
		}
		for k := range r.events[:i+1] {
			if day(r.events[k].Interval.Begin) == d {
				n++
			}
		}
		if n > most {
			most, r.usual = n, d
		}
		if e.Status == extractor.StatusActual || e.Status == extractor.StatusOngoing {
			r.newest = max(r.newest, d)
		}
	}
}

// readLede notes which events stand above which in the tree of the first sentence.
func (a *analysis) readLede(r *ranking) {
	told := resized(a.toldAt, len(a.candidates))
	a.toldAt = told
	for i := range told {
		told[i] = -1
	}
	for i := range r.events {
		for _, t := range r.events[i].Triggers {
			told[a.triggerAt[t.Head]] = int32(i)
		}
	}
	for i := range r.events {
		for _, t := range r.events[i].Triggers {
			if !a.leads(t.Sentence) {
				continue
			}
			if k := a.eventAbove(told, t.Head, int32(i)); k >= 0 {
				r.standing[k].over = true
				if r.events[k].Type == extractor.EventStatement {
					r.standing[i].reported = true
				} else {
					r.standing[i].under = true
				}
			}
		}
	}
}

// eventAbove returns the first other event above a word in the tree, -1 for none.
func (a *analysis) eventAbove(told []int32, i, self int32) int32 {
	for steps := 0; steps < mostSteps; steps++ {
		if i = a.head(i); i < 0 {
			return -1
		}
		if c := a.triggerAt[i]; c >= 0 && told[c] >= 0 && told[c] != self {
			return told[c]
		}
	}
	return -1
}

// mostSteps bounds how far up a tree is looked.
const mostSteps = 12

// describeDate: how the event's day lies to that of publication and of the others.
func (a *analysis) describeDate(b *mainBuilder, r *ranking, e *extractor.Event) {
	d := day(e.Interval.Begin)
	b.one(a.newsDay(e, d), dayFeatures)
	explicit := false
	for _, arg := range e.Arguments {
		explicit = explicit || arg.Time >= 0
	}
	b.flag(d != "" && d == r.usual, d != "" && d == r.newest, d != "" && d < r.newest, explicit, e.Tense == extractor.TensePast, e.Tense == extractor.TenseFuture)
}

// Features of a day: one of its class (see newsDay), then how it lies to others and the tense. newAt is where those
// classes begin in which the day is that of the news.
const (
	dayFeatures  = 8
	dateFeatures = dayFeatures + 6
	newAt        = dateAt + 3
)

// newsDay sorts the day of an event: 0 unknown, 1 ahead, 2 far ahead, 3 that of publication, 4 the day before, 5 and 6
// within three days and a week, 7 older.
func (a *analysis) newsDay(e *extractor.Event, d string) int {
	if e.Time == "" || d == "" || a.publish == "" {
		return 0
	}
	if d > a.publish {
		if daysBetween(a.publish, d) > 8 {
			return 2
		}
		return 1
	}
	switch n := daysBetween(d, a.publish); {
	case n == 0:
		return 3
	case n == 1:
		return 4
	case n <= 3:
		return 5
	case n <= 8:
		return 6
	}
	return 7
}
