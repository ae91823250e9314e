package extractor

// UPOS is a universal part of speech of Universal Dependencies v2.
type UPOS uint8

// The seventeen universal parts of speech. The zero value is none.
const (
	ADJ UPOS = iota + 1
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String returns the tag as CoNLL-U writes it, and "" for none.
func (u UPOS) String() string { return nameOf(uposNames[:], int(u)) }

// ParseUPOS returns the tag of that name.
func ParseUPOS(name string) (UPOS, bool) {
	i, ok := indexOf(uposNames[:], name)
	return UPOS(i), ok
}

// XPOS is a part of speech of the Penn Treebank, as the English UD treebanks use it (HYPH, NFP, ADD, GW and AFX
// included).
type XPOS uint8

// The Penn tags; punctuation and $ by words. The zero value is none.
const (
	PennNN XPOS = iota + 1
	PennIN
	PennDT
	PennNNP
	PennJJ
	PennPRP
	PennPeriod
	PennRB
	PennComma
	PennNNS
	PennVB
	PennCC
	PennVBP
	PennVBD
	PennVBZ
	PennCD
	PennVBN
	PennVBG
	PennTO
	PennMD
	PennPRPS
	PennUH
	PennColon
	PennRRB
	PennLRB
	PennWDT
	PennWRB
	PennWP
	PennHYPH
	PennOpenQuote
	PennCloseQuote
	PennRP
	PennPOS
	PennNNPS
	PennJJR
	PennJJS
	PennEX
	PennRBR
	PennNFP
	PennFW
	PennSYM
	PennADD
	PennGW
	PennPDT
	PennDollar
	PennRBS
	PennLS
	PennAFX
	PennWPS
)

var xposNames = [...]string{"", "NN", "IN", "DT", "NNP", "JJ", "PRP", ".", "RB", ",", "NNS", "VB", "CC", "VBP", "VBD", "VBZ", "CD", "VBN", "VBG", "TO", "MD", "PRP$", "UH", ":", "-RRB-", "-LRB-", "WDT", "WRB", "WP", "HYPH", "``", "''", "RP", "POS", "NNPS", "JJR", "JJS", "EX", "RBR", "NFP", "FW", "SYM", "ADD", "GW", "PDT", "$", "RBS", "LS", "AFX", "WP$"}

// String returns the tag as the treebanks write it, and "" for none.
func (x XPOS) String() string { return nameOf(xposNames[:], int(x)) }

// ParseXPOS returns the tag of that name.
func ParseXPOS(name string) (XPOS, bool) {
	i, ok := indexOf(xposNames[:], name)
	return XPOS(i), ok
}

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return ""
}

func indexOf(names []string, name string) (int, bool) {
	for i, n := range names {
		if i > 0 && n == name {
			return i, true
		}
	}
	return 0, false
}
