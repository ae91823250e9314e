package names

import "github.com/dateline-news/dateline/extractor"

// storms gives the bare names of storms their type: where an article has “Hurricane Alma”, a lone “Alma” is no woman.
func (f *finder) storms(d *extractor.Document) {
	for _, n := range f.names {
		last := int(n.Tokens.Last) - 1
		if n.Tokens.Len() < 2 || !stormWord(d.TokenText(last-1)) {
			continue
		}
		for i := range f.names {
			o := &f.names[i]
			if o.Tokens.Len() == 1 && f.scanner.atoms[o.Tokens.First].word == f.scanner.atoms[last].word {
				o.Type = extractor.EntityEvent
			}
		}
	}
	for i := range f.names { // “Hurricane Alma” itself, whatever it was taken for
		if n := &f.names[i]; n.Tokens.Len() >= 2 && stormWord(d.TokenText(int(n.Tokens.Last)-2)) {
			n.Type = extractor.EntityEvent
		}
	}
}

func stormWord(w string) bool {
	switch w {
	case "Hurricane", "Typhoon", "Cyclone", "Storm", "HURRICANE", "TYPHOON", "CYCLONE":
		return true
	}
	return false
}
