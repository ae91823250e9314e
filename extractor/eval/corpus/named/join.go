package named

import "strings"

// builder puts a text together from tokens.
type builder struct {
	text  strings.Builder
	names []Name
}

// paragraph begins a new one.
func (b *builder) paragraph() {
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
}

// joined adds a sentence of which only the tokens are known, with the blanks that English puts between them.
func (b *builder) joined(tokens []string, runs []run, typesOf func(label, text string) (Types, bool)) {
	begins, ends := b.tokens(tokens)
	b.add(runs, begins, ends, typesOf)
}

// tokens adds tokens with the blanks between them and returns where each stands.
func (b *builder) tokens(tokens []string) (begins, ends []int) {
	begins, ends = make([]int, len(tokens)), make([]int, len(tokens))
	open := false // inside straight double quotes
	for i, t := range tokens {
		t = plain(t)
		if i > 0 && spaceBetween(plain(tokens[i-1]), t, open) {
			b.text.WriteByte(' ')
		}
		if t == `"` {
			open = !open
		}
		begins[i] = b.text.Len()
		b.text.WriteString(t)
		ends[i] = b.text.Len()
	}
	return begins, ends
}

// written adds a sentence whose text is known; it reports whether all tokens were found in it.
func (b *builder) written(text string, tokens []string, runs []run, typesOf func(label, text string) (Types, bool)) bool {
	base := b.text.Len()
	begins, ends := make([]int, len(tokens)), make([]int, len(tokens))
	at := 0
	for i, t := range tokens {
		j := strings.Index(text[at:], t)
		if j < 0 {
			return false
		}
		begins[i] = base + at + j
		at += j + len(t)
		ends[i] = base + at
	}
	b.text.WriteString(text)
	b.add(runs, begins, ends, typesOf)
	return true
}

// add adds names; labels without types are no names of ours.
func (b *builder) add(runs []run, begins, ends []int, typesOf func(label, text string) (Types, bool)) {
	text := b.text.String()
	for _, r := range runs {
		n := Name{Begin: begins[r.first], End: ends[r.last-1]}
		n.Types, n.Unsure = typesOf(r.label, text[n.Begin:n.End])
		if n.Types != 0 || n.Unsure {
			b.names = append(b.names, n)
		}
	}
}

// plain returns a token as it is written outside treebanks.
func plain(t string) string {
	switch t {
	case "-LRB-":
		return "("
	case "-RRB-":
		return ")"
	case "-LSB-":
		return "["
	case "-RSB-":
		return "]"
	case "``", "''":
		return `"`
	}
	return t
}

// spaceBetween reports whether English writes a blank between two tokens.
func spaceBetween(a, b string, quoted bool) bool {
	switch {
	case strings.HasPrefix(b, "'") && len(b) > 1 && len(b) < 4, strings.HasPrefix(b, "’") && len(b) > 3 && len(b) < 6, b == "n't", b == "n’t":
		return false
	case strings.Contains(".,;:!?)]}%”", b) && b != "", b == "...":
		return false
	case a != "" && strings.Contains("([{$£€#“", a):
		return false
	case b == `"` && quoted, a == `"` && quoted:
		return false
	case a == "/" || b == "/":
		return false
	}
	return true
}
