package cleanup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

// outlet returns the name of the paper or site as the page itself shows it, "" where nothing does: what stands beside
// the headline in the window's title, the first line of the page, what the copyright belongs to. The name that the
// page repeats most is taken.
func (p *page) outlet() string {
	if !p.html && !p.furnished {
		return ""
	}
	best, top := "", 0
	offer := func(name string, weight int) {
		if name = outletName(name); name == "" || p.speaks(name) {
			return
		}
		key := []byte(strings.TrimPrefix(name, "The "))
		if bytes.IndexByte(key, ' ') > 0 {
			weight += 2
		}
		if n := weight + min(p.mentions(key), 4); n > top {
			best, top = name, n
		}
	}
	if p.html {
		parts := besideTitle(p.window(), p.titleText())
		for _, part := range parts[:min(len(parts), maxMastheads)] {
			offer(part, 4)
		}
	}
	offered := 0
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.kind == extractor.SegmentTitle && !(p.html && p.blocks[i].window) || i >= p.body || offered == maxMastheads {
			break
		}
		if q.kind.Analyzed() || q.kind == extractor.SegmentDuplicate || q.words > 14 || q.section >= q.words || q.cue != cueNone || p.html && p.blocks[i].window {
			continue
		}
		weight := 0
		if offered == 0 {
			weight = 1
		}
		offered++
		for _, part := range splitAny(string(p.textOf(i)), "|»>•·") {
			offer(part, weight)
		}
	}
	offered = 0
	for i := len(p.paragraphs) - 1; i > p.last && offered < maxMastheads; i-- {
		text := p.textOf(i)
		if q := &p.paragraphs[i]; q.kind == extractor.SegmentFooter && q.bars > 0 {
			if part := splitAny(string(text), "|»>•·"); len(part) > 1 {
				offered++
				offer(part[0], 0)
			}
		}
		if at := bytes.LastIndex(text, []byte("©")); at >= 0 && p.owned(i) {
			offered++
			owner, _, _ := strings.Cut(string(text[at+len("©"):]), ". ")
			offer(strings.Trim(owner, "0123456789 -–,"), 1)
		}
	}
	if top < 4 {
		// Said once, it must be two words at the top or beside the headline.
		return ""
	}
	return best
}

// speaks reports whether a name has a word that asks the reader for something, or ends with a little one: a button.
func (p *page) speaks(name string) bool {
	words := strings.Fields(name)
	for i, w := range words {
		c := p.lex.entries[p.lookup([]byte(w))].class
		if c&(classAct|classYou|classNetwork) != 0 || outletNot[strings.ToLower(w)] && len(words) < 3 || c&classStop != 0 && i == len(words)-1 {
			return true
		}
	}
	return false
}

// maxMastheads is how many lines at the top of a page, and at its foot, are asked for its name.
const maxMastheads = 8

// titleText returns the headline as the page shows it, else as its metadata have it.
func (p *page) titleText() string {
	if p.title >= 0 {
		return string(p.textOf(p.title))
	}
	return p.meta.Title
}

// mentions counts a name on the page, in its own letters and in capitals.
func (p *page) mentions(name []byte) int {
	n := bytes.Count(p.text, name)
	if upper := bytes.ToUpper(name); !bytes.Equal(upper, name) {
		n += bytes.Count(p.text, upper)
	}
	return n
}

// besideTitle returns the parts of a window's title that are not the headline.
func besideTitle(window, title string) []string {
	if len(title) < 4 || !strings.Contains(window, title) {
		var parts []string
		for _, part := range splitSeparated(window) {
			if part != title {
				parts = append(parts, part)
			}
		}
		return parts
	}
	before, after, _ := strings.Cut(window, title)
	return append(splitSeparated(after), splitSeparated(before)...)
}

// splitSeparated cuts a window's title at its separators.
func splitSeparated(s string) []string {
	for _, sep := range separators {
		s = strings.ReplaceAll(s, sep, "\n")
	}
	return splitAny(strings.Trim(s, " |-–—»"), "\n")
}

func splitAny(s, seps string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(seps, r) })
}

// companyTail are the words behind the name of a company that are no part of it.
var companyTail = []string{" all rights reserved", " inc", " ltd", " llc", " plc", " gmbh", " pvt", " limited", " company", " corporation", " media group"}

// outletName returns a name as an outlet's can be: one to six words with capitals, no date; "" if it is none.
func outletName(name string) string {
	name, _, _ = strings.Cut(name, ",")
	name = strings.Trim(name, " .-–—:;|()[]")
	for cut := true; cut; {
		cut = false
		for _, tail := range companyTail {
			if len(name) > len(tail) && strings.EqualFold(name[len(name)-len(tail):], tail) {
				name, cut = strings.TrimRight(name[:len(name)-len(tail)], " .,"), true
			}
		}
	}
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 6 || len(name) < 3 {
		return ""
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		small := w == "of" || w == "the" || w == "and" || w == "de" || w == "for" || w == "&"
		if unicode.IsDigit(r) || r == '@' || r == '#' || !unicode.IsUpper(r) && (!small || i == 0) {
			return ""
		}
	}
	if outletNot[strings.ToLower(name)] || strings.ContainsAny(name, ":<>/") {
		return ""
	}
	return name
}

// outletNot are single words that stand where an outlet's name could.
var outletNot = map[string]bool{"live": true, "home": true, "menu": true, "search": true, "letters": true, "opinion": true,
	"exclusive": true, "accessibility": true, "help": true, "account": true, "breaking": true, "video": true, "english": true, "sign in": true, "log in": true, "subscribe": true}
