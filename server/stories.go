package server

import (
	"context"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// stories answers StoryService: for now, that it is not there yet.
type stories struct {
	pb.UnimplementedStoryServiceServer
}

// TrackStories is not there yet.
func (stories) TrackStories(pb.StoryService_TrackStoriesServer) error {
	return toStatus(errUnimplemented).Err()
}

// ListStories is not there yet.
func (stories) ListStories(context.Context, *pb.ListStoriesRequest) (*pb.ListStoriesResponse, error) {
	return nil, toStatus(errUnimplemented).Err()
}

// GetStory is not there yet.
func (stories) GetStory(context.Context, *pb.GetStoryRequest) (*pb.GetStoryResponse, error) {
	return nil, toStatus(errUnimplemented).Err()
}

// ListStoryEvents is not there yet.
func (stories) ListStoryEvents(context.Context, *pb.ListStoryEventsRequest) (*pb.ListStoryEventsResponse, error) {
	return nil, toStatus(errUnimplemented).Err()
}

// WatchStories is not there yet.
func (stories) WatchStories(*pb.WatchStoriesRequest, pb.StoryService_WatchStoriesServer) error {
	return toStatus(errUnimplemented).Err()
}

// DeleteArticle is not there yet.
func (stories) DeleteArticle(context.Context, *pb.DeleteArticleRequest) (*pb.DeleteArticleResponse, error) {
	return nil, toStatus(errUnimplemented).Err()
}

// ListCollections is not there yet.
func (stories) ListCollections(context.Context, *pb.ListCollectionsRequest) (*pb.ListCollectionsResponse, error) {
	return nil, toStatus(errUnimplemented).Err()
}

// DeleteCollection is not there yet.
func (stories) DeleteCollection(context.Context, *pb.DeleteCollectionRequest) (*pb.DeleteCollectionResponse, error) {
	return nil, toStatus(errUnimplemented).Err()
}
