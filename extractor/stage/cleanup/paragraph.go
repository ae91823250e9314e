package cleanup

import "github.com/dateline-news/dateline/extractor"

// paragraph is a stretch of the flat text that is judged as a whole: a line of plain text, several lines that were
// one before they were wrapped, or a text block of HTML.
type paragraph struct {
	begin, end int32 // in the flat text
	apart      bool  // blank lines, or a block's border, stand before it
	kind       extractor.SegmentType
	features
	hint hint
	// prefix is the length of the dateline at its start: "TALLINN, May 4 (BNS) - ".
	prefix int32
	// joins: the sentence goes on here that the last BODY paragraph left open.
	joins bool
	// cutOff: its last sentence goes on in the next paragraph that is no furniture.
	cutOff bool
	// boxed: it is a line of a box of the page's.
	boxed bool
	hash  uint64
}

// decided reports whether the paragraph has its type.
func (p *paragraph) decided() bool { return p.kind != 0 }

// sentence reports whether the paragraph reads like running text: at least one full sentence with the little
// words that headlines, menus and captions lack (jusText's "good" block).
func (p *paragraph) sentence() bool {
	if p.cue == cueShare || p.cue == cuePromo || p.cue == cueSocial {
		return false
	}
	if p.cutOff || p.words >= 30 && (p.stops*6 >= p.words || p.foreign()) {
		return true
	}
	switch p.final {
	case '.', '?', '!':
		return p.words >= 8 && (p.stops >= 2 || p.foreign()) || p.words >= 4 && p.stops >= 1 && p.quoted
	case ':', ',', ';':
		return p.words >= 12 && p.stops >= 3
	}
	return p.words >= 20 && p.stops*5 >= p.words
}

// foreign reports whether the paragraph has so few of English's stop words for its length that they say nothing.
func (p *paragraph) foreign() bool { return p.wide*2 > p.words || p.words >= 8 && p.stops*12 < p.words }

// long reports whether the paragraph is running text beyond doubt.
func (p *paragraph) long() bool { return p.sentence() && p.words >= 15 }

// open reports whether the paragraph stops in the middle of a sentence.
func (p *paragraph) open() bool {
	return p.final == 0 && p.words >= 4 || p.final == ',' && p.words >= 3
}
