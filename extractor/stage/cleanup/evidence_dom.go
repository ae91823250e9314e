package cleanup

import "golang.org/x/net/html/atom"

// domEvidence is how many numbers tell of a paragraph's place in an HTML page; in plain text all are 0.
const domEvidence = 52

// tagGroups are elements that say something of the text in them.
var tagGroups = [...][]atom.Atom{
	{atom.P}, {atom.Li, atom.Dd, atom.Dt}, {atom.H1, atom.H2}, {atom.H3, atom.H4, atom.H5, atom.H6}, {atom.Td, atom.Th}, {atom.Blockquote},
	{atom.Button, atom.Legend, atom.Summary}, {atom.Figcaption},
}

// aboveGroups are elements that say something of all the text below them.
var aboveGroups = [...][]atom.Atom{
	{atom.Aside}, {atom.Footer}, {atom.Nav}, {atom.Header}, {atom.Form, atom.Fieldset}, {atom.Article}, {atom.Main}, {atom.Ul, atom.Ol, atom.Dl}, {atom.Figure},
}

// markBits are the marks that count, each by itself.
var markBits = [...]mark{markUnlikely, markMaybe, markGood, markBad, markAd, markNav, markFoot, markRelated, markComments, markShare, markPromo, markByline | markDate, markCaption | markCredit, markSocial}

// grove knows of the elements of an HTML page what the evidence on its blocks needs.
type grove struct {
	total []stats  // what is in each element and below
	above []uint16 // the groups of tags at and above each
	marks []mark   // the marks at and above each
	depth []int32
	core  int32   // the element that holds most of the running text right below it
	box   []int32 // the element right below the core that each is in, or -1
	held  []int32 // how many blocks are in each such element
	kinds []elementKind
	words int32 // of running text
}

// survey fills in the grove of a page that has blocks.
func (g *grove) survey(p *page) {
	n := len(p.nodes)
	g.total, g.above, g.marks, g.depth = g.total[:0], g.above[:0], g.marks[:0], resize(g.depth, n)
	for i := range p.nodes {
		e := &p.nodes[i]
		t, above, marks := e.stats, groupsOf(e.tag), e.marks
		g.depth[i] = 0
		if e.parent >= 0 {
			above, marks = above|g.above[e.parent], marks|g.marks[e.parent]
			g.depth[i] = g.depth[e.parent] + 1
		}
		if e.tag == atom.P {
			t.paras++
		}
		if e.tag == atom.Li {
			t.items++
		}
		g.total, g.above, g.marks = append(g.total, t), append(g.above, above), append(g.marks, marks)
	}
	for b := range p.blocks {
		t, q := &g.total[p.blocks[b].node], &p.paragraphs[b]
		t.chars += q.end - q.begin
		t.links += p.blocks[b].links
		if q.long() && q.hint == hintBody {
			// Here: words of running text right below.
			if up := p.nodes[p.blocks[b].node].parent; up >= 0 {
				g.total[up].commas += q.words
			}
		}
	}
	g.core = 0
	for i := range g.total {
		if g.total[i].commas > g.total[g.core].commas {
			g.core = int32(i)
		}
	}
	g.boxes(p)
	for i := n - 1; i > 0; i-- {
		g.total[p.nodes[i].parent].add(&g.total[i])
	}
}

// boxes finds the element right below the core that each element is in, and what elements the running text has.
func (g *grove) boxes(p *page) {
	g.box, g.held = resize(g.box, len(p.nodes)), resize(g.held, len(p.nodes))
	clear(g.held)
	for i := range p.nodes {
		up := p.nodes[i].parent
		switch {
		case up == g.core:
			g.box[i] = int32(i)
		case up < 0:
			g.box[i] = -1
		default:
			g.box[i] = g.box[up]
		}
	}
	g.kinds = g.kinds[:0]
	g.words = 0
	for b := range p.blocks {
		k, q := p.blocks[b].node, &p.paragraphs[b]
		if box := g.box[k]; box >= 0 {
			g.held[box]++
		}
		if q.long() && q.hint == hintBody {
			g.count(p.nodes[k].tag, p.nodes[k].class, q.words)
			g.words += q.words
		}
	}
}

// kind is a kind of element: a tag and a class.
type elementKind struct {
	tag   atom.Atom
	class uint32
	words int32 // of running text in such elements
}

// maxKinds bounds how many kinds of elements are told apart.
const maxKinds = 16

func (g *grove) count(tag atom.Atom, class uint32, words int32) {
	for i := range g.kinds {
		if k := &g.kinds[i]; k.tag == tag && k.class == class {
			k.words += words
			return
		}
	}
	if len(g.kinds) < maxKinds {
		g.kinds = append(g.kinds, elementKind{tag, class, words})
	}
}

// likeness returns which part of the running text is in elements such as e.
func (g *grove) likeness(e *node) float32 {
	for i := range g.kinds {
		if k := &g.kinds[i]; k.tag == e.tag && k.class == e.class {
			return ratio(k.words, g.words)
		}
	}
	return 0
}

func groupsOf(tag atom.Atom) uint16 {
	for i, group := range aboveGroups {
		for _, t := range group {
			if t == tag {
				return 1 << i
			}
		}
	}
	return 0
}

// steps returns how many levels above node k an element begins that holds the core, too.
func (g *grove) steps(p *page, k int32) int32 {
	n := int32(0)
	for k >= 0 && !(k <= g.core && g.core < p.nodes[k].end) {
		k, n = p.nodes[k].parent, n+1
	}
	return n
}

// domEvidence is what HTML says of a paragraph.
func (p *page) domEvidence(v *vector, i int) {
	if !p.html {
		for range domEvidence {
			v.add(0)
		}
		return
	}
	g, b, q := &p.grove, &p.blocks[i], &p.paragraphs[i]
	k := b.node
	e := &p.nodes[k]
	size := q.end - q.begin
	v.add(1, ratio(b.links, size), float32(g.depth[k]), float32(g.depth[k]-g.depth[g.core]), float32(g.steps(p, k)))
	v.flags(q.hint == hintBody, b.soft, b.timed, b.named, e.parent == p.nodes[g.core].parent, e.parent == g.core || k == g.core)
	for _, group := range tagGroups {
		is := false
		for _, t := range group {
			is = is || e.tag == t
		}
		v.flags(is)
	}
	for bit := range aboveGroups {
		v.flags(g.above[k]&(1<<bit) != 0)
	}
	for _, m := range markBits {
		v.flags(g.marks[k]&m != 0)
	}
	up := max(e.parent, 0)
	over := max(p.nodes[up].parent, 0)
	t, o := &g.total[up], &g.total[over]
	v.add(t.linkDensity(), o.linkDensity(), ratio(size, t.chars), logarithm(t.chars), g.likeness(e), float32(len(g.kinds)))
	if box := g.box[k]; box >= 0 {
		in := &g.total[box]
		v.add(1, logarithm(in.chars), in.linkDensity(), logarithm(g.held[box]))
	} else {
		v.add(0, 0, 0, 0)
	}
}
