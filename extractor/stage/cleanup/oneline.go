package cleanup

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

// Of a page that was crawled into one line, how many words its menu and headline have at most, and how much they must
// differ from prose for the line to be cut.
const (
	maxHeadWords = 160
	minNoise     = 8
)

// lineWord is a word of a page in one line.
type lineWord struct {
	begin, end int32
	weight     int8 // 1: as menus are written, -1: as prose is
	class      wordClass
	ends       bool // a sentence ends with it
}

// cutLine cuts a page that was crawled into one line: menu, headline, byline and date, the text, the foot. Menus are
// written in capitals and numbers, prose in small letters: the sum over the first words of what speaks for either is
// greatest where the text begins.
func (p *page) cutLine() {
	if len(p.paragraphs) != 1 || p.paragraphs[0].end-p.paragraphs[0].begin < 600 {
		return
	}
	line := p.paragraphs[0]
	words := p.wordsOf(line)
	body, noise := crest(words[:min(len(words), maxHeadWords)])
	if noise < minNoise || body >= len(words) {
		return
	}
	foot := footOf(words, body)
	if labels(words[:body])+labels(words[foot:]) < minLabels {
		return
	}
	p.paragraphs = p.paragraphs[:0]
	by := body
	for i := 1; i < body; i++ {
		if c := words[i].class; p.isBy(words, i) || c&(classMonth|classWeekday) != 0 && i > body/3 {
			by = i
			if !p.isBy(words, i) && p.text[words[i-1].begin] >= '0' && p.text[words[i-1].begin] <= '9' {
				by--
			}
			break
		}
	}
	title, _ := crest(words[:by])
	p.piece(words, 0, title, extractor.SegmentNavigation)
	p.piece(words, title, by, extractor.SegmentTitle)
	if kind := extractor.SegmentDateline; by < body {
		if p.isBy(words, by) {
			kind = extractor.SegmentByline
		}
		p.piece(words, by, body, kind)
	}
	p.piece(words, body, foot, 0)
	p.piece(words, foot, len(words), extractor.SegmentFooter)
	for i := range p.paragraphs {
		if p.paragraphs[i].kind == extractor.SegmentTitle {
			p.title = i
		}
	}
}

// minLabels is how many words of menus a page in one line has: lists of names are in capitals, too.
const minLabels = 4

// listing are the words that lists of links on pages begin with.
var listing = topicClass("menu") | topicClass("list") | topicClass("account") | topicClass("player")

// labels counts the words that menus are made of.
func labels(words []lineWord) int {
	n := 0
	for i := range words {
		if words[i].class&(classSection|classNetwork|classAct|listing) != 0 {
			n++
		}
	}
	return n
}

// piece appends words [from,to) as a paragraph.
func (p *page) piece(words []lineWord, from, to int, kind extractor.SegmentType) {
	if from >= to {
		return
	}
	end := words[to-1].end
	p.paragraphs = append(p.paragraphs, paragraph{begin: words[from].begin, end: end, apart: true, kind: kind})
}

// crest returns where the sum of the weights is greatest, and that sum. Prose begins with the capital before its first
// small letter.
func crest(words []lineWord) (int, int) {
	sum, top, at := 0, 0, 0
	for i, w := range words {
		if sum += int(w.weight); sum > top {
			top, at = sum, i+1
		}
	}
	if at > 0 && at < len(words) && words[at].weight < 0 && words[at-1].class&(classSection|classNetwork|classCounter|classComment) == 0 {
		at--
	}
	return at, top
}

// footOf returns where the last sentence that reads like prose ends: behind it is the page's foot.
func footOf(words []lineWord, body int) int {
	foot := len(words)
	for end := len(words); end > body; {
		from := end - 1
		for from > body && !words[from-1].ends {
			from--
		}
		stops, networks, site := 0, 0, 0
		for _, w := range words[from:end] {
			if w.class&classStop != 0 {
				stops++
			}
			if w.class&classNetwork != 0 {
				networks++
			}
			if w.class&classSite != 0 {
				site++
			}
		}
		if n := end - from; words[end-1].ends && stops*5 >= n && n >= 4 && networks < 2 && site < 3 {
			break
		}
		foot, end = from, from
	}
	return foot
}

// isBy reports whether a byline begins at word i: "By Alar Kask".
func (p *page) isBy(words []lineWord, i int) bool {
	w := p.text[words[i].begin:words[i].end]
	return (string(w) == "By" || string(w) == "BY") && i+2 < len(words) && words[i+1].weight > 0 && words[i+2].weight > 0
}

// wordsOf cuts a paragraph at its spaces.
func (p *page) wordsOf(q paragraph) []lineWord {
	words := make([]lineWord, 0, (q.end-q.begin)/6)
	for i := q.begin; i < q.end; {
		n := int32(bytes.IndexByte(p.text[i:q.end], ' '))
		if n < 0 {
			n = q.end - i
		}
		if n > 0 {
			words = append(words, p.weighWord(i, i+n))
		}
		i += n + 1
	}
	return words
}

func (p *page) weighWord(from, to int32) lineWord {
	w := lineWord{begin: from, end: to, weight: 1}
	b, e := trimPunctuation(p.text, int(from), int(to))
	if b < e {
		w.class = p.lex.entries[p.lookup(p.text[b:e])].class
		r, _ := utf8.DecodeRune(p.text[b:])
		if unicode.IsLower(r) && w.class&(classCounter|classComment|classClock) == 0 {
			w.weight = -1
		}
	}
	switch finalPunctuation(p.text[max(from, to-8):to]) {
	case '.', '?', '!':
		w.ends = e-b > 3 || b < e && unicode.IsLower(rune(p.text[b]))
	}
	return w
}
