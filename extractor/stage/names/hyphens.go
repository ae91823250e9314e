package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
)

// hyphenated takes the small half of an East Asian given name into a person's name: the tagger sees “Park Ji - won” and is
// tempted to stop before the hyphen. The name must begin with a surname, so that “Berg-backed” stays outside.
func (f *finder) hyphenated(d *extractor.Document, n *extractor.Name, end int32) {
	const longest = 6
	i := n.Tokens.Last
	if n.Type != extractor.EntityPerson || n.Tokens.Len() != 2 || i+1 >= end {
		return
	}
	atoms := f.scanner.atoms
	surname, dash, rest := &atoms[n.Tokens.First], d.TokenText(int(i)), d.TokenText(int(i+1))
	if surname.person&4 == 0 || dash != "-" || !atoms[i].glued || !atoms[i+1].glued || atoms[i+1].caps != features.Lower {
		return
	}
	if len(rest) > longest || len(d.TokenText(int(i-1))) > longest || suffixWord(rest) {
		return
	}
	n.Tokens.Last += 2
}

// suffixWord reports whether a word is commonly hung on names.
func suffixWord(w string) bool {
	switch w {
	case "led", "era", "style", "like", "based", "backed", "born", "run", "owned", "type", "linked", "loyal", "allied", "esque", "free", "time":
		return true
	}
	return false
}
