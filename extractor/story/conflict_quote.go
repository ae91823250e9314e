package story

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// utterance is what an article quotes of a speaker of the story, -1 where it is unknown who speaks.
type utterance struct {
	said
	speaker, report int32
	quote           *ReportQuote
}

// said is a text with its words; hashes are those of the words, sorted.
type said struct {
	text   string
	words  []string
	hashes []uint32
}

const (
	// leastWords is how long an utterance must be to be compared, leastAligned how many words two wordings must share.
	leastWords, leastAligned = 4, 5
	// mostWords bounds the work.
	mostWords = 200
)

// quoteVariants: one utterance in two wordings or more.
func (b *builder) quoteVariants() {
	all := b.utterances()
	group := make([]int, len(all)) // the first utterance that this one is a wording of
	for i := range all {
		group[i] = i
		for j := range all[:i] {
			if group[i] != group[j] && b.mayBeOne(&all[i], &all[j]) && all[i].variantOf(&all[j]) {
				group[i] = group[j]
				break
			}
		}
	}
	for first := range all {
		who := -1
		var claims []Claim
		var wordings [][]string
		for i := first; i < len(all); i++ {
			u := &all[i]
			if group[i] != first {
				continue
			}
			who = max(who, int(u.speaker))
			if !slices.ContainsFunc(wordings, func(w []string) bool { return saidAlike(w, u.words) }) {
				wordings = append(wordings, u.words)
				claims = append(claims, Claim{Value: u.text, Stance: extractor.StanceAssert, ArticleID: b.reports[u.report].ArticleID, Spans: u.quote.Spans})
			}
		}
		if len(claims) < 2 || who < 0 {
			continue
		}
		for i := range claims {
			claims[i].Source, claims[i].Entity = b.story.Entities[who].Name, b.story.Entities[who].ID
		}
		b.report(Conflict{FieldPath: "quotes.text", Kind: ConflictQuoteVariant, Resolution: Unresolved, Claims: claims})
	}
}

// mayBeOne reports whether one speaker may be quoted by two articles that do not copy one another.
func (b *builder) mayBeOne(x, y *utterance) bool {
	return (x.speaker == y.speaker || min(x.speaker, y.speaker) < 0) && max(x.speaker, y.speaker) >= 0 &&
		(x.report == y.report || b.reprint[x.report] != b.reprint[y.report])
}

// utterances lists what all articles quote: of a quote that is partly told, each part that stands in quotation marks.
func (b *builder) utterances() []utterance {
	var all []utterance
	for i, r := range b.reports {
		for j := range r.Quotes {
			q := &r.Quotes[j]
			speaker := int32(-1)
			if q.Speaker >= 0 {
				speaker = b.entityOf[i][q.Speaker]
			}
			for _, part := range q.saidIn() {
				all = append(all, utterance{said: part, speaker: speaker, report: int32(i), quote: q})
			}
		}
	}
	return all
}

// saidIn returns the parts of a quote that are long enough to be compared. The quote keeps them: a report is in one story, and one
// goroutine makes that.
func (q *ReportQuote) saidIn() []said {
	if q.parts == nil {
		q.parts = []said{}
		for _, part := range quotedParts(q.Text) {
			words := utteredWords(part)
			if len(words) < leastWords || len(words) > mostWords {
				continue
			}
			s := said{text: strings.TrimRight(part, " ,"), words: words}
			for _, w := range words {
				s.hashes = append(s.hashes, hashText(w))
			}
			slices.Sort(s.hashes)
			q.parts = append(q.parts, s)
		}
	}
	return q.parts
}

// quotedParts returns what of a text stands in quotation marks; all of it where there are none.
func quotedParts(text string) []string {
	var out []string
	inside, begin, marks := false, 0, 0
	for i, r := range text {
		if r != '"' && r != '“' && r != '”' {
			continue
		}
		opens := r == '“' || r == '"' && (i == 0 || text[i-1] == ' ')
		if !opens && (inside || marks == 0) {
			out = append(out, text[begin:i])
		}
		inside, begin = opens, i+len(string(r))
		marks++
	}
	if inside || marks == 0 {
		out = append(out, text[begin:])
	}
	return out
}

// variantOf reports whether two wordings are of one utterance, and not the same.
func (u *utterance) variantOf(o *utterance) bool {
	return 2*shared(u.hashes, o.hashes) >= min(len(u.words), len(o.words)) && isVariant(u.words, o.words)
}

// shared counts the words of two sorted lists that stand in both.
func shared(a, b []uint32) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case b[0] < a[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}

// isVariant: most of the longer one's words stand in the other, in order; or they differ in what is said twice; or one of them
// is quoted with more around it.
func isVariant(a, b []string) bool {
	if saidAlike(a, b) {
		return false
	}
	least := 0.7
	if max(len(a), len(b)) >= 8 {
		least = 0.65 // that many words do not agree by chance
	}
	if slices.Equal(withoutRepeats(a), withoutRepeats(b)) {
		return true
	}
	x, y, n := align(a, b)
	if saidAlike(x, y) && len(x) == min(len(a), len(b)) {
		return false // one quotes less of it
	}
	return float64(n) >= least*float64(max(len(a), len(b))) ||
		n >= leastAligned && !saidAlike(x, y) && float64(n) >= least*float64(max(len(x), len(y), min(len(a), len(b))))
}

// saidAlike reports whether two texts differ in spelling alone.
func saidAlike(a, b []string) bool { return slices.EqualFunc(a, b, spelledAlike) }

// spelledAlike reports whether two words are one, in British or American spelling, or with a slip of the pen: “neighbour”, “realized”.
func spelledAlike(a, b string) bool {
	if a == b || len(a) < 6 || len(b) < 6 {
		return a == b
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case i == 0:
		return false
	case len(a) == len(b):
		return a[i] == 's' && b[i] == 'z' && a[i+1:] == b[i+1:] || a[i] == 'z' && b[i] == 's' && a[i+1:] == b[i+1:]
	}
	return b[i+1:] == a[i:] && i < len(a) // a letter more within the word
}

// align finds the parts of two texts that are most alike (Smith and Waterman 1981), and how many words they share in order.
func align(a, b []string) (x, y []string, common int) {
	type cell struct{ score, common, i, j int32 } // i and j are where the parts begin
	const match, gap = 2, -1
	var best cell
	var endX, endY int
	row := make([]cell, len(b)+1)
	for i, w := range a {
		diagonal := row[0]
		for j, v := range b {
			up, c := row[j+1], cell{}
			if spelledAlike(w, v) {
				c = diagonal
				if c.score == 0 {
					c.i, c.j = int32(i), int32(j)
				}
				c.score += match
				c.common++
			} else if diagonal.score > -gap {
				c = diagonal
				c.score += gap
			}
			for _, o := range []cell{up, row[j]} {
				if o.score+gap > c.score {
					c = o
					c.score += gap
				}
			}
			if c.score > best.score {
				best, endX, endY = c, i+1, j+1
			}
			diagonal, row[j+1] = up, c
		}
	}
	return a[best.i:endX], b[best.j:endY], int(best.common)
}

var contractions = strings.NewReplacer("’", "'")

// utteredWords are the words of a quote, without punctuation, contractions written out.
func utteredWords(text string) []string {
	text = " " + strings.ToLower(contractions.Replace(text)) + " "
	text = writtenOut.Replace(text)
	return strings.Fields(foldName(text))
}

var writtenOut = strings.NewReplacer("can't", "can not", "cannot", "can not", "won't", "will not", "n't", " not", "'ll", " will", "'re", " are",
	"'ve", " have", "'m ", " am ", "'s ", " is ", "'d ", " would ")

// withoutRepeats leaves out what repeats the words just before it: “No, I won't. I won't!”
func withoutRepeats(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, w)
		for n := 1; 2*n <= len(out); n++ {
			if slices.Equal(out[len(out)-n:], out[len(out)-2*n:len(out)-n]) {
				out = out[:len(out)-n]
				break
			}
		}
	}
	return out
}
