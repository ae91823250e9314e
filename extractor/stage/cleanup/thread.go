package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// minMarks is from how many lines that name a writer and say when he wrote a thread of comments shows itself.
const minMarks = 2

// thread ends the running text where readers' comments begin: lines with a name, a day and a time of day, each over, or
// under, a few paragraphs. A heading above the first of them is theirs, too.
func (p *page) thread() {
	if p.letter || p.live {
		return
	}
	first, last, n := -1, -1, 0
	for i := p.body + 2; i < len(p.paragraphs); i++ {
		if !p.commenter(i) {
			continue
		}
		if last >= 0 && i-last > maxComment {
			first, n = -1, 0
		}
		if first < 0 {
			first = i
		}
		last = i
		if n++; n == minMarks {
			break
		}
	}
	if n < minMarks {
		return
	}
	for k := first - 1; k > p.body+1 && k >= first-3; k-- {
		q := &p.paragraphs[k]
		if q.final == '.' && q.words > 3 || p.running(k) {
			break
		}
		if q.comment > 0 || q.hint == hintHeading {
			first = k
		}
	}
	for k := first; k < len(p.paragraphs); k++ {
		if q := &p.paragraphs[k]; q.kind == extractor.SegmentSubheading {
			q.kind = 0
		}
	}
	p.foot(first, extractor.SegmentFooter)
}

// maxComment bounds how many paragraphs apart two comments of a thread begin.
const maxComment = 8

// commenter reports whether paragraph i names a writer and says when he wrote: "Old Fritz posted at 8:14 am, July 3".
func (p *page) commenter(i int) bool {
	q := &p.paragraphs[i]
	if q.words > 14 || q.words < 3 || q.quoted || q.told > 0 || !q.clock || !q.day || q.dates < 3 || q.cue == cueByline && bytes.Contains(bytes.ToLower(p.textOf(i)), []byte("updated")) {
		return false
	}
	other := q.words - q.dates - q.labels
	return other >= 1 && other <= 6 && !p.dateFirst(i)
}

// dateFirst reports whether a paragraph begins with a date rather than a name.
func (p *page) dateFirst(i int) bool {
	text := p.textOf(i)
	word, _, _ := bytes.Cut(text, []byte(" "))
	c := p.lex.entries[p.lookup(bytes.Trim(word, ",.:"))].class
	return text[0] >= '0' && text[0] <= '9' || c&(classMonth|classWeekday|classDateWord) != 0 && c&classSection == 0
}
