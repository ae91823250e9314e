package server

import (
	"context"
	"time"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server/internal/wire"
	"golang.org/x/sync/semaphore"
	"google.golang.org/grpc/codes"
)

// analyzer runs articles through the pipeline, as many at a time as there are workers. It is safe for concurrent
// use.
type analyzer struct {
	workers  *semaphore.Weighted
	maxBytes int
	version  string
	metrics  *metrics
	panicked func(context.Context, any) error
	// pipelines holds, for each set of wanted layers, the stages that they need.
	pipelines [1 << 7]*extractor.Pipeline
}

func newAnalyzer(s *Server, p *extractor.Pipeline) *analyzer {
	a := &analyzer{
		workers:  semaphore.NewWeighted(int64(s.config.Workers)),
		maxBytes: s.config.MaxArticleBytes,
		version:  Version(),
		metrics:  s.metrics,
		panicked: s.recovered,
	}
	for wanted := range a.pipelines {
		a.pipelines[wanted] = p.For(layersFor(wire.Wanted(wanted))...)
	}
	return a
}

// layersFor returns what the pipeline must provide for an answer. Text, sentences and the publication day are in
// every answer; speakers are entities.
func layersFor(w wire.Wanted) []extractor.Layer {
	layers := []extractor.Layer{extractor.LayerText, extractor.LayerTokens, extractor.LayerTimes}
	for _, l := range []struct {
		wanted pb.Layer
		needs  []extractor.Layer
	}{
		{pb.Layer_LAYER_TOKENS, []extractor.Layer{extractor.LayerTags, extractor.LayerTree}},
		{pb.Layer_LAYER_ENTITIES, []extractor.Layer{extractor.LayerEntities}},
		{pb.Layer_LAYER_QUOTES, []extractor.Layer{extractor.LayerQuotes, extractor.LayerEntities}},
		{pb.Layer_LAYER_EVENTS, []extractor.Layer{extractor.LayerEvents}},
	} {
		if w.Has(l.wanted) {
			layers = append(layers, l.needs...)
		}
	}
	return layers
}

// check refuses a request that cannot be analysed.
func (a *analyzer) check(article *pb.Article, options *pb.AnalyzeOptions) (*extractor.Article, error) {
	if err := wire.CheckOptions(options); err != nil {
		return nil, err
	}
	return wire.FromProto(article, a.maxBytes)
}

// analyze waits for a worker and analyses the article. Errors are domain errors, the context's, or INTERNAL
// after a panic.
func (a *analyzer) analyze(ctx context.Context, article *extractor.Article, options *pb.AnalyzeOptions) (*pb.Analysis, error) {
	return a.analyzeWith(ctx, a.pipelines[wire.NewWanted(options)], article, options, nil)
}

// analyzeWith is analyze with the stages of a given pipeline; read, unless nil, is shown the document.
func (a *analyzer) analyzeWith(ctx context.Context, p *extractor.Pipeline, article *extractor.Article, options *pb.AnalyzeOptions,
	read func(*extractor.Document)) (*pb.Analysis, error) {
	if err := a.workers.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	defer a.workers.Release(1)
	begin := time.Now()
	analysis, err := a.run(ctx, p, article, options, read)
	code := codes.OK
	if err != nil {
		code = toStatus(err).Code()
	}
	a.metrics.analysed(code.String(), len(article.Content), time.Since(begin))
	return analysis, err
}

func (a *analyzer) run(ctx context.Context, p *extractor.Pipeline, article *extractor.Article, options *pb.AnalyzeOptions,
	read func(*extractor.Document)) (analysis *pb.Analysis, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = a.panicked(ctx, reason)
		}
	}()
	document, err := p.Analyze(ctx, article)
	if err != nil {
		return nil, err
	}
	if read != nil {
		read(document)
	}
	return wire.ToProto(document, options, a.version), nil
}
