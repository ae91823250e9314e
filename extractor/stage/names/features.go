package names

import (
	"math/bits"

	"github.com/dateline-news/dateline/extractor/internal/features"
)

// schema changes whenever templates change: a model of another schema is refused.
const schema = "names 4"

// mixed joins what a template sees into the key of a feature.
func mixed(template int, a, b uint64) uint64 {
	h := a*0x9E3779B97F4A7C15 ^ (b+uint64(template)<<56)*0xC2B2AE3D27D4EB4F ^ uint64(template)*0x165667B19E3779F9
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	h ^= h >> 29
	return h
}

// around stands for the atoms beyond the sentence.
var around = atom{word: 1, shape: 1}

// templates computes the features of tokens. It belongs to one goroutine at a time.
type templates struct {
	keys []uint64
	own  int // the first so many keys tell the token itself
	// informal: the document's names are to be told by what holds for such documents too.
	informal bool
}

func (t *templates) add(template int, a, b uint64) { t.keys = append(t.keys, mixed(template, a, b)) }

// token returns the keys of token i's features; atoms are those of its sentence [first, last). The result is valid until
// the next call.
func (t *templates) token(atoms []atom, i, first, last int) []uint64 {
	t.keys = t.keys[:0]
	at := func(j int) *atom {
		if j < first || j >= last {
			return &around
		}
		return &atoms[j]
	}
	a, b, c, p, q := at(i), at(i+1), at(i+2), at(i-1), at(i-2)
	t.itself(a, b, p)
	t.own = len(t.keys)
	t.words(a, b, c, p, q)
	t.spelling(a, b, p)
	t.brown(a, b, p)
	t.document(a, b, p)
	t.knowledge(a, b, c, p, q)
	t.run(atoms, i, first, last)
	if t.informal {
		t.manner(a, b, p)
	} else {
		t.syntax(atoms, i, a, b, p)
	}
	return t.keys
}

// informalTemplate is the one that tells but that the document is informal.
const informalTemplate = 140

// manner repeats for informal documents what differs there most: what they count as a name, and of which type
// (Daumé 2007).
func (t *templates) manner(a, b, p *atom) {
	caps := uint64(p.caps)<<8 | uint64(a.caps)<<4 | uint64(b.caps)
	t.add(informalTemplate, 0, 0)
	t.add(141, caps, uint64(a.sentence))
	t.add(142, a.word, 0)
	t.add(143, p.word, uint64(a.caps))
	t.add(144, b.word, uint64(a.caps))
	t.add(145, uint64(a.kinds), uint64(a.place))
	t.add(146, uint64(a.org), uint64(a.caps))
	t.add(147, uint64(a.person), uint64(a.caps)<<4|uint64(a.sentence))
	t.add(148, a.cluster.prefix(6), uint64(a.caps))
	t.add(149, p.cluster.prefix(6), uint64(a.caps))
	t.add(150, uint64(a.runLast-a.runFirst), uint64(boolBit(a.first)))
	t.add(151, uint64(a.lowerSeen)<<4|uint64(a.upperSeen), uint64(a.caps))
	t.add(152, a.shape, 0)
}

// itself tells the word.
func (t *templates) itself(a, b, p *atom) {
	t.add(2, a.word, 0)
	t.add(7, p.word, a.word)
	t.add(8, a.word, b.word)
	t.add(12, a.word, uint64(a.caps))
	t.add(24, a.prefix2, 0)
	t.add(25, a.prefix3, 0)
	t.add(26, a.prefix4, 0)
	t.add(28, a.suffix3, 0)
	t.add(29, a.suffix4, 0)
	t.add(43, uint64(a.cluster), 0)
}

func (t *templates) words(a, b, c, p, q *atom) {
	t.add(1, 0, 0)
	t.add(3, p.word, 0)
	t.add(4, b.word, 0)
	t.add(5, q.word, 0)
	t.add(6, c.word, 0)
	t.add(9, p.word, b.word)
	t.add(10, q.word, p.word)
	t.add(11, b.word, c.word)
	t.add(13, a.glue()<<2|b.glue()<<1|c.glue(), uint64(p.caps)<<8|uint64(a.caps)<<4|uint64(b.caps))
	t.add(14, a.glue()<<1|b.glue(), p.word)
}

func (a *atom) glue() uint64 { return uint64(boolBit(a.glued)) }

func (t *templates) spelling(a, b, p *atom) {
	t.add(20, a.shape, 0)
	t.add(21, p.shape, 0)
	t.add(22, b.shape, 0)
	t.add(23, uint64(p.caps)<<8|uint64(a.caps)<<4|uint64(b.caps), uint64(a.sentence))
	t.add(27, a.suffix2, 0)
	t.add(30, p.suffix3, uint64(a.caps))
	t.add(31, b.suffix3, uint64(a.caps))
	first := uint64(0)
	if a.first {
		first = 1
	}
	t.add(32, uint64(a.caps), uint64(a.sentence)<<1|first)
	t.add(33, p.word, uint64(a.caps)<<4|uint64(b.caps))
	t.add(34, b.word, uint64(a.caps)<<4|uint64(p.caps))
}

func (t *templates) brown(a, b, p *atom) {
	t.add(40, a.cluster.prefix(4), uint64(a.caps))
	t.add(41, a.cluster.prefix(6), 0)
	t.add(42, a.cluster.prefix(10), 0)
	t.add(44, p.cluster.prefix(6), 0)
	t.add(45, p.cluster.prefix(10), uint64(a.caps))
	t.add(46, b.cluster.prefix(6), 0)
	t.add(47, b.cluster.prefix(10), uint64(a.caps))
	t.add(48, p.cluster.prefix(6), a.cluster.prefix(6))
	t.add(49, a.cluster.prefix(6), b.cluster.prefix(6))
	t.add(50, p.cluster.prefix(8), b.cluster.prefix(8))
}

// document tells how the article writes the word elsewhere.
func (t *templates) document(a, b, p *atom) {
	if a.caps == features.NoLetters {
		return
	}
	first := uint64(0)
	if a.first {
		first = 1
	}
	t.add(60, uint64(a.lowerSeen)<<4|uint64(a.upperSeen), uint64(a.caps)<<4|uint64(a.sentence)<<1|first)
	t.add(61, uint64(p.lowerSeen)<<4|uint64(p.upperSeen), uint64(p.caps)<<4|uint64(a.caps))
	t.add(62, uint64(b.lowerSeen)<<4|uint64(b.upperSeen), uint64(b.caps)<<4|uint64(a.caps))
}

// knowledge tells what the gazetteer says.
func (t *templates) knowledge(a, b, c, p, q *atom) {
	for k := a.kinds; k != 0; k &= k - 1 {
		t.add(70, uint64(bits.TrailingZeros32(k)), uint64(a.place)<<4|uint64(a.caps))
	}
	if a.kinds != 0 {
		t.add(71, uint64(a.kinds), uint64(a.place))
		t.add(72, uint64(a.kinds), p.word)
		t.add(73, uint64(a.kinds), b.word)
	}
	t.add(74, uint64(p.kinds), uint64(p.place)<<4|uint64(a.caps))
	t.add(75, uint64(b.kinds), uint64(b.place)<<4|uint64(a.caps))
	t.add(76, uint64(p.person)<<8|uint64(a.person)<<4|uint64(b.person), uint64(p.caps)<<8|uint64(a.caps)<<4|uint64(b.caps))
	t.add(77, uint64(a.person), uint64(a.caps)<<4|uint64(a.place))
	t.add(78, uint64(p.person), uint64(a.caps))
	t.add(79, uint64(b.person), uint64(b.caps)<<4|uint64(a.caps))
	t.add(80, uint64(a.title)<<4|titleMark(a), uint64(a.caps))
	t.add(81, uint64(p.title)<<4|titleMark(p), uint64(a.caps)<<4|uint64(a.person))
	t.add(82, uint64(b.title)<<4|titleMark(b), uint64(a.caps))
	t.add(83, uint64(q.title)<<4|titleMark(q), p.word)
	t.add(84, uint64(c.title), b.word)
	t.add(85, uint64(a.org), uint64(a.caps))
	t.add(86, uint64(p.org), uint64(p.caps)<<4|uint64(a.caps))
	t.add(87, uint64(b.org), uint64(b.caps)<<4|uint64(a.caps))
	t.add(88, uint64(a.noun), uint64(a.caps))
	t.add(89, uint64(b.noun), uint64(b.caps)<<4|uint64(a.caps))
	t.add(90, uint64(p.noun), uint64(p.caps)<<4|uint64(a.caps))
}

func titleMark(a *atom) uint64 {
	if a.titleEnd {
		return 1
	}
	return 0
}

// run tells of the run of capitalised tokens around.
func (t *templates) run(atoms []atom, i, first, last int) {
	a := &atoms[i]
	if a.runLast <= a.runFirst {
		return
	}
	begin, end := &atoms[a.runFirst], &atoms[a.runLast-1]
	before, after := &around, &around
	if int(a.runFirst) > first {
		before = &atoms[a.runFirst-1]
	}
	if int(a.runLast) < last {
		after = &atoms[a.runLast]
	}
	length := uint64(min(a.runLast-a.runFirst, 6))
	place := uint64(min(int32(i)-a.runFirst, 2)) << 2
	place |= uint64(min(a.runLast-1-int32(i), 2))
	t.add(100, length, place)
	if end != a {
		t.add(101, end.word, place)
		t.add(112, end.suffix3, place)
		t.add(113, end.cluster.prefix(10), place)
	}
	if begin != a {
		t.add(102, begin.word, place)
	}
	t.add(103, uint64(end.org), place)
	t.add(104, uint64(begin.org), place)
	t.add(105, before.word, length)
	t.add(106, after.word, length)
	t.add(107, uint64(begin.person)<<4|uint64(end.person), length<<4|place)
	t.add(108, uint64(after.noun)<<4|uint64(after.title), uint64(after.caps))
	t.add(109, before.cluster.prefix(8), length)
	t.add(110, after.cluster.prefix(8), length)
	t.add(111, before.word, after.word)
	t.add(114, uint64(begin.kinds), uint64(end.org)<<8|place)
	t.add(115, uint64(before.title)<<4|titleMark(before), length)
}
