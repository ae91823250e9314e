package story

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// Report is what one article contributes to the stories of its collection, cut loose from its Document: plain data
// that a store can keep. Offsets are bytes of the article's content.
type Report struct {
	_         struct{} `cbor:",toarray"`
	ArticleID string
	Outlet    string
	URI       string
	Title     string
	// Content is the article as received: claims are quoted from it, and offsets converted against it.
	Content string
	// PublishTime is a TIMEX3 value, "" when unknown.
	PublishTime string
	Entities    []ReportEntity
	Events      []ReportEvent
	// Doubtful are happenings that other articles' events may make sure.
	Doubtful []ReportEvent
	Quotes   []ReportQuote
	// MainEvent indexes Events, -1 for none.
	MainEvent int32
	// Remarks are the sentences that rank or count something, “the worst flood since 1953”, “police put the turnout at 3,500”, and
	// those that the next one may deny.
	Remarks []Passage
	// Terms are the article's content words (lemmas), each once, by falling weight, and after them the parts of its dates.
	Terms []Term
	// Shingles is the MinHash signature of its body: equal texts have equal ones.
	Shingles []uint32

	told uint64 // see telling, once it was asked for
}

// Term is a content word or a part of a date (see dateMark). Count is how often it occurs, more where that tells more.
type Term struct {
	_     struct{} `cbor:",toarray"`
	Lemma string
	Count int32
}

// ReportEntity is an entity of the article.
type ReportEntity struct {
	_        struct{} `cbor:",toarray"`
	Type     extractor.EntityType
	Name     string
	Aliases  []string
	Country  string
	Sectors  []string
	Titles   []string
	Links    []extractor.Link
	Salience float32
	Mentions int32
	Members  []int32
}

// ReportEvent is an event of the article.
type ReportEvent struct {
	_           struct{} `cbor:",toarray"`
	Type        extractor.EventType
	Mode        string
	Status      extractor.EventStatus
	Negative    bool
	Lemmas      []string
	Spans       []extractor.SourceSpan
	Arguments   []ReportArgument
	Time        string
	Modifier    extractor.TimeModifier
	Interval    extractor.Interval
	TimeSpan    extractor.SourceSpan
	Salience    float32
	Confidence  float32
	Attribution []Attribution
	// Passages are the sentences that hold its triggers, the main one's first.
	Passages []Passage

	traits *traits // once it was compared
}

// event returns the event of an EventReport: below 0 are the doubtful ones, from -1 on.
func (r *Report) event(i int32) *ReportEvent {
	if i < 0 {
		return &r.Doubtful[-1-i]
	}
	return &r.Events[i]
}

// Passage is a sentence of the article: its clean text and its place in the content.
type Passage struct {
	_    struct{} `cbor:",toarray"`
	Text string
	Span extractor.SourceSpan
}

// text returns the words of a passage.
func (r *Report) text(p Passage) string {
	if p.Text == "" && int(p.Span.End) <= len(r.Content) {
		return r.Content[p.Span.Begin:p.Span.End]
	}
	return p.Text
}

// passage returns the sentence of the main trigger; the zero passage when there is none.
func (e *ReportEvent) passage() Passage {
	if len(e.Passages) == 0 {
		return Passage{}
	}
	return e.Passages[0]
}

// passageAt returns the sentence of the event that holds a place, that of the main trigger where none does.
func (e *ReportEvent) passageAt(s extractor.SourceSpan) Passage {
	for _, p := range e.Passages {
		if !s.Empty() && p.Span.Begin <= s.Begin && s.End <= p.Span.End {
			return p
		}
	}
	return e.passage()
}

// ReportArgument is an argument: Entity and Event index the report's, -1 for none.
type ReportArgument struct {
	_      struct{} `cbor:",toarray"`
	Role   extractor.ArgumentRole
	Entity int32
	Event  int32
	Text   string
	Span   extractor.SourceSpan
}

// Attribution says according to whom an event is so: Entity indexes the report's entities, -1 when unknown.
type Attribution struct {
	_      struct{} `cbor:",toarray"`
	Entity int32
	Via    int32
	Text   string
	Stance extractor.Stance
	Source extractor.SourceSpan
	Cue    extractor.SourceSpan
}

// ReportQuote is direct speech: Speaker indexes the report's entities, -1 when unknown. Quotes in social embeds have none.
type ReportQuote struct {
	_       struct{} `cbor:",toarray"`
	Speaker int32
	Text    string
	Spans   []extractor.SourceSpan

	parts []said // once it was compared
}

// NewReport reads what an article contributes off its analysed document. Every layer up to the events must be there.
func NewReport(d *extractor.Document) *Report {
	a := d.Article
	r := &Report{
		ArticleID: a.ID, Outlet: a.Source.Outlet, URI: a.Source.URI, Title: titleOf(d), Content: a.Content,
		PublishTime: d.PublishTime.Value, MainEvent: d.MainEvent,
	}
	if r.Outlet == "" {
		r.Outlet = d.Metadata.Outlet
	}
	for i := range d.Entities {
		r.Entities = append(r.Entities, reportEntity(&d.Entities[i]))
	}
	for i := range d.Events {
		r.Events = append(r.Events, reportEvent(d, &d.Events[i]))
	}
	for i := range d.Doubtful {
		r.Doubtful = append(r.Doubtful, doubtfulEvent(d, &d.Doubtful[i]))
	}
	for i, q := range d.Quotes {
		if q.Type == extractor.QuoteDirect || q.Type == extractor.QuoteMixed {
			r.Quotes = append(r.Quotes, reportQuote(d, i))
		}
	}
	r.Quotes = append(r.Quotes, embeddedQuotes(d)...)
	r.Remarks = remarks(d)
	r.Terms = terms(d)
	r.Shingles = signature(d)
	return r
}

func titleOf(d *extractor.Document) string {
	switch {
	case d.Article.Title != "":
		return d.Article.Title
	case d.Metadata.Title != "":
		return d.Metadata.Title
	}
	return d.TextOf(d.Metadata.TitleSpan)
}

func reportEntity(e *extractor.Entity) ReportEntity {
	out := ReportEntity{Type: e.Type, Name: e.Name, Aliases: e.Aliases, Country: e.CountryCode, Sectors: e.SectorCodes,
		Links: e.Links, Salience: e.Salience, Mentions: int32(len(e.Mentions)), Members: e.Members}
	for _, role := range e.Roles {
		out.Titles = append(out.Titles, strings.ToLower(role.Title))
	}
	return out
}

func reportEvent(d *extractor.Document, e *extractor.Event) ReportEvent {
	out := ReportEvent{Type: e.Type, Mode: e.Mode, Status: e.Status, Negative: e.Polarity == extractor.PolarityNegative,
		Time: e.Time, Modifier: e.TimeModifier, Interval: e.Interval, Salience: e.Salience, Confidence: e.Confidence}
	for _, t := range e.Triggers {
		out.Lemmas = append(out.Lemmas, senseOf(d, t))
		out.Spans = d.Offsets.AppendSource(out.Spans, t.Span)
	}
	var seen []int32
	for _, t := range e.Triggers {
		if slices.Contains(seen, t.Sentence) {
			continue
		}
		seen = append(seen, t.Sentence)
		out.Passages = append(out.Passages, passageOf(d, &d.Sentences[t.Sentence]))
	}
	for _, a := range e.Arguments {
		x := ReportArgument{Role: a.Role, Entity: a.Entity, Event: a.Event, Text: d.TextOf(a.Span)}
		x.Span, _ = d.Offsets.Hull(a.Span)
		if a.Role == extractor.RoleTime {
			out.TimeSpan = x.Span
			continue
		}
		out.Arguments = append(out.Arguments, x)
	}
	for _, a := range e.Attributions {
		x := Attribution{Entity: a.Entity, Via: a.Via, Text: d.RangeText(a.Source), Stance: a.Stance}
		x.Source, _ = d.Offsets.Hull(d.SpanOf(a.Source))
		x.Cue, _ = d.Offsets.Hull(d.SpanOf(a.Cue))
		out.Attribution = append(out.Attribution, x)
	}
	return out
}

// doubtfulEvent is reportEvent, without what only events that are told need: the text of the passages stays in the content.
func doubtfulEvent(d *extractor.Document, e *extractor.Event) ReportEvent {
	out := reportEvent(d, e)
	for i := range out.Passages {
		out.Passages[i].Text = ""
	}
	return out
}

func passageOf(d *extractor.Document, s *extractor.Sentence) Passage {
	span := d.SpanOf(s.Tokens)
	p := Passage{Text: d.TextOf(span)}
	p.Span, _ = d.Offsets.Hull(span)
	return p
}

// remarks lists the sentences with a superlative, a toll or the size of a crowd, and those before a denial.
func remarks(d *extractor.Document) []Passage {
	var out []Passage
	for i := range d.Sentences {
		p := passageOf(d, &d.Sentences[i])
		_, ranks := superlative(p.Text)
		toll, _ := tollIn(p.Text)
		crowd, _ := crowdIn(p.Text)
		if ranks || toll.ok || crowd.ok || i+1 < len(d.Sentences) && denies(d, &d.Sentences[i+1]) {
			out = append(out, p)
		}
	}
	return out
}

// denies reports whether a sentence has a verb of denial.
func denies(d *extractor.Document, s *extractor.Sentence) bool {
	for t := s.Tokens.First; t < s.Tokens.Last; t++ {
		if d.Tags[t].UPOS == extractor.VERB {
			switch d.Tags[t].Lemma {
			case "deny", "dispute", "dismiss", "reject", "refute":
				return true
			}
		}
	}
	return false
}

func reportQuote(d *extractor.Document, i int) ReportQuote {
	q := &d.Quotes[i]
	out := ReportQuote{Speaker: -1}
	if i < len(d.Speakers) {
		out.Speaker = d.Speakers[i].Entity
	}
	var parts []string
	for _, s := range q.Spans {
		parts = append(parts, d.TextOf(s))
		out.Spans = d.Offsets.AppendSource(out.Spans, s)
	}
	out.Text = strings.Join(parts, " ")
	return out
}
