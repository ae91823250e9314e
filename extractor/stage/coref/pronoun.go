package coref

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// pronoun is what a personal pronoun asks of its antecedent.
type pronoun struct {
	lemma  string
	number number
	gender gender
	person uint8
}

// pronounOf returns the personal, possessive or reflexive pronoun that a lower-case word is. Relative pronouns
// are never mentions.
func pronounOf(word string) (pronoun, bool) {
	switch word {
	case "he", "him", "his", "himself":
		return pronoun{"he", singular, masculine, 3}, true
	case "she", "her", "hers", "herself":
		return pronoun{"she", singular, feminine, 3}, true
	case "it", "its", "itself":
		return pronoun{"it", singular, neuter, 3}, true
	case "they", "them", "their", "theirs", "themselves", "themself", "'em":
		return pronoun{"they", plural, genderUnknown, 3}, true
	case "i", "me", "my", "mine", "myself":
		return pronoun{"i", singular, human, 1}, true
	case "we", "our", "ours", "ourselves":
		return pronoun{"we", plural, human, 1}, true
	case "us":
		return pronoun{"we", plural, human, 1}, true
	case "you", "your", "yours", "yourself", "yourselves":
		return pronoun{"you", numberUnknown, human, 2}, true
	}
	return pronoun{}, false
}

// isReflexive reports whether the pronoun must find its antecedent in its own clause.
func isReflexive(word string) bool {
	return strings.HasSuffix(word, "self") || strings.HasSuffix(word, "selves")
}

// isPleonastic tells the “it” that means nothing: an expletive, weather and time, “it is likely that …”,
// “it was Kask who …”, “it seems”.
func isPleonastic(d *extractor.Document, i int) bool {
	if !strings.EqualFold(d.TokenText(i), "it") {
		return false
	}
	a := d.Arcs[i]
	if a.Rel == extractor.RelExpl {
		return true
	}
	if a.Rel.Base() != extractor.RelNsubj || a.Head < 0 {
		return false
	}
	head := a.Head
	if d.Tags[head].UPOS == extractor.VERB {
		return isRaisingVerb(d.Tags[head].Lemma) && hasClause(d, head)
	}
	return d.Tags[head].UPOS == extractor.ADJ && hasClause(d, head) || isTimeNoun(d.Tags[head].Lemma)
}

func isRaisingVerb(lemma string) bool {
	switch lemma {
	case "seem", "appear", "turn", "happen", "emerge", "rain", "snow", "transpire", "follow":
		return true
	}
	return false
}

// hasClause reports whether a clause depends on the token as its subject or complement, or as an infinitive.
func hasClause(d *extractor.Document, head int32) bool {
	s := d.Sentences[d.SentenceOf(int(head))]
	for i := head + 1; i < s.Tokens.Last; i++ {
		if d.Arcs[i].Head != head {
			continue
		}
		switch d.Arcs[i].Rel.Base() {
		case extractor.RelCsubj, extractor.RelCcomp, extractor.RelXcomp, extractor.RelAdvcl:
			return true
		}
	}
	return false
}

func isTimeNoun(lemma string) bool {
	switch lemma {
	case "time", "day", "morning", "night", "evening", "o'clock", "midnight", "noon":
		return true
	}
	return false
}
