package server

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/story"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server/internal/wire"
	"google.golang.org/protobuf/proto"
)

// Page sizes of the lists (AIP-158).
const (
	defaultPage = 50
	largestPage = 1000
)

// page is where a list goes on: after the item of this key, for a request of this digest.
type page struct {
	After  string
	Digest uint64
}

// pageOf reads a page token. The token of another request is refused.
func pageOf(token string, digest uint64) (page, error) {
	p := page{Digest: digest}
	if token == "" {
		return p, nil
	}
	data, err := base64.RawURLEncoding.DecodeString(token)
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err != nil || p.Digest != digest {
		return p, &extractor.FieldError{Field: "page_token", Reason: wire.ReasonInvalidField,
			Detail: "is not one that this request returned: every filter must be as before"}
	}
	return p, nil
}

func (p page) token(after string) string {
	p.After = after
	data, _ := json.Marshal(p) // a string and a number
	return base64.RawURLEncoding.EncodeToString(data)
}

func pageSize(n int32) int {
	if n <= 0 {
		return defaultPage
	}
	return int(min(n, largestPage))
}

// digest tells two requests apart whatever their page.
func digest(m proto.Message) uint64 {
	data, _ := proto.MarshalOptions{Deterministic: true}.Marshal(m)
	h := fnv.New64a()
	h.Write(data)
	return h.Sum64()
}

// filter is what both lists filter by.
type filter struct {
	entity     string
	event      extractor.EventType
	begin, end string
}

// hasEntity reports whether a story's entity is the one asked for: by name, alias, id or link.
func (f *filter) isEntity(e *story.Entity) bool {
	return e.ID == f.entity || strings.EqualFold(e.Name, f.entity) ||
		slices.ContainsFunc(e.Aliases, func(a string) bool { return strings.EqualFold(a, f.entity) }) ||
		slices.ContainsFunc(e.Links, func(l extractor.Link) bool { return l.ID == f.entity })
}

// hasEvent reports whether an event has the type and lies in the time asked for.
func (f *filter) hasEvent(e *story.Event) bool {
	if f.event != 0 && e.Type != f.event {
		return false
	}
	if f.begin == "" && f.end == "" {
		return true
	}
	return e.Interval.Begin != "" && (f.begin == "" || max(e.Interval.Begin, e.Interval.End) > f.begin || e.Interval.Begin >= f.begin) &&
		(f.end == "" || e.Interval.Begin < f.end)
}

func (f *filter) matches(s *story.Story) bool {
	if f.entity != "" && !slices.ContainsFunc(s.Entities, func(e story.Entity) bool { return f.isEntity(&e) }) {
		return false
	}
	if f.event == 0 && f.begin == "" && f.end == "" {
		return true
	}
	return slices.ContainsFunc(s.Events, func(e story.Event) bool { return f.hasEvent(&e) })
}

// ListStories lists the stories of a collection in the order of their ids.
func (t *stories) ListStories(_ context.Context, r *pb.ListStoriesRequest) (*pb.ListStoriesResponse, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	p, err := pageOf(r.GetPageToken(), digest(&pb.ListStoriesRequest{Collection: r.Collection, Entity: r.Entity, EventType: r.EventType, BeginTime: r.BeginTime, EndTime: r.EndTime}))
	if err != nil {
		return nil, toStatus(err).Err()
	}
	f := filter{r.GetEntity(), extractor.EventType(r.GetEventType()), r.GetBeginTime(), r.GetEndTime()}
	out := &pb.ListStoriesResponse{}
	return out, t.view(r.GetCollection(), r.GetEncodingType(), func(c *story.Collection, w *wire.StoryWriter) error {
		n := pageSize(r.GetPageSize())
		for _, s := range c.Stories() {
			if s.ID <= p.After || !f.matches(s) {
				continue
			}
			if len(out.Stories) == n {
				out.NextPageToken = p.token(out.Stories[n-1].StoryId)
				break
			}
			out.Stories = append(out.Stories, w.Story(s))
		}
		return nil
	})
}

// dated is an event with the key that orders the timeline.
type dated struct {
	key   string
	event *story.Event
}

// ListStoryEvents lists the events of a story, or of the collection, by time, undated ones last.
func (t *stories) ListStoryEvents(_ context.Context, r *pb.ListStoryEventsRequest) (*pb.ListStoryEventsResponse, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	p, err := pageOf(r.GetPageToken(), digest(&pb.ListStoryEventsRequest{Collection: r.Collection, StoryId: r.StoryId, Entity: r.Entity,
		EventType: r.EventType, BeginTime: r.BeginTime, EndTime: r.EndTime}))
	if err != nil {
		return nil, toStatus(err).Err()
	}
	f := filter{r.GetEntity(), extractor.EventType(r.GetEventType()), r.GetBeginTime(), r.GetEndTime()}
	out := &pb.ListStoryEventsResponse{}
	return out, t.view(r.GetCollection(), r.GetEncodingType(), func(c *story.Collection, w *wire.StoryWriter) error {
		all, err := timeline(c, r.GetStoryId(), &f)
		if err != nil {
			return err
		}
		out.EncodingType = w.Encoding()
		n := pageSize(r.GetPageSize())
		last := ""
		for _, e := range all {
			if e.key <= p.After {
				continue
			}
			if len(out.Events) == n {
				out.NextPageToken = p.token(last)
				break
			}
			out.Events = append(out.Events, w.Event(e.event))
			last = e.key
		}
		return nil
	})
}

// timeline returns the events that pass the filter, in order of time.
func timeline(c *story.Collection, storyID string, f *filter) ([]dated, error) {
	stories := c.Stories()
	if storyID != "" {
		s := c.Story(storyID)
		if s == nil {
			return nil, errStoryUnknown
		}
		stories = []*story.Story{s}
	}
	var all []dated
	for _, s := range stories {
		ids := map[string]bool{}
		for i := range s.Entities {
			if f.entity != "" && f.isEntity(&s.Entities[i]) {
				ids[s.Entities[i].ID] = true
			}
		}
		for i := range s.Events {
			e := &s.Events[i]
			takesPart := f.entity == "" || slices.ContainsFunc(e.Arguments, func(a story.Argument) bool { return ids[a.Entity] })
			if !takesPart || !f.hasEvent(e) {
				continue
			}
			when := e.Interval.Begin
			if when == "" {
				when = "~" // after every date
			}
			all = append(all, dated{when + "|" + s.ID + "|" + e.ID, e})
		}
	}
	slices.SortFunc(all, func(a, b dated) int { return strings.Compare(a.key, b.key) })
	return all, nil
}

// ListCollections lists all collections by name.
func (t *stories) ListCollections(_ context.Context, r *pb.ListCollectionsRequest) (*pb.ListCollectionsResponse, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	p, err := pageOf(r.GetPageToken(), digest(&pb.ListCollectionsRequest{}))
	if err != nil {
		return nil, toStatus(err).Err()
	}
	names, err := t.s.library.Collections()
	if err != nil {
		return nil, toStatus(err).Err()
	}
	out := &pb.ListCollectionsResponse{}
	for _, name := range names {
		if name <= p.After {
			continue
		}
		if len(out.Collections) == pageSize(r.GetPageSize()) {
			out.NextPageToken = p.token(out.Collections[len(out.Collections)-1].Collection)
			break
		}
		one := &pb.Collection{Collection: name}
		err := t.s.library.View(name, func(c *story.Collection) error {
			one.Version, one.ArticleCount, one.StoryCount = c.Version(), int32(c.Len()), int32(c.StoryCount())
			return nil
		})
		if err != nil {
			continue // deleted meanwhile
		}
		out.Collections = append(out.Collections, one)
	}
	return out, nil
}
