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
	if h := p.loneHeading(); h != "" && disjoint(h, whole) && (len(strings.Fields(h)) >= longTitle-1 || len(strings.Fields(whole)) < longTitle) {
		return h
	}
	return p.uncut(withoutSite(whole))
}

// uncut returns the heading that begins with a title and goes on, where the window has the title cut short.
func (p *page) uncut(title string) string {
	if len(strings.Fields(title)) < 5 {
		return title
	}
	for i := range p.paragraphs {
		if h := p.textOf(i); heading(p.nodes[p.blocks[i].node].tag) && len(h) > len(title) && len(h) < maxTitle && string(h[:len(title)]) == title {
			return string(h)
		}
	}
	return title
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
var separators = []string{" | ", " - ", " – ", " — ", " \\ ", " / ", " > ", " » ", " :: ", " · ", " -- "}

// longTitle is how many words tell a headline from the name of a site.
const longTitle = 7

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
		if rest := whole[first+width:]; last == first && len(strings.Fields(rest)) >= longTitle {
			return rest // the site's name stands in front
		}
		return whole
	}
	return title
}
