package story

import (
	_ "embed" // senses.txt
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

//go:embed senses.txt
var sensesText string

// senseClasses are the classes of words that tell of one kind of act, by word.
var senseClasses = readSenses(sensesText)

func readSenses(text string) map[string][]uint16 {
	classes := map[string][]uint16{}
	number := uint16(0)
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			classes[w] = append(classes[w], number)
		}
		number++
	}
	return classes
}

// lightVerbs say little without their noun.
var lightVerbs = wordSet("take come go hold have make give put enter get bring do pay launch")

// senseOf is the word that carries the sense of a trigger: that of “took effect” and of “came into effect” is “effect”, of
// “hold talks” “talk”; of other triggers it is the lemma.
func senseOf(d *extractor.Document, t extractor.Trigger) string {
	if _, light := lightVerbs[t.Lemma]; !light || t.Head < 0 || int(t.Head) >= len(d.Arcs) {
		return t.Lemma
	}
	s := d.Sentences[t.Sentence].Tokens
	for i := t.Head + 1; i < s.Last; i++ {
		if d.Arcs[i].Head != t.Head || d.Tags[i].UPOS != extractor.NOUN {
			continue
		}
		if rel := d.Arcs[i].Rel.Base(); rel == extractor.RelObj || rel == extractor.RelObl && leadsInto(d, i, s) {
			return strings.ToLower(d.Tags[i].Lemma)
		}
	}
	return t.Lemma
}

// leadsInto reports whether a noun has “into” or “in” before it and nothing else: “into effect”, not “in the last days”.
func leadsInto(d *extractor.Document, noun int32, s extractor.TokenRange) bool {
	if noun == s.First || d.Arcs[noun-1].Head != noun || d.Arcs[noun-1].Rel.Base() != extractor.RelCase {
		return false
	}
	w := strings.ToLower(d.TokenText(int(noun - 1)))
	return w == "into" || w == "in"
}
