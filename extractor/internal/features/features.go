package features

import (
	"unicode"
	"unicode/utf8"
)

// The features of a token, one a slot. A slot that does not apply has key 0.
const (
	SlotWord = iota
	SlotPrefix2
	SlotPrefix3
	SlotSuffix1
	SlotSuffix2
	SlotSuffix3
	SlotSuffix4
	SlotShape
	SlotContext
	Width
)

// Keys are the hashes of a token's features.
type Keys [Width]uint64

// Token is what the features are taken from, beside the sentence's Case.
type Token struct {
	Text string
	// First in its sentence; SpaceBefore it.
	First, SpaceBefore bool
}

// Extractor computes keys without allocating. It belongs to one goroutine.
type Extractor struct {
	normal []byte
	caps   []Caps
	kind   Case
}

// Sentence computes the keys of a sentence's tokens into dst, which must be as long.
func (e *Extractor) Sentence(tokens []Token, dst []Keys) {
	var count CaseCount
	e.caps = e.caps[:0]
	for i := range tokens {
		c := CapsOf(tokens[i].Text)
		e.caps = append(e.caps, c)
		count.See(tokens[i].Text, c)
	}
	e.kind = count.Case()
	for i := range tokens {
		e.word(tokens[i].Text, &dst[i])
		dst[i][SlotContext] = contextKey(contextBits(e.caps[i], e.kind, &tokens[i]))
	}
}

// Case returns how the last sentence was capitalised.
func (e *Extractor) Case() Case { return e.kind }

// contextCount is more than any contextBits.
const contextCount = (int(SingleUpper) + 1) << 4

func contextBits(c Caps, kind Case, t *Token) uint64 {
	bits := uint64(c)<<4 | uint64(kind)<<2
	if t.First {
		bits |= 2
	}
	if t.SpaceBefore {
		bits |= 1
	}
	return bits
}

func contextKey(bits uint64) uint64 { return mix(bits+1, SlotContext) }

// word computes the keys that depend on the word alone.
func (e *Extractor) word(text string, k *Keys) {
	e.normal = AppendNormal(e.normal[:0], text)
	w := e.normal
	k[SlotWord] = mix(hash(w), SlotWord)
	k[SlotShape] = shapeKey(text)
	runes := min(utf8.RuneCount(w), 5)
	for i, n := range [...]int{2, 3} {
		k[SlotPrefix2+i] = 0
		if runes > n {
			k[SlotPrefix2+i] = mix(hash(w[:prefixEnd(w, n)]), SlotPrefix2+i)
		}
	}
	begin := len(w)
	for n := 1; n <= 4; n++ {
		k[SlotSuffix1+n-1] = 0
		if runes > n {
			_, size := utf8.DecodeLastRune(w[:begin])
			begin -= size
			k[SlotSuffix1+n-1] = mix(hash(w[begin:]), SlotSuffix1+n-1)
		}
	}
}

func prefixEnd(w []byte, runes int) int {
	end := 0
	for range runes {
		_, size := utf8.DecodeRune(w[end:])
		end += size
	}
	return end
}

// shapeKey hashes the word's shape: X, x, d for letters and digits, others as AppendNormal writes them, runs cut to
// two, eight characters at most. `Mi-24` is `Xx-dd`.
func shapeKey(text string) uint64 {
	h, run, n := uint64(offset64), 0, 0
	var last byte
	for i := 0; i < len(text) && n < 8; {
		c, size := shapeOf(text[i:])
		i += size
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h = (h ^ uint64(c)) * prime64
		n++
	}
	return mix(h, SlotShape)
}

// shapeOf returns the class of the first character of text, and the character's length.
func shapeOf(text string) (class byte, size int) {
	switch c := text[0]; {
	case c >= 'a' && c <= 'z':
		return 'x', 1
	case c >= 'A' && c <= 'Z':
		return 'X', 1
	case c >= '0' && c <= '9':
		return 'd', 1
	case c == '`':
		return '\'', 1
	case c < utf8.RuneSelf:
		return c, 1
	}
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsUpper(r):
		return 'X', size
	case unicode.IsLetter(r):
		return 'x', size
	}
	var buf [utf8.UTFMax]byte
	return appendNormalRune(buf[:0], r)[0], size
}

// FNV-1a.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

func hash(b []byte) uint64 {
	h := uint64(offset64)
	for _, c := range b {
		h = (h ^ uint64(c)) * prime64
	}
	return h
}

// mix spreads the bits and keeps the slots apart (the finalizer of MurmurHash3). It is never 0.
func mix(h uint64, slot int) uint64 {
	h += uint64(slot+1) * 0x9e3779b97f4a7c15
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	h ^= h >> 33
	return h | 1<<63
}
