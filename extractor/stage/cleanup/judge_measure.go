package cleanup

import (
	"fmt"
	"io"

	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// keeping counts the author's bytes that are kept and the page's that are left in.
type keeping struct{ kept, text, left, page int32 }

func (k keeping) String() string {
	return fmt.Sprintf("%.4f kept, %.4f left out", ratio(k.kept, k.text), 1-ratio(k.left, k.page))
}

// measure counts what comes of a lesson by verdicts, or by the rules alone where those are nil.
func (k *keeping) measure(s *studied, verdicts []bool) {
	for i := range s.paragraphs {
		kind := s.paragraphs[i].kind
		text, analysed := ofText(kind), kind.Analyzed()
		if verdicts != nil && (ofText(kind) || s.paragraphs[i].restorable()) {
			text, analysed = verdicts[i], verdicts[i]
		}
		n := s.owned[i]
		k.text += n[Authors]
		k.page += n[Pages]
		if analysed {
			k.kept += n[Authors]
		}
		if text {
			k.left += n[Pages]
		}
	}
}

// weighed are weights that the log of a training compares.
var weighed = []weights{judgeWeights, {1.3, 1, 2}, {1.6, 0.5, 2}, {1.6, 1, 3}, {2, 1, 2}, {2, 0.5, 2}}

// crossValidate judges each lesson by what the other folds teach, and returns what comes of those that are measured.
func crossValidate(all []studied, s forest.Settings, log io.Writer) map[string]float64 {
	var rules keeping
	sums := make([]keeping, len(weighed))
	var scores []float32
	var plan [][2]float32
	for fold := range lessonFolds {
		known, words := worded(all, fold)
		f := forest.Train(examples(known), s)
		for k := range all {
			l := &all[k]
			if l.Fold != fold || !l.Measured {
				continue
			}
			rules.measure(l, nil)
			scores = scores[:0]
			for _, v := range l.completed(words) {
				scores = append(scores, f.Score(v))
			}
			for i := range weighed {
				var verdicts []bool
				if l.judged {
					verdicts, plan = weighed[i].decide(nil, plan, scores, l.paragraphs)
				}
				sums[i].measure(l, verdicts)
			}
		}
	}
	fmt.Fprintf(log, "rules alone: %v\n", rules)
	figures := map[string]float64{}
	for i, w := range weighed {
		fmt.Fprintf(log, "%+v: %v\n", w, sums[i])
		if w == judgeWeights {
			figures["cross_validation_body_kept"] = float64(ratio(sums[i].kept, sums[i].text))
			figures["cross_validation_furniture_out"] = 1 - float64(ratio(sums[i].left, sums[i].page))
		}
	}
	return figures
}
