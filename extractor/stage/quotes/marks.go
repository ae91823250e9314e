package quotes

import "github.com/dateline-news/dateline/extractor"

// region is a stretch in quotation marks. A long quotation may have several parts: one a paragraph.
type region struct {
	// inner are the tokens between the marks; open and close the marks (close is -1 when it is missing).
	inner       extractor.TokenRange
	open, close int32
	block       int32
	// continues: the region continues the one before it in the block before (its closing mark was missing).
	continues bool
	single    bool
}

// markOf says what quotation mark a token is: 0 for none, '"' straight, '(' opening, ')' closing; single marks apart.
func markOf(text string) (mark byte, single bool) {
	switch text {
	case `"`, "''":
		return '"', false
	case "“", "``", "«", "„", "‟":
		return '(', false
	case "”", "»":
		return ')', false
	case "‘", "‚", "`":
		return '(', true
	case "’":
		return ')', true
	case "'":
		return '"', true
	}
	return 0, false
}

// findRegions pairs the quotation marks of each block in one pass.
func (f *finder) findRegions() {
	open := region{open: -1}
	nested := 0
	block := int32(-1)
	for s := range f.Sentences {
		if b := f.Sentences[s].Block; b != block {
			if open.open >= 0 && !open.single {
				f.unclosed(open)
			}
			open.open, nested, block = -1, 0, b
		}
		for i := f.Sentences[s].Tokens.First; i < f.Sentences[s].Tokens.Last; i++ {
			mark, single := markOf(f.TokenText(int(i)))
			if mark == 0 {
				continue
			}
			opens, closes := f.direction(i, mark, single)
			switch {
			case open.open < 0 && opens:
				open = region{open: i, block: block, single: single}
			case open.open < 0:
			case single != open.single:
			case opens && !closes && mark == '(':
				nested++
			case closes && nested > 0 && mark == ')':
				nested--
			case closes:
				open.close, open.inner = i, extractor.TokenRange{First: open.open + 1, Last: i}
				f.addRegion(open)
				open.open = -1
			case opens && !single:
				// A second opening mark: the first was never closed.
				open = region{open: i, block: block}
			}
		}
	}
	if open.open >= 0 && !open.single {
		f.unclosed(open)
	}
	for r := range f.regions {
		for i := f.regions[r].inner.First; i < f.regions[r].inner.Last; i++ {
			f.within[i] = int32(r)
		}
	}
}

// direction says whether a mark may open, or close, by the spaces around it.
func (f *finder) direction(i int32, mark byte, single bool) (opens, closes bool) {
	before := i == 0 || f.Tokens[i].SpaceBefore || f.afterOpening(i)
	after := int(i+1) >= len(f.Tokens) || f.Tokens[i+1].SpaceBefore || f.Tags[i+1].UPOS == extractor.PUNCT
	switch {
	case single && f.Tags[i].XPOS == extractor.PennPOS && !before:
		return false, false
	case mark == '(':
		return true, false
	case mark == ')' && single:
		return false, !before && after
	case mark == ')':
		// Some writers open with the closing mark.
		return before && !after, !before || after
	case before && !after:
		return true, false
	case after && !before:
		return false, true
	}
	return !single, !single
}

// afterOpening reports whether the token stands right after an opening bracket, dash or mark.
func (f *finder) afterOpening(i int32) bool {
	switch f.TokenText(int(i - 1)) {
	case "(", "[", "—", "–", "-", "“", `"`, "‘":
		return true
	}
	return false
}

// unclosed keeps a quotation whose closing mark is missing at its block's end: all of the rest of the block, when
// the next block of the body goes on with an opening mark, or the quotation began its sentence.
func (f *finder) unclosed(r region) {
	b := f.Blocks[r.block]
	if b.Type != extractor.SegmentBody {
		return
	}
	r.close = -1
	last := f.TokensIn(b.Span).Last
	r.inner = extractor.TokenRange{First: r.open + 1, Last: last}
	startsSentence := f.Sentences[f.SentenceOf(int(r.open))].Tokens.First == r.open
	nextOpens := int(last) < len(f.Tokens) && f.isOpening(last)
	if (startsSentence || nextOpens) && r.inner.Len() >= 3 {
		f.addRegion(r)
	}
}

func (f *finder) isOpening(i int32) bool {
	mark, single := markOf(f.TokenText(int(i)))
	return !single && (mark == '(' || mark == '"')
}

func (f *finder) addRegion(r region) {
	if r.inner.Empty() {
		return
	}
	if n := len(f.regions); n > 0 {
		p := &f.regions[n-1]
		r.continues = p.close < 0 && p.inner.Last == r.open && p.block != r.block
	}
	f.regions = append(f.regions, r)
}
