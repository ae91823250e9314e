package cleanup

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/dateline-news/dateline/extractor"
)

// tail decides what follows the running text. Until the page's foot shows itself, a text is still the author's.
func (p *page) tail() {
	var foot, links bool
	begin, end := max(p.last+1, p.body), p.footBegins()
	links = p.list(begin)
	for i := begin; i < len(p.paragraphs); i++ {
		q := &p.paragraphs[i]
		if q.decided() {
			foot = foot || q.kind == extractor.SegmentFooter
			continue
		}
		switch {
		case q.full && q.date() || q.date() && q.labels > 0 && q.dates >= 3:
			q.kind = extractor.SegmentDateline
		case q.cue == cueByline && q.day && q.final != '.' && !foot:
			q.kind = extractor.SegmentByline
		case q.sentence() && q.quoted && !(foot && p.furnished):
			q.kind = extractor.SegmentBody
		case p.title >= 0 && q.hash == p.paragraphs[p.title].hash:
			q.kind = extractor.SegmentDuplicate
		case p.repeatsTitle(i):
			q.kind = extractor.SegmentPageBreak
		case !foot && !links && p.signsOff(i), p.ofAuthor(i):
			q.kind = extractor.SegmentSignoff
		case !p.html && p.kindAt(i-1) == extractor.SegmentSignoff && q.words <= 5 && q.final == 0 && q.upper+q.dates+q.slashes >= q.words:
			// The marks of a wire behind its "ENDS".
			q.kind = extractor.SegmentSignoff
		case p.breaks(i):
			q.kind = extractor.SegmentPageBreak
		case q.cue == cueLink && (q.final != '.' || q.cueWhole):
			q.kind = extractor.SegmentRelatedLink
			links = links || q.words <= 5
			if q.cueWhole {
				links = true
				q.kind = extractor.SegmentLinkStub
			}
		case links && q.boxed && q.words >= 4 && q.cue == cueNone && q.reader == 0:
			q.kind = extractor.SegmentRelatedLink
		case p.furniture(i), p.promo(i), p.legal(i), p.appealing(i, appealTail), q.final == ':' && i+1 < len(p.paragraphs) && p.furniture(i+1):
			foot, links = true, false
			q.kind = extractor.SegmentFooter
		case p.linkAlone(i):
			q.kind = extractor.SegmentRelatedLink
		case p.html && p.labelBelow(i):
			q.kind = extractor.SegmentFooter
		case links && !foot && q.final == '.' && q.words >= 4 && !p.furnitureAfter(i):
			// A sentence: the text goes on below a stub.
			q.kind = extractor.SegmentBody
			links = false
		case links && (q.section > 0 && q.words <= 2 || q.words >= 4):
			q.kind = extractor.SegmentRelatedLink
		case p.furnished && foot && q.final == '.' && q.past > 0 && q.words >= 4 && q.reader+q.site == 0 && q.apart && p.shares(i) >= 0.3:
			// The article's last words, behind a box.
			q.kind = extractor.SegmentBody
		case p.furnished && (q.final == 0 || q.words >= 8 && p.running(i)) && q.wide == 0 && p.paragraphs[max(begin-1, 0)].final != ':':
			// On a page with furniture, what no longer reads like the text, or no longer coheres with it, begins the foot.
			foot = true
			q.kind = extractor.SegmentFooter
		case foot || links, i < end && q.final == 0 && !q.bullet && (q.words <= 8 || q.heading()) && p.paragraphs[max(begin-1, 0)].final != ':' && !p.html:
			// Labels between the text and the foot are tags or buttons, but a list behind a colon is the author's.
			q.kind = extractor.SegmentFooter
		case q.date() && q.words > 1:
			q.kind = extractor.SegmentDateline
		default:
			q.kind = extractor.SegmentBody
		}
	}
}

// footBegins returns the first paragraph behind the running text that is the page's beyond doubt, 0 without one.
func (p *page) footBegins() int {
	for i := max(p.last+1, p.body); i < len(p.paragraphs); i++ {
		if p.furniture(i) {
			return i
		}
	}
	return 0
}

// linkAlone reports whether a short text block of HTML is a link and nothing else.
func (p *page) linkAlone(i int) bool {
	q := &p.paragraphs[i]
	return p.html && q.words <= 20 && q.final != '.' && p.blocks[i].links*10 >= (q.end-q.begin)*8
}

// labelBelow reports whether a text block of HTML below the running text is a row of links, or a word or two in no list,
// table or verse of the author's.
func (p *page) labelBelow(i int) bool {
	q := &p.paragraphs[i]
	if q.final != 0 || q.quoted || q.wide > 0 || p.body > p.last {
		return false
	}
	return q.bars >= 2 || q.words <= 3 && q.numbers == 0 && p.paragraphs[max(p.last, 0)].final == '.' && !p.within(i, atom.Li, 4) && !p.within(i, atom.Td, 4) && !p.within(i, atom.Pre, 4)
}

// furnitureAfter reports whether a headline follows paragraph i, which then is the teaser of another article.
func (p *page) furnitureAfter(i int) bool {
	return i+1 < len(p.paragraphs) && p.paragraphs[i+1].heading() && p.paragraphs[i+1].words >= 3
}

// signsOff reports whether paragraph i closes the article: initials, "ENDS", "Reporting by …".
func (p *page) signsOff(i int) bool {
	q := &p.paragraphs[i]
	if q.cue == cueSignoff {
		return true
	}
	text := p.textOf(i)
	return q.words <= 3 && len(text) <= 12 && initials(text) && !(p.kindAt(i-1) == extractor.SegmentBody && p.paragraphs[i-1].open())
}

// ofAuthor reports whether a paragraph of the tail begins with the name that the byline has: a line about the author.
func (p *page) ofAuthor(i int) bool {
	return len(p.author) >= 5 && bytes.HasPrefix(p.textOf(i), p.author)
}

// initials reports whether a text is an editor's or a desk's mark: "K.T", "ab/cd", "(MK)". A word such as
// "No." is none.
func initials(text []byte) bool {
	letters, small, run, marks := 0, 0, 0, 0
	for _, c := range text {
		switch {
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			letters++
			if c >= 'a' {
				small++
			}
			if run++; run > 3 {
				return false
			}
		case c == '/' || c == '#' || c == '&':
			marks++
			run = 0
		case c == '.' || c == '-' || c == '(' || c == ')' || c == '*' || c == '_' || c == ' ':
			run = 0
		default:
			return false
		}
	}
	return letters <= 8 && (small == 0 || marks > 0)
}
