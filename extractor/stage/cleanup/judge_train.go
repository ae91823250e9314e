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
	Titles
	Dates
	Bylines
	Beside // captions and the like: analysed, but no running text
	Pages  // furniture
)

// Lesson is a page with the owner of each of its bytes.
type Lesson struct {
	Content string
	HTML    bool
	// Set is what it is reported with.
	Set    string
	Owners []Owner
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
const lessonFolds = 5

// What cross-validation on the invented pages chose.
var (
	firstForest  = forest.Settings{Trees: 60, Rate: 0.15, Prior: 4, Evidence: 1, Rows: 0.6, Columns: 0.3}
	roleForest   = forest.Settings{Trees: 35, Rate: 0.2, Prior: 3, Evidence: 0.5, Rows: 0.7, Columns: 0.4}
	secondForest = forest.Settings{Trees: 130, Rate: 0.1, Prior: 4, Evidence: 1, Rows: 0.6, Columns: 0.3}
)

// Train learns a model from lessons with folds 0 to 4. Scores are shares of characters on lessons not learned from.
func Train(lessons []Lesson, seed uint64, log io.Writer) (*Model, map[string]float64) {
	p := &page{observer: observer{lex: newLexicon()}, dom: dom{hints: newHinter()}}
	c := &course{seed: seed, firsts: map[[2]int]*Model{}}
	for i := range lessons {
		c.all = append(c.all, study(p, &lessons[i]))
	}
	scores := c.crossValidate(log)
	return c.learn(-1), scores
}

// course is a training: lessons, and what was learned from parts of them.
type course struct {
	all    []studied
	seed   uint64
	firsts map[[2]int]*Model
	field  field
}

// learn returns a model from the lessons outside a fold (-1: all). The second forest learns from what first ones say that
// did not see the lesson either.
func (c *course) learn(out int) *Model {
	m := *c.first(out, -1)
	var list []forest.Example
	for k := range c.all {
		s := &c.all[k]
		if s.Fold != out && s.judged {
			list = s.examples(list, c.seconds(s, c.first(out, s.Fold)))
		}
	}
	m.second = c.grow(secondForest, list)
	return &m
}

func (c *course) grow(s forest.Settings, list []forest.Example) *forest.Forest {
	s.Seed = c.seed
	return forest.Train(list, s)
}

// titled reports whether a lesson shows the roles of lines: it has a title.
func (s *studied) titled() bool {
	for i := range s.owned {
		if s.owned[i].main() == Titles {
			return true
		}
	}
	return false
}

// first returns the wording and the first forest of the lessons outside two folds.
func (c *course) first(a, b int) *Model {
	key := [2]int{min(a, b), max(a, b)}
	if m := c.firsts[key]; m != nil {
		return m
	}
	known, words := worded(c.all, a, b)
	var list []forest.Example
	for k := range known {
		list = known[k].examples(list, known[k].vectors)
	}
	m := &Model{wording: words, first: c.grow(firstForest, list)}
	for r := range m.roles {
		list = list[:0]
		for k := range known {
			list = known[k].roleExamples(list, r)
		}
		m.roles[r] = c.grow(roleForest, list)
	}
	c.firsts[key] = m
	return m
}

// survey judges a lesson's paragraphs for the first time and returns the evidence on them. The field then tells of their
// surroundings.
func (c *course) survey(s *studied, m *Model) []vector {
	vectors := s.completed(m.wording)
	f := &c.field
	f.reset(s.paragraphs, s.words, s.begin, s.slots)
	for i, v := range vectors {
		f.see(m, i, v)
	}
	f.survey()
	return vectors
}

// seconds returns the evidence on a lesson's paragraphs for a second judgement, by a first one.
func (c *course) seconds(s *studied, m *Model) []vector {
	vectors := c.survey(s, m)
	for i := range vectors {
		vectors[i] = c.field.evidence(vectors[i], i)
	}
	return vectors
}

// studied is a lesson as the judge sees it behind the rules.
type studied struct {
	*Lesson
	paragraphs []paragraph
	vectors    []vector
	words      []contentWord
	begin      []int32 // of each paragraph, its first word; one more at the end
	slots      int     // of the words
	owned      []share
	judged     bool
	mild       bool // a live blog, a letter, or in capitals
	use        slots
	last       int
	title      int
}

// of returns the words of paragraph i.
func (s *studied) of(i int) []contentWord { return s.words[s.begin[i]:s.begin[i+1]] }

// study runs the rules on a lesson.
func study(p *page, l *Lesson) studied {
	a := &extractor.Article{Content: l.Content}
	if l.HTML {
		a.ContentType = extractor.HTML
	}
	p.reset(a)
	p.read()
	p.classify()
	s := studied{Lesson: l, judged: p.judged(), mild: p.live || p.letter || p.capitals, last: p.last, title: p.title}
	if len(p.paragraphs) == 0 {
		return s
	}
	p.look()
	s.paragraphs = append(s.paragraphs, p.paragraphs...)
	s.words, s.begin, s.slots = append(s.words, p.cohesion.words...), append(s.begin, p.cohesion.begin...), len(p.cohesion.slots)
	run := 0
	for i := range p.paragraphs {
		s.vectors = append(s.vectors, p.evidence(nil, i))
		for run < len(p.runs) && p.runs[run].text+p.runs[run].textLen <= p.paragraphs[i].begin {
			run++
		}
		s.owned = append(s.owned, p.owners(i, run, l.Owners))
	}
	return s
}

// roleExamples appends the short paragraphs of a lesson that has a title.
func (s *studied) roleExamples(list []forest.Example, role int) []forest.Example {
	if !s.titled() {
		return list
	}
	for i := range s.owned {
		if owner := s.owned[i].main(); owner != Nobodys && s.paragraphs[i].words <= maxRole {
			list = append(list, forest.Example{X: s.vectors[i], Right: owner == roleOwners[role], Weight: s.Weight})
		}
	}
	return list
}

// share counts the bytes of a paragraph by owner.
type share [Pages + 1]int32

// split returns how many bytes are the author's, and the page's.
func (n *share) split() (own, page int32) {
	for _, k := range n[Authors:Pages] {
		own += k
	}
	return own, n[Pages]
}

// main returns the owner of most bytes, Nobodys if there are none.
func (n *share) main() Owner {
	best := Nobodys
	for o := Authors; o <= Pages; o++ {
		if n[o] > n[best] || best == Nobodys && n[o] > 0 {
			best = o
		}
	}
	return best
}

// owners counts the bytes of paragraph i, whose text begins in a run, by owner.
func (p *page) owners(i, run int, all []Owner) (n share) {
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

// examples appends the paragraphs that can be learned from, with their evidence. A long one counts more, but not by all its
// length.
func (s *studied) examples(list []forest.Example, vectors []vector) []forest.Example {
	for i, n := range s.owned {
		own, page := n.split()
		if own+page > 0 {
			list = append(list, forest.Example{X: vectors[i], Right: own > page, Weight: s.Weight * float32(min(own+page, 120)+30) / 100})
		}
	}
	return list
}
