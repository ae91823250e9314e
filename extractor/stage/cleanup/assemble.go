package cleanup

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// part is a stretch of the flat text with one type; it becomes one segment, or several where markup cuts it.
type part struct {
	kind       extractor.SegmentType
	begin, end int32
	joins      bool // the block of the part before it goes on
}

// assembler writes a document's text, offsets, blocks and segments from parts in the order of the source.
type assembler struct {
	*page
	d   *extractor.Document
	out strings.Builder
	run int   // the run that the next part begins in or after
	tag int   // the next piece of markup
	end int32 // where the source read so far ends
}

// assemble writes the document's text layer.
func (p *page) assemble(d *extractor.Document) {
	a := &assembler{page: p, d: d}
	a.out.Grow(len(p.text))
	d.Segments = make([]extractor.Segment, 0, len(p.paragraphs)+len(p.tags)*2+4)
	d.Blocks = make([]extractor.Block, 0, len(p.paragraphs))
	d.Metadata = p.meta
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.prefix > 0 {
			a.add(part{extractor.SegmentDateline, q.begin, q.begin + q.prefix, false})
		}
		begin := q.begin + q.prefix
		for begin < q.end && p.text[begin] == ' ' {
			begin++
		}
		if begin < q.end {
			a.add(part{q.kind, begin, q.end, q.joins})
		}
		if i == p.title && len(d.Blocks) > 0 {
			d.Metadata.TitleSpan = d.Blocks[len(d.Blocks)-1].Span
		}
	}
	a.markup(int32(len(p.article.Content)))
	d.Text = a.out.String()
	a.tile()
	a.complete()
}

// add appends a part: segments always, and text if its type is analyzed.
func (a *assembler) add(q part) {
	for a.run < len(a.runs) && a.runs[a.run].text+a.runs[a.run].textLen <= q.begin {
		a.run++
	}
	if q.kind.Analyzed() {
		a.openBlock(q)
	}
	begin := q.begin
	for i := a.run; i < len(a.runs) && a.runs[i].text < q.end; i++ {
		r := &a.runs[i]
		from, to := max(r.text, q.begin), min(r.text+r.textLen, q.end)
		if r.gap && from == r.text && from > q.begin && a.tag < len(a.tags) && int32(a.tags[a.tag].Begin) < r.source {
			a.piece(q.kind, begin, from)
			begin = from
		}
		if from == begin {
			a.markup(a.sourceOf(r, from))
			a.open(q.kind, a.sourceOf(r, from))
		}
		a.end = a.sourceOf(r, to)
		if r.textLen != r.sourceLen {
			a.end = r.source + r.sourceLen
		}
		if q.kind.Analyzed() {
			a.copy(r, from, to, r.gap && from == r.text || q.joins && from == q.begin)
		}
	}
	a.piece(q.kind, begin, q.end)
	if q.kind.Analyzed() {
		a.d.Blocks[len(a.d.Blocks)-1].Span.End = extractor.TextOffset(a.out.Len())
	}
}

// openBlock begins a block, or goes on with the last one.
func (a *assembler) openBlock(q part) {
	n := len(a.d.Blocks)
	if q.joins && n > 0 && a.d.Blocks[n-1].Type == q.kind {
		if s := a.out.String(); s[len(s)-1] != '-' {
			a.out.WriteByte(' ')
		}
		return
	}
	if n > 0 {
		a.out.WriteString("\n\n")
	}
	at := extractor.TextOffset(a.out.Len())
	a.d.Blocks = append(a.d.Blocks, extractor.Block{Type: q.kind, Span: extractor.TextSpan{Begin: at, End: at}})
}

// copy appends flat text [from,to) of a run to the document's text and its offsets.
func (a *assembler) copy(r *run, from, to int32, gap bool) {
	at := extractor.TextOffset(a.out.Len())
	a.out.Write(a.text[from:to])
	if r.textLen == r.sourceLen {
		a.d.Offsets.Append(at, int(to-from), extractor.SourceOffset(r.source+from-r.text), int(to-from), gap)
		return
	}
	a.d.Offsets.Append(at, int(to-from), extractor.SourceOffset(r.source), int(r.sourceLen), gap)
}

// sourceOf returns the place in the source of flat offset at, inside run r.
func (a *assembler) sourceOf(r *run, at int32) int32 {
	if r.textLen == r.sourceLen {
		return r.source + at - r.text
	}
	return r.source
}

// open begins a segment at a place in the source; its end is set by tile.
func (a *assembler) open(kind extractor.SegmentType, at int32) {
	a.d.Segments = append(a.d.Segments, extractor.Segment{Type: kind,
		Source: extractor.SourceSpan{Begin: extractor.SourceOffset(at)}})
}

// piece gives the open segment its text, flat [begin,end).
func (a *assembler) piece(kind extractor.SegmentType, begin, end int32) {
	if begin >= end {
		return
	}
	if a.whole == "" {
		a.whole = string(a.text)
	}
	a.d.Segments[len(a.d.Segments)-1].Text = strings.Trim(a.whole[begin:end], " \n")
}

// markup appends MARKUP segments for what was dropped before a place in the source.
func (a *assembler) markup(before int32) {
	if a.html {
		a.markupHTML(before)
		return
	}
	for ; a.tag < len(a.tags) && int32(a.tags[a.tag].Begin) < before; a.tag++ {
		n := len(a.d.Segments)
		if n > 0 && a.d.Segments[n-1].Type == extractor.SegmentMarkup {
			continue
		}
		a.open(extractor.SegmentMarkup, int32(a.tags[a.tag].Begin))
	}
}

// markupHTML appends one MARKUP segment for the tags between two text blocks. White space before them belongs to
// the block.
func (a *assembler) markupHTML(before int32) {
	for a.tag < len(a.tags) && int32(a.tags[a.tag].Begin) < before {
		a.tag++
	}
	at := a.end
	for at < before && strings.IndexByte(" \t\r\n", a.article.Content[at]) >= 0 {
		at++
	}
	if at < before {
		a.open(extractor.SegmentMarkup, at)
	}
}

// tile gives each segment its end: the beginning of the next.
func (a *assembler) tile() {
	s := a.d.Segments
	size := extractor.SourceOffset(len(a.article.Content))
	if len(s) == 0 {
		if size > 0 {
			a.d.Segments = append(s, extractor.Segment{Type: extractor.SegmentMarkup, Source: extractor.SourceSpan{End: size}})
		}
		return
	}
	s[0].Source.Begin = 0
	for i := range s {
		if i+1 < len(s) {
			s[i].Source.End = s[i+1].Source.Begin
		} else {
			s[i].Source.End = size
		}
	}
}
