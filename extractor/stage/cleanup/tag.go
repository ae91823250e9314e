package cleanup

import "strings"

// maxTag bounds how far a stray tag in plain text may reach, so that a lone "<" costs no search to the end.
const maxTag = 2048

// tagLength returns the length of the HTML tag or comment that plain text s begins with, or 0 when its "<" is
// just a character, as in "x < y".
func tagLength(s string) int {
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s[:min(len(s), maxTag)], "-->"); end > 0 {
			return end + 3
		}
		return 0
	}
	if tagName(s) == "" {
		return 0
	}
	end := strings.IndexAny(s[1:min(len(s), maxTag)], "<>")
	if end < 0 || s[1+end] != '>' {
		return 0
	}
	return end + 2
}

// tagName returns the name of the tag that s begins with if it is one of HTML's, else "".
func tagName(s string) string {
	i := 1
	if i < len(s) && s[i] == '/' {
		i++
	}
	from := i
	for i < len(s) && i-from < 12 && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || i > from && s[i] >= '0' && s[i] <= '9') {
		i++
	}
	if i == from || i < len(s) && !strings.ContainsRune(" \t\r\n/>", rune(s[i])) {
		return ""
	}
	switch name := strings.ToLower(s[from:i]); name {
	case "a", "abbr", "article", "aside", "b", "big", "blockquote", "body", "br", "center", "cite", "code", "dd", "del",
		"div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5",
		"h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "li", "link", "main", "mark", "meta",
		"nav", "noscript", "object", "ol", "p", "picture", "pre", "q", "s", "script", "section", "small", "source",
		"span", "strike", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time",
		"title", "tr", "tt", "u", "ul", "video", "wbr":
		return name
	}
	return ""
}

// blockTag reports whether a tag of this name begins or ends a line of text.
func blockTag(name string) bool {
	switch name {
	case "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
		"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
		"section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return true
	}
	return false
}
