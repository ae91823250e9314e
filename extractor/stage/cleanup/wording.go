package cleanup

// wording is how much more often pages than authors use a word, or two words in a row: learned log odds by a hash of
// their beginnings.
type wording struct{ one, two [wordings]int8 }

const (
	wordings = 1 << 14
	// wordingScale is what the log odds are multiplied with, to be kept in a byte.
	wordingScale = 24
)

// wordingEvidence is how many numbers the wording of a paragraph gives.
const wordingEvidence = 8

// wordingSlot is a word's place in the table.
func (w *contentWord) wordingSlot() int { return int((w.hash ^ w.hash>>29) % wordings) }

// pairSlot is the place of two words in a row.
func pairSlot(a, b *contentWord) int {
	h := a.hash*0x9E3779B97F4A7C15 + b.hash
	return int((h ^ h>>31) % wordings)
}

// evidence appends what the words of a paragraph say, and each two in a row: their mean, the greatest and the least, and
// how many are a page's.
func (t *wording) evidence(v vector, words []contentWord) vector {
	var one, two tally
	for i := range words {
		one.see(t.one[words[i].wordingSlot()])
		if i > 0 {
			two.see(t.two[pairSlot(&words[i-1], &words[i])])
		}
	}
	n := len(words)
	return two.evidence(one.evidence(v, n), n-1)
}

// tally sums log odds.
type tally struct{ sum, most, least, many float32 }

func (t *tally) see(odds int8) {
	x := float32(odds) / wordingScale
	t.sum += x
	t.most, t.least = max(t.most, x), min(t.least, x)
	if x > 1 {
		t.many++
	}
}

func (t *tally) evidence(v vector, n int) vector {
	return append(v, t.sum/float32(max(n, 0)+2), t.most, t.least, t.many)
}
