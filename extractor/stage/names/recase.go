package names

import (
	"bytes"
	"math/rand/v2"
	"unicode"
	"unicode/utf8"
)

// changeCase returns the examples with a share of their sentences written like headlines: half in title case, half in
// capitals. Sentences whose length in bytes would change stay as they are.
func (l *learner) changeCase(examples []Example) []Example {
	random := rand.New(rand.NewPCG(l.seed, 2))
	changed := make([]Example, len(examples))
	for i, e := range examples {
		changed[i] = e
		text := []byte(e.Doc.Text)
		touched := false
		for _, s := range e.Doc.Sentences {
			if p := random.Float64(); p < l.recipe.CaseChanged {
				touched = true
				for j := s.Tokens.First; j < s.Tokens.Last; j++ {
					span := e.Doc.Tokens[j].Span
					recase(text[span.Begin:span.End], p < l.recipe.CaseChanged/2)
				}
			}
		}
		if touched {
			d := *e.Doc
			d.Text = string(text)
			changed[i].Doc = &d
		}
	}
	return changed
}

// recase puts a word in capitals, or gives it an initial capital unless it is one of the small words.
func recase(word []byte, capitals bool) {
	if capitals {
		if upper := bytes.ToUpper(word); len(upper) == len(word) {
			copy(word, upper)
		}
		return
	}
	if len(word) < 4 {
		switch string(word) {
		case "a", "an", "the", "of", "in", "on", "to", "for", "by", "at", "and", "or", "as", "'s", "n't":
			return
		}
	}
	r, size := utf8.DecodeRune(word)
	if u := unicode.ToUpper(r); utf8.RuneLen(u) == size {
		utf8.EncodeRune(word[:size], u)
	}
}
