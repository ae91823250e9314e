package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
)

// tree sets what the tags and the tree say of each token.
func (s *scanner) tree(d *extractor.Document) {
	for i := range s.atoms {
		s.atoms[i].head = -1
	}
	if len(d.Tags) != len(s.atoms) || len(d.Arcs) != len(s.atoms) {
		return
	}
	for i := range s.atoms {
		a, arc := &s.atoms[i], d.Arcs[i]
		a.xpos, a.rel, a.head = uint8(d.Tags[i].XPOS), uint8(arc.Rel), arc.Head
		if arc.Head < 0 {
			continue
		}
		switch head := &s.atoms[arc.Head]; {
		case arc.Rel == extractor.RelCase && int(arc.Head) > i:
			head.marker = a.word
		case arc.Rel == extractor.RelAppos:
			head.apposed = a.word
		case arc.Rel == extractor.RelConj && head.joined == 0:
			head.joined = int32(i)
		}
	}
}

// phraseDepth bounds how far up a phrase is climbed.
const phraseDepth = 4

// phraseHead returns the head of the noun phrase that a token is in: “Bank” for “Baltline” in “Baltline Bank”.
func phraseHead(atoms []atom, i int) int {
	for range phraseDepth {
		a := &atoms[i]
		switch extractor.Deprel(a.rel) {
		case extractor.RelCompound, extractor.RelFlat, extractor.RelAmod, extractor.RelNmodDesc, extractor.RelNummod, extractor.RelFixed:
		default:
			return i
		}
		if a.head < 0 {
			return i
		}
		i = int(a.head)
	}
	return i
}

// syntax tells the tags around, and what governs the phrase that the token is in: who speaks is no town. It does so in
// formal documents alone: the parser knows most informal ones that there are to learn from by heart, so that its trees
// would be trusted more than they deserve elsewhere.
func (t *templates) syntax(atoms []atom, i int, a, b, p *atom) {
	t.add(160, uint64(a.xpos)<<8|uint64(a.caps), uint64(a.sentence)<<1|uint64(boolBit(a.first)))
	t.add(161, uint64(p.xpos)<<8|uint64(a.xpos), uint64(a.caps))
	t.add(162, uint64(a.xpos)<<8|uint64(b.xpos), uint64(a.caps))
	t.add(163, uint64(p.xpos)<<16|uint64(a.xpos)<<8|uint64(b.xpos), 0)
	if a.head < 0 && a.rel == 0 || a.caps == features.Lower || a.caps == features.NoLetters {
		return
	}
	head := phraseHead(atoms, i)
	top, governor := &atoms[head], &around
	if top.head >= 0 {
		governor = &atoms[top.head]
	}
	rel := uint64(top.rel)
	t.add(164, uint64(a.rel)<<8|uint64(a.xpos), uint64(boolBit(head == i)))
	t.add(165, rel, governor.word)
	t.add(166, rel<<8|uint64(governor.xpos), top.marker)
	t.add(167, rel, governor.cluster.prefix(8))
	t.add(168, top.marker, governor.word)
	if top.apposed != 0 {
		t.add(171, top.apposed, 0)
	}
	if head != i {
		t.add(169, top.word, uint64(a.rel))
		t.add(170, uint64(top.xpos)<<8|uint64(a.rel), uint64(top.org)<<4|uint64(top.caps))
	}
}

// others tells the types that the first reading gives to what is joined to the token's phrase by “and”: names in a list
// are of a kind.
func (t *templates) others(atoms []atom, labels []uint8, i int) {
	top := &atoms[phraseHead(atoms, i)]
	if top.head >= 0 && extractor.Deprel(top.rel) == extractor.RelConj && atoms[top.head].isName {
		t.add(129, uint64(typeOf(int(labels[top.head]))), uint64(atoms[i].caps))
	}
	if top.joined > 0 && atoms[top.joined].isName {
		t.add(130, uint64(typeOf(int(labels[top.joined]))), uint64(atoms[i].caps))
	}
}
