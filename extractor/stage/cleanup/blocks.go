package cleanup

import (
	"bytes"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// maxBlock is how many lines a box on a page has at most.
const maxBlock = 8

// blocksOfLines marks the lines of boxes: where blank lines stand between paragraphs, lines without one between them
// belong together, and if one of them is the page's, so are those that tell nothing.
func (p *page) blocksOfLines() {
	if !p.furnished || !p.spaced() {
		return
	}
	for i := 0; i < len(p.paragraphs); {
		end := i + 1
		for end < len(p.paragraphs) && !p.paragraphs[end].apart {
			end++
		}
		if n := end - i; n >= 2 && n <= maxBlock && p.isBox(i, end) {
			for k := i; k < end; k++ {
				p.paragraphs[k].boxed = true
			}
		}
		i = end
	}
}

// spaced reports whether blank lines stand before most of the page's long paragraphs.
func (p *page) spaced() bool {
	apart, all := 0, 0
	for i := range p.paragraphs {
		if q := &p.paragraphs[i]; q.long() && q.words >= 25 {
			all++
			if q.apart {
				apart++
			}
		}
	}
	return all >= 3 && apart*4 >= all*3
}

// isBox reports whether lines [from,to) hold furniture and nothing that could be the article's own.
func (p *page) isBox(from, to int) bool {
	found := false
	for i := from; i < to; i++ {
		q := &p.paragraphs[i]
		if q.quoted || q.past > 1 || q.told > 0 || q.words > 25 || q.date() || q.cue == cueByline || q.cue == cueCaption || q.cue == cueCredit || q.cue == cueSignoff ||
			q.decided() && q.kind.Analyzed() || i > from && q.numbers*3 > q.words && q.urls == 0 && !p.furniture(i) {
			return false
		}
		found = found || p.furniture(i)
	}
	return found
}

// maxTeaser bounds how many bytes a teaser has.
const maxTeaser = 400

// drawn reports whether a line is drawn as what the page sets around an article: "| Coal and logs |", dots that lead
// to a page's number, a teaser that is cut off.
func drawn(text []byte) bool {
	n := len(text)
	if n > 4 && text[0] == '|' && text[n-1] == '|' && bytes.IndexByte(text[1:n-1], '|') < 0 {
		return true
	}
	if n > maxTeaser {
		return false
	}
	return bytes.HasSuffix(text, []byte("[…]")) || bytes.HasSuffix(text, []byte("[...]")) ||
		bytes.Contains(text, []byte("......")) && n > 10 && text[n-1] >= '0' && text[n-1] <= '9'
}

// announces reports whether a line is a label in capitals and a headline: "SEE ALSO: Ten towns where rents are falling".
func announces(text []byte) bool {
	label, headline, ok := bytes.Cut(text, []byte(": "))
	if !ok || len(label) < 4 || len(label) > 24 || bytes.Count(label, []byte(" ")) > 2 || bytes.Count(headline, []byte(" ")) < 2 {
		return false
	}
	return slices.IndexFunc(label, func(c byte) bool { return c != ' ' && c != '\'' && !upperByte(c) }) < 0 && finalPunctuation(text) == 0 && upperByte(headline[0]) &&
		bytes.ContainsAny(headline, "abcdefghijklmnopqrstuvwxyz")
}

// owned reports whether a paragraph says whose the page is: behind it no article goes on.
func (p *page) owned(i int) bool {
	q, text := &p.paragraphs[i], p.textOf(i)
	if q.words > 40 || q.slashes > 0 {
		return false
	}
	at := bytes.Index(text, []byte("©"))
	if rest, ok := cutFold(text, "copyright"); at < 0 && ok {
		text, at = rest, 0
	}
	return at >= 0 && q.numbers > 0 && bytes.ContainsAny(text[at:], "12")
}

// linked reports whether paragraph i is a headline with its address.
func (p *page) linked(i int) bool {
	q := &p.paragraphs[i]
	return p.furnished && q.urls == 1 && q.words >= 3 && q.words <= 20 && q.kind != extractor.SegmentBody && q.final == 0
}

// runningHead reports whether paragraph i is what a printer sets over each page: a date, a name in capitals, a number.
func (p *page) runningHead(i int) bool {
	if i < 0 || i >= len(p.paragraphs) || p.html || p.live {
		return false
	}
	q := &p.paragraphs[i]
	return q.final == 0 && q.words >= 4 && q.words <= 14 && q.day && q.dates >= 3 && q.stops-q.numbers <= 1 && q.caps+q.numbers >= q.words &&
		q.upper >= 2 && !q.quoted
}
