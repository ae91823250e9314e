package features

// Reader turns the tokens of sentences into rows of a vocabulary. Words come again and again, so it remembers the rows
// of those it saw last; what it remembers changes no answer. It belongs to one goroutine.
type Reader struct {
	vocabulary *Vocabulary
	extractor  Extractor
	words      [rememberedWords]word
	// contexts are the rows of SlotContext, by contextBits.
	contexts [contextCount]int32
	kind     Case
}

// rememberedWords is a power of two: the words take 128 KB, which leaves room for others in the second-level cache.
const rememberedWords = 2048

// longestRemembered is the greatest length in bytes of a remembered word.
const longestRemembered = 22

// word is a remembered word; length 0 is none.
type word struct {
	text   [longestRemembered]byte
	length uint8
	caps   Caps
	rows   [SlotContext]int32
}

// NewReader returns a reader of rows of a vocabulary.
func NewReader(v *Vocabulary) *Reader {
	r := &Reader{vocabulary: v}
	for bits := range r.contexts {
		r.contexts[bits] = v.Row(contextKey(uint64(bits)))
	}
	return r
}

// AppendRows appends the rows of a sentence's tokens, Width each; -1 stands for a feature that is absent or unknown.
func (r *Reader) AppendRows(dst []int32, tokens []Token) []int32 {
	var count CaseCount
	e, begin := &r.extractor, len(dst)
	e.caps = e.caps[:0]
	for i := range tokens {
		w := r.word(tokens[i].Text)
		dst = append(append(dst, w.rows[:]...), -1)
		e.caps = append(e.caps, w.caps)
		count.See(tokens[i].Text, w.caps)
	}
	r.kind = count.Case()
	for i := range tokens {
		dst[begin+i*Width+SlotContext] = r.contexts[contextBits(e.caps[i], r.kind, &tokens[i])]
	}
	return dst
}

// Case returns how the last sentence was capitalised.
func (r *Reader) Case() Case { return r.kind }

// word returns what follows from the word alone; it is valid until the next call.
func (r *Reader) word(text string) *word {
	w := &r.words[slotOf(text)]
	if int(w.length) == len(text) && string(w.text[:w.length]) == text && w.length > 0 {
		return w
	}
	w.length = 0
	if len(text) <= longestRemembered {
		w.length = uint8(copy(w.text[:], text))
	}
	var keys Keys
	r.extractor.word(text, &keys)
	w.caps = CapsOf(text)
	r.vocabulary.wordRows(&keys, &w.rows)
	return w
}

// slotOf hashes the first and the last bytes of a word.
func slotOf(text string) uint64 {
	var a, b uint64
	switch n := len(text); {
	case n >= 8:
		a, b = load64(text), load64(text[n-8:])
	case n >= 4:
		a, b = load32(text), load32(text[n-4:])
	case n > 0:
		a, b = uint64(text[0])<<8|uint64(text[n/2]), uint64(text[n-1])
	}
	h := (a*0x9e3779b97f4a7c15 ^ b) * 0xc2b2ae3d27d4eb4f
	return (h ^ uint64(len(text))<<40) >> 40 % rememberedWords
}

func load64(s string) uint64 { return load32(s) | load32(s[4:])<<32 }

func load32(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
