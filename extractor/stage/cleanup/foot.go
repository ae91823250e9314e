package cleanup

import (
	"bytes"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// maxTrailing bounds how many paragraphs of text the foot of a page can have.
const maxTrailing = 12

// recede moves the end of the running text up over what reads like text and yet is the page's or about its author.
func (p *page) recede() {
	for n := 0; n < maxTrailing && p.last > p.body; n++ {
		i := p.last
		switch {
		case !p.html && p.biography(i):
			p.paragraphs[i].kind = extractor.SegmentSignoff
		case !p.html && p.ofReporters(i):
			p.paragraphs[i].kind = extractor.SegmentSignoff
		case p.appealing(i, appealTail), !p.html && (p.detached(i) || p.ofOutlet(i) || p.contact(i)):
			p.paragraphs[i].kind = extractor.SegmentFooter
		case p.trailing(i):
		default:
			return
		}
		p.last--
		for p.last > p.body && !p.running(p.last) {
			p.last--
		}
	}
}

// biography reports whether a paragraph tells who wrote the article: "Alar Kask is a freelance writer based in Riga."
// Its name must be the author's, or one of a writer whom the running text does not know.
func (p *page) biography(i int) bool {
	q, text := &p.paragraphs[i], p.textOf(i)
	if q.past > 3 || q.words > 70 || q.quoted || q.day || q.told > 1 {
		return false
	}
	name, rest := leadingName(text)
	verb, _, _ := bytes.Cut(rest, []byte(" "))
	switch string(verb) {
	case "is", "covers", "writes", "reports", "joined", "specializes", "edits", "teaches", "leads", "has", "was", "works":
	default:
		return false
	}
	if lower := string(bytes.ToLower(name)); lower == "the author" || lower == "the writer" || lower == "the reporter" {
		return true
	}
	surname := bytes.LastIndexByte(name, ' ')
	if surname < 0 || q.calling == 0 && !bytes.Contains(p.text[:p.paragraphs[p.body].begin], name) {
		return false
	}
	before := p.text[p.paragraphs[p.body].begin:q.begin]
	return !bytes.Contains(before, name[surname:])
}

// ofReporters reports whether a paragraph begins with the surname in a byline that the running text does not know:
// "Kask reported from Riga."
func (p *page) ofReporters(i int) bool {
	q, text := &p.paragraphs[i], p.textOf(i)
	surname, _, _ := bytes.Cut(text, []byte(" "))
	if len(surname) < 3 || !upperByte(surname[0]) || q.words > 40 || bytes.Contains(p.text[p.paragraphs[p.body].begin:q.begin], surname) {
		return false
	}
	for k := 0; k < p.body; k++ {
		if b := &p.paragraphs[k]; (b.cue == cueByline || b.name()) && bytes.Contains(p.textOf(k), surname) {
			return true
		}
	}
	return false
}

// contact reports whether a paragraph gives an address to write to.
func (p *page) contact(i int) bool {
	q := &p.paragraphs[i]
	return q.mails > 0 && q.told <= 1 && q.words <= 40 && !bytes.ContainsAny(p.textOf(i), "\"“")
}

// ofOutlet reports whether a paragraph begins with a name that stands above or below the running text but never in
// it: the page's own.
func (p *page) ofOutlet(i int) bool {
	q := &p.paragraphs[i]
	if q.past > 2 || q.words > 50 || bytes.ContainsAny(p.textOf(i), "\"“") {
		return false
	}
	name, _ := leadingName(p.textOf(i))
	name = bytes.TrimSuffix(bytes.TrimSuffix(name, []byte("'s")), []byte("’s"))
	if bytes.IndexByte(name, ' ') < 0 || bytes.Contains(p.text[p.paragraphs[p.body].begin:q.begin], name) {
		return false
	}
	return bytes.Contains(p.text[:p.paragraphs[p.body].begin], name) || bytes.Contains(p.text[q.end:], name)
}

// leadingName cuts a text behind the two to five words with capitals that it begins with, and "author" or "writer"
// behind an article.
func leadingName(text []byte) (name, rest []byte) {
	at := 0
	for n := 0; n < 5 && at < len(text); n++ {
		word, _, _ := bytes.Cut(text[at:], []byte(" "))
		if len(word) == 0 || word[0] >= 'a' && word[0] <= 'z' && (n != 1 || string(word) != "author" && string(word) != "writer" && string(word) != "reporter") {
			break
		}
		at += len(word) + 1
	}
	if at < 2 || at >= len(text) {
		return nil, nil
	}
	return bytes.TrimRight(text[:at-1], ","), text[at:]
}

// maxLabels is how many lines in a row that are no sentences end the text.
const maxLabels = 5

// below reports whether what only stands at a page's foot (buttons, a call, a copyright) is between paragraph i and the
// running text before it. Advertisements come again and again, and links also stand inside the text.
func (p *page) below(i int) bool {
	for k := i - 1; k > p.body && k >= i-lookAhead && !p.running(k); k-- {
		if i-k >= maxLabels {
			return true
		}
		if q := &p.paragraphs[k]; q.cue != cueLink && p.seen[q.hash] == 1 && p.furniture(k) {
			return true
		}
	}
	return false
}

// detached reports whether a paragraph tells nothing that happened and shares next to no word with the running text
// before it, from which furniture or labels set it off: what the page says of itself. Where the page says "you" and
// "we" although the article does not, nothing need stand between.
func (p *page) detached(i int) bool {
	q := &p.paragraphs[i]
	if q.past > 1 || q.quoted || q.day && q.dates > 1 || q.words > 50 || bytes.ContainsAny(p.textOf(i), "\"“") {
		return false
	}
	voice := q.you > 0 && q.reader > q.you || q.reader > 2
	if voice && !p.direct {
		if p.below(i) {
			return p.shares(i)*3 < 1
		}
		return p.shares(i)*5 < 1
	}
	if q.past > 0 || q.words > 25 && q.reader == 0 || !p.below(i) {
		return false
	}
	if q.reader+q.site > 0 {
		return p.shares(i)*5 < 1
	}
	return p.shares(i)*8 < 1
}

// personal reports whether the article itself speaks to its reader, as columns and advice do: a quarter or more of
// its sentences.
func (p *page) personal() bool {
	you, all := 0, 0
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if !q.sentence() {
			continue
		}
		all++
		if q.reader > 0 && q.site+q.mails+q.urls == 0 && !bytes.ContainsAny(p.textOf(i), "\"“") {
			you++
		}
	}
	return you*4 >= all && you >= 3
}

// shares returns the part of a paragraph's content words that the running text before it has.
func (p *page) shares(i int) float64 {
	p.lead = p.lead[:0]
	for k := max(p.body, i-lookAhead); k < i; k++ {
		if p.running(k) {
			p.lead = contentWords(p.lead, p.textOf(k))
		}
	}
	slices.Sort(p.lead)
	words, found := 1, 0
	for word := range bytes.FieldsFuncSeq(p.textOf(i), func(r rune) bool { return r < 0x80 && !wordByte(byte(r)) }) {
		if len(word) < 4 || p.lex.entries[p.lookup(word)].class&classStop != 0 {
			continue
		}
		words++
		if _, ok := slices.BinarySearch(p.lead, hashOf(word[:min(len(word), 6)])); ok {
			found++
		}
	}
	p.lead = p.lead[:0]
	return float64(found) / float64(words)
}

// between reports whether a sentence stands between lines of a box: it tells nothing that happened.
func (p *page) between(i int) bool {
	q := &p.paragraphs[i]
	if i <= p.body || i+1 >= len(p.paragraphs) || q.past > 0 || q.quoted || q.words > 25 || p.paragraphs[i-1].cue != cuePromo || q.day && !p.furniture(i+1) {
		return false
	}
	next := &p.paragraphs[i+1]
	return (p.furniture(i+1) || next.final == 0 && next.words <= 3 && !next.decided()) && p.shares(i)*8 < 1
}

// headlines gives runs of lines inside the running text that read like headlines to the page: links to other
// articles which no label announces.
func (p *page) headlines() {
	if p.html || !p.messy() {
		return
	}
	for i := p.body + 1; i < p.last; i++ {
		k := i
		for k < p.last && p.headlineAlone(k) {
			k++
		}
		before := &p.paragraphs[i-1]
		if k-i >= 2 && k-i <= maxHeadlines && before.kind == extractor.SegmentBody && before.final != ':' && !before.open() && before.final != ',' && p.strange(i, k) {
			for ; i < k; i++ {
				p.paragraphs[i].kind = extractor.SegmentRelatedLink
			}
		}
		i = max(i, k)
	}
}

// strange reports whether paragraphs [from,to) share few words with the running text before them.
func (p *page) strange(from, to int) bool {
	sum := 0.0
	for i := from; i < to; i++ {
		sum += p.shares(i)
	}
	return sum*5 < float64(to-from)
}

// boxes gives headings to the page that have furniture at both sides: the name of a newsletter.
func (p *page) boxes() {
	for i := p.body + 1; i < p.last; i++ {
		q := &p.paragraphs[i]
		if q.kind == extractor.SegmentSubheading && !p.paragraphs[i-1].kind.Analyzed() && p.paragraphs[i+1].kind == extractor.SegmentNavigation {
			q.kind = extractor.SegmentNavigation
		}
	}
}

// list reports whether only headlines and labels follow the running text, three or more: the page's, who else
// would end with them?
func (p *page) list(begin int) bool {
	if p.html || begin >= len(p.paragraphs) || p.paragraphs[max(begin-1, 0)].final == ':' {
		return false
	}
	lines, headlines := 0, 0
	for i := begin; i < len(p.paragraphs); i++ {
		q := &p.paragraphs[i]
		if q.decided() {
			continue
		}
		if q.bullet || q.quoted || q.wide > 0 || q.words > 20 || q.numbers+q.dates > 2 || q.numbers*3 > q.words || q.final == '.' && q.words >= 4 && q.appeal < appealTail {
			return false
		}
		lines++
		if q.heading() && q.words >= 4 {
			headlines++
		}
	}
	return lines >= 3 && headlines*2 >= lines
}

// maxHeadlines is how many headlines a box has at most; what is longer is a list of the article's.
const maxHeadlines = 6

// messy reports whether the page's furniture stands inside or behind the running text: clean copies have no boxes.
func (p *page) messy() bool {
	n := 0
	for i := p.body; i < len(p.paragraphs); i++ {
		if p.furniture(i) {
			n++
		}
	}
	return n >= 2
}

// headlineAlone reports whether a line could be the headline of another article.
func (p *page) headlineAlone(i int) bool {
	q := &p.paragraphs[i]
	return (q.kind == extractor.SegmentBody || q.kind == extractor.SegmentSubheading) && q.heading() &&
		q.words >= 4 && q.numbers*3 <= q.words && p.paragraphs[i].prefix == 0 && !q.quoted && q.wide == 0 &&
		q.numbers == 0 && q.dates <= 1 && bytes.Count(p.textOf(i), []byte(",")) < 2 && bytes.IndexByte(p.textOf(i), ';') < 0
}
