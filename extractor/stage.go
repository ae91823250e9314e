package extractor

import "context"

// Layer is something that one stage adds to a Document and later stages read.
type Layer string

// The layers, in the order in which the English pipeline adds them.
const (
	LayerText     Layer = "text"
	LayerTokens   Layer = "tokens"
	LayerTags     Layer = "tags"
	LayerTree     Layer = "tree"
	LayerNames    Layer = "names"
	LayerTimes    Layer = "times"
	LayerQuotes   Layer = "quotes"
	LayerEntities Layer = "entities"
	LayerEvents   Layer = "events"
)

// Stage is a step of the pipeline, as a value: golang.org/x/tools/go/analysis is the model.
type Stage struct {
	// Name is the folder of the stage: "times".
	Name string
	// Doc says in a sentence or two what the stage does. It must not be empty.
	Doc string
	// Requires are the layers that Run reads; Provides those that it adds.
	Requires []Layer
	Provides []Layer
	// Run adds the layers to the document. It is called for many documents at once, from many goroutines, each
	// with a document of its own, and is deterministic. It returns ctx.Err() soon after ctx is done. It need
	// not handle a document with English false or with empty text: the pipeline calls it for no such document
	// unless it provides LayerText or LayerTimes.
	Run func(ctx context.Context, d *Document) error
}
