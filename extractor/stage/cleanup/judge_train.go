package cleanup

import (
	"io"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// Owner says whose a byte of a page is.
type Owner int8

// Owners.
const (
	Nobodys Owner = iota // white space, or undecided
	Authors              // body and subheadings
	Beside               // titles, datelines, captions: analysed, but no running text
	Pages                // furniture
)

// Lesson is a plain text with the owner of each of its bytes.
type Lesson struct {
	Content string
	Owners  []Owner
	// Fold is what the lesson is left out with in cross-validation, from 0.
	Fold int
	// Weight says how much its paragraphs count.
	Weight float32
	// Variant tells that the text is made of the last lesson's before it that is none; it is learned from, not
	// measured with.
	Variant bool
	// Measured tells that cross-validation counts it.
	Measured bool
}

// lessonFolds is in how many parts cross-validation parts the lessons.
const lessonFolds = 8

// judgeForest and judgeWeights are what cross-validation on the invented pages chose.
var (
	judgeForest  = forest.Settings{Trees: 200, Rate: 0.08, Prior: 4, Evidence: 1, Rows: 0.6, Columns: 0.3}
	judgeWeights = weights{Text: 1.6, Switch: 0.5, Rule: 4}
)

// Train learns a model from lessons with folds 0 to 7. Scores are shares of characters on lessons not learned from.
func Train(lessons []Lesson, seed uint64, log io.Writer) (*Model, map[string]float64) {
	p := &page{observer: observer{lex: newLexicon()}, dom: dom{hints: newHinter()}}
	all := make([]studied, len(lessons))
	for i := range lessons {
		all[i] = study(p, &lessons[i])
	}
	s := judgeForest
	s.Seed = seed
	scores := crossValidate(all, s, log)
	known, words := worded(all, -1)
	return &Model{forest: forest.Train(examples(known), s), wording: words, weights: judgeWeights}, scores
}

// studied is a lesson as the judge sees it behind the rules.
type studied struct {
	*Lesson
	paragraphs []paragraph
	vectors    []vector
	words      [][]contentWord // of each paragraph
	owned      [][Pages + 1]int32
	judged     bool
}

// study runs the rules on a lesson.
func study(p *page, l *Lesson) studied {
	p.reset(&extractor.Article{Content: l.Content})
	p.read()
	p.classify()
	s := studied{Lesson: l, judged: p.judged()}
	if len(p.paragraphs) == 0 {
		return s
	}
	p.index()
	p.survey.measure(p.paragraphs)
	s.paragraphs = append(s.paragraphs, p.paragraphs...)
	words := append([]contentWord(nil), p.cohesion.words...)
	run := 0
	for i := range p.paragraphs {
		s.vectors = append(s.vectors, p.evidence(nil, i))
		s.words = append(s.words, words[p.cohesion.begin[i]:p.cohesion.begin[i+1]])
		for run < len(p.runs) && p.runs[run].text+p.runs[run].textLen <= p.paragraphs[i].begin {
			run++
		}
		s.owned = append(s.owned, p.owners(i, run, l.Owners))
	}
	return s
}

// owners counts the bytes of paragraph i, whose text begins in a run, by owner.
func (p *page) owners(i, run int, all []Owner) (n [Pages + 1]int32) {
	q := &p.paragraphs[i]
	for ; run < len(p.runs) && p.runs[run].text < q.end; run++ {
		r := &p.runs[run]
		from, to := max(r.text, q.begin), min(r.text+r.textLen, q.end)
		if r.textLen != r.sourceLen {
			from, to = r.text, r.text+r.sourceLen
		}
		for b := from; b < to; b++ {
			n[all[r.source+b-r.text]]++
		}
	}
	return n
}

// examples returns the paragraphs of lessons that can be learned from. A long one counts more, but not by all its length.
func examples(all []studied) []forest.Example {
	var list []forest.Example
	for k := range all {
		s := &all[k]
		for i, n := range s.owned {
			own, page := n[Authors]+n[Beside], n[Pages]
			if own+page > 0 {
				list = append(list, forest.Example{X: s.vectors[i], Right: own > page, Weight: s.Weight * float32(min(own+page, 120)+30) / 100})
			}
		}
	}
	return list
}
