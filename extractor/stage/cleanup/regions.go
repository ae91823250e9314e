package cleanup

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/dateline-news/dateline/extractor"
)

// regions decides the text blocks of a page that are outside the article, and those inside whose element says what
// they are; the rest is left to the rules for text.
func (p *page) regions() {
	first, last := p.contentBounds()
	p.anchor = p.title
	if p.anchor < 0 {
		p.anchor = max(0, first-4)
	}
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.decided() {
			continue
		}
		if p.blocks[i].window {
			p.windowBlock(i)
			continue
		}
		if q.hint == hintBody {
			p.inside(i)
			continue
		}
		q.kind = p.outside(i, first, last)
	}
}

// windowBlock decides the text of <title>: the headline if the page shows none, else a copy of it.
func (p *page) windowBlock(i int) {
	q := &p.paragraphs[i]
	q.kind = extractor.SegmentDuplicate
	if p.title >= 0 {
		return
	}
	title := p.meta.Title
	at := strings.Index(string(p.textOf(i)), title)
	if at < 0 || title == "" || !utf8.ValidString(title) {
		return
	}
	q.begin += int32(at)
	q.end = q.begin + int32(len(title))
	q.kind = extractor.SegmentTitle
	p.title = i
}

// contentBounds returns the first and the last block of the article.
func (p *page) contentBounds() (int, int) {
	first, last := len(p.paragraphs), -1
	for i := range p.paragraphs {
		if p.paragraphs[i].hint == hintBody {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// inside decides a block of the article by its element.
func (p *page) inside(i int) {
	q := &p.paragraphs[i]
	n := &p.nodes[p.blocks[i].node]
	marks, _ := p.around(i)
	switch {
	case marks&markSocial != 0 && q.words <= 90:
		q.kind = extractor.SegmentSocialEmbed
	case q.words <= 20 && p.nearHeadline(i) && i > p.anchor && q.date() && (p.blocks[i].timed || n.marks&(markDate|markByline) != 0):
		q.kind = extractor.SegmentDateline
	case q.words <= 20 && p.nearHeadline(i) && i > p.anchor && (n.marks&markByline != 0 || p.namesAuthor(i)) && !q.sentence():
		q.kind = extractor.SegmentByline
	case p.within(i, atom.Figcaption, 3):
		q.kind = extractor.SegmentCaption
	case heading(n.tag) && p.furniture(i):
		// "Add comment"
	case heading(n.tag):
		q.kind = extractor.SegmentSubheading
		if q.words > 40 {
			q.kind = extractor.SegmentBody
		}
	case n.marks&markCaption != 0 && q.words <= 80:
		q.kind = extractor.SegmentCaption
	}
}

// namesAuthor reports whether a short block has the name that the page's metadata give as the author's.
func (p *page) namesAuthor(i int) bool {
	name, _, _ := strings.Cut(p.meta.Author, ",")
	return len(name) >= 5 && p.paragraphs[i].words <= 12 && p.paragraphs[i].final == 0 && strings.Contains(string(p.textOf(i)), name)
}

// outside decides a block beside the article: what is above it is a menu, what is below its foot, unless its
// element says more.
func (p *page) outside(i, first, last int) extractor.SegmentType {
	q := &p.paragraphs[i]
	marks, tags := p.around(i)
	switch {
	case p.title >= 0 && q.hash == p.paragraphs[p.title].hash:
		return extractor.SegmentDuplicate
	case i < first && q.words <= 14 && (p.blocks[i].timed || q.date()) && p.nearHeadline(i) && q.dates > 0:
		return extractor.SegmentDateline
	case i < first && q.words <= 20 && (p.blocks[i].named || q.cue == cueByline || marks&markByline != 0) && p.nearHeadline(i):
		return extractor.SegmentByline
	case i < first && p.nearHeadline(i) && q.sentence() && p.blocks[i].links == 0 && marks&(markNav|markPromo|markAd|markRelated) == 0:
		if q.final == '.' && q.words >= 12 {
			return extractor.SegmentBody
		}
		return extractor.SegmentSubheading
	case i == p.anchor+1 && i < first && q.words >= 5 && q.words <= 40 && p.blocks[i].links == 0 && tags&tagNav == 0 && marks&(markNav|markPromo|markAd|markRelated|markShare) == 0:
		return extractor.SegmentSubheading
	case marks&(markRelated) != 0, tags&tagAside != 0 && p.blocks[i].links*2 > q.end-q.begin:
		return extractor.SegmentRelatedLink
	case tags&tagFigure != 0 && marks&(markCaption|markCredit) != 0:
		return extractor.SegmentNavigation
	case i > last || tags&tagFooter != 0:
		return extractor.SegmentFooter
	}
	return extractor.SegmentNavigation
}

// nearHeadline reports whether a block stands a few blocks from the headline.
func (p *page) nearHeadline(i int) bool {
	return i >= p.anchor-4 && i <= p.anchor+8
}

// The tags that tell of a block what it is, when they are around it.
type tagSet uint8

const (
	tagAside tagSet = 1 << iota
	tagFooter
	tagFigure
	tagNav
)

// around gathers the marks and tags of the elements near above a block.
func (p *page) around(i int) (mark, tagSet) {
	var marks mark
	var tags tagSet
	for k, depth := p.blocks[i].node, 0; k > 0 && depth < 6; k, depth = p.nodes[k].parent, depth+1 {
		n := &p.nodes[k]
		if depth < 3 {
			marks |= n.marks
		}
		switch n.tag {
		case atom.Aside:
			tags |= tagAside
		case atom.Footer:
			tags |= tagFooter
		case atom.Figure:
			tags |= tagFigure
		case atom.Nav:
			tags |= tagNav
		}
	}
	return marks, tags
}

// within reports whether an element with a tag is at most depth levels above block i, its own element included.
func (p *page) within(i int, tag atom.Atom, depth int) bool {
	for k := p.blocks[i].node; k > 0 && depth > 0; k, depth = p.nodes[k].parent, depth-1 {
		if p.nodes[k].tag == tag {
			return true
		}
	}
	return false
}

// findHeadline decides which heading of the page is the headline: the one that the page's metadata names, else the
// last h1 above the article.
func (p *page) findHeadline() {
	first, _ := p.contentBounds()
	title := hashOf([]byte(p.meta.Title))
	best, top := -1, 0
	for i := range p.paragraphs {
		tag := p.nodes[p.blocks[i].node].tag
		if p.blocks[i].window || !heading(tag) && p.paragraphs[i].hash != title {
			continue
		}
		if s := p.headlineScore(i, first, title); s > top {
			best, top = i, s
		}
	}
	if best >= 0 {
		p.paragraphs[best].kind = extractor.SegmentTitle
		p.paragraphs[best].hint = hintHeading
		p.title = best
	}
}

func (p *page) headlineScore(i, first int, title uint64) int {
	q := &p.paragraphs[i]
	s := 0
	switch p.nodes[p.blocks[i].node].tag {
	case atom.H1:
		s = 3
	case atom.H2:
		s = 1
	}
	switch {
	case q.hash == title:
		s += 6
	case len(p.meta.Title) > 12 && len(p.meta.Title) <= maxTitle && q.end-q.begin <= maxTitle && similar(strings.ToLower(string(p.textOf(i))), strings.ToLower(p.meta.Title)):
		s += 4
	case s < 3 || i > first || q.words < 3:
		return 0
	}
	if i > first+3 {
		s -= 3
	}
	return s
}

// similar reports whether one text contains the other and most of it.
func similar(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a)*2 > len(b) && strings.Contains(b, a)
}
