package wire

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/story"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// StoryWriter writes stories of one collection as the contract's messages, offsets in one encoding. Reports are
// looked up by article id, and read-only; those of a story that it is asked to write must exist. It belongs to one
// goroutine.
type StoryWriter struct {
	collection string
	encoding   pb.EncodingType
	report     func(articleID string) *story.Report
	offsets    map[string]*Offsets
}

// NewStoryWriter returns a writer. An unspecified encoding is UTF8.
func NewStoryWriter(collection string, encoding pb.EncodingType, report func(articleID string) *story.Report) *StoryWriter {
	if encoding == pb.EncodingType_ENCODING_TYPE_UNSPECIFIED {
		encoding = pb.EncodingType_ENCODING_TYPE_UTF8
	}
	return &StoryWriter{collection, encoding, report, map[string]*Offsets{}}
}

// Encoding is the unit of the offsets.
func (w *StoryWriter) Encoding() pb.EncodingType { return w.encoding }

// Update writes a change.
func (w *StoryWriter) Update(u story.Update) *pb.StoryUpdate {
	s := u.Story
	if s == nil {
		s = &story.Story{ID: u.StoryID, Version: u.Version}
	}
	return &pb.StoryUpdate{Change: pb.StoryChange(u.Change), Story: w.Story(s), MergedIntoStoryId: u.MergedInto}
}

// Story writes a story.
func (w *StoryWriter) Story(s *story.Story) *pb.Story {
	out := &pb.Story{
		StoryId: s.ID, Collection: w.collection, Version: s.Version, Title: s.Title, ArticleIds: clone(s.ArticleIDs),
		BeginTime: s.Interval.Begin, EndTime: s.Interval.End, EncodingType: w.encoding,
	}
	for i := range s.Entities {
		out.Entities = append(out.Entities, storyEntity(&s.Entities[i]))
	}
	for i := range s.Events {
		out.Events = append(out.Events, w.Event(&s.Events[i]))
	}
	for i := range s.Conflicts {
		out.Conflicts = append(out.Conflicts, w.conflict(&s.Conflicts[i]))
	}
	return out
}

func storyEntity(e *story.Entity) *pb.StoryEntity {
	return &pb.StoryEntity{EntityId: e.ID, Type: pb.EntityType(e.Type), Name: e.Name, Aliases: clone(e.Aliases),
		Links: links(e.Links), ArticleIds: clone(e.ArticleIDs)}
}

// Event writes an event of a story.
func (w *StoryWriter) Event(e *story.Event) *pb.StoryEvent {
	out := &pb.StoryEvent{
		EventId: e.ID, Type: pb.EventType(e.Type), Mode: e.Mode, Time: e.Time, Interval: interval(e.Interval),
		Place: e.Place, Status: pb.EventStatus(e.Status), IndependentSourceCount: e.IndependentSources,
	}
	for _, a := range e.Arguments {
		x := &pb.Argument{Role: pb.ArgumentRole(a.Role), Text: a.Text}
		switch {
		case a.Entity != "":
			x.Referent = &pb.Argument_EntityId{EntityId: a.Entity}
		case a.Event != "":
			x.Referent = &pb.Argument_EventId{EventId: a.Event}
		}
		out.Arguments = append(out.Arguments, x)
	}
	for _, h := range e.History {
		out.StatusHistory = append(out.StatusHistory, &pb.StatusChange{Status: pb.EventStatus(h.Status), ArticleId: h.ArticleID,
			PublishTime: h.PublishTime, Attribution: w.attribution(h.ArticleID, h.Attribution)})
	}
	for _, r := range e.Reports {
		out.Reports = append(out.Reports, &pb.EventReport{ArticleId: r.ArticleID, EventId: eventIDs.of(r.Event, math.MaxInt32),
			Spans: w.spans(r.ArticleID, r.Spans)})
	}
	return out
}

// attribution writes who says so in an article, in that article's ids and spans.
func (w *StoryWriter) attribution(articleID string, a *story.Attribution) *pb.Attribution {
	if a == nil {
		return nil
	}
	return &pb.Attribution{SourceEntityId: entityIDs.of(a.Entity, math.MaxInt32), ViaEntityId: entityIDs.of(a.Via, math.MaxInt32), Text: a.Text,
		Stance: pb.Stance(a.Stance), Source: w.span(articleID, a.Source), Cue: w.span(articleID, a.Cue)}
}

func (w *StoryWriter) conflict(c *story.Conflict) *pb.Conflict {
	out := &pb.Conflict{ConflictId: c.ID, EventId: c.Event, FieldPath: c.FieldPath, Kind: pb.ConflictKind(c.Kind),
		Resolution: pb.ConflictResolution(c.Resolution)}
	for _, x := range c.Claims {
		out.Claims = append(out.Claims, &pb.Claim{Value: x.Value, Stance: pb.Stance(x.Stance), ArticleId: x.ArticleID,
			Spans: w.spans(x.ArticleID, x.Spans), Source: x.Source, SourceEntityId: x.Entity})
	}
	return out
}

func (w *StoryWriter) spans(articleID string, spans []extractor.SourceSpan) []*pb.Span {
	var out []*pb.Span
	for _, s := range spans {
		if x := w.span(articleID, s); x != nil {
			out = append(out, x)
		}
	}
	return out
}

// span writes a place in an article; nil where it is empty or the article is not known.
func (w *StoryWriter) span(articleID string, s extractor.SourceSpan) *pb.Span {
	if s.Empty() {
		return nil
	}
	if w.encoding == pb.EncodingType_ENCODING_TYPE_UTF8 { // no need to read the article
		return &pb.Span{BeginOffset: int32(s.Begin), EndOffset: int32(s.End)}
	}
	o := w.offsets[articleID]
	if o == nil {
		r := w.report(articleID)
		if r == nil {
			return nil
		}
		o = NewOffsets(r.Content, w.encoding)
		w.offsets[articleID] = o
	}
	return &pb.Span{BeginOffset: o.ToUnits(int(s.Begin)), EndOffset: o.ToUnits(int(s.End))}
}
