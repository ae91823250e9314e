package cleanup

// weights are what a decision weighs, as log odds.
type weights struct {
	// Text is added to each score: how much more a lost paragraph costs than one left in.
	Text float32
	// Switch is what it costs to go over between text and page.
	Switch float32
	// Rule is what the rules' verdict counts that a paragraph is the page's.
	Rule float32
	// News is added for what tells news, see tells.
	News float32
	// Beside is added, too, for captions, datelines and the like.
	Beside float32
}

// judgeWeights are what cross-validation on the invented pages chose.
var judgeWeights = weights{Text: 0.15, Switch: 0.1, Rule: 2, News: 0.6, Beside: 1}

// What is added to the weights of a page: in a live blog, whose short entries read much like a page's boxes, and in a letter,
// text weighs more, and in one in capitals, which show less; in HTML, where elements tell what they are, the rules do.
const (
	lenient    = 1.5
	htmlText   = 0.3
	htmlBeside = 2
	htmlRule   = 100
)

// on returns the weights for a kind of page.
func (w weights) on(html, mild bool) weights {
	if html {
		w.Text += htmlText
		w.Rule += htmlRule
		w.Beside += htmlBeside
	}
	if mild {
		w.Text += lenient
	}
	return w
}

// decide appends to dst for each paragraph whether it is the author's: the best sequence by the scores, what the rules
// found, and the cost of going over. plan is its memory.
func (w *weights) decide(dst []bool, plan [][2]float32, scores []float32, paragraphs []paragraph) ([]bool, [][2]float32) {
	// From the end: the best sum from a paragraph on, if it is text and if it is the page's.
	plan = plan[:0]
	for i := range scores {
		plan = append(plan, [2]float32{w.gain(scores[i]+w.Text, &paragraphs[i]), 0})
	}
	for i := len(plan) - 2; i >= 0; i-- {
		text, page := plan[i+1][0], plan[i+1][1]
		plan[i][0] += max(text, page-w.Switch)
		plan[i][1] += max(page, text-w.Switch)
	}
	text, cost := true, float32(0)
	for i := range plan {
		if text {
			text = plan[i][1]-cost <= plan[i][0]
		} else {
			text = plan[i][0]-cost > plan[i][1]
		}
		dst = append(dst, text)
		cost = w.Switch
	}
	return dst, plan
}

// tells reports whether a paragraph tells what has happened or been said, and says nothing to its reader.
func (q *paragraph) tells() bool { return q.past > 0 && q.reader+q.site == 0 }

// gain returns what a paragraph brings as text rather than as the page's. Of what the rules know for certain it says
// nothing.
func (w *weights) gain(score float32, q *paragraph) float32 {
	switch {
	case ofText(q.kind) && q.tells():
		return score + w.News
	case ofText(q.kind):
		return score
	case q.restorable():
		return score - w.Rule
	case ofPage(q.kind):
		return min(score-w.Rule, 0)
	case beside(q.kind):
		return score + w.Beside
	}
	return 0
}
