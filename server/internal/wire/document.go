package wire

import (
	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

func (w *writer) publishTime() *pb.PublishTime {
	p := w.d.PublishTime
	if p.Provenance == 0 {
		p.Provenance = extractor.ProvenanceUnknown
	}
	return &pb.PublishTime{Value: p.Value, Provenance: pb.Provenance(p.Provenance), Span: w.hull(p.Span)}
}

func (w *writer) warnings() []*pb.Warning {
	var out []*pb.Warning
	for _, x := range w.d.Warnings {
		warning := &pb.Warning{Code: x.Code, Message: x.Message}
		if !x.Span.Empty() {
			warning.Span = w.span(x.Span)
		}
		out = append(out, warning)
	}
	return out
}

func (w *writer) segments() []*pb.Segment {
	out := make([]*pb.Segment, len(w.d.Segments))
	for i, s := range w.d.Segments {
		out[i] = &pb.Segment{Type: pb.SegmentType(s.Type), Span: w.span(s.Source), Text: s.Text}
	}
	return out
}

func (w *writer) sentences(withTokens bool) []*pb.Sentence {
	d := w.d
	sentences := make([]pb.Sentence, len(d.Sentences))
	out := make([]*pb.Sentence, len(d.Sentences))
	var tokens []pb.Token
	if withTokens {
		tokens = make([]pb.Token, len(d.Tokens))
	}
	for i, s := range d.Sentences {
		sentence := &sentences[i]
		span := d.SpanOf(s.Tokens)
		sentence.Span = w.hull(span)
		if spans := w.places(span); len(spans) > 1 {
			sentence.Spans = spans
		}
		if withTokens {
			sentence.Tokens = w.tokens(tokens[s.Tokens.First:s.Tokens.Last], s.Tokens)
		}
		out[i] = sentence
	}
	return out
}

// tokens writes a sentence's tokens into their place. Where cleaning made one piece of source two tokens (a
// ligature), the second is empty at the end of the first: spans never overlap.
func (w *writer) tokens(into []pb.Token, r extractor.TokenRange) []*pb.Token {
	out := make([]*pb.Token, len(into))
	var end extractor.SourceOffset
	for i := range into {
		at := r.First + int32(i)
		t := &into[i]
		if s, ok := w.d.Offsets.Hull(w.d.Tokens[at].Span); ok {
			s.Begin = max(s.Begin, end)
			s.End = max(s.End, s.Begin)
			end = s.End
			t.Span = w.span(s)
		}
		t.Text = w.d.TokenText(int(at))
		w.tag(t, at)
		w.arc(t, at, r.First)
		out[i] = t
	}
	return out
}

func (w *writer) tag(t *pb.Token, at int32) {
	if int(at) >= len(w.d.Tags) {
		return
	}
	tag := w.d.Tags[at]
	t.Lemma, t.Upos, t.Xpos, t.Feats = tag.Lemma, tag.UPOS.String(), tag.XPOS.String(), tag.Feats
}

func (w *writer) arc(t *pb.Token, at, first int32) {
	t.Head = -1
	if int(at) >= len(w.d.Arcs) {
		return
	}
	arc := w.d.Arcs[at]
	t.Deprel = arc.Rel.String()
	if arc.Head >= 0 {
		t.Head = arc.Head - first
	}
}
