package times

import (
	"sort"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// dateline looks for a full date in a DATELINE or BYLINE block, in a line of its own near the top, after a word such as
// “Published”, or in the dateline that opens a report: “OSLO, May 10, 2017 (Reuters)”. One without a year takes the
// year that the rest of the article implies.
func (p *publisher) dateline() (extractor.PublishTime, bool) {
	best, bestRank := -1, 0
	for i := range p.frames {
		rank := 2 * p.rank(&p.frames[i])
		if rank > 0 && p.hasClock(i) {
			rank++
		}
		if rank == bestRank+1 && best >= 0 && p.atoms[p.frames[i].begin].begin-p.atoms[p.frames[best].begin].begin > nearDate {
			continue // the hour of a comment
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	if best < 0 {
		return extractor.PublishTime{}, false
	}
	f := &p.frames[best]
	d, ok := p.dayOf(f)
	if !ok {
		return extractor.PublishTime{}, false
	}
	value := dayPoint(d)
	span := p.spanOf(f)
	if f.is(slotHour) || f.is(slotHHMM) {
		if clock, ok := withClock(value, f); ok {
			value = clock
		}
	} else if p.hasClock(best) {
		if clock, ok := withClock(value, &p.frames[best+1]); ok {
			value, span = clock, span.Join(p.spanOf(&p.frames[best+1]))
		}
	}
	return extractor.PublishTime{Value: string(appendValue(nil, value)), Provenance: extractor.ProvenanceDateline, Span: span}, true
}

// nearDate is how far behind a date another one with the hour can be the same article's.
const nearDate = 200

// hasClock: the match holds a time of day, or one follows in its line.
func (p *publisher) hasClock(i int) bool {
	f := &p.frames[i]
	return f.is(slotHour) || f.is(slotHHMM) || i+1 < len(p.frames) && p.frames[i+1].op == opClock && p.sameLine(f, &p.frames[i+1])
}

func (p *publisher) spanOf(f *frame) extractor.TextSpan {
	return extractor.TextSpan{Begin: extractor.TextOffset(p.atoms[f.begin].begin), End: extractor.TextOffset(p.atoms[f.end-1].end)}
}

func (p *publisher) sameLine(a, b *frame) bool {
	from, to := p.atoms[a.end-1].end, p.atoms[b.begin].begin
	return to-from < 24 && !strings.Contains(p.d.Text[from:to], "\n")
}

// rank says how much a match looks like the article's date line; 0 for not at all. With a year it beats one
// without.
func (p *publisher) rank(f *frame) int {
	full := f.op == opPacked || f.op == opNumeric || f.op == opDate && f.is(slotMonth) && f.is(slotDay) && f.is(slotYear)
	yearless := f.op == opDate && f.is(slotMonth) && f.is(slotDay) && !f.is(slotYear) && !f.is(slotYear2)
	if !full && !yearless || f.is(slotPick) || f.is(slotContext) || f.is(slotRel) || p.r.g.rules[f.rule].name == "modified" {
		return 0
	}
	if i := p.wordBefore(f); i >= 0 && (p.atoms[i].mask&p.r.g.lex.mask("in") != 0 || p.atoms[i].word == p.r.g.lex.id("on") && f.begin > 1) {
		if !p.afterPublished(f) && !p.inDateline(extractor.TextOffset(p.atoms[f.begin].begin)) {
			return 0 // the end of a sentence whose lines were broken
		}
	}
	place := 0
	begin := p.atoms[f.begin].begin
	switch {
	case p.inDateline(extractor.TextOffset(begin)):
		place = 8
	case p.afterPublished(f):
		place = 7
	case begin < topBytes && p.aloneInLine(f):
		place = 6
	case begin < topBytes && p.opensReport(f):
		place = 5
	}
	switch {
	case place == 0:
		return 0
	case yearless && place < 8 && place != 5:
		return 0
	case full:
		return place + 10
	}
	return place
}

// topBytes: a line with nothing but a date belongs to the article's head when it stands in its first bytes.
const topBytes = 900

func (p *publisher) inDateline(at extractor.TextOffset) bool {
	i := sort.Search(len(p.d.Blocks), func(i int) bool { return p.d.Blocks[i].Span.End > at })
	return i < len(p.d.Blocks) && (p.d.Blocks[i].Type == extractor.SegmentDateline || p.d.Blocks[i].Type == extractor.SegmentByline) && p.d.Blocks[i].Span.Begin <= at
}

// line returns the line of the text around a match, of long lines a part.
func (p *publisher) line(f *frame) (before, after string) {
	begin, end := int(p.atoms[f.begin].begin), int(p.atoms[f.end-1].end)
	before, after = p.d.Text[max(0, begin-longLine):begin], p.d.Text[end:min(len(p.d.Text), end+longLine)]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	if i := strings.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	}
	return before, after
}

// longLine is more than any line that holds a date alone.
const longLine = 200

// aloneInLine allows a few words beside the date: a place, “By”, a time of day.
func (p *publisher) aloneInLine(f *frame) bool {
	before, after := p.line(f)
	if begin := int(p.atoms[f.begin].begin) - len(before); begin > 1 && p.d.Text[begin-2] != '\n' && (before != "" || strings.IndexByte(".!?\"", p.d.Text[begin-2]) < 0) {
		return false // the end of a wrapped line
	}
	return len(strings.Fields(before))+len(strings.Fields(after)) <= 4 && !strings.HasSuffix(strings.TrimSpace(after), "?")
}

// wordBefore returns the atom before a match, breaks aside; -1 at the start.
func (p *publisher) wordBefore(f *frame) int {
	i := int(f.begin) - 1
	for i >= 0 && p.atoms[i].kind == atomBreak {
		i--
	}
	return i
}

var publishedWords = [...]string{"published", "posted", "updated", "released", "date", "issued"}

// afterPublished: “Published 10 May 2017”, “Posted on: May 10, 2017”.
func (p *publisher) afterPublished(f *frame) bool {
	before, _ := p.line(f)
	words := strings.Fields(strings.ToLower(before))
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		for _, published := range publishedWords {
			if strings.Trim(w, ":,.") == published {
				return true
			}
		}
	}
	return false
}

// opensReport: the line begins with a place in capitals or two words at most, then the date, then a bracket or a
// dash.
func (p *publisher) opensReport(f *frame) bool {
	before, after := p.line(f)
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	if f.is(slotYear) && strings.HasPrefix(after, ": ") && len(before) <= 40 && strings.HasSuffix(before, ",") && capitalized(before) {
		return true // “Pune, October 12, 2009: The rains …”
	}
	if len(before) > 60 || before == "" || before[len(before)-1] != ',' && before[len(before)-1] != '(' {
		return before == "" && opensWithDash(after)
	}
	return strings.ToUpper(strings.Fields(before)[0]) == strings.Fields(before)[0] && opensWithDash(after)
}

// capitalized reports whether every word of a text begins with a capital.
func capitalized(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if !isUpper(word[0]) {
			return false
		}
	}
	return true
}

func opensWithDash(s string) bool {
	for _, mark := range [...]string{"(", "-", "–", "—", "_", ".—", ", "} {
		if strings.HasPrefix(s, mark) {
			return mark != ", " || strings.Contains(s[:min(len(s), 40)], "(")
		}
	}
	return false
}

// dayOf resolves the date of a date line.
func (p *publisher) dayOf(f *frame) (calendar.Day, bool) {
	switch {
	case f.op == opNumeric:
		if !p.r.known {
			p.r.pub = calendar.On(lastYear, 1, 1) // what two figures for the year are read by
		}
		point, _, ok := p.r.numeric(f)
		return point.day, ok
	case f.op == opPacked:
		n := f.get(slotEight)
		point, _, ok := exactDay(n/10000, n/100%100, n%100)
		return point.day, ok
	case f.is(slotYear):
		point, _, ok := exactDay(f.get(slotYear), f.get(slotMonth), f.get(slotDay))
		return point.day, ok
	}
	near, ok := p.infer()
	if !ok {
		return 0, false
	}
	before, after := lastOn(near+1, f.get(slotMonth), f.get(slotDay)), nextOn(near-1, f.get(slotMonth), f.get(slotDay))
	if after-near < near-before {
		return after, true
	}
	return before, true
}
