package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

const (
	places Types = 1<<extractor.EntityGPE | 1<<extractor.EntityLoc | 1<<extractor.EntityFac
	others Types = 1<<extractor.EntityNORP | 1<<extractor.EntityEvent | 1<<extractor.EntityWorkOfArt | 1<<extractor.EntityLaw |
		1<<extractor.EntityLanguage | 1<<extractor.EntityProduct
)

// refined narrows the set of types of a name whose corpus distinguishes fewer, by what the gazetteer knows.
func (l *learner) refined(d *extractor.Document, n Gold) Types {
	if n.Types != places && n.Types != others {
		return n.Types
	}
	text := d.RangeText(n.Tokens)
	known := Types(0)
	for e := range l.scanner.gazetteer.Lookup(text) {
		known |= 1 << e.Kind.Type()
	}
	if n.Types == others && known>>extractor.EntityLanguage&1 != 0 && known>>extractor.EntityNORP&1 != 0 {
		known &^= 1 << extractor.EntityLanguage // “English” is the adjective as a rule
	}
	if known &= n.Types; known != 0 && (n.Types == others || known&(known-1) == 0) {
		return known
	}
	if byWord := l.byWord(d, n) & n.Types; byWord != 0 {
		return byWord
	}
	return n.Types
}

// byWord returns the types that the name's last or first word tells.
func (l *learner) byWord(d *extractor.Document, n Gold) Types {
	last := l.scanner.gazetteer.OrgWord(d.TokenText(int(n.Tokens.Last - 1)))
	first := l.scanner.gazetteer.OrgWord(d.TokenText(int(n.Tokens.First)))
	switch {
	case n.Tokens.Len() < 2:
		return 0
	case last&gazetteer.FacilityHead != 0:
		return 1 << extractor.EntityFac
	case n.Types == others && last&gazetteer.LawHead != 0:
		return 1 << extractor.EntityLaw
	case n.Types == others && last&gazetteer.EventHead != 0:
		return 1 << extractor.EntityEvent
	case n.Types == others && first&gazetteer.LawHead != 0:
		return 1 << extractor.EntityLaw
	}
	return 0
}
