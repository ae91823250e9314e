package extractor

import "sort"

// OffsetMap maps clean text to source and back. It is a list of pieces, ascending and without overlap in both
// texts; each maps a run of clean text to the run of source that it stands for. A piece whose two lengths agree
// is a byte-for-byte copy; any other (an HTML entity, a ligature, a collapsed run of spaces) maps as a whole.
// Source between two pieces was dropped; clean text between two pieces was inserted (a paragraph break).
//
// The zero value maps nothing. An OffsetMap is safe for concurrent reading once it is built.
type OffsetMap struct {
	pieces []piece
}

type piece struct {
	text, source       int32
	textLen, sourceLen int32
	// gap: a caller-visible discontinuity (dropped furniture) precedes this piece, so spans split here.
	gap bool
}

// Append adds the next piece: textLen bytes of clean text stand for sourceLen bytes of source. Byte-for-byte
// runs that continue the last piece are merged with it. gap tells that furniture was dropped before the piece,
// so that a span across it has two source ranges.
func (m *OffsetMap) Append(text TextOffset, textLen int, source SourceOffset, sourceLen int, gap bool) {
	if textLen == 0 && sourceLen == 0 {
		return
	}
	if n := len(m.pieces); n > 0 && !gap && textLen == sourceLen {
		p := &m.pieces[n-1]
		if p.textLen == p.sourceLen && p.text+p.textLen == int32(text) && p.source+p.sourceLen == int32(source) {
			p.textLen += int32(textLen)
			p.sourceLen += int32(sourceLen)
			return
		}
	}
	m.pieces = append(m.pieces, piece{int32(text), int32(source), int32(textLen), int32(sourceLen), gap})
}

// ToSource returns the source ranges that a span of clean text stands for: one, or several where furniture
// (a page break, a link stub) interrupts it in the source. A span that lies in inserted text alone, or is empty,
// yields nil. Each range begins and ends where a piece allows it: a span that cuts a piece of unequal lengths
// covers the whole piece.
func (m *OffsetMap) ToSource(span TextSpan) []SourceSpan {
	return m.AppendSource(nil, span)
}

// AppendSource is ToSource appending to dst, for callers that map many spans.
func (m *OffsetMap) AppendSource(dst []SourceSpan, span TextSpan) []SourceSpan {
	if span.Empty() {
		return dst
	}
	begin, end := int32(span.Begin), int32(span.End)
	i := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].text+m.pieces[i].textLen > begin })
	first := len(dst)
	for ; i < len(m.pieces) && m.pieces[i].text < end; i++ {
		p := &m.pieces[i]
		if p.textLen == 0 {
			continue
		}
		s := SourceSpan{SourceOffset(p.source), SourceOffset(p.source + p.sourceLen)}
		if p.textLen == p.sourceLen {
			s.Begin = SourceOffset(p.source + max(begin-p.text, 0))
			s.End = SourceOffset(p.source + min(end-p.text, p.textLen))
		}
		if n := len(dst); n > first && !p.gap {
			dst[n-1].End = s.End
			continue
		}
		dst = append(dst, s)
	}
	return dst
}

// Hull returns the one source range from the first to the last byte of the span, furniture inside included,
// and false where ToSource would yield nil.
func (m *OffsetMap) Hull(span TextSpan) (SourceSpan, bool) {
	var buf [4]SourceSpan
	parts := m.AppendSource(buf[:0], span)
	if len(parts) == 0 {
		return SourceSpan{}, false
	}
	return SourceSpan{parts[0].Begin, parts[len(parts)-1].End}, true
}

// ToText returns the span of clean text that a source range became, and false where all of it was dropped.
func (m *OffsetMap) ToText(span SourceSpan) (TextSpan, bool) {
	begin, end := int32(span.Begin), int32(span.End)
	i := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].source+m.pieces[i].sourceLen > begin })
	var out TextSpan
	found := false
	for ; i < len(m.pieces) && m.pieces[i].source < end; i++ {
		p := &m.pieces[i]
		if p.textLen == 0 {
			continue
		}
		t := TextSpan{TextOffset(p.text), TextOffset(p.text + p.textLen)}
		if p.textLen == p.sourceLen {
			t.Begin = TextOffset(p.text + max(begin-p.source, 0))
			t.End = TextOffset(p.text + min(end-p.source, p.sourceLen))
		}
		if !found {
			out, found = t, true
		}
		out.End = t.End
	}
	return out, found
}
