package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// classOfFile names the class of a lexicographer file.
var classOfFile = map[int]string{4: "event", 5: "animal", 6: "thing", 7: "abstract", 8: "thing", 9: "abstract",
	10: "communication", 11: "event", 12: "abstract", 13: "thing", 14: "group", 15: "place", 16: "abstract", 17: "thing",
	18: "person", 19: "event", 20: "animal", 21: "amount", 22: "event", 23: "amount", 24: "abstract", 25: "abstract",
	26: "abstract", 27: "thing", 28: "time"}

// Finer classes, by the synsets they lie below.
var (
	organizations = set("organization", "institution", "establishment", "administrative_unit", "unit", "polity", "team", "force")
	built         = set("structure", "building", "facility", "way")
	women         = set("female", "woman", "girl", "wife", "mother", "sister", "daughter")
	men           = set("male", "man", "boy", "husband", "father", "brother", "son")
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// nounTable lists the lemmas of each set of classes: "person,female<TAB>actress heiress …".
func nounTable(net *wordNet) []byte {
	byClass := map[string][]string{}
	for _, lemma := range net.lemmas {
		if strings.Count(lemma, "_") > 1 || strings.ContainsAny(lemma, ".'0123456789/") {
			continue
		}
		if c := net.classes(lemma); c != "" && !(strings.Contains(lemma, "_") && minor(c)) {
			byClass[c] = append(byClass[c], lemma)
		}
	}
	var b bytes.Buffer
	for _, class := range slices.Sorted(maps.Keys(byClass)) {
		fmt.Fprintf(&b, "%s\t%s\n", class, strings.Join(byClass[class], " "))
	}
	return b.Bytes()
}

// minor reports whether phrases of these classes may be left out: their last word tells enough.
func minor(classes string) bool {
	return !strings.Contains(classes, "person") && !strings.Contains(classes, "group") && !strings.Contains(classes, "event")
}

// classes returns the classes of the lemma's usual common senses: the first and whatever else the tagged texts hold
// among the first three.
func (net *wordNet) classes(lemma string) string {
	classes, seen := map[string]bool{}, 0
	for i, offset := range net.senses[lemma] {
		s := net.synsets[offset]
		if len(s.instanceOf) > 0 || net.isName(s, lemma) {
			continue
		}
		if seen > 0 && (i >= net.tagged[lemma] || seen == 3) {
			break
		}
		seen++
		net.addClasses(classes, lemma, offset)
	}
	return strings.Join(slices.Sorted(maps.Keys(classes)), ",")
}

// Endings of words and beginnings of glosses that tell women and men.
var (
	womanlyEnd   = []string{"woman", "women", "girl", "lady"}
	manlyEnd     = []string{"boy"}
	womanlyGloss = []string{"a woman ", "a female ", "a girl ", "a young woman ", "the wife ", "a wife "}
	manlyGloss   = []string{"a male ", "a boy ", "a young man "}
)

// tells reports whether a lemma ends, or the gloss of its synset begins, as only those of one sex do. Its synonyms
// tell nothing: WordNet has "president" beside "chairwoman".
func tells(lemma string, s *synset, ends, glosses []string) bool {
	return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(lemma, e) }) ||
		slices.ContainsFunc(glosses, func(g string) bool { return strings.HasPrefix(s.gloss, g) })
}

// isName reports whether the synset writes the lemma with a capital.
func (net *wordNet) isName(s *synset, lemma string) bool {
	for _, w := range s.words {
		if strings.EqualFold(w, lemma) {
			return unicode.IsUpper(rune(w[0]))
		}
	}
	return false
}

func (net *wordNet) addClasses(classes map[string]bool, lemma, offset string) {
	s := net.synsets[offset]
	class := classOfFile[s.file]
	if class == "" {
		return
	}
	switch {
	case class == "thing" && s.file == 6 && net.below(offset, built):
		classes["place"], classes["facility"] = true, true
		return
	case class == "group" && net.below(offset, organizations):
		classes["organization"] = true
	case class == "person" && classes["person"]: // the first sense of a person alone tells the sex
	case class == "person" && (net.below(offset, women) || tells(lemma, s, womanlyEnd, womanlyGloss)):
		classes["female"] = true
	case class == "person" && (net.below(offset, men) || tells(lemma, s, manlyEnd, manlyGloss)):
		classes["male"] = true
	}
	classes[class] = true
}
