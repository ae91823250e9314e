package extractor

// Deprel is a dependency relation of Universal Dependencies v2 with the subtypes of the English treebanks.
type Deprel uint8

// The relations, most frequent first. The zero value is none.
const (
	RelPunct Deprel = iota + 1
	RelCase
	RelDet
	RelNsubj
	RelRoot
	RelAdvmod
	RelAmod
	RelObj
	RelObl
	RelConj
	RelNmod
	RelCompound
	RelCc
	RelMark
	RelAux
	RelCop
	RelNmodPoss
	RelAdvcl
	RelXcomp
	RelFlat
	RelAclRelcl
	RelCcomp
	RelParataxis
	RelAcl
	RelAuxPass
	RelAppos
	RelNummod
	RelNsubjPass
	RelDiscourse
	RelOblUnmarked
	RelNmodUnmarked
	RelCompoundPrt
	RelExpl
	RelFixed
	RelIobj
	RelList
	RelOblAgent
	RelDep
	RelReparandum
	RelNmodDesc
	RelCsubj
	RelNsubjOuter
	RelDetPredet
	RelAdvclRelcl
	RelVocative
	RelGoeswith
	RelCcPreconj
	RelOrphan
	RelDislocated
	RelCsubjPass
	RelCsubjOuter
)

var relNames = [...]string{"", "punct", "case", "det", "nsubj", "root", "advmod", "amod", "obj", "obl", "conj", "nmod", "compound", "cc", "mark", "aux", "cop", "nmod:poss", "advcl", "xcomp", "flat", "acl:relcl", "ccomp", "parataxis", "acl", "aux:pass", "appos", "nummod", "nsubj:pass", "discourse", "obl:unmarked", "nmod:unmarked", "compound:prt", "expl", "fixed", "iobj", "list", "obl:agent", "dep", "reparandum", "nmod:desc", "csubj", "nsubj:outer", "det:predet", "advcl:relcl", "vocative", "goeswith", "cc:preconj", "orphan", "dislocated", "csubj:pass", "csubj:outer"}

// String returns the relation as CoNLL-U writes it ("nsubj:pass"), and "" for none.
func (r Deprel) String() string { return nameOf(relNames[:], int(r)) }

// ParseDeprel returns the relation of that name.
func ParseDeprel(name string) (Deprel, bool) {
	i, ok := indexOf(relNames[:], name)
	return Deprel(i), ok
}

// DeprelCount is one more than the highest relation.
const DeprelCount = Deprel(len(relNames))

// Base returns the relation without its subtype: nsubj for nsubj:pass.
func (r Deprel) Base() Deprel {
	switch r {
	case RelAclRelcl:
		return RelAcl
	case RelAdvclRelcl:
		return RelAdvcl
	case RelAuxPass:
		return RelAux
	case RelCcPreconj:
		return RelCc
	case RelCompoundPrt:
		return RelCompound
	case RelCsubjPass, RelCsubjOuter:
		return RelCsubj
	case RelDetPredet:
		return RelDet
	case RelNmodPoss, RelNmodUnmarked, RelNmodDesc:
		return RelNmod
	case RelNsubjPass, RelNsubjOuter:
		return RelNsubj
	case RelOblUnmarked, RelOblAgent:
		return RelObl
	}
	return r
}
