package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// numbered takes the number behind a road's name (“Route 9”), a law's (“Roads Act No. 12”) and the year behind a law's
// (“Roads Act, 1998”) into the name.
func (f *finder) numbered(d *extractor.Document, n *extractor.Name, end int32) {
	at := headEnd(d, n.Tokens)
	head := gazetteer.OrgWord(f.scanner.atoms[at-1].org)
	switch {
	case n.Type == extractor.EntityLaw && head&gazetteer.LawHead != 0:
		n.Tokens.Last = max(n.Tokens.Last, lawNumber(d, at, end))
	case n.Type == extractor.EntityFac && head&gazetteer.FacilityHead != 0:
		if at < end && len(d.TokenText(int(at))) <= 3 && isNumber(d.TokenText(int(at))) {
			n.Tokens.Last = at + 1
		}
	}
}

// headEnd returns the end of a name without a last “No.”.
func headEnd(d *extractor.Document, r extractor.TokenRange) int32 {
	last := r.Last
	for last-1 > r.First && isNumberSign(d.TokenText(int(last-1))) {
		last--
	}
	return last
}

// lawNumber returns the token behind a law's number or year, or at, which is behind its head.
func lawNumber(d *extractor.Document, at, end int32) int32 {
	next := at
	for next < end && isNumberSign(d.TokenText(int(next))) {
		next++
	}
	signed := next > at
	if !signed && next < end && d.TokenText(int(next)) == "," {
		next++
	}
	if next < end && (isYear(d.TokenText(int(next))) || signed && isNumber(d.TokenText(int(next)))) {
		return next + 1
	}
	return at
}

// isNumberSign reports whether a token says that a number follows; the period of “No.” may be a token of its own.
func isNumberSign(w string) bool {
	switch w {
	case "No", "No.", "no.", "Nos.", "Number", "№", ".":
		return true
	}
	return false
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
