package wire

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

func (w *writer) quoteID(index int32) string { return quoteIDs.of(index, len(w.d.Quotes)) }

func (w *writer) quotes() []*pb.Quote {
	out := make([]*pb.Quote, len(w.d.Quotes))
	for i := range w.d.Quotes {
		q := &w.d.Quotes[i]
		out[i] = &pb.Quote{
			QuoteId: w.quoteID(int32(i)),
			Type:    pb.QuoteType(q.Type),
			Spans:   w.placesOf(q.Spans),
			Text:    w.joined(q.Spans),
			Speaker: w.hullOf(q.Speaker),
			Cue:     w.hullOf(q.Cue),
		}
		if i < len(w.d.Speakers) {
			out[i].SpeakerEntityId = w.entityID(w.d.Speakers[i].Entity)
			out[i].ViaEntityId = w.entityID(w.d.Speakers[i].Via)
		}
	}
	return out
}

// joined returns the clean texts of spans with a space between two.
func (w *writer) joined(spans []extractor.TextSpan) string {
	if len(spans) == 1 {
		return w.d.TextOf(spans[0])
	}
	texts := make([]string, len(spans))
	for i, s := range spans {
		texts[i] = w.d.TextOf(s)
	}
	return strings.Join(texts, " ")
}
