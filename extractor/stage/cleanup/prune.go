package cleanup

import "golang.org/x/net/html/atom"

// prune leaves out what looks like furniture inside the article: forms, footers, share buttons, and lists, tables
// and boxes of links. Bottom up, so that what is left out of a box no longer counts for it.
func (f *finder) prune() {
	for i := range f.nodes {
		f.total[i] = f.nodes[i].stats
		switch f.nodes[i].tag {
		case atom.P:
			f.total[i].paras++
		case atom.Li:
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
		// The text of a <div> without blocks is a paragraph.
		if n := &f.nodes[f.blocks[b].node]; n.tag == atom.Div {
			t.paras++
		}
	}
	tables := f.dataTables()
	for i := int32(len(f.nodes)) - 1; i > 0; i-- {
		if f.out[i] {
			continue
		}
		if f.inside[i] && !tables[i] && f.furnitureBox(i) {
			f.out[i] = true
			continue
		}
		f.total[f.nodes[i].parent].add(&f.total[i])
	}
	for i := range f.nodes {
		if p := f.nodes[i].parent; p >= 0 && f.out[p] {
			f.out[i] = true
		}
	}
}

// dataTables marks the tables that hold data rather than layout, and all inside them.
func (f *finder) dataTables() []bool {
	data := make([]bool, len(f.nodes))
	for i := range f.nodes {
		n := &f.nodes[i]
		if n.parent >= 0 && data[n.parent] {
			data[i] = true
		}
		if n.tag != atom.Table || data[i] {
			continue
		}
		rows, cells := 0, 0
		for k := int32(i) + 1; k < n.end; k++ {
			switch f.nodes[k].tag {
			case atom.Tr:
				rows++
			case atom.Td:
				cells++
			case atom.Th, atom.Caption, atom.Thead, atom.Tfoot:
				data[i] = true
			case atom.Table:
				// A table inside a table is layout.
				k, rows = n.end, 0
			}
		}
		data[i] = data[i] || rows >= 10 || rows > 1 && cells >= 10 && cells >= rows*2
	}
	return data
}

// furnitureBox reports whether an element inside the article is the page's rather than the author's.
func (f *finder) furnitureBox(i int32) bool {
	n, t := &f.nodes[i], &f.total[i]
	if n.marks&(markShare|markPromo|markRelated|markComments|markAd) != 0 && n.marks&markGood == 0 && t.chars < 500 {
		return true
	}
	if !f.clean {
		return n.tag == atom.Footer || n.tag == atom.Nav || n.tag == atom.Button
	}
	switch n.tag {
	case atom.Footer, atom.Aside, atom.Button, atom.Nav:
		return true
	case atom.H1, atom.H2:
		return f.weigh && n.weight() < 0
	case atom.Form, atom.Fieldset, atom.Table, atom.Ul, atom.Ol, atom.Div, atom.Section, 0:
	default:
		return n.marks&markShare != 0 && t.chars < 500 && n.tag != atom.P && n.tag != atom.Article
	}
	if n.marks&markShare != 0 && t.chars < 500 {
		return true
	}
	if n.tag == atom.Section || n.tag == 0 || n.tag == atom.Ol {
		return n.marks&(markRelated|markComments|markPromo) != 0 && n.marks&markGood == 0 && t.linkDensity() > 0.3
	}
	return f.conditional(n, t)
}

// conditional is Readability's test of lists, tables, forms and boxes.
func (f *finder) conditional(n *node, t *stats) bool {
	weight := 0
	if f.weigh {
		weight = n.weight()
	}
	if weight < 0 {
		return true
	}
	if t.commas >= 10 {
		return false
	}
	list := n.tag == atom.Ul
	figure := false
	for k, depth := n.parent, 0; k >= 0 && depth < 3; k, depth = f.nodes[k].parent, depth+1 {
		figure = figure || f.nodes[k].tag == atom.Figure
	}
	density := t.linkDensity()
	switch {
	case !figure && t.images > 1 && t.paras*2 < t.images:
		return true
	case !list && t.items-100 > t.paras:
		return true
	case t.inputs > t.paras/3:
		return true
	case !list && !figure && t.headings*10 < t.chars*9 && t.chars < 25 && (t.images == 0 || t.images > 2) && density > 0:
		return true
	case !list && weight < 25 && density > 0.2:
		return true
	case weight >= 25 && density > 0.5:
		return true
	case t.embeds == 1 && t.chars < 75 || t.embeds > 1:
		return t.chars < 500
	case t.chars == 0:
		return true
	case list && density > 0.5 && weight < 25:
		return true
	}
	return false
}
