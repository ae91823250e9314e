package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// hint is what HTML knows of a block before its text is read; plain text has none.
type hint uint8

const (
	hintNone hint = iota
	hintHeading
	hintCaption
	hintByline
	hintTime
	hintBody // inside the article's content
)

// classify gives every paragraph its type: what needs no neighbours first, then the head of the page, the running
// text, the tail, and at last the sentences that furniture had cut in two.
func (p *page) classify() {
	if len(p.paragraphs) == 0 {
		return
	}
	p.direct = p.personal()
	p.letter = p.isLetter()
	p.appeals()
	p.alone()
	p.findCuts()
	p.furnished = p.isFurnished()
	p.blocksOfLines()
	p.bounds()
	p.head()
	p.middle()
	p.headlines()
	p.boxes()
	p.tail()
	p.judge()
	p.stamp()
	p.sign()
	p.edition()
	p.cut()
	p.onlyParagraph()
}

// onlyParagraph cuts the dateline off a text of one paragraph, which may be too short to read like running text. It has
// to be a plain one, of capitals or with an agency: a name may stand before a dash, too.
func (p *page) onlyParagraph() {
	q := &p.paragraphs[0]
	if len(p.paragraphs) > 1 || q.kind != extractor.SegmentBody || q.final != '.' || q.prefix > 0 {
		return
	}
	n := p.prefixOf(0)
	text := p.textOf(0)[:n]
	first, _, _ := bytes.Cut(text, []byte(" "))
	if len(first) > 2 && bytes.Equal(first, bytes.ToUpper(first)) || bytes.IndexByte(text, '(') > 0 {
		q.prefix = int32(n)
	}
}

// alone decides what is decided by a paragraph's own features.
func (p *page) alone() {
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.decided() {
			continue
		}
		switch {
		case q.words == 0 && !letters(p.textOf(i)), !p.html && q.stops*8 <= q.words && code(p.textOf(i)):
			q.kind = extractor.SegmentMarkup
		case q.cue == cueSocial:
			q.kind = extractor.SegmentSocialEmbed
		case pageNumber(p.textOf(i)):
			q.kind = extractor.SegmentPageNumber
		case q.hint == hintCaption:
			q.kind = extractor.SegmentCaption
		case q.cue == cueCaption && q.words <= 60, q.words <= 40 && !p.html && endsInCredit(p.textOf(i)):
			q.kind = extractor.SegmentCaption
		case q.cue == cueCredit && q.cueWhole && q.words == 1:
			q.kind = extractor.SegmentNavigation
		case q.cue == cueCredit && q.words <= 15, q.slashes > 0 && q.words <= 4 && q.caps == q.words && q.final == 0:
			q.kind = extractor.SegmentCredit
		}
	}
}

// appeals marks the paragraphs near a call to subscribe that speak to the reader, too: "Your support helps us".
func (p *page) appeals() {
	for i := range p.paragraphs {
		if p.paragraphs[i].cue != cuePromo {
			continue
		}
		for k := max(0, i-3); k < len(p.paragraphs) && k <= i+3; k++ {
			q := &p.paragraphs[k]
			if q.cue == cueNone && q.you > 0 && (q.reader*8 >= q.words && q.words <= 60 || q.words <= 20 && (k == i+1 || k == i-1)) && !q.quoted && !bytes.ContainsAny(p.textOf(k), "\"“") {
				q.cue = cueShare
			}
		}
	}
}

// bounds finds the first and the last paragraph of running text. A page without any has body at its end.
func (p *page) bounds() {
	n := len(p.paragraphs)
	p.body, p.last = n, -1
	weak := n
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if !p.running(i) {
			continue
		}
		if weak == n {
			weak = i
		}
		if p.body == n && !p.stray(i) && (q.long() || p.prefixOf(i) > 0 || p.accompanied(i)) {
			p.body = i
		}
		p.last = i
	}
	if p.body == n {
		p.body = weak
	}
	if !p.html {
		p.appendix()
	}
	p.entries()
	p.extent()
	p.thread()
	p.recede()
}

// accompanied reports whether more running text follows paragraph i closely.
func (p *page) accompanied(i int) bool {
	for k := i + 1; k < len(p.paragraphs) && k <= i+3; k++ {
		if p.running(k) {
			return true
		}
	}
	return false
}

// running reports whether paragraph i is running text as far as it can be told without its neighbours.
func (p *page) running(i int) bool {
	q := &p.paragraphs[i]
	if q.decided() && q.kind != extractor.SegmentBody || q.boxed || !q.sentence() || q.dated && q.date() || p.appealing(i, appealMiddle) {
		return false
	}
	switch q.cue {
	case cueNone:
		return p.html || !drawn(p.textOf(i))
	case cueLink, cueByline:
		return q.final == '.'
	}
	return false
}

// trailing reports whether the last sentence of a page belongs to its foot: it announces an address, or it speaks
// to the reader behind a row of buttons.
func (p *page) trailing(i int) bool {
	q := &p.paragraphs[i]
	if q.final == ':' && i+1 < len(p.paragraphs) && p.furniture(i+1) {
		return true
	}
	if p.letter || q.quoted || q.reader+q.urls+q.mails+q.site == 0 {
		return false
	}
	if p.legal(i) && (i+1 == len(p.paragraphs) || p.furniture(i+1) || p.legal(i+1)) &&
		(q.site >= 3 && !q.day && p.behindFurniture(i) || q.reader > 0 && (p.legal(i-1) || q.site >= 3 || p.furniture(i-1))) {
		return true
	}
	before := 0
	for k := i - 1; k >= 0 && !p.running(k); k-- {
		if q := &p.paragraphs[k]; q.cue == cueShare || q.cue == cuePromo || q.urls > 0 && q.urls == q.words {
			before++
		}
	}
	return before >= 3
}

// behindFurniture reports whether furniture stands between paragraph i and the running text before it.
func (p *page) behindFurniture(i int) bool {
	for k := i - 1; k >= 0 && k >= i-lookAhead && (!p.running(k) || p.legal(k)); k-- {
		if p.furniture(k) {
			return true
		}
	}
	return false
}

// legal reports whether a paragraph speaks of the page itself: "Use of materials is permitted with a hyperlink to the
// site."
func (p *page) legal(i int) bool {
	if i < 0 || i >= len(p.paragraphs) || p.letter {
		return false
	}
	q := &p.paragraphs[i]
	return q.site > 0 && q.site+q.you >= 2 && q.words <= 45 && !q.quoted && !bytes.ContainsAny(p.textOf(i), "\"“")
}

// furniture reports whether paragraph i is the page's beyond doubt.
func (p *page) furniture(i int) bool {
	q := &p.paragraphs[i]
	if q.cue == cueShare || q.cue == cuePromo || q.cue == cueSocial || q.cue == cueLink && q.final != '.' || q.kind == extractor.SegmentFooter {
		return true
	}
	if q.boxed || !p.html && drawn(p.textOf(i)) || p.linked(i) {
		return true
	}
	if p.button(i) || q.words >= 2 && q.words <= 14 && bracketedLine(p.textOf(i)) || q.networks == q.words && q.words > 0 && q.final == 0 {
		return true
	}
	return q.urls > 0 && q.urls == q.words || q.ago && q.words > 3 && q.final == 0 || q.final == 0 && q.words <= 20 && arrow(p.textOf(i))
}

// arrow reports whether a text points to another page: "Next: Rain on the coast →".
func arrow(text []byte) bool {
	if bytes.HasSuffix(text, []byte("»")) && !bytes.Contains(text, []byte("«")) {
		return true
	}
	for _, a := range [...]string{"→", "›", "►", "▶", "⟶", "➔"} {
		if bytes.HasSuffix(text, []byte(a)) {
			return true
		}
	}
	return bytes.HasPrefix(text, []byte("←")) || bytes.HasPrefix(text, []byte("→"))
}

// date reports whether the paragraph states a date and little else.
func (q *paragraph) date() bool {
	if q.words > 14 {
		return false
	}
	if q.dates+q.labels+1 < q.words {
		other := q.words - q.dates - q.labels
		return q.ago && q.words <= 4 || (q.final == 0 || q.final == '.' && q.dated) && other <= 5 && (q.full && q.clock || q.day && q.dates >= 3 && q.labels > 0)
	}
	return q.day && (q.dates >= 2 || q.full || q.labels > 0) || q.ago && q.words <= 4
}

// heading reports whether the paragraph could head the text that follows it.
func (q *paragraph) heading() bool {
	return q.words > 0 && q.words <= 14 && !(q.quoted && q.told > 0) && (q.final == 0 || !q.quoted && (q.final == '?' || q.final == '!')) && !q.lower && !q.bullet && !q.bracket && !q.sentence()
}

// button reports whether a paragraph is a short request: "Buy now", "Sign in".
func (p *page) button(i int) bool {
	q := &p.paragraphs[i]
	if q.acts == 0 || q.words > 3 || q.words < 2 || q.final != 0 {
		return false
	}
	text := p.textOf(i)
	id := p.lookup(text[bytes.LastIndexByte(text, ' ')+1:])
	return p.lex.entries[id].class&(classStop|classSite) != 0
}

// bracketedLine reports whether a line is a row of buttons: "[ Printable version ] [ Send to a friend ]".
func bracketedLine(text []byte) bool {
	return text[0] == '[' && text[len(text)-1] == ']' && (text[1] == ' ' || bytes.Count(text, []byte("[")) > 1)
}
