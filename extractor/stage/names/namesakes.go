package names

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// namesakes gives what is named after something else its own type, by the word before: where an article has “Hurricane
// Alma” or “MV Alma”, a lone “Alma” is no woman.
func (f *finder) namesakes(d *extractor.Document) {
	for i := 0; i < len(f.names); i++ {
		n := &f.names[i]
		first := int(n.Tokens.First)
		t, alone := extractor.EntityType(0), n.Tokens.Len() == 1
		if n.Tokens.Len() > 1 {
			before := namesakeType(d.TokenText(int(n.Tokens.Last) - 2))
			t, alone = max(namesakeType(d.TokenText(first)), before), before != 0
		}
		switch {
		case t != 0:
		case first > 0 && i > 0 && f.names[i-1].Tokens.Len() == 1 && int(f.names[i-1].Tokens.Last) == first && namesakeType(d.TokenText(first-1)) != 0:
			t = namesakeType(d.TokenText(first - 1))
			n.Tokens.First--
			f.names = slices.Delete(f.names, i-1, i)
			i--
			n = &f.names[i]
		case first > 0 && (i == 0 || int(f.names[i-1].Tokens.Last) < first) && d.SentenceOf(first-1) == d.SentenceOf(first):
			if t = namesakeType(d.TokenText(first - 1)); t == 0 {
				continue
			}
			n.Tokens.First--
		default:
			continue
		}
		n.Type = t
		if !alone {
			continue // the last word of “MV Ada Kask” is her surname still
		}
		last := f.scanner.atoms[n.Tokens.Last-1].word
		for j := range f.names {
			if o := &f.names[j]; o.Tokens.Len() == 1 && f.scanner.atoms[o.Tokens.First].word == last {
				o.Type = t
			}
		}
	}
}

// namesakeType returns what a word before a name makes of it, or 0.
func namesakeType(w string) extractor.EntityType {
	switch w {
	case "Hurricane", "Typhoon", "Cyclone", "Storm", "HURRICANE", "TYPHOON", "CYCLONE":
		return extractor.EntityEvent
	case "MV", "M.V.", "USS", "U.S.S.", "USNS", "USCGC", "HMS", "HMAS", "HMCS", "INS", "RMS", "BRP", "HNLMS":
		return extractor.EntityProduct
	}
	return 0
}
