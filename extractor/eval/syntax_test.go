package eval

import "testing"

func words(w ...Word) SyntaxDocument {
	return SyntaxDocument{Words: w, Sentences: []Span{{w[0].Begin, w[len(w)-1].End, ""}}}
}

func TestSyntax(t *testing.T) {
	// “Ministers met.” against a segmentation that glued the full stop to the verb.
	gold := words(
		Word{0, 9, "NOUN", "NNS", "minister", 1, "nsubj"},
		Word{9, 12, "VERB", "VBD", "meet", -1, "root"},
		Word{12, 13, "PUNCT", ".", ".", 1, "punct"})
	glued := words(
		Word{0, 9, "NOUN", "NNS", "minister", 1, "nsubj:pass"},
		Word{9, 13, "VERB", "VBD", "meet", -1, "root"})
	s := Syntax(gold, gold)
	near(t, "LAS of the same", s.LAS.F1(), 1)
	near(t, "sentences of the same", s.Sentences.F1(), 1)
	s = Syntax(gold, glued)
	near(t, "words", s.Words.F1(), 2.0/5)
	near(t, "UPOS", s.UPOS.F1(), 2.0/5)
	near(t, "UAS: the head is not aligned", s.UAS.F1(), 0)
	near(t, "sentences", s.Sentences.F1(), 1)

	wrong := words(
		Word{0, 9, "PROPN", "NNPS", "Ministers", 1, "nsubj:pass"},
		Word{9, 12, "VERB", "VBD", "meet", -1, "root"},
		Word{12, 13, "PUNCT", ".", ".", 0, "punct"})
	s = Syntax(gold, wrong)
	near(t, "UPOS", s.UPOS.F1(), 2.0/3)
	near(t, "LAS ignores subtypes", s.LAS.F1(), 2.0/3)
	near(t, "lemmas", s.Lemmas.F1(), 2.0/3)
}
