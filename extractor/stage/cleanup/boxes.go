package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// between reports whether a sentence stands between lines of a box: it tells nothing that happened.
func (p *page) between(i int) bool {
	q := &p.paragraphs[i]
	if i <= p.body || i+1 >= len(p.paragraphs) || q.past > 0 || q.quoted || q.words > 25 || p.paragraphs[i-1].cue != cuePromo || q.day && !p.furniture(i+1) {
		return false
	}
	next := &p.paragraphs[i+1]
	return (p.furniture(i+1) || next.final == 0 && next.words <= 3 && !next.decided()) && p.shares(i)*8 < 1
}

// headlines gives runs of lines inside the running text that read like headlines to the page: links to other
// articles which no label announces.
func (p *page) headlines() {
	if p.html || !p.messy() {
		return
	}
	for i := p.body + 1; i < p.last; i++ {
		k := i
		for k < p.last && p.headlineAlone(k) {
			k++
		}
		before := &p.paragraphs[i-1]
		if k-i >= 2 && k-i <= maxHeadlines && before.kind == extractor.SegmentBody && before.final != ':' && !before.open() && before.final != ',' && p.strange(i, k) {
			for ; i < k; i++ {
				p.paragraphs[i].kind = extractor.SegmentRelatedLink
			}
		}
		i = max(i, k)
	}
}

// strange reports whether paragraphs [from,to) share few words with the running text before them.
func (p *page) strange(from, to int) bool {
	sum := 0.0
	for i := from; i < to; i++ {
		sum += p.shares(i)
	}
	return sum*5 < float64(to-from)
}

// boxes gives headings to the page that have furniture at both sides: the name of a newsletter.
func (p *page) boxes() {
	for i := p.body + 1; i < p.last; i++ {
		q := &p.paragraphs[i]
		if q.kind == extractor.SegmentSubheading && !p.paragraphs[i-1].kind.Analyzed() && p.paragraphs[i+1].kind == extractor.SegmentNavigation {
			q.kind = extractor.SegmentNavigation
		}
	}
}

// list reports whether only headlines and labels follow the running text, three or more: the page's, who else
// would end with them?
func (p *page) list(begin int) bool {
	if p.html || begin >= len(p.paragraphs) || p.paragraphs[max(begin-1, 0)].final == ':' {
		return false
	}
	lines, headlines := 0, 0
	for i := begin; i < len(p.paragraphs); i++ {
		q := &p.paragraphs[i]
		if q.decided() {
			continue
		}
		if q.bullet || q.quoted || q.wide > 0 || q.words > 20 || q.numbers+q.dates > 2 || q.numbers*3 > q.words || q.final == '.' && q.words >= 4 && q.appeal < appealTail {
			return false
		}
		lines++
		if q.heading() && q.words >= 4 {
			headlines++
		}
	}
	return lines >= 3 && headlines*2 >= lines
}

// maxHeadlines is how many headlines a box has at most; what is longer is a list of the article's.
const maxHeadlines = 6

// messy reports whether the page's furniture stands inside or behind the running text: clean copies have no boxes.
func (p *page) messy() bool {
	n := 0
	for i := p.body; i < len(p.paragraphs); i++ {
		if p.furniture(i) {
			n++
		}
	}
	return n >= 2
}

// headlineAlone reports whether a line could be the headline of another article.
func (p *page) headlineAlone(i int) bool {
	q := &p.paragraphs[i]
	return (q.kind == extractor.SegmentBody || q.kind == extractor.SegmentSubheading) && q.heading() &&
		q.words >= 4 && q.numbers*3 <= q.words && p.paragraphs[i].prefix == 0 && !q.quoted && q.wide == 0 &&
		q.numbers == 0 && q.dates <= 1 && bytes.Count(p.textOf(i), []byte(",")) < 2 && bytes.IndexByte(p.textOf(i), ';') < 0
}
