package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// account reports whether paragraph i is an account's name, "@alarkask" or "Alar Kask @alarkask", as it stands in an
// embedded post.
func (p *page) account(i int) bool {
	q := &p.paragraphs[i]
	if q.handles != 1 || q.words > 6 {
		return false
	}
	return q.words == 1 && p.text[q.begin] == '@' || q.final == 0 && q.caps+1 >= q.words && bytes.LastIndexByte(p.textOf(i), ' ') < bytes.IndexByte(p.textOf(i), '@')
}

// posted returns the paragraph that dates the post of the account in paragraph i, "6:12 PM - Oct 2, 2022", or i.
func (p *page) posted(i int) int {
	for k := i + 1; k < len(p.paragraphs) && k <= i+maxPost; k++ {
		q := &p.paragraphs[k]
		if q.clock && q.day && q.final == 0 && q.dates >= 3 && q.words <= 10 {
			return k
		}
	}
	return i
}

// maxPost is how many paragraphs a post has at most, its date included.
const maxPost = 4

// embed decides the post around an account: its owner's name above it, its text and its counters below.
func (p *page) embed(i int) {
	p.paragraphs[i].kind = extractor.SegmentSocialEmbed
	if i > 0 {
		above := &p.paragraphs[i-1]
		if (above.kind == extractor.SegmentBody || above.kind == extractor.SegmentSubheading) && above.words <= 4 && above.final == 0 && above.caps == above.words {
			above.kind = extractor.SegmentSocialEmbed
		}
	}
	date := p.posted(i)
	for i < date {
		i++
		if q := &p.paragraphs[i]; !q.decided() {
			q.kind = extractor.SegmentSocialEmbed
		}
	}
	for k := i + 1; k <= p.last && k <= i+3 && !p.running(k); k++ {
		q := &p.paragraphs[k]
		if q.decided() || !q.counts() && !bytes.Contains(p.textOf(k), []byte("#")) {
			return
		}
		q.kind = extractor.SegmentSocialEmbed
	}
}
