package story

import (
	"fmt"
	"io"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// Lesson is a set of articles of one story whose event mentions are known.
type Lesson struct {
	Reports []*Report
	// Kind is equal for lessons about happenings of one kind: the hard ones to tell apart.
	Kind int
	// Instances tell of an event of a report (by index) which acts in the world its mentions are: equal numbers are one act.
	Instances [][][]int32
	// Doubtful tells the same of doubtful happenings; a mention that people passed over is an act of its own.
	Doubtful [][][]int32
}

// forestOfPairs is how the forest of pairs is grown.
var forestOfPairs = forest.Settings{Trees: 150, Rate: 0.1, Prior: 40, Evidence: 4, Rows: 0.6, Columns: 0.5}

// Train learns to judge pairs of articles and of events from lessons. texts are what rarity is counted on: the terms of
// each. The same lessons and seed give the same model.
func Train(lessons []Lesson, texts [][]Term, seed uint64, log io.Writer) *Model {
	m := &Model{threshold: 0.5, rarity: countRarity(texts)}
	m.learnLinks(lessons, seed)
	fmt.Fprintf(log, "stories: links %.2f\n", m.link)
	m.RefitPairs(lessons, seed, log)
	return m
}

// RefitPairs fits the forest of pairs anew and leaves the rest of the model as it is.
func (m *Model) RefitPairs(lessons []Lesson, seed uint64, log io.Writer) {
	s := forestOfPairs
	s.Seed = seed
	examples := m.pairExamples(lessons)
	m.pairs = forest.Train(examples, s)
	loss := 0.0
	for _, e := range examples {
		p := 1 / (1 + math.Exp(-float64(m.pairs.Score(e.X))))
		if !e.Right {
			p = 1 - p
		}
		loss -= float64(e.Weight) * math.Log(max(p, 1e-9))
	}
	fmt.Fprintf(log, "stories: loss %.4f over %d examples\n", loss/float64(len(examples)), len(examples))
}

// pairExamples are the pairs of events of one story. Events whose mentions people took for several acts are one to the part
// to which their mentions are.
func (m *Model) pairExamples(lessons []Lesson) []forest.Example {
	var examples []forest.Example
	for _, l := range lessons {
		first := len(examples)
		b := newBuilder("", l.Reports, m)
		b.mergeEntities()
		hs := append(b.happenings(), b.doubtful()...)
		for i := range hs {
			for j := range i {
				x, y := l.instances(&hs[i]), l.instances(&hs[j])
				if len(x) == 0 || len(y) == 0 || !worthALook(&hs[i], &hs[j]) || excludes(&hs[i], &hs[j]) {
					continue
				}
				var f [pairFeatures]float32
				m.describePair(&f, &hs[i], &hs[j])
				same := sameInstances(x, y)
				if same > 0 {
					examples = append(examples, forest.Example{X: f[:], Right: true, Weight: same})
				}
				if same < 1 {
					examples = append(examples, forest.Example{X: f[:], Weight: 1 - same})
				}
			}
		}
		balance(examples[first:])
	}
	return examples
}

// lessonWeight is what the pairs of a lesson weigh together: a story told by many would else count for all.
const lessonWeight = 3000

func balance(examples []forest.Example) {
	sum := float32(0)
	for i := range examples {
		sum += examples[i].Weight
	}
	for i := range examples {
		examples[i].Weight *= lessonWeight / sum
	}
}

// worthALook reports whether two happenings are compared at all.
func worthALook(a, b *happening) bool {
	if a.event < 0 || b.event < 0 {
		return share(a.stems, b.stems) > 0
	}
	return kindred(a, b)
}

func (l *Lesson) instances(h *happening) []int32 {
	if h.event < 0 {
		return l.Doubtful[h.report][-1-h.event]
	}
	return l.Instances[h.report][h.event]
}

// sameInstances returns the share of the pairs of mentions that are one act.
func sameInstances(x, y []int32) float32 {
	n := 0
	for _, i := range x {
		for _, j := range y {
			if i == j {
				n++
			}
		}
	}
	return float32(n) / float32(len(x)*len(y))
}

// countRarity counts in how many texts each word stands.
func countRarity(texts [][]Term) map[uint32]uint8 {
	counts := map[uint32]int{}
	for _, terms := range texts {
		for _, t := range terms {
			if t.Lemma[0] != dateMark {
				counts[hashText(t.Lemma)]++
			}
		}
	}
	out := map[uint32]uint8{}
	for k, n := range counts {
		if n > 2 {
			out[k] = uint8(min(math.Log(float64(len(texts))/float64(n))/rarityScale, 255))
		}
	}
	return out
}
