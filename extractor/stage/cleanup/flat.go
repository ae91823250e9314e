package cleanup

import "github.com/dateline-news/dateline/extractor"

// run says which bytes of the source a stretch of the flat text stands for. Equal lengths are a byte-for-byte
// copy; any other run (an entity, a ligature, a collapsed run of spaces) maps as a whole. gap: markup or other
// furniture was dropped just before it.
type run struct {
	text, source       int32
	textLen, sourceLen int32
	gap                bool
}

// flat is the readable text of the whole source, furniture included: lines apart by '\n', white space collapsed,
// invisible characters gone. It is scratch: paragraphs are ranges over it, and assemble copies what is kept.
type flat struct {
	text []byte
	runs []run
	// tags are the places in the source where inline markup was dropped, ascending.
	tags []extractor.SourceSpan
	gap  bool
	// wide are the places of three or more spaces in a line of plain text, as they stand between the items of menus.
	wide []int32
	// unclosed: a script or a style was opened that nothing closes.
	unclosed bool
}

// reset empties the flat text and keeps its memory.
func (f *flat) reset() {
	f.text, f.runs, f.tags, f.gap, f.unclosed = f.text[:0], f.runs[:0], f.tags[:0], false, false
	f.wide = f.wide[:0]
}

// copy appends source[at:at+len(s)], which is s, byte for byte.
func (f *flat) copy(s string, at int) {
	if s == "" {
		return
	}
	if n := len(f.runs); n > 0 && !f.gap {
		r := &f.runs[n-1]
		if r.textLen == r.sourceLen && int(r.source+r.sourceLen) == at && int(r.text+r.textLen) == len(f.text) {
			r.textLen += int32(len(s))
			r.sourceLen += int32(len(s))
			f.text = append(f.text, s...)
			return
		}
	}
	f.replace(s, at, len(s))
}

// replace appends s, which stands for n bytes of source from at.
func (f *flat) replace(s string, at, n int) {
	f.runs = append(f.runs, run{int32(len(f.text)), int32(at), int32(len(s)), int32(n), f.gap})
	f.text = append(f.text, s...)
	f.gap = false
}

// drop records that markup was left out; the next run starts after a gap.
func (f *flat) drop(begin, end int) {
	f.gap = true
	f.tags = append(f.tags, extractor.SourceSpan{Begin: extractor.SourceOffset(begin), End: extractor.SourceOffset(end)})
}

// atSpace reports whether a further white space would be superfluous.
func (f *flat) atSpace() bool {
	n := len(f.text)
	return n == 0 || f.text[n-1] == ' ' || f.text[n-1] == '\n'
}

// trim takes a final space back.
func (f *flat) trim() {
	n := len(f.text)
	if n == 0 || f.text[n-1] != ' ' {
		return
	}
	f.text = f.text[:n-1]
	last := len(f.runs) - 1
	r := &f.runs[last]
	if r.textLen == 1 {
		f.gap = f.gap || r.gap
		f.runs = f.runs[:last]
		return
	}
	r.textLen--
	r.sourceLen--
}

// newline ends the line: the n bytes of source from at stand for it.
func (f *flat) newline(at, n int) {
	f.trim()
	f.replace("\n", at, n)
}
