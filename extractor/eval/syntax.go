package eval

// Word is a syntactic word for the scorer of tags and trees. Begin and End are its place in the text with all white
// space taken out, as the shared task counts.
type Word struct {
	Begin, End        int
	UPOS, XPOS, Lemma string
	// Head indexes the document's words, -1 for the root. Rel may have a subtype, which is not compared.
	Head int
	Rel  string
}

// SyntaxDocument is one side of a document.
type SyntaxDocument struct {
	Words []Word
	// Sentences are places as those of words; labels are not compared.
	Sentences []Span
}

// SyntaxCounts are the measures of the CoNLL 2018 shared task on universal dependencies from raw text (Zeman et al.
// 2018, conll18_ud_eval.py): F1 over words whose spans are equal on both sides. LAS compares relations without
// their subtypes; lemmas are compared as written.
type SyntaxCounts struct{ Words, Sentences, UPOS, XPOS, Lemmas, UAS, LAS Counts }

// Add returns the sum of both.
func (c SyntaxCounts) Add(o SyntaxCounts) SyntaxCounts {
	return SyntaxCounts{
		c.Words.Add(o.Words), c.Sentences.Add(o.Sentences), c.UPOS.Add(o.UPOS), c.XPOS.Add(o.XPOS),
		c.Lemmas.Add(o.Lemmas), c.UAS.Add(o.UAS), c.LAS.Add(o.LAS),
	}
}

// Syntax scores one document. Both sides must be over the same text. Words that are not where a gold word is count
// against every measure. The words of a multiword token such as `don't` are compared by their own spans.
func Syntax(gold, predicted SyntaxDocument) SyntaxCounts {
	pairs := alignWords(gold.Words, predicted.Words)
	var upos, xpos, lemmas, uas, las int
	for g, p := range pairs {
		if p < 0 {
			continue
		}
		a, b := &gold.Words[g], &predicted.Words[p]
		upos += one(a.UPOS == b.UPOS)
		xpos += one(a.XPOS == b.XPOS)
		lemmas += one(a.Lemma == b.Lemma || a.Lemma == "_")
		if sameHead(a, b, pairs) {
			uas++
			las += one(baseRelation(a.Rel) == baseRelation(b.Rel))
		}
	}
	words := 0
	for _, p := range pairs {
		words += one(p >= 0)
	}
	over := func(hits int) Counts { return Matched(hits, len(gold.Words), len(predicted.Words)) }
	return SyntaxCounts{
		Words: over(words), Sentences: Spans(Unlabelled(gold.Sentences), Unlabelled(predicted.Sentences)),
		UPOS: over(upos), XPOS: over(xpos), Lemmas: over(lemmas), UAS: over(uas), LAS: over(las),
	}
}

// alignWords returns for each gold word the predicted word with the same span, -1 for none. Both ascend.
func alignWords(gold, predicted []Word) []int {
	pairs := make([]int, len(gold))
	j := 0
	for i := range gold {
		pairs[i] = -1
		for j < len(predicted) && predicted[j].Begin < gold[i].Begin {
			j++
		}
		if j < len(predicted) && predicted[j].Begin == gold[i].Begin && predicted[j].End == gold[i].End {
			pairs[i] = j
			j++
		}
	}
	return pairs
}

// sameHead reports whether the predicted head is aligned with the gold one.
func sameHead(gold, predicted *Word, pairs []int) bool {
	if gold.Head < 0 || predicted.Head < 0 {
		return gold.Head < 0 && predicted.Head < 0
	}
	return pairs[gold.Head] == predicted.Head
}

func baseRelation(rel string) string {
	for i := range len(rel) {
		if rel[i] == ':' {
			return rel[:i]
		}
	}
	return rel
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
