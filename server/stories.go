package server

import (
	"context"
	"errors"
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/boltstore"
	"github.com/dateline-news/dateline/extractor/story/memstore"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server/internal/wire"
	"google.golang.org/protobuf/proto"
)

// errStoryUnknown: no story of that id is in the collection.
var errStoryUnknown = errors.New("no such story")

// stories answers StoryService. The stream of articles is in stories_track.go, lists in stories_list.go.
type stories struct {
	pb.UnimplementedStoryServiceServer
	s *Server
}

// openLibrary opens the stories of --data, or new ones in memory.
func openLibrary(folder string) (*story.Library, error) {
	m, err := pipeline.Stories()
	if err != nil {
		return nil, err
	}
	if folder == "" {
		return story.NewLibrary(memstore.New(), m), nil
	}
	store, err := boltstore.Open(folder)
	if err != nil {
		return nil, fmt.Errorf("--data %s: %w", folder, err)
	}
	return story.NewLibrary(store, m), nil
}

// view calls f with a collection and a writer of its stories.
func (t *stories) view(collection string, e pb.EncodingType, f func(*story.Collection, *wire.StoryWriter) error) error {
	err := t.s.library.View(collection, func(c *story.Collection) error {
		return f(c, wire.NewStoryWriter(collection, e, c.Report))
	})
	if err != nil {
		return toStatus(err).Err()
	}
	return nil
}

// check holds a request against the contract's rules.
func check(m proto.Message) error {
	if of, ok := m.(interface{ GetCollection() string }); ok {
		if err := wire.CheckCollection(of.GetCollection()); err != nil {
			return toStatus(err).Err()
		}
	}
	if err := wire.Validate(m); err != nil {
		return toStatus(err).Err()
	}
	return nil
}

// GetStory returns one story.
func (t *stories) GetStory(_ context.Context, r *pb.GetStoryRequest) (*pb.GetStoryResponse, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	out := &pb.GetStoryResponse{}
	return out, t.view(r.GetCollection(), r.GetEncodingType(), func(c *story.Collection, w *wire.StoryWriter) error {
		s, err := c.Story(r.GetStoryId())
		if err != nil {
			return err
		}
		if s == nil {
			return fmt.Errorf("%w: %q", errStoryUnknown, r.GetStoryId())
		}
		out.Story = w.Story(s)
		return nil
	})
}

// DeleteArticle takes an article out of its collection.
func (t *stories) DeleteArticle(ctx context.Context, r *pb.DeleteArticleRequest) (*pb.DeleteArticleResponse, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	if _, err := t.s.library.Delete(ctx, r.GetCollection(), r.GetArticleId()); err != nil {
		return nil, toStatus(err).Err()
	}
	return &pb.DeleteArticleResponse{}, nil
}

// DeleteCollection deletes a collection with all that is in it.
func (t *stories) DeleteCollection(_ context.Context, r *pb.DeleteCollectionRequest) (*pb.DeleteCollectionResponse, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	if err := t.s.library.Drop(r.GetCollection()); err != nil {
		return nil, toStatus(err).Err()
	}
	return &pb.DeleteCollectionResponse{}, nil
}

// WatchStories tells every change of a collection, from a version on or from now on.
func (t *stories) WatchStories(r *pb.WatchStoriesRequest, stream pb.StoryService_WatchStoriesServer) error {
	if err := check(r); err != nil {
		return err
	}
	after := int32(-1)
	if r.FromVersion != nil {
		after = r.GetFromVersion()
	}
	missed, watcher, err := t.s.library.Watch(r.GetCollection(), after)
	if err != nil {
		return toStatus(err).Err()
	}
	defer watcher.Close()
	if err := stream.SendHeader(nil); err != nil { // tells the caller that the watch has begun
		return err
	}
	for _, u := range missed {
		if err := t.tell(r, stream, u); err != nil {
			return err
		}
	}
	for {
		select {
		case u, open := <-watcher.C:
			if !open {
				return toStatus(errWatchEnded).Err()
			}
			if err := t.tell(r, stream, u); err != nil {
				return err
			}
		case <-stream.Context().Done():
			return toStatus(stream.Context().Err()).Err()
		case <-t.s.stopping:
			return toStatus(errShuttingDown).Err()
		}
	}
}

// errWatchEnded: the watcher was too slow, or its collection was deleted.
var errWatchEnded = errors.New("the watch fell behind or its collection was deleted; watch again from the last version received")

func (t *stories) tell(r *pb.WatchStoriesRequest, stream pb.StoryService_WatchStoriesServer, u story.Update) error {
	var message *pb.StoryUpdate
	err := t.view(r.GetCollection(), r.GetEncodingType(), func(c *story.Collection, w *wire.StoryWriter) (err error) {
		message, err = update(c, w, u)
		return err
	})
	if err != nil || message == nil {
		return err
	}
	return stream.Send(&pb.WatchStoriesResponse{StoryUpdate: message})
}

// update writes a change; nil for that of a story which is gone by now: its deletion comes after it. Its version is the
// change's even where the story is as a later one left it, so that versions rise and none is passed over.
func update(c *story.Collection, w *wire.StoryWriter, u story.Update) (*pb.StoryUpdate, error) {
	if u.Story == nil && u.Change != story.Deleted {
		s, err := c.Story(u.StoryID)
		if s == nil || err != nil {
			return nil, err
		}
		u.Story = s
	}
	out := w.Update(u)
	out.Story.Version = u.Version
	return out, nil
}

// report analyses an article for a collection: its answer and what it contributes.
func (a *analyzer) report(ctx context.Context, article *extractor.Article, options *pb.AnalyzeOptions) (*pb.Analysis, *story.Report, error) {
	var r *story.Report
	analysis, err := a.analyzeWith(ctx, a.pipelines[len(a.pipelines)-1], article, options, func(d *extractor.Document) {
		r = story.NewReport(d)
	})
	return analysis, r, err
}
