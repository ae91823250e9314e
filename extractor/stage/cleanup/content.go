package cleanup

import "golang.org/x/net/html/atom"

// finder looks for the element that holds the article, after Readability (Mozilla, from Arc90): text votes for the
// elements around it, links take votes away, names of classes help. It works on arrays, bottom up, in linear time.
type finder struct {
	*page
	strict bool    // leave out what its names make unlikely
	weigh  bool    // let names count in the score
	clean  bool    // leave out lists, tables and boxes inside that look like furniture
	out    []bool  // by node: left out, with all below it
	inside []bool  // by node: holds or is part of the article
	total  []stats // by node: what is in it and below, left-out parts excepted
}

// findContent marks the blocks of the article with hintBody and returns how many bytes of text they hold.
func (p *page) findContent() {
	var best, pruned []bool
	most := int32(0)
	for attempt := range 4 {
		f := &finder{page: p, strict: attempt < 1, weigh: attempt < 2, clean: attempt < 3}
		kept, cut, n := f.find()
		if n > most+most/2 {
			best, pruned, most = kept, cut, n
		}
		if most >= enough {
			break
		}
	}
	for i, keep := range best {
		if keep {
			p.paragraphs[i].hint = hintBody
		}
	}
	p.rescue(pruned)
}

// rescue brings back running text that stands between blocks of the article but in an element of its own: pages
// put each section, or what follows an advertisement, into a box.
func (p *page) rescue(pruned []bool) {
	first, last := p.contentBounds()
	p.findHeadline()
	if p.title >= 0 && p.title < first {
		first = p.title + 1
	}
	for i := first; i < last; i++ {
		q := &p.paragraphs[i]
		if q.hint != hintBody && !pruned[i] && q.long() && p.blocks[i].links*4 < q.end-q.begin && !p.aside(i) {
			q.hint = hintBody
		}
	}
}

// aside reports whether block i is in a part of the page that is not the article whatever its text.
func (p *page) aside(i int) bool {
	marks, tags := p.around(i)
	return tags&(tagAside|tagFooter|tagNav) != 0 || marks&(markComments|markRelated|markPromo|markAd|markFoot) != 0
}

// enough is how many bytes of text make an article; with less, the page is looked at again more leniently.
const enough = 500

// find returns the blocks that are the article, those that were pruned inside it, and how many bytes the former hold.
func (f *finder) find() (keep, pruned []bool, n int32) {
	f.out = make([]bool, len(f.nodes))
	f.inside = make([]bool, len(f.nodes))
	f.total = make([]stats, len(f.nodes))
	f.exclude()
	f.sum()
	f.vote()
	top := f.top()
	f.include(top)
	f.prune()
	keep, pruned = make([]bool, len(f.blocks)), make([]bool, len(f.blocks))
	for i := range f.blocks {
		k := f.blocks[i].node
		keep[i] = f.inside[k] && !f.out[k] && !f.blocks[i].window
		pruned[i] = f.inside[k] && f.out[k]
		if keep[i] {
			n += f.paragraphs[i].end - f.paragraphs[i].begin
		}
	}
	return keep, pruned, n
}

// exclude leaves out what cannot be the article by its names, and all below.
func (f *finder) exclude() {
	for i := range f.nodes {
		n := &f.nodes[i]
		n.score = 0
		if n.parent >= 0 && f.out[n.parent] {
			f.out[i] = true
			continue
		}
		if !f.strict || n.tag == atom.Body || n.tag == atom.Html {
			continue
		}
		if n.marks&markUnlikely != 0 && n.marks&markMaybe == 0 && !f.inTable(int32(i)) {
			f.out[i] = true
		}
	}
}

// inTable reports whether a table is near above a node.
func (f *finder) inTable(i int32) bool {
	for depth := 0; i >= 0 && depth < 4; depth++ {
		if t := f.nodes[i].tag; t == atom.Table {
			return true
		}
		i = f.nodes[i].parent
	}
	return false
}

// sum counts, bottom up, what each element holds.
func (f *finder) sum() {
	for i := range f.nodes {
		f.total[i] = f.nodes[i].stats
		if f.nodes[i].tag == atom.P {
			f.total[i].paras++
		}
		if f.nodes[i].tag == atom.Li {
			f.total[i].items++
		}
	}
	for b := range f.blocks {
		t := &f.total[f.blocks[b].node]
		size := f.paragraphs[b].end - f.paragraphs[b].begin
		t.chars += size
		t.links += f.blocks[b].links
		t.commas += f.commas(b)
		if heading(f.nodes[f.blocks[b].node].tag) {
			t.headings += size
		}
	}
	for i := len(f.nodes) - 1; i > 0; i-- {
		if !f.out[i] {
			f.total[f.nodes[i].parent].add(&f.total[i])
		}
	}
}

// commas counts the commas of a block, those of other scripts included.
func (f *finder) commas(b int) int32 {
	q := &f.paragraphs[b]
	n := int32(0)
	text := f.text[q.begin:q.end]
	for i, c := range text {
		switch c {
		case ',':
			n++
		case 0x8C:
			if i >= 2 && text[i-1] == 0xBC && text[i-2] == 0xEF || i >= 1 && text[i-1] == 0xD8 { // ， and ،
				n++
			}
		}
	}
	return n
}

// vote lets each block give its score to the elements around it.
func (f *finder) vote() {
	for b := range f.blocks {
		q := &f.paragraphs[b]
		size := q.end - q.begin
		i := f.blocks[b].node
		if size < 25 || f.out[i] || f.blocks[b].window {
			continue
		}
		score := float32(2+f.commas(b)) + float32(min(size/100, 3))
		// A <p>, or a <div> with text alone, votes for its parent; text between blocks for the block around it.
		if n := &f.nodes[i]; !n.blocks || n.tag == atom.P || n.tag == atom.Pre || n.tag == atom.Td {
			i = n.parent
		}
		for level := 0; level < 5 && i >= 0; level++ {
			switch level {
			case 0:
				f.nodes[i].score += score
			case 1:
				f.nodes[i].score += score / 2
			default:
				f.nodes[i].score += score / float32(level*3)
			}
			i = f.nodes[i].parent
		}
	}
	for i := range f.nodes {
		n := &f.nodes[i]
		if n.score == 0 || f.out[i] {
			n.score = 0
			continue
		}
		n.score += tagScore(n.tag)
		if f.weigh {
			n.score += float32(n.weight())
		}
		n.score *= 1 - f.total[i].linkDensity()
	}
}

// tagScore is what an element's tag says for or against its being the article.
func tagScore(tag atom.Atom) float32 {
	switch tag {
	case atom.Div:
		return 5
	case atom.Pre, atom.Td, atom.Blockquote:
		return 3
	case atom.Address, atom.Ol, atom.Ul, atom.Dl, atom.Dd, atom.Dt, atom.Li, atom.Form:
		return -3
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Th:
		return -5
	}
	return 0
}

// include marks the top element and those beside it that belong to the article.
func (f *finder) include(top int32) {
	f.mark(top)
	parent := f.nodes[top].parent
	if parent < 0 {
		return
	}
	threshold := max(10, f.nodes[top].score*0.2)
	for i := parent + 1; i < f.nodes[parent].end; i = f.nodes[i].end {
		if i == top || f.out[i] {
			continue
		}
		t := &f.total[i]
		density := t.linkDensity()
		switch {
		case f.nodes[i].score >= threshold:
			f.mark(i)
		case f.nodes[i].tag == atom.P || f.nodes[i].tag == atom.Div && !f.nodes[i].blocks:
			if t.chars > 80 && density < 0.25 || t.chars > 0 && t.chars < 80 && density == 0 && f.ends(i) {
				f.mark(i)
			}
		}
	}
}

// ends reports whether a small element's text ends as a sentence does.
func (f *finder) ends(i int32) bool {
	b := f.nodes[i].first
	if b < 0 {
		return false
	}
	q := &f.paragraphs[b]
	return finalPunctuation(f.text[q.begin:q.end]) == '.'
}

func (f *finder) mark(i int32) {
	for k := i; k < f.nodes[i].end; k++ {
		f.inside[k] = true
	}
}
