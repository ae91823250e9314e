package cleanup

import (
	"bytes"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// The evidence on a line for being the headline.
const (
	headShared     = iota // of its content words, the part that the running text below has
	headNear              // the part that the next two long paragraphs have
	headNamed             // of its names, the part that the text below has
	headBelow             // a date or a byline stands below
	headBelowNext         // or with a line or two between
	headAbove             // or above
	headText              // running text stands above that is no appeal
	headKin               // and speaks of what the text below speaks of
	headFar               // how far below the next long paragraph is
	headFive              // five words or more
	headTwo               // two words
	headStops             // little words are among them
	headSmall             // or words in small letters
	headCapitals          // it is in capitals, the page is not
	headNumbers           // the part of numbers
	headBars              // marks stand between its words
	headBreaks            // full stops inside
	headStop              // and at the end
	headAsks              // it ends with a question
	headSection           // the part of names of sections
	headAgain             // the page has it again
	headFirst             // it is the first line of a page with furniture
	headEarly             // no line of four words above could be a headline
	headName              // it looks like a person's name
	headAfterPage         // the line above is the page's
	headBeforePage        // the line below is
	headAtText            // running text follows at once
	headAtLine            // a line follows that could be a headline
	headLower             // a small letter begins it
	headBullet            // it begins with a bullet
	headItems             // it has the marks between items of menus and tickers
	headDeck              // a line just above could be the headline of the same text
	headLabel             // a label of an archive's or a letter's head begins it: "Subject:"
	headHint              // HTML calls it a heading
	headCount
)

// headWeights are those of a conditional logit over the lines of the invented pages that may be read, rounded.
var headWeights = [headCount]float32{
	headShared: 1.8, headNear: 2.7, headNamed: 0.6, headBelow: 0.6, headBelowNext: 1.5, headAbove: -0.3, headText: -1.5, headKin: -0.4,
	headFar: 1.1, headFive: 2.2, headTwo: -0.4, headStops: 0.4, headSmall: 1.2, headCapitals: -0.6, headNumbers: -0.2, headBars: -1.2,
	headBreaks: -1.4, headStop: -2.6, headAsks: -0.4, headSection: -0.8, headAgain: 0.2, headFirst: -1.2, headEarly: 1.3, headName: -0.3,
	headAfterPage: 0.6, headBeforePage: -1.8, headAtText: -0.6, headAtLine: 0.4, headLower: -2, headBullet: -4, headItems: -1.3, headDeck: -1.4, headLabel: -3, headHint: 4,
}

// headEvidence is what is known of a line; each number lies about between 0 and 1.
type headEvidence [headCount]float32

// score sums up the evidence.
func (e *headEvidence) score() float32 {
	s := float32(0)
	for k, x := range e {
		s += headWeights[k] * x
	}
	return s
}

// headline reports whether the paragraph could be a headline.
func (q *paragraph) headline() bool {
	return q.words >= 2 && q.words <= 32 && q.handles+q.urls+q.mails == 0 && q.bars <= 2 && !(q.lower && q.words > 12) &&
		(q.numbers+q.dates)*2 <= q.words && q.final != ',' && q.final != ';'
}

// headOwn fills in what a line shows by itself.
func (p *page) headOwn(i int, e *headEvidence) {
	q, text := &p.paragraphs[i], p.textOf(i)
	w := float32(q.words)
	e[headFive] = number(q.words >= 5)
	e[headTwo] = number(q.words <= 2)
	e[headStops] = number(q.stops > 0)
	e[headSmall] = number(q.caps+q.numbers < q.words)
	e[headCapitals] = number(q.upper*2 > q.words && !p.capitals)
	e[headNumbers] = float32(q.numbers+q.dates) / w
	e[headBars] = float32(q.bars)
	e[headBreaks] = float32(min(q.breaks, 2))
	e[headStop] = number(q.final == '.')
	e[headAsks] = number(q.final == '?' || q.final == '!')
	e[headSection] = min(float32(q.section)*2/w, 1)
	e[headAgain] = number(p.seen[q.hash] > 1)
	e[headFirst] = number(i == 0 && p.furnished)
	e[headName] = number(q.name())
	e[headBullet] = number(q.bullet)
	e[headLower] = number(q.lower)
	e[headItems] = number(itemized(text) || q.section >= 2 && q.words >= 6 && q.caps+1 >= q.words)
	e[headLabel] = number(labelled(text))
	if _, ok := cutFold(text, headlineLabel); ok {
		e[headLabel] = -2
	}
	e[headHint] = number(q.hint == hintHeading)
}

// itemized reports whether a line has the marks that stand between the items of menus and tickers.
func itemized(text []byte) bool {
	for _, mark := range [...]string{" * ", "**", " | ", " · ", " • ", " ▸ ", " ► ", " ▪ ", " ∙ "} {
		if bytes.Contains(text, []byte(mark)) {
			return true
		}
	}
	return false
}

// headLabels are what stands before the other lines where archives and letters say what their lines are.
var headLabels = [...]string{"subject:", "slug:", "section:", "length:", "from:", "to:", "date:", "dateline:", "byline:", "source:", "keywords:", "topic:", "category:"}

// headlineLabel is what they write before the headline.
const headlineLabel = "headline:"

// bareTitle returns a headline without such a label, a number in a list or a mark of markup before it.
func bareTitle(title string) string {
	if len(title) > len(headlineLabel) && strings.EqualFold(title[:len(headlineLabel)], headlineLabel) {
		title = title[len(headlineLabel):]
	}
	title = strings.TrimLeft(title, "#*•►▪ ")
	if n := strings.Index(title, ". "); n == 1 && title[0] >= '1' && title[0] <= '9' {
		title = title[3:]
	}
	return title
}

// labelled reports whether a line says that it is something else than the headline.
func labelled(text []byte) bool {
	for _, label := range headLabels {
		if _, ok := cutFold(text, label); ok {
			return true
		}
	}
	return false
}

// headBeside fills in what stands beside a line.
func (p *page) headBeside(i int, e *headEvidence) {
	e[headBelow] = number(p.stated(i + 1))
	e[headBelowNext] = number(!p.stated(i+1) && p.readable(i+1) && (p.stated(i+2) || p.readable(i+2) && p.stated(i+3)))
	e[headAbove] = number(p.stated(i - 1))
	if i > 0 {
		e[headAfterPage] = number(p.paragraphs[i-1].hard() || p.furniture(i-1))
	}
	if i+1 < len(p.paragraphs) {
		next := &p.paragraphs[i+1]
		e[headBeforePage] = number(next.hard() || p.furniture(i+1))
		e[headAtText] = number(next.long() && next.appeal < 1)
		e[headAtLine] = number(next.words >= 4 && next.headline() && !p.stated(i+1))
	}
	e[headEarly] = number(i == p.ahead.early)
}

// readable reports whether there is a line that is not the page's beyond doubt.
func (p *page) readable(i int) bool {
	return i < len(p.paragraphs) && !p.paragraphs[i].hard() && !p.furniture(i)
}

// stated reports whether paragraph i is a date line or a byline by what can be seen of it.
func (p *page) stated(i int) bool {
	if i < 0 || i >= len(p.paragraphs) {
		return false
	}
	q := &p.paragraphs[i]
	return q.kind == extractor.SegmentDateline || q.kind == extractor.SegmentByline || q.date() || q.cue == cueByline && q.final != '.' ||
		q.words <= 20 && q.day && q.dates >= 3 && !q.full && q.final == 0 && q.stops <= 3 && q.dates*3 >= q.words
}

// headAround fills in how a line stands to the running text.
func (p *page) headAround(i int, e *headEvidence) {
	e[headShared], e[headNear], e[headNamed] = p.takenUp(i)
	e[headFar] = float32(min(p.ahead.first-i, reach)) / reach
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if o := &p.paragraphs[k]; o.words >= 4 && o.section*2 < o.words && o.appeal < 1 && !o.decided() && o.headline() && !p.stated(k) {
			if _, near, _ := p.takenUp(k); near >= 0.25 {
				e[headDeck] = 1
			}
		}
	}
	above := p.ahead.above[i]
	e[headText], e[headKin] = min(above[0], 3), min(above[1], 3)
}
