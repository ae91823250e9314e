package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// numbered takes the number behind a road's name (“Route 9”) and the year behind a law's (“Roads Act, 1998”) into the name.
func (f *finder) numbered(d *extractor.Document, n *extractor.Name, end int32) {
	at := n.Tokens.Last
	head := gazetteer.OrgWord(f.scanner.atoms[at-1].org)
	switch {
	case n.Type == extractor.EntityLaw && head&gazetteer.LawHead != 0:
		if at < end && d.TokenText(int(at)) == "," {
			at++
		}
		if at < end && isYear(d.TokenText(int(at))) {
			n.Tokens.Last = at + 1
		}
	case n.Type == extractor.EntityFac && head&gazetteer.FacilityHead != 0:
		if at < end && len(d.TokenText(int(at))) <= 3 && isNumber(d.TokenText(int(at))) {
			n.Tokens.Last = at + 1
		}
	}
}

func isYear(w string) bool {
	return len(w) == 4 && isNumber(w) && (w[0] == '1' && w[1] >= '7' || w[0] == '2' && w[1] == '0')
}

func isNumber(w string) bool {
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}
