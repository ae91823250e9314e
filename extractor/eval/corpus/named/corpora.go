package named

import (
	"fmt"
	"path/filepath"
	"strings"
)

// fixed returns a mapping of labels to types.
func fixed(types map[string]Types) func(label, text string) (Types, bool) {
	return func(label, _ string) (Types, bool) { return types[label], false }
}

// uner labels UNER; OTH is marked in the training part alone and without a guideline.
var uner = fixed(map[string]Types{"PER": Person, "ORG": Organization, "LOC": Place, "OTH": Misc})

// UNER reads Universal NER over the English Web Treebank; part is "train" or "dev".
func UNER(data, part string) ([]Text, error) {
	sentences, err := columns{"\t", 1, 2}.read(filepath.Join(data, "uner_ewt", "en_ewt-ud-"+part+".iob2"))
	if err != nil {
		return nil, err
	}
	texts := documents("uner-"+part, sentences, uner)
	missing := Misc
	for i := range texts {
		texts[i].Missing = missing
	}
	return texts, nil
}

// documents puts sentences together into texts, a paragraph each, at the marks of new documents.
func documents(corpus string, sentences []sentence, typesOf func(string, string) (Types, bool)) []Text {
	var texts []Text
	var b *builder
	flush := func(id string) {
		if b != nil {
			texts = append(texts, Text{ID: id, Text: b.text.String(), Names: b.names})
		}
		b = &builder{}
	}
	id := ""
	for i, s := range sentences {
		if s.newDocument != "" || i == 0 {
			flush(id)
			if id = s.newDocument; id == "next" || id == "" {
				id = fmt.Sprintf("%s-%d", corpus, len(texts))
			}
		}
		b.paragraph()
		if s.text == "" || !b.written(s.text, s.tokens, runs(s.tags), typesOf) {
			b.joined(s.tokens, runs(s.tags), typesOf)
		}
	}
	flush(id)
	return texts
}

// single makes a text of each sentence.
func single(corpus string, sentences []sentence, missing Types, typesOf func(string, string) (Types, bool)) []Text {
	texts := make([]Text, 0, len(sentences))
	for i, s := range sentences {
		var b builder
		b.joined(s.tokens, runs(s.tags), typesOf)
		texts = append(texts, Text{ID: fmt.Sprintf("%s-%d", corpus, i), Text: b.text.String(), Names: b.names, Missing: missing})
	}
	return texts
}

// Wikigold reads Wikigold.
func Wikigold(data string) ([]Text, error) {
	sentences, err := columns{" ", 0, 1}.read(filepath.Join(data, "wikigold", "wikigold.conll.txt"))
	if err != nil {
		return nil, err
	}
	return documents("wikigold", sentences,
		fixed(map[string]Types{"PER": Person, "ORG": Organization, "LOC": Place, "MISC": Misc})), nil
}

// WNUT17 reads WNUT 2017; part is "train" or "dev".
func WNUT17(data, part string) ([]Text, error) {
	file := map[string]string{"train": "wnut17train.conll", "dev": "emerging.dev.conll"}[part]
	sentences, err := columns{"\t", 0, 1}.read(filepath.Join(data, "wnut17", file))
	if err != nil {
		return nil, err
	}
	return single("wnut17-"+part, sentences, NORP|Event|Law|Language, fixed(map[string]Types{"person": Person, "location": Place,
		"corporation": Organization, "group": Organization, "product": Product, "creative-work": Work})), nil
}

// CrossNER reads CrossNER's politics; part is "train" or "dev".
func CrossNER(data, part string) ([]Text, error) {
	sentences, err := columns{"\t", 0, 1}.read(filepath.Join(data, "crossner_politics", part+".txt"))
	if err != nil {
		return nil, err
	}
	return single("crossner-"+part, sentences, 0, fixed(map[string]Types{"person": Person, "politician": Person,
		"organisation": Organization, "politicalparty": Organization, "country": GPE, "location": Place,
		"event": Event, "election": Event, "misc": Misc})), nil
}

// BTC reads the Broad Twitter Corpus without its sections a and b (British tweets of nothing in particular). It has no names but those of persons, organisations and places, and takes
// user names for persons: those are unsure.
func BTC(data string) ([]Text, error) {
	var texts []Text
	for _, part := range []string{"e", "f", "g", "h"} {
		sentences, err := columns{"\t", 0, 1}.read(filepath.Join(data, "btc", part+".conll"))
		if err != nil {
			return nil, err
		}
		texts = append(texts, single("btc-"+part, sentences, Misc, btcTypes)...)
	}
	return texts, nil
}

func btcTypes(label, text string) (Types, bool) {
	if strings.HasPrefix(text, "@") || strings.HasPrefix(text, "#") {
		return 0, true
	}
	return map[string]Types{"PER": Person, "ORG": Organization, "LOC": Place}[label], false
}
