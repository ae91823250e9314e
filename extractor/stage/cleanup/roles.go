package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// A role is what a line beside the running text can be.
const (
	roleTitle = iota
	roleDate
	roleByline
	roleCount
)

// roleOwners are the roles as lessons call them.
var roleOwners = [roleCount]Owner{Titles, Dates, Bylines}

// maxRole is how many words a paragraph with a role has at most.
const maxRole = 40

// The scores from which a line is taken for what the rules did not see in it, and up to which it is not what they saw.
const (
	leastTitle  = -1
	surelyTitle = 0.5
	leastRole   = 0
	known       = 1.5 // what it counts that the rules saw it
	mostRole    = -4
)

// assignRoles lets the line that looks most like the headline be the title, and those that look like dates and bylines
// be that.
func (p *page) assignRoles() {
	p.assignTitle()
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.words > maxRole || i == p.title || q.kind != extractor.SegmentDateline && q.kind != extractor.SegmentByline && q.kind != extractor.SegmentPageBreak && !q.undecided() {
			continue
		}
		date, by := p.field.roles[roleDate][i], p.field.roles[roleByline][i]
		switch q.kind {
		case extractor.SegmentDateline:
			date += known
		case extractor.SegmentByline:
			by += known
		}
		switch {
		case max(date, by) > leastRole && by > date:
			q.kind = extractor.SegmentByline
		case max(date, by) > leastRole:
			q.kind = extractor.SegmentDateline
		case q.kind == extractor.SegmentDateline && date < mostRole, q.kind == extractor.SegmentByline && by < mostRole:
			q.kind = p.pageKind(i)
		}
	}
}

// undecided reports whether a paragraph's type says no more than whose it is.
func (q *paragraph) undecided() bool { return ofText(q.kind) || ofPage(q.kind) }

// assignTitle gives the title to the likeliest line. In HTML the metadata know it better, if there are any, and what the
// window is called as well.
func (p *page) assignTitle() {
	i := p.field.title
	q, scores := &p.paragraphs[i], p.field.roles[roleTitle]
	if i == p.title || scores[i] < leastTitle || !q.headline() {
		return
	}
	if p.html && (p.about.title.value != "" || p.blocks[i].window || p.meta.Title != "" && scores[i] < surelyTitle && !disjoint(string(p.textOf(i)), p.meta.Title)) {
		return
	}
	if p.title >= 0 {
		old := &p.paragraphs[p.title]
		switch {
		case scores[p.title] > scores[i]-switchTitle:
			return
		case old.hash == q.hash:
			old.kind = extractor.SegmentDuplicate
		case p.field.scores[p.title] > 0:
			old.kind = extractor.SegmentSubheading
		default:
			old.kind = p.pageKind(p.title)
		}
	}
	q.kind = extractor.SegmentTitle
	q.begin += int32(titleMark(p.textOf(i)))
	p.title = i
	if p.html {
		p.meta.Title = string(p.textOf(i))
	}
}

// titleMark returns how many bytes before a headline only mark it as one: "# ", "HEADLINE: ".
func titleMark(text []byte) int {
	rest := bytes.TrimLeft(text, "#* ")
	for _, label := range [...]string{"headline: ", "title: "} {
		if r, ok := cutFold(rest, label); ok {
			rest = r
		}
	}
	if len(rest) == 0 {
		return 0
	}
	return len(text) - len(rest)
}

// switchTitle is how much likelier a line must be the title than the one that the rules chose.
const switchTitle = 0.5

// pageKind returns the type of a line of the page's by where it stands.
func (p *page) pageKind(i int) extractor.SegmentType {
	if i > p.last {
		return extractor.SegmentFooter
	}
	return extractor.SegmentNavigation
}
