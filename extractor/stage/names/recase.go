package names

import (
	"bytes"
	"math/rand/v2"
	"unicode"
	"unicode/utf8"
)

// changeCase returns the examples with a share of their sentences written like headlines, half in title case, half in
// capitals, and a share without any capitals. Sentences whose length in bytes would change stay as they are.
func (l *learner) changeCase(examples []Example) []Example {
	random := rand.New(rand.NewPCG(l.seed, 2))
	changed := make([]Example, len(examples))
	for i, e := range examples {
		changed[i] = e
		text := []byte(e.Doc.Text)
		touched := false
		for _, s := range e.Doc.Sentences {
			p := random.Float64()
			if p >= l.recipe.CaseChanged+l.recipe.CaseDropped {
				continue
			}
			touched = true
			for j := s.Tokens.First; j < s.Tokens.Last; j++ {
				span := e.Doc.Tokens[j].Span
				if word := text[span.Begin:span.End]; p < l.recipe.CaseChanged {
					recase(word, p < l.recipe.CaseChanged/2)
				} else if lower := bytes.ToLower(word); len(lower) == len(word) {
					copy(word, lower)
				}
			}
		}
		if touched {
			d := *e.Doc
			d.Text = string(text)
			if l.recipe.Parse != nil {
				l.recipe.Parse(&d)
			}
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
