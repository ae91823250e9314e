package cleanup

import "golang.org/x/net/html/atom"

// block is what HTML knows of a paragraph beyond its text.
type block struct {
	node   int32
	links  int32 // bytes of text in links
	soft   bool  // a single <br> stands before it
	timed  bool  // holds a <time> element
	named  bool  // holds an element marked as the author
	window bool  // is the window's title, in <title>
}

// dom is a page under study: its block elements and the text blocks between their tags. Its memory is reused.
type dom struct {
	hints  *hinter
	nodes  []node
	blocks []block // one for each paragraph
	stack  []int32 // open nodes
	open   map[uint32]int32
	key    []uint32 // the names of the open nodes

	start        int32 // where the current text block begins in the flat text
	links        int32
	inLink       bool
	lineBreaks   int // <br> since the last text
	soft         bool
	timed, named bool

	skip      uint32 // the name of the element whose content is not read, 0 outside
	skipDepth int
	skipFrom  int

	raw     rawText // what the text of the present raw element is for
	titleAt [2]int  // the text of <title> in the source
}

// rawText says what becomes of the content of <script> and <title>.
type rawText uint8

const (
	rawNone rawText = iota
	rawTitle
	rawJSON
)

func (d *dom) reset() {
	d.nodes, d.blocks, d.stack, d.key = d.nodes[:0], d.blocks[:0], d.stack[:0], d.key[:0]
	if d.open == nil {
		d.open = map[uint32]int32{}
	}
	clear(d.open)
	d.start, d.links, d.inLink, d.lineBreaks, d.soft, d.skip, d.raw = 0, 0, false, 0, false, 0, rawNone
	d.timed, d.named = false, false
	d.titleAt = [2]int{}
}

// push opens a block element.
func (p *page) push(tag atom.Atom, name string, marks mark) {
	parent := int32(-1)
	if n := len(p.stack); n > 0 {
		parent = p.stack[n-1]
		p.nodes[parent].blocks = true
	}
	i := int32(len(p.nodes))
	p.nodes = append(p.nodes, node{tag: tag, parent: parent, end: i + 1, marks: marks})
	p.stack = append(p.stack, i)
	k := keyOf(tag, []byte(name))
	p.key = append(p.key, k)
	p.open[k]++
}

// pop closes the innermost block element.
func (p *page) pop() {
	n := len(p.stack) - 1
	p.nodes[p.stack[n]].end = int32(len(p.nodes))
	p.open[p.key[n]]--
	p.stack, p.key = p.stack[:n], p.key[:n]
}

// keyOf names an element: by its atom, or by a hash where HTML does not know it.
func keyOf(tag atom.Atom, name []byte) uint32 {
	if tag != 0 {
		return uint32(tag)
	}
	return uint32(hashOf(name)) | 1<<31
}
