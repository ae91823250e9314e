package cleanup

import (
	"bytes"

	"golang.org/x/net/html/atom"
)

// node is a block element of a page. Nodes stand in the order of the page, so that the descendants of node i are
// those from i+1 to end.
type node struct {
	tag    atom.Atom
	parent int32
	end    int32
	marks  mark
	class  uint32 // a hash of its class attribute
	blocks bool   // has block elements inside
	first  int32  // its first text block, -1 without
	stats
	score float32
}

// stats counts what is inside an element.
type stats struct {
	chars, links   int32 // bytes of text, and of these within <a>
	commas         int32
	paras, items   int32 // <p>, <li>
	images, inputs int32
	headings       int32 // bytes of text in h1 to h6
	embeds         int32
}

func (s *stats) add(t *stats) {
	s.chars += t.chars
	s.links += t.links
	s.commas += t.commas
	s.paras += t.paras
	s.items += t.items
	s.images += t.images
	s.inputs += t.inputs
	s.headings += t.headings
	s.embeds += t.embeds
}

// linkDensity is the part of the text that is inside links.
func (s *stats) linkDensity() float32 {
	if s.chars == 0 {
		return 0
	}
	return float32(s.links) / float32(s.chars)
}

// weight is what the element's names say for or against it, as Readability counts.
func (n *node) weight() int {
	w := 0
	if n.marks&markGood != 0 {
		w += 25
	}
	if n.marks&markBad != 0 {
		w -= 25
	}
	return w
}

// blockElement reports whether an element interrupts the text around it. Elements that HTML does not know are
// blocks if their names have a hyphen: they are a framework's containers.
func blockElement(tag atom.Atom, name []byte) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Dialog,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2,
		atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu,
		atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Caption, atom.Tbody, atom.Td,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Button:
		return true
	case 0:
		if bytes.HasPrefix(name, []byte("mjx-")) {
			return false // MathJax sets formulas in running text
		}
		for _, c := range name {
			if c == '-' {
				return true
			}
		}
	}
	return false
}

// silentElement reports whether nothing inside an element is read as text.
func silentElement(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Annotation, atom.Iframe, atom.Object, atom.Canvas,
		atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Datalist, atom.Noframes, atom.Noembed:
		return true
	}
	return false
}

// voidElement reports whether an element has no content and no end tag.
func voidElement(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param,
		atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// heading reports whether a tag is h1 to h6.
func heading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}
