package morphology

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func learned(t *testing.T) *Lexicon {
	t.Helper()
	plural := func(form, lemma string) Word {
		return Word{form, lemma, "Number=Plur", extractor.NOUN, extractor.PennNNS}
	}
	words := []Word{
		plural("ports", "port"), plural("ships", "ship"), plural("boats", "boat"), plural("crowds", "crowd"), plural("cities", "city"), plural("parties", "party"),
		plural("men", "man"), plural("deputies", "deputy"), plural("talks", "talk"),
		{"Estonians", "Estonian", "Number=Plur", extractor.PROPN, extractor.PennNNPS},
		{"Iranians", "Iranian", "Number=Plur", extractor.PROPN, extractor.PennNNPS},
		{"Netherlands", "Netherlands", "Number=Plur", extractor.PROPN, extractor.PennNNPS},
		{"Highlands", "Highlands", "Number=Plur", extractor.PROPN, extractor.PennNNPS},
		{"made", "make", "Tense=Past", extractor.VERB, extractor.PennVBD},
		{"signed", "sign", "Tense=Past", extractor.VERB, extractor.PennVBD},
		{"opened", "open", "Tense=Past", extractor.VERB, extractor.PennVBD},
		{"we", "we", "Person=1", extractor.PRON, extractor.PennPRP},
		{"we", "we", "Person=1", extractor.PRON, extractor.PennPRP},
		{"it", "it", "Person=3", extractor.PRON, extractor.PennPRP},
		{"it", "it", "Person=3", extractor.PRON, extractor.PennPRP},
		{"it", "it", "Person=3", extractor.PRON, extractor.PennPRP},
	}
	x, err := ReadLexicon(Learn(words).AppendBinary(nil))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestLemma(t *testing.T) {
	x := learned(t)
	tests := []struct {
		form  string
		upos  extractor.UPOS
		xpos  extractor.XPOS
		lemma string
	}{
		{"harbours", extractor.NOUN, extractor.PennNNS, "harbour"},
		{"Treaties", extractor.NOUN, extractor.PennNNS, "treaty"},
		{"MEN", extractor.NOUN, extractor.PennNNS, "man"},
		{"made", extractor.VERB, extractor.PennVBD, "make"},
		{"joined", extractor.VERB, extractor.PennVBD, "join"},
		{"Netherlands", extractor.PROPN, extractor.PennNNPS, "Netherlands"},
		{"Latvians", extractor.PROPN, extractor.PennNNPS, "Latvian"},
		{"TV", extractor.NOUN, extractor.PennNN, "TV"},
		{"over", extractor.VERB, extractor.PennVBD, "over"},
		{"s", extractor.NOUN, extractor.PennNNS, "s"},
	}
	var m Lemmas
	got := make([]string, len(tests))
	for i, test := range tests {
		got[i], _ = x.Lemma(&m, i, test.form, Tags{test.upos, test.xpos}, false)
	}
	m.Flush(func(i int, lemma string) { got[i] = lemma })
	for i, test := range tests {
		if got[i] != test.lemma {
			t.Errorf("lemma of %s is %q, want %q", test.form, got[i], test.lemma)
		}
	}
}

func TestFeats(t *testing.T) {
	x := learned(t)
	var m Lemmas
	if got := x.Feats(&m, "We", extractor.PRON, extractor.PennPRP); got != "Person=1" {
		t.Errorf("feats of We: %s", got)
	}
	if got := x.Feats(&m, "cranes", extractor.NOUN, extractor.PennNNS); got != "Number=Plur" {
		t.Errorf("feats of cranes: %s", got)
	}
}

func TestPlausible(t *testing.T) {
	x := learned(t)
	if !x.Plausible(Tags{extractor.NOUN, extractor.PennNNS}) || x.Plausible(Tags{extractor.ADV, extractor.PennNNP}) {
		t.Error("NOUN and NNS go together, ADV and NNP do not")
	}
}

func TestReadLexiconRefusesBrokenLines(t *testing.T) {
	for _, data := range []string{"l\tx", "q\ta\t\tNN\tb", "e\ta\t\tNN\t"} {
		if _, err := ReadLexicon([]byte(data)); err == nil {
			t.Errorf("%q was read", data)
		}
	}
}
