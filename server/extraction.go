package server

import (
	"context"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// extraction answers ExtractionService.
type extraction struct {
	pb.UnimplementedExtractionServiceServer
	s *Server
}

// AnalyzeArticle analyses one article.
func (e *extraction) AnalyzeArticle(ctx context.Context, r *pb.AnalyzeArticleRequest) (*pb.AnalyzeArticleResponse, error) {
	article, err := e.s.analyzer.check(r.GetArticle(), r.GetOptions())
	if err != nil {
		e.s.metrics.refused(err)
		return nil, toStatus(err).Err()
	}
	leave, err := e.s.window.enterSoon(ctx, len(article.Content))
	if err != nil {
		return nil, toStatus(err).Err()
	}
	defer leave()
	analysis, err := e.s.analyzer.analyze(ctx, article, r.GetOptions())
	if err != nil {
		return nil, toStatus(err).Err()
	}
	return &pb.AnalyzeArticleResponse{Analysis: analysis}, nil
}

// AnalyzeArticles analyses a stream of articles.
func (e *extraction) AnalyzeArticles(stream pb.ExtractionService_AnalyzeArticlesServer) error {
	return newArticleStream(e.s, stream).run()
}

// GetServiceInfo says what is running.
func (e *extraction) GetServiceInfo(context.Context, *pb.GetServiceInfoRequest) (*pb.GetServiceInfoResponse, error) {
	return &pb.GetServiceInfoResponse{
		Version: Version(),
		Models:  e.s.models,
		Layers: []pb.Layer{pb.Layer_LAYER_SEGMENTS, pb.Layer_LAYER_TOKENS, pb.Layer_LAYER_ENTITIES,
			pb.Layer_LAYER_TIMES, pb.Layer_LAYER_EVENTS, pb.Layer_LAYER_QUOTES},
		Limits: &pb.Limits{
			MaxArticleBytes:      int32(e.s.config.MaxArticleBytes),
			MaxMessageBytes:      int32(e.s.config.MaxMessageBytes),
			MaxInFlightPerStream: int32(e.s.config.MaxInFlightPerStream),
			MaxInFlight:          int32(e.s.config.MaxInFlight),
		},
	}, nil
}
