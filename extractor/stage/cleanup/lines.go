package cleanup

import "bytes"

// line is a line of the flat text, without its newline.
type line struct {
	begin, end int32
	blank      bool // blank lines before it
}

// splitLines appends the lines of text that are not empty.
func splitLines(dst []line, text []byte) []line {
	blank := true
	for i := 0; i <= len(text); {
		n := bytes.IndexByte(text[i:], '\n')
		if n < 0 {
			n = len(text) - i
		}
		if n == 0 {
			blank = true
		} else {
			dst = append(dst, line{int32(i), int32(i + n), blank})
			blank = false
		}
		i += n + 1
	}
	return dst
}

// wrapWidth returns the column at which a text was wrapped, or 0 when its lines are paragraphs. A text is wrapped
// when most of the lines that another follows directly are about equally long and do not end as sentences do.
func wrapWidth(text []byte, lines []line) int32 {
	var lengths [121]int
	pairs, open := 0, 0
	upper := capitals(text)
	for i := 0; i+1 < len(lines); i++ {
		n := lines[i].end - lines[i].begin
		if lines[i+1].blank || upper && n < 40 {
			// The slugs and marks of a wire say nothing of how its text is set.
			continue
		}
		pairs++
		lengths[min(n, 120)]++
		if n >= 40 && finalPunctuation(text[max(lines[i].begin, lines[i].end-16):lines[i].end]) != '.' {
			open++
		}
	}
	if pairs < 2 || open*2 < pairs || lengths[120]*10 > pairs {
		return 0
	}
	longest, seen := int32(0), lengths[120]
	for n := 119; n > 0; n-- {
		if seen += lengths[n]; seen*20 > pairs {
			longest = int32(n)
			break
		}
	}
	full := 0
	for n := longest - 16; n <= 120; n++ {
		if n > 0 {
			full += lengths[n]
		}
	}
	if longest < 40 || full*10 < pairs*6 {
		return 0
	}
	return longest
}

// continues reports whether line b goes on where line a was broken, no blank line between them.
func continues(text []byte, a, b line, width int32) bool {
	if b.blank {
		return false
	}
	n := a.end - a.begin
	if width > 0 {
		word := int32(bytes.IndexByte(text[b.begin:b.end], ' '))
		if word < 0 {
			word = b.end - b.begin
		}
		if n+1+word > width-8 {
			return true
		}
	}
	tail := finalPunctuation(text[max(a.begin, a.end-16):a.end])
	if tail != 0 && tail != ',' {
		return false
	}
	var f features
	f.opening(text[b.begin:b.end])
	if f.bullet || bytes.HasPrefix(text[b.begin:b.end], []byte("(c) ")) || code(text[a.begin:a.end]) || code(text[b.begin:b.end]) {
		return false
	}
	if width > 0 && capitals(text[a.begin:b.end]) {
		// Small letters cannot tell here; a wrapped text in capitals goes on until a line ends a sentence, or ends far
		// before its width.
		return n > width-16
	}
	if signs(text[b.begin:b.end]) {
		return false
	}
	// A long line that stops in the middle: its end was a link or a change of type.
	if f.lower && n < 160 && fewWords(text[b.begin:b.end]) {
		return false
	}
	if n >= 25 && hangs(text[a.begin:a.end]) {
		return true
	}
	return f.lower && n >= 25 || n >= 60 && tail == ',' || n >= 200
}

// joinLines makes paragraphs of lines. The newlines inside a paragraph become spaces.
func joinLines(dst []paragraph, text []byte, lines []line) []paragraph {
	width := wrapWidth(text, lines)
	for i := 0; i < len(lines); {
		k := i + 1
		for k < len(lines) && continues(text, lines[k-1], lines[k], width) {
			text[lines[k].begin-1] = ' '
			k++
		}
		dst = append(dst, paragraph{begin: lines[i].begin, end: lines[k-1].end, apart: lines[i].blank})
		i = k
	}
	return dst
}

// capitals reports whether a text is written in capitals.
func capitals(text []byte) bool {
	upper, lower := 0, 0
	for _, c := range text {
		if c >= 'a' && c <= 'z' {
			if lower++; lower > 40 && lower > upper {
				return false
			}
		}
		if c >= 'A' && c <= 'Z' {
			upper++
		}
	}
	return upper > lower*20
}

// joinSoft joins the text blocks that a single <br> has cut in the middle of a sentence, and then notes the first
// block of each element.
func (p *page) joinSoft() {
	n := 0
	for i := range p.paragraphs {
		if i > 0 && p.blocks[i].soft && p.blocks[i].node == p.blocks[n-1].node {
			a, b := &p.paragraphs[n-1], &p.paragraphs[i]
			if continues(p.text, line{a.begin, a.end, false}, line{b.begin, b.end, false}, 0) {
				p.text[b.begin-1] = ' '
				a.end = b.end
				p.blocks[n-1].links += p.blocks[i].links
				continue
			}
		}
		p.paragraphs[n], p.blocks[n] = p.paragraphs[i], p.blocks[i]
		n++
	}
	p.paragraphs, p.blocks = p.paragraphs[:n], p.blocks[:n]
	for i := range p.nodes {
		p.nodes[i].first = -1
	}
	for i := n - 1; i >= 0; i-- {
		p.nodes[p.blocks[i].node].first = int32(i)
	}
}

// fewWords reports whether a line of one or two words ends no sentence: a button rather than the end of a line.
func fewWords(text []byte) bool {
	return bytes.Count(text, []byte(" ")) < 2 && finalPunctuation(text) == 0
}

// hangs reports whether a line ends with a little word that nothing can end with: "… was sworn in on".
func hangs(text []byte) bool {
	switch string(text[bytes.LastIndexByte(text, ' ')+1:]) {
	case "a", "an", "the", "of", "on", "at", "and", "or", "to", "from", "with", "by", "for", "between", "until", "since", "that", "which", "his", "her", "their", "its":
		return true
	}
	return false
}

// signs reports whether a line is a byline: "by Alar Kask".
func signs(text []byte) bool {
	rest, ok := bytes.CutPrefix(text, []byte("by "))
	return ok && len(rest) > 2 && upperByte(rest[0]) && len(rest) < 60 && bytes.Count(rest, []byte(" ")) < 6 && finalPunctuation(rest) == 0
}
