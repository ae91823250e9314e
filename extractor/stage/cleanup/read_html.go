package cleanup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML writes the flat text of a page and its paragraphs, one for each text block, with their elements.
// golang.org/x/net/html cuts the tags; the lengths of its raw tokens give every byte its place.
func (p *page) readHTML(src string) {
	p.dom.reset()
	p.push(atom.Html, "html", 0)
	z := html.NewTokenizer(strings.NewReader(src))
	at := 0
	for {
		kind := z.Next()
		n := len(z.Raw())
		switch kind {
		case html.TextToken:
			p.textToken(src, at, at+n)
		case html.StartTagToken, html.SelfClosingTagToken:
			p.startTag(z, at, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.endTag(name, at+n)
		}
		at += n
		if kind == html.ErrorToken {
			break
		}
	}
	p.endBlock()
	for len(p.stack) > 0 {
		p.pop()
	}
}

// textToken reads the text src[from:to].
func (p *page) textToken(src string, from, to int) {
	switch {
	case p.raw == rawTitle:
		p.titleAt = [2]int{from, to}
		p.raw = rawNone
		p.endBlock()
		p.readInline(src[:to], from)
		before := len(p.blocks)
		p.endBlock()
		if len(p.blocks) > before {
			p.blocks[before].window = true
		}
		return
	case p.raw == rawJSON:
		p.about.scripts = append(p.about.scripts, src[from:to])
		p.raw = rawNone
		return
	case p.skip != 0:
		return
	}
	if p.lineBreaks > 0 && strings.TrimLeft(src[from:to], " \t\r\n\u00a0") != "" {
		soft := p.lineBreaks == 1
		p.endBlock()
		p.soft = soft
	}
	begin := len(p.flat.text)
	p.readInline(src[:to], from)
	if p.inLink {
		p.links += int32(len(p.flat.text) - begin)
	}
}

// readInline appends src[at:], white space collapsed, entities decoded.
func (f *flat) readInline(src string, at int) {
	for i := at; i < len(src); {
		from := i
		for i < len(src) && (plainByte[src[i]] || src[i] == ' ' && i > from && i+1 < len(src) && plainByte[src[i+1]]) {
			i++
		}
		f.copy(src[from:i], from)
		if i < len(src) {
			i += f.readSpecial(src, i, false)
		}
	}
}

// endBlock closes the text block that is being read, if it holds text.
func (p *page) endBlock() {
	f := &p.flat
	f.trim()
	begin, end := p.start, int32(len(f.text))
	if begin < end {
		p.paragraphs = append(p.paragraphs, paragraph{begin: begin, end: end, apart: !p.soft})
		p.blocks = append(p.blocks, block{node: p.stack[len(p.stack)-1], links: min(p.links, end-begin), soft: p.soft,
			timed: p.timed, named: p.named})
		f.text = append(f.text, '\n')
	}
	p.start = int32(len(f.text))
	p.links, p.soft, p.lineBreaks = 0, false, 0
	p.timed, p.named = false, false
}

// startTag reads a start tag.
func (p *page) startTag(z *html.Tokenizer, at int, selfClosing bool) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	if p.skip != 0 {
		if k := keyOf(tag, name); k == p.skip && !voidElement(tag) && !selfClosing {
			p.skipDepth++
		}
		return
	}
	key := keyOf(tag, name)
	block := blockElement(tag, name)
	var a attributes
	if more {
		a = p.attributes(z, tag)
	}
	switch tag {
	case atom.Br:
		p.lineBreaks++
		return
	case atom.Hr:
		p.endBlock()
		return
	case atom.A:
		p.inLink = a.href
	case atom.Time:
		p.timed = true
	case atom.Img:
		p.nodes[p.stack[len(p.stack)-1]].images++
	case atom.Input:
		p.nodes[p.stack[len(p.stack)-1]].inputs++
	case atom.Embed, atom.Object, atom.Iframe:
		p.nodes[p.stack[len(p.stack)-1]].embeds++
	case atom.Title:
		if p.open[uint32(atom.Body)] == 0 && p.titleAt[1] == 0 {
			p.raw = rawTitle
		}
		p.beginSkip(key, at)
		return
	case atom.Script:
		if a.json {
			p.raw = rawJSON
		}
	}
	if a.author && !block {
		p.named = true
	}
	if silentElement(tag) || a.hidden && !voidElement(tag) && tag != atom.Body && tag != atom.Html {
		if selfClosing && (tag == atom.Svg || tag == atom.Math) {
			return
		}
		if block {
			p.endBlock()
		}
		p.beginSkip(key, at)
		return
	}
	if !block {
		p.flat.gap = true
		return
	}
	if tag == atom.Html || tag == atom.Body && p.open[uint32(atom.Body)] > 0 {
		return
	}
	p.endBlock()
	p.imply(tag)
	if voidElement(tag) {
		return
	}
	p.push(tag, string(name), a.marks)
	p.nodes[len(p.nodes)-1].class = a.class
	if a.author {
		p.named = true
	}
}

// beginSkip leaves out all until the element's end.
func (p *page) beginSkip(key uint32, at int) {
	p.skip, p.skipDepth, p.skipFrom = key, 1, at
}

// endTag reads an end tag; end is where it ends.
func (p *page) endTag(name []byte, end int) {
	tag := atom.Lookup(name)
	key := keyOf(tag, name)
	if p.skip != 0 {
		if key == p.skip {
			if p.skipDepth--; p.skipDepth == 0 {
				p.skip, p.raw = 0, rawNone
				if int32(len(p.flat.text)) > p.start {
					p.flat.drop(p.skipFrom, end)
				}
			}
			return
		}
		// An element that the skipped one is inside of ends: the skipped one was never closed.
		if tag == 0 || p.open[key] == 0 || !blockElement(tag, name) || p.skip != uint32(atom.P) && p.skip != uint32(atom.Li) {
			return
		}
		p.skip = 0
	}
	switch tag {
	case atom.A:
		p.inLink = false
	case atom.Br:
		p.lineBreaks++
		return
	}
	if !blockElement(tag, name) {
		p.flat.gap = true
		return
	}
	p.endBlock()
	if p.open[key] == 0 {
		return
	}
	for len(p.stack) > 1 {
		last := p.key[len(p.key)-1]
		p.pop()
		if last == key {
			break
		}
	}
}

// imply closes what a start tag closes without an end tag: a paragraph before a block, an item before an item.
func (p *page) imply(tag atom.Atom) {
	top := func() atom.Atom { return p.nodes[p.stack[len(p.stack)-1]].tag }
	if top() == atom.P {
		p.pop()
	}
	closes := func(inner ...atom.Atom) {
		for _, t := range inner {
			if len(p.stack) > 1 && top() == t {
				p.pop()
			}
		}
	}
	switch tag {
	case atom.Li:
		closes(atom.Li)
	case atom.Dd, atom.Dt:
		closes(atom.Dd, atom.Dt)
	case atom.Td, atom.Th:
		closes(atom.Td, atom.Th)
	case atom.Tr:
		closes(atom.Td, atom.Th, atom.Tr)
	case atom.Tbody, atom.Thead, atom.Tfoot:
		closes(atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot)
	}
}
