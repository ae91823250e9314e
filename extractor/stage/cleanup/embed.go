package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// account reports whether paragraph i is an account's name alone, "@alarkask", as it stands in an embedded post.
func (p *page) account(i int) bool {
	q := &p.paragraphs[i]
	return q.handles == 1 && q.words == 1 && p.text[q.begin] == '@'
}

// embed decides the post around an account: its owner's name above it, its text and its counters below.
func (p *page) embed(i int) {
	p.paragraphs[i].kind = extractor.SegmentSocialEmbed
	if i > 0 {
		above := &p.paragraphs[i-1]
		if (above.kind == extractor.SegmentBody || above.kind == extractor.SegmentSubheading) && above.words <= 4 && above.final == 0 && above.caps == above.words {
			above.kind = extractor.SegmentSocialEmbed
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
