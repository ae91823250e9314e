package server

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"hash/fnv"

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

var errPageToken = &extractor.FieldError{Field: "page_token", Reason: wire.ReasonInvalidPageToken,
	Detail: "is not one that this request returned: every filter must be as before"}

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
		return p, errPageToken
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

// ListStories lists the stories of a collection in the order of their ids.
func (t *stories) ListStories(_ context.Context, r *pb.ListStoriesRequest) (*pb.ListStoriesResponse, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	p, err := pageOf(r.GetPageToken(), digest(&pb.ListStoriesRequest{Collection: r.Collection, Entity: r.Entity, EventType: r.EventType, BeginTime: r.BeginTime, EndTime: r.EndTime}))
	if err != nil {
		return nil, toStatus(err).Err()
	}
	q := story.Query{Entity: r.GetEntity(), Type: extractor.EventType(r.GetEventType()), Begin: r.GetBeginTime(), End: r.GetEndTime()}
	out := &pb.ListStoriesResponse{}
	return out, t.view(r.GetCollection(), r.GetEncodingType(), func(c *story.Collection, w *wire.StoryWriter) error {
		found, more, err := c.List(q, p.After, pageSize(r.GetPageSize()))
		if err != nil {
			return err
		}
		for _, s := range found {
			out.Stories = append(out.Stories, w.Story(s))
		}
		if more {
			out.NextPageToken = p.token(found[len(found)-1].ID)
		}
		return nil
	})
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
	q := story.Query{Entity: r.GetEntity(), Type: extractor.EventType(r.GetEventType()), Begin: r.GetBeginTime(), End: r.GetEndTime()}
	out := &pb.ListStoryEventsResponse{}
	return out, t.view(r.GetCollection(), r.GetEncodingType(), func(c *story.Collection, w *wire.StoryWriter) error {
		if r.GetStoryId() != "" {
			if s, err := c.Story(r.GetStoryId()); s == nil || err != nil {
				return cmp.Or(err, errStoryUnknown)
			}
		}
		var after story.Moment
		if p.After != "" {
			if err := json.Unmarshal([]byte(p.After), &after); err != nil {
				return errPageToken
			}
		}
		found, more, err := c.Timeline(q, r.GetStoryId(), after, pageSize(r.GetPageSize()))
		if err != nil {
			return err
		}
		out.EncodingType = w.Encoding()
		for _, e := range found {
			out.Events = append(out.Events, w.Event(e.Event))
		}
		if more {
			last, _ := json.Marshal(found[len(found)-1].Moment) // strings and a number
			out.NextPageToken = p.token(string(last))
		}
		return nil
	})
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
