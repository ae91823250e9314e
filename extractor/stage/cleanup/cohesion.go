package cleanup

// cohesion knows which words of a page occur where, so that each paragraph's words are looked up once (lexical
// cohesion, Hearst 1997).
type cohesion struct {
	done  bool
	words []contentWord // of all paragraphs, in order
	begin []int32       // of each paragraph, its first word; one more at the end
	slots []int32       // by hash, open addressing: 1 + the last word of that hash
	texts []int32       // by slot, how many long paragraphs have the word
}

// contentWord is a word of two letters or more, known by its first six.
type contentWord struct {
	hash      uint64
	paragraph int32
	before    int32 // the same word before it, or -1
	slot      int32
	stop      bool // a stop word of English
	name      bool // it has a capital and does not begin the paragraph
}

// index reads the words of all paragraphs, once for a page.
func (p *page) index() {
	c := &p.cohesion
	if c.done {
		return
	}
	c.done = true
	c.words, c.begin = c.words[:0], c.begin[:0]
	for i := range p.paragraphs {
		c.begin = append(c.begin, int32(len(c.words)))
		p.indexText(p.textOf(i), int32(i))
	}
	c.begin = append(c.begin, int32(len(c.words)))
	c.link(p.paragraphs)
}

func (p *page) indexText(text []byte, paragraph int32) {
	if len(text) > maxObserved {
		text = text[:maxObserved]
	}
	for i := 0; i < len(text); {
		for i < len(text) && !wordByte(text[i]) {
			i++
		}
		from := i
		for i < len(text) && wordByte(text[i]) {
			i++
		}
		if i-from >= 2 {
			p.cohesion.words = append(p.cohesion.words, contentWord{
				hash: hashOf(text[from:min(i, from+6)]), paragraph: paragraph, before: -1,
				stop: i-from < 4 || p.lex.entries[p.lookup(text[from:i])].class&classStop != 0,
				name: from > 2 && upperByte(text[from]),
			})
		}
	}
}

// link chains the occurrences of each word, and counts the long paragraphs that have it.
func (c *cohesion) link(paragraphs []paragraph) {
	size := 64
	for size < 2*len(c.words) {
		size *= 2
	}
	if cap(c.slots) < size {
		c.slots, c.texts = make([]int32, size), make([]int32, size)
	}
	c.slots, c.texts = c.slots[:size], c.texts[:size]
	clear(c.slots)
	clear(c.texts)
	for i := range c.words {
		w := &c.words[i]
		at := int(w.hash^w.hash>>32) & (size - 1)
		for c.slots[at] != 0 && c.words[c.slots[at]-1].hash != w.hash {
			at = (at + 1) & (size - 1)
		}
		w.before, w.slot = c.slots[at]-1, int32(at)
		if paragraphs[w.paragraph].long() && (w.before < 0 || c.words[w.before].paragraph != w.paragraph) {
			c.texts[at]++
		}
		c.slots[at] = int32(i + 1)
	}
}

// of returns the words of paragraph i.
func (c *cohesion) of(i int) []contentWord { return c.words[c.begin[i]:c.begin[i+1]] }

// elsewhere reports whether a word of a paragraph occurs in a long one that is another.
func (c *cohesion) elsewhere(w contentWord, long bool) bool {
	n := c.texts[w.slot]
	return n > 1 || n == 1 && !long
}

// shares returns the part of a paragraph's content words that the running text before it has.
func (p *page) shares(i int) float64 {
	p.index()
	from := int32(max(p.body, i-lookAhead))
	words, found := 1, 0
	for _, w := range p.cohesion.of(i) {
		if w.stop {
			continue
		}
		words++
		for k := w.before; k >= 0 && p.cohesion.words[k].paragraph >= from; k = p.cohesion.words[k].before {
			if at := int(p.cohesion.words[k].paragraph); at < i && p.running(at) {
				found++
				break
			}
		}
	}
	return float64(found) / float64(words)
}
