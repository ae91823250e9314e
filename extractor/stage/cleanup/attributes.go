package cleanup

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attributes are what the reader needs of a start tag.
type attributes struct {
	marks  mark
	hidden bool
	href   bool
	author bool
	json   bool // JSON-LD
	class  uint32
}

// attributes reads the attributes of a start tag: names, visibility, metadata.
func (p *page) attributes(z *html.Tokenizer, tag atom.Atom) attributes {
	var a attributes
	var m metaTag
	for {
		key, value, more := z.TagAttr()
		switch string(key) {
		case "class", "id":
			a.marks |= p.hints.find(value)
			if len(key) == len("class") {
				a.class = uint32(hashOf(value))
			}
		case "role":
			a.marks |= roleMarks(value)
		case "href":
			a.href = len(value) > 0
		case "hidden":
			a.hidden = true
		case "aria-hidden":
			a.hidden = a.hidden || string(value) == "true"
		case "style":
			a.hidden = a.hidden || hiddenStyle(value)
		case "itemprop":
			a.author = a.author || string(value) == "author"
			m.property = value
		case "rel":
			a.author = a.author || string(value) == "author"
		case "type":
			if tag == atom.Script && bytes.Equal(value, []byte("application/ld+json")) {
				a.json = true
			}
			if tag == atom.Input && string(value) == "hidden" {
				a.hidden = true
			}
		case "name":
			m.name = value
		case "property":
			m.property = value
		case "content":
			m.content = value
		case "datetime":
			m.datetime = value
		case "lang":
			if tag == atom.Html {
				p.about.lang = string(value)
			}
		}
		if !more {
			break
		}
	}
	if tag == atom.Meta || tag == atom.Time || m.property != nil && m.datetime != nil {
		p.metaTag(m, tag)
	}
	if a.marks&markHide != 0 {
		a.hidden = true
	}
	return a
}

// roleMarks reads an ARIA role.
func roleMarks(role []byte) mark {
	switch string(role) {
	case "navigation", "menu", "menubar":
		return markUnlikely | markNav
	case "complementary", "alert", "alertdialog", "dialog":
		return markUnlikely | markPromo
	case "contentinfo":
		return markFoot
	case "banner":
		return markNav
	}
	return 0
}

// hiddenStyle reports whether a style attribute takes the element off the page.
func hiddenStyle(style []byte) bool {
	s := bytes.ToLower(bytes.ReplaceAll(style, []byte(" "), nil))
	return bytes.Contains(s, []byte("display:none")) || bytes.Contains(s, []byte("visibility:hidden"))
}
