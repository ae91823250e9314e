package cleanup

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// keeping counts bytes: the author's text, and what of it is kept; the page's, and what of it is left in, or taken for
// captions and the like; and of titles, captions and the like what is wanted and what is there.
type keeping struct{ kept, text, left, page, beside, wanted, role int32 }

func (k keeping) String() string {
	return fmt.Sprintf("%.4f kept, %.4f left out, %.4f taken for captions and the like, %.4f of those kept", ratio(k.kept, k.text), 1-ratio(k.left, k.page), ratio(k.beside, k.page), ratio(k.wanted, k.role))
}

func (k *keeping) add(o *keeping) {
	*k = keeping{k.kept + o.kept, k.text + o.text, k.left + o.left, k.page + o.page, k.beside + o.beside, k.wanted + o.wanted, k.role + o.role}
}

// see counts what comes of a lesson by verdicts, or by the rules alone where those are nil.
func (k *keeping) see(s *studied, verdicts []bool) {
	for i := range s.paragraphs {
		kind := s.paragraphs[i].kind
		if verdicts != nil {
			kind = s.paragraphs[i].outcome(verdicts[i], i > s.last)
		}
		n := s.owned[i]
		k.text += n[Authors]
		k.page += n[Pages]
		own, _ := n.split()
		k.role += own - n[Authors]
		if kind.Analyzed() {
			k.kept += n[Authors]
			k.wanted += own - n[Authors]
		}
		switch {
		case ofText(kind):
			k.left += n[Pages]
		case kind.Analyzed():
			k.beside += n[Pages]
		}
	}
}

// shifts are what the log of a training adds to the weight of text, to show what each costs.
var shifts = []float32{0, -1, -0.5, 0.5, 1}

// outcomes are what came of the lessons of each set.
type outcomes map[string]*keeping

func (o outcomes) see(s *studied, verdicts []bool) {
	if o[s.Set] == nil {
		o[s.Set] = &keeping{}
	}
	o[s.Set].see(s, verdicts)
}

// crossValidate judges each lesson by what the other folds teach, and returns what comes of those that are measured.
func (c *course) crossValidate(log io.Writer) map[string]float64 {
	rules, ideal, sums := outcomes{}, outcomes{}, make([]outcomes, len(shifts))
	for i := range sums {
		sums[i] = outcomes{}
	}
	var roles roleCounts
	for fold := range lessonFolds {
		m := c.learn(fold)
		for k := range c.all {
			s := &c.all[k]
			if s.Fold != fold || !s.Measured {
				continue
			}
			rules.see(s, nil)
			ideal.see(s, s.ideal())
			var scores []float32
			for i, v := range c.survey(s, m) {
				scores = append(scores, c.field.judge(m, i, v))
			}
			roles.see(s, &c.field)
			for i, shift := range shifts {
				w := judgeWeights.on(s.HTML, s.mild)
				w.Text += shift
				var verdicts []bool
				if s.judged {
					verdicts, _ = w.decide(nil, nil, scores, s.paragraphs)
				}
				sums[i].see(s, verdicts)
			}
		}
	}
	roles.report(log)
	rules.report(log, "rules alone")
	ideal.report(log, "who knows all")
	for i, shift := range shifts {
		sums[i].report(log, fmt.Sprintf("text %+.1f", shift))
	}
	total := sums[0].total()
	return map[string]float64{"cross_validation_body_kept": float64(ratio(total.kept, total.text)),
		"cross_validation_furniture_out": 1 - float64(ratio(total.left, total.page)),
		"cross_validation_title":         float64(roles.byForest) / float64(roles.titled)}
}

// ideal returns the verdicts of somebody who knows.
func (s *studied) ideal() []bool {
	var verdicts []bool
	for _, n := range s.owned {
		own, page := n.split()
		verdicts = append(verdicts, own >= page)
	}
	return verdicts
}

func (o outcomes) total() keeping {
	var total keeping
	for _, k := range o {
		total.add(k)
	}
	return total
}

// report prints what came of each set.
func (o outcomes) report(log io.Writer, name string) {
	fmt.Fprintf(log, "%s:", name)
	for _, set := range slices.Sorted(maps.Keys(o)) {
		fmt.Fprintf(log, " %s %.3f/%.3f", set, ratio(o[set].kept, o[set].text), 1-ratio(o[set].left, o[set].page))
	}
	fmt.Fprintf(log, " all %v\n", o.total())
}

// hits counts what is there, what was found, and what of that is right.
type hits struct{ there, found, right int }

func (h *hits) see(is, found bool) {
	if is {
		h.there++
	}
	if found {
		h.found++
	}
	if is && found {
		h.right++
	}
}

// roleCounts counts the roles found by the rules, and by forests.
type roleCounts struct {
	titled, byRules, byForest int
	rules, forests            [roleCount]hits
}

func (r *roleCounts) see(s *studied, f *field) {
	if !s.judged || !s.titled() {
		return
	}
	r.titled++
	if s.title >= 0 && s.owned[s.title].main() == Titles {
		r.byRules++
	}
	if s.owned[f.title].main() == Titles {
		r.byForest++
	}
	for i := range s.paragraphs {
		kind, owner := s.paragraphs[i].kind, s.owned[i].main()
		r.rules[roleDate].see(owner == Dates, kind == extractor.SegmentDateline)
		r.rules[roleByline].see(owner == Bylines, kind == extractor.SegmentByline)
		for k := roleDate; k < roleCount; k++ {
			r.forests[k].see(owner == roleOwners[k], f.roles[k][i] > 0)
		}
	}
}

func (r *roleCounts) report(log io.Writer) {
	fmt.Fprintf(log, "titles: %d of %d by rules, %d by forest\n", r.byRules, r.titled, r.byForest)
	for k := roleDate; k < roleCount; k++ {
		fmt.Fprintf(log, "%s: %+v by rules, %+v by forest\n", roleSections[k], r.rules[k], r.forests[k])
	}
}
