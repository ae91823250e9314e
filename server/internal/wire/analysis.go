package wire

import (
	"slices"
	"strconv"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// Wanted are the layers that an answer carries.
type Wanted uint8

// NewWanted returns the layers that options ask for: all but TOKENS when they name none.
func NewWanted(o *pb.AnalyzeOptions) Wanted {
	var w Wanted
	for _, l := range o.GetLayers() {
		w |= 1 << l
	}
	if w == 0 {
		w = ^Wanted(1<<pb.Layer_LAYER_TOKENS | 1<<pb.Layer_LAYER_UNSPECIFIED)
	}
	return w & (1<<len(pb.Layer_name) - 1)
}

// Has reports whether the layer is wanted.
func (w Wanted) Has(l pb.Layer) bool { return w&(1<<l) != 0 }

// ToProto writes a document as the contract's answer. Layers that the document lacks (an article in another
// language) are empty. The answer shares no memory with the document but immutable text.
func ToProto(d *extractor.Document, options *pb.AnalyzeOptions, version string) *pb.Analysis {
	encoding := options.GetEncodingType()
	if encoding == pb.EncodingType_ENCODING_TYPE_UNSPECIFIED {
		encoding = pb.EncodingType_ENCODING_TYPE_UTF8
	}
	w := newWriter(d, encoding)
	a := &pb.Analysis{
		ArticleId:      d.Article.ID,
		ServiceVersion: version,
		LanguageCode:   d.Metadata.LanguageCode,
		EncodingType:   encoding,
		Title:          title(d),
		Text:           d.Text,
		PublishTime:    w.publishTime(),
		Source:         source(d),
		Warnings:       w.warnings(),
	}
	wanted := NewWanted(options)
	a.Sentences = w.sentences(wanted.Has(pb.Layer_LAYER_TOKENS))
	if wanted.Has(pb.Layer_LAYER_SEGMENTS) {
		a.Segments = w.segments()
	}
	if wanted.Has(pb.Layer_LAYER_ENTITIES) {
		a.Entities = w.entities()
	}
	if wanted.Has(pb.Layer_LAYER_TIMES) {
		a.Times = w.times()
	}
	if wanted.Has(pb.Layer_LAYER_QUOTES) {
		a.Quotes = w.quotes()
	}
	if wanted.Has(pb.Layer_LAYER_EVENTS) {
		a.Events = w.events()
		a.MainEventId = eventIDs.of(d.MainEvent, len(d.Events))
	}
	return a
}

// title is the headline of the content, of its metadata, or the caller's.
func title(d *extractor.Document) string {
	if !d.Metadata.TitleSpan.Empty() {
		return d.TextOf(d.Metadata.TitleSpan)
	}
	if d.Metadata.Title != "" {
		return d.Metadata.Title
	}
	return d.Article.Title
}

func source(d *extractor.Document) *pb.Source {
	s := d.Article.Source
	if s == (extractor.Source{}) {
		return nil
	}
	return &pb.Source{Outlet: s.Outlet, Uri: s.URI, Author: s.Author}
}

// writer holds what the parts of an analysis share while it is written.
type writer struct {
	d       *extractor.Document
	offsets *Offsets
	scratch []extractor.SourceSpan
	spans   slab[pb.Span]
	lists   slab[*pb.Span]
}

func newWriter(d *extractor.Document, encoding pb.EncodingType) *writer {
	return &writer{d: d, offsets: NewOffsets(d.Article.Content, encoding)}
}

func (w *writer) span(s extractor.SourceSpan) *pb.Span {
	out := w.spans.next()
	out.BeginOffset = w.offsets.ToUnits(int(s.Begin))
	out.EndOffset = w.offsets.ToUnits(int(s.End))
	return out
}

// places returns the raw places of a span of the clean text; nil when it is empty.
func (w *writer) places(s extractor.TextSpan) []*pb.Span {
	w.scratch = w.d.Offsets.AppendSource(w.scratch[:0], s)
	return w.list(w.scratch)
}

// placesOf returns the raw places of several spans of the clean text.
func (w *writer) placesOf(spans []extractor.TextSpan) []*pb.Span {
	w.scratch = w.scratch[:0]
	for _, s := range spans {
		w.scratch = w.d.Offsets.AppendSource(w.scratch, s)
	}
	return w.list(w.scratch)
}

func (w *writer) list(spans []extractor.SourceSpan) []*pb.Span {
	if len(spans) == 0 {
		return nil
	}
	out := w.lists.take(len(spans))
	for _, s := range spans {
		out = append(out, w.span(s))
	}
	return out
}

// hull returns the one span from the first to the last place; nil when there is none.
func (w *writer) hull(s extractor.TextSpan) *pb.Span {
	source, ok := w.d.Offsets.Hull(s)
	if !ok {
		return nil
	}
	return w.span(source)
}

// hullOf is hull for a range of tokens.
func (w *writer) hullOf(r extractor.TokenRange) *pb.Span { return w.hull(w.d.SpanOf(r)) }

// ids makes the ids of one kind of thing: a letter and the index counted from 1.
type ids byte

// The kinds of ids.
const (
	entityIDs ids = 'e'
	timeIDs   ids = 't'
	eventIDs  ids = 'v'
	quoteIDs  ids = 'q'
)

// of returns the id of the thing at an index, and "" for none.
func (k ids) of(index int32, count int) string {
	if index < 0 || int(index) >= count {
		return ""
	}
	var buf [12]byte
	buf[0] = byte(k)
	return string(strconv.AppendInt(buf[:1], int64(index)+1, 10))
}

func clone(s []string) []string {
	if len(s) == 0 {
		return nil
	}
	return slices.Clone(s)
}
