package morphology

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestUnseenForms: forms that no treebank has shown get the lemma of the verb or noun that exists.
func TestUnseenForms(t *testing.T) {
	const vbd, vbn, vbg, vbz, nns = extractor.PennVBD, extractor.PennVBN, extractor.PennVBG, extractor.PennVBZ, extractor.PennNNS
	x := learned(t)
	for _, test := range []struct {
		form  string
		xpos  extractor.XPOS
		lemma string
	}{
		{"ruled", vbd, "rule"}, {"shouted", vbd, "shout"}, {"endorsed", vbd, "endorse"}, {"extradited", vbn, "extradite"}, {"benefited", vbd, "benefit"},
		{"remitted", vbd, "remit"}, {"barred", vbn, "bar"}, {"patrolling", vbg, "patrol"}, {"mimicking", vbg, "mimic"}, {"hoped", vbd, "hope"},
		{"planned", vbd, "plan"}, {"planed", vbd, "plane"}, {"vying", vbg, "vie"}, {"defied", vbd, "defy"}, {"vetoes", vbz, "veto"},
		{"relies", vbz, "rely"}, {"seizes", vbz, "seize"}, {"clashes", vbz, "clash"}, {"upheld", vbd, "uphold"}, {"foreseen", vbn, "foresee"},
		{"fled", vbd, "flee"}, {"reseizing", vbg, "reseize"}, {"swing", vbg, "swing"}, {"viruses", nns, "virus"}, {"volcanoes", nns, "volcano"},
		{"zombies", nns, "zombie"}, {"gantries", nns, "gantry"}, {"frobbed", vbd, "frobb"},
	} {
		var m Lemmas
		got, ok := x.Lemma(&m, 0, test.form, Tags{extractor.VERB, test.xpos}, false)
		if !ok {
			m.Flush(func(_ int, lemma string) { got = lemma })
		}
		if got != test.lemma {
			t.Errorf("%s: %s, want %s", test.form, got, test.lemma)
		}
	}
}

func BenchmarkLemma(b *testing.B) {
	x := Learn(nil)
	var m Lemmas
	b.ReportAllocs()
	for b.Loop() {
		x.Lemma(&m, 0, "extradited", Tags{extractor.VERB, extractor.PennVBN}, false)
		x.Lemma(&m, 0, "volcanoes", Tags{extractor.NOUN, extractor.PennNNS}, false)
		m.arena, m.places = m.arena[:0], m.places[:0]
	}
}
