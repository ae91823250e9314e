package cleanup

// wording is how much more often pages than authors use a word: learned log odds by a hash of its beginning.
type wording [wordings]int8

const (
	wordings = 1 << 13
	// wordingScale is what the log odds are multiplied with, to be kept in a byte.
	wordingScale = 24
)

// wordingEvidence is how many numbers the wording of a paragraph gives.
const wordingEvidence = 4

// wordingSlot is a word's place in the table.
func (w *contentWord) wordingSlot() int { return int((w.hash ^ w.hash>>29) % wordings) }

// evidence appends what the words of a paragraph say: their mean, the greatest and the least, and how many are a page's.
func (t *wording) evidence(v vector, words []contentWord) vector {
	sum, most, least, many := float32(0), float32(0), float32(0), float32(0)
	for i := range words {
		x := float32(t[words[i].wordingSlot()]) / wordingScale
		sum += x
		most, least = max(most, x), min(least, x)
		if x > 1 {
			many++
		}
	}
	return append(v, sum/float32(len(words)+2), most, least, many)
}
