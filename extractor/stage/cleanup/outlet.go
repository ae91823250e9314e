package cleanup

import (
	"bytes"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// outlet returns the name of the paper or site as the page itself shows it, "" where nothing does. Every run of words with
// capitals in the page's own lines is a candidate; what speaks for one is where it stands (beside the headline in the
// window's title, at the top, behind a copyright mark, in a credit), what it is made of, and how many of the lines agree.
func (p *page) outlet() string {
	v := &p.ballot
	v.names = v.names[:0]
	if p.html {
		parts := besideTitle(p.window(), p.titleText())
		for _, part := range parts[:min(len(parts), maxMastheads)] {
			if run := p.runAt(part, 0); run.words > 0 && !strings.Contains(p.titleText(), run.text) {
				v.offer(p, run.text, 5, true)
			}
		}
	}
	top := 0
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		switch {
		case p.html && p.blocks[i].window, i == p.title:
		case q.kind == extractor.SegmentBody || q.kind == extractor.SegmentSubheading || q.kind == extractor.SegmentRelatedLink || q.kind == extractor.SegmentTitle:
			if q.kind == extractor.SegmentTitle || i >= p.body {
				top = maxMastheads
			}
		case q.kind == extractor.SegmentCaption || q.kind == extractor.SegmentCredit || q.kind == extractor.SegmentByline:
			p.credit(v, i)
			p.copyright(v, i)
		default:
			p.masts(v, i, top)
			top++
		}
	}
	return v.winner(p)
}

// maxMastheads is how many lines at the top of a page stand there for its name.
const maxMastheads = 4

// maxLine bounds how much of a line is looked at.
const maxLine = 300

// masts offers the names in one of the page's own lines; top is how many such lines stand above it.
func (p *page) masts(v *ballot, i, top int) {
	text := p.stringOf(i)
	if len(text) > maxLine {
		text = text[:maxLine+strings.IndexByte(text[maxLine:]+" ", ' ')]
	}
	q := &p.paragraphs[i]
	p.copyright(v, i)
	if credited(text) || q.bars > 0 && strings.HasPrefix(text, "Home ") && p.title >= 0 && strings.Contains(text, p.titleText()) {
		return
	}
	first := true
	for at := 0; at < len(text); {
		run := p.runAt(text, at)
		if run.words == 0 {
			break
		}
		at = run.end
		weight := 1.0
		whole := first && run.begin <= 3 && (run.end >= len(text)-2 || strings.ContainsRune("|·•-–—:>»,®", rune(strings.TrimLeft(text[run.end:], " ")[0])) || !q.sentence())
		if first && run.begin <= 3 && top < maxMastheads {
			weight += 2 - 0.4*float64(top)
		}
		if run.words > 4 && weight > 1 {
			run.text, whole = named(run.text), true
		}
		first = false
		v.offer(p, run.text, weight, whole)
	}
}

// named cuts a run of capitals behind the first word that papers are called by: a menu follows the name.
func named(run string) string {
	n := 0
	for i := 0; i < len(run); i++ {
		if run[i] != ' ' {
			continue
		}
		if n++; n >= 2 && paperWords[strings.ToLower(run[strings.LastIndexByte(run[:i], ' ')+1:i])] {
			return run[:i]
		}
	}
	return run
}

// credited reports whether a line names who made the site.
func credited(text string) bool {
	return strings.Contains(text, "owered by") || strings.Contains(text, "esigned by") || strings.Contains(text, "ite by ")
}

// copyright offers whose the copyright is. A publisher's name is no outlet's.
func (p *page) copyright(v *ballot, i int) {
	text := p.stringOf(i)
	owner := ownerOf(text)
	if owner == "" {
		return
	}
	if run := p.runAt(owner, 0); run.words > 0 {
		weight := 3.0
		if words := strings.Fields(strings.ToLower(trimCompany(run.text))); len(words) > 0 && companyWords[words[len(words)-1]] {
			weight = 1
		}
		v.offer(p, run.text, weight, true)
	}
}

// credit offers the name behind the slash or in the brackets of a credit: "(Ana Mets/The Harsk Mail)".
func (p *page) credit(v *ballot, i int) {
	text := p.stringOf(i)
	if len(text) > maxLine {
		return
	}
	for _, mark := range [...]string{"/", " for ", ", "} {
		if at := strings.LastIndex(text, mark); at > 0 {
			if run := p.runAt(text, at+len(mark)); run.words > 1 && run.begin <= at+len(mark) {
				v.offer(p, run.text, 1, false)
			}
		}
	}
}

// ownerOf returns what follows a copyright mark and its years, "" without one.
func ownerOf(text string) string {
	for _, mark := range [...]string{"©", "(c)", "(C)", "Copyright", "COPYRIGHT"} {
		if _, rest, ok := strings.Cut(text, mark); ok {
			rest = strings.TrimLeft(rest, " 0123456789-–—,.:©")
			for _, again := range [...]string{"Copyright of ", "Copyright ", "(c) ", "© ", "by ", "of "} {
				rest = strings.TrimLeft(strings.TrimPrefix(rest, again), " 0123456789-–—,.:©")
			}
			return rest
		}
	}
	return ""
}

// capitalRun is a run of words with capitals in a text.
type capitalRun struct {
	text       string
	begin, end int
	words      int
}

// runAt returns the first run of words with capitals in a text from a place on: small words may stand inside, a mark or a
// date ends it.
func (p *page) runAt(text string, at int) (r capitalRun) {
	last := at
	for at < len(text) {
		for at < len(text) && text[at] == ' ' {
			at++
		}
		from := at
		for at < len(text) && text[at] != ' ' {
			at++
		}
		word := text[from:at]
		core := strings.Trim(word, "\"'“”‘’()[]{},.;:!?|·•<>*_#/")
		ends := len(core) < len(word) && strings.ContainsAny(word[len(word)-1:], ",.;:!?)]}|") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s")
		starts := strings.IndexAny(word, "([{\"“") == 0
		class := wordClass(0)
		if core != "" {
			class = p.lex.entries[p.lookup([]byte(core))].class
		}
		dated := class&(classMonth|classWeekday|classClock) != 0 && !(r.words > 0 && strings.EqualFold(core, "sun") && len(core) == len(word))
		capital := core != "" && isCapital(core) && !dated && !strings.ContainsAny(core, "@/=_°%") && !(class&classAct != 0 && r.words == 0)
		figure := r.words > 0 && r.words < 3 && len(core) > 0 && len(core) <= 2 && core[0] >= '0' && core[0] <= '9' && len(word) == len(core)
		switch {
		case starts && r.words > 0:
			r.text, r.end = text[r.begin:last], last
			return r
		case capital:
			if r.words == 0 {
				r.begin = from + strings.Index(word, core)
			}
			r.words++
			last = from + strings.Index(word, core) + len(core)
			if ends {
				r.text, r.end = text[r.begin:last], max(at, last)
				return r
			}
		case figure && (at >= len(text) || !strings.Contains(text[at:min(len(text), at+3)], ":")):
			r.words++
			last = at
		case r.words > 0 && smallWords[core] && len(core) == len(word):
		case r.words > 0:
			r.text, r.end = text[r.begin:last], last
			return r
		}
	}
	if r.words > 0 {
		r.text, r.end = text[r.begin:last], max(at, last)
	}
	return r
}

// smallWords stand in the middle of names.
var smallWords = map[string]bool{"of": true, "the": true, "de": true, "la": true, "&": true, "del": true}

// trimCompany cuts the words behind the name of a company that are no part of it.
func trimCompany(name string) string {
	name = strings.Trim(name, " .,-–—:;|()[]®™")
	for cut := true; cut; {
		cut = false
		for _, tail := range companyTail {
			if len(name) > len(tail) && strings.EqualFold(name[len(name)-len(tail):], tail) {
				name, cut = strings.TrimRight(name[:len(name)-len(tail)], " .,"), true
			}
		}
	}
	return name
}

var companyTail = []string{" all rights reserved", " all", " inc", " ltd", " llc", " plc", " gmbh", " pvt", " limited", " company", " corporation", " media group", " corp",
	" pte", " sarl", " sàrl", " partners", " group", " co"}

// companyWords end the names of publishers and of bodies that papers name in their lines.
var companyWords = wordSet("publishing publications publishers broadcasting communications holdings newspapers media group company council commission association authority ministry trust theme")

// titleText returns the headline as the page shows it, else as its metadata have it.
func (p *page) titleText() string {
	if p.title >= 0 {
		return p.stringOf(p.title)
	}
	return p.meta.Title
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
	return strings.FieldsFunc(strings.Trim(s, " |-–—»"), func(r rune) bool { return r == '\n' })
}

// maxMentioned bounds how much of a page is searched for a name.
const maxMentioned = 1 << 15

// mentions counts a name on the page, in its own letters and in capitals.
func (p *page) mentions(name string) int {
	text := p.text[:min(len(p.text), maxMentioned)]
	n := bytes.Count(text, []byte(name))
	if upper := strings.ToUpper(name); upper != name {
		n += bytes.Count(text, []byte(upper))
	}
	return n
}
