package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// minEntries is from how many entries, each headed by a time of day, a text is a live blog.
const minEntries = 3

// entries decides the times that head the entries of a live blog, and the headings below them.
func (p *page) entries() {
	if p.letter {
		return
	}
	n := 0
	for i := range p.paragraphs {
		if i > p.body+maxBlogHead && n == 0 {
			return
		}
		if p.entry(i) {
			n++
		}
	}
	if p.live = n >= minEntries; !p.live {
		return
	}
	for i := range p.paragraphs {
		if !p.entry(i) {
			continue
		}
		p.paragraphs[i].kind = extractor.SegmentDateline
		if q := &p.paragraphs[i+1]; !q.decided() && q.heading() {
			q.kind = extractor.SegmentSubheading
		}
	}
}

// maxBlogHead bounds how far below the first running text, a summary, the entries begin.
const maxBlogHead = 10

// entry reports whether paragraph i is a time of day and nothing else, over a text or over a heading and a text.
func (p *page) entry(i int) bool {
	q := &p.paragraphs[i]
	if i+1 >= len(p.paragraphs) || q.words > 2 || !timeOfDay(p.textOf(i)) {
		return false
	}
	next := &p.paragraphs[i+1]
	if next.final == '.' || p.running(i+1) {
		return true
	}
	return i+2 < len(p.paragraphs) && next.heading() && !p.furniture(i+1) && (p.running(i+2) || p.paragraphs[i+2].final == '.' || p.paragraphs[i+2].cue == cueByline)
}

// timeOfDay reports whether a text is "17:46", "17.46", "5.46pm", "17:46 GMT".
func timeOfDay(text []byte) bool {
	hour, rest, _ := bytes.Cut(bytes.Replace(text, []byte("."), []byte(":"), 1), []byte(":"))
	return len(text) <= 12 && len(hour) >= 1 && len(hour) <= 2 && isDigits(hour) && len(rest) >= 2 && isDigits(rest[:2]) &&
		(len(rest) == 2 || rest[2] == ' ' || rest[2]|0x20 == 'a' || rest[2]|0x20 == 'p')
}
