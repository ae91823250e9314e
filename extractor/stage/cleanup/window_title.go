package cleanup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// window returns the text of <title>.
func (p *page) window() string {
	raw := strings.ToValidUTF8(p.article.Content[p.titleAt[0]:p.titleAt[1]], "\uFFFD")
	return strings.Join(strings.Fields(html.UnescapeString(raw)), " ")
}

// windowTitle returns the article's title as <title> has it, without the name of the site: "Storm hits Tallinn |
// The Daily Example". A heading of the page that <title> contains says best where the title ends.
func (p *page) windowTitle(whole string) string {
	if len(whole) > maxTitle {
		return ""
	}
	best := ""
	for i := range p.paragraphs {
		if !heading(p.nodes[p.blocks[i].node].tag) {
			continue
		}
		h := string(p.textOf(i))
		if len(h) > len(best) && len(strings.Fields(h)) >= 3 && strings.Contains(whole, h) {
			best = h
		}
	}
	if best != "" {
		return best
	}
	if h := p.loneHeading(); h != "" && disjoint(h, whole) {
		return h
	}
	return withoutSite(whole)
}

// loneHeading returns the text of the page's only <h1>, if it is long enough for a headline.
func (p *page) loneHeading() string {
	found := ""
	for i := range p.paragraphs {
		if p.nodes[p.blocks[i].node].tag != atom.H1 || p.blocks[i].window {
			continue
		}
		if found != "" {
			return ""
		}
		found = string(p.textOf(i))
	}
	if len(strings.Fields(found)) < 4 || len(found) > maxTitle {
		return ""
	}
	return found
}

// disjoint reports whether a window's title has none of a heading's long words: it names the section and the site.
func disjoint(heading, window string) bool {
	window = strings.ToLower(window)
	for _, w := range strings.Fields(strings.ToLower(heading)) {
		if len(w) >= 4 && strings.Contains(window, w) {
			return false
		}
	}
	return true
}

// maxTitle bounds the length of what can be a title.
const maxTitle = 500

// separators set the site's name off in a window's title.
var separators = []string{" | ", " - ", " – ", " — ", " \\ ", " / ", " > ", " » ", " :: ", " · "}

// withoutSite cuts the site's name off a window's title, unless too little would be left.
func withoutSite(whole string) string {
	last, first, width := -1, -1, 0
	for _, sep := range separators {
		if i := strings.LastIndex(whole, sep); i > last {
			last = i
		}
		if i := strings.Index(whole, sep); i >= 0 && (first < 0 || i < first) {
			first, width = i, len(sep)
		}
	}
	if last < 0 {
		return whole
	}
	title := whole[:last]
	if len(strings.Fields(title)) < 3 {
		title = whole[first+width:]
	}
	if len(strings.Fields(title)) <= 4 {
		return whole
	}
	return title
}
