package eval

import (
	"cmp"
	"slices"
)

// Span is a half-open range with a label, in whatever unit the caller counts (bytes, code points, tokens); the
// gold and predicted sides must count alike. An empty label is a label like any other.
type Span struct {
	Begin, End int
	Label      string
}

// Spans counts spans whose ends and label are exactly right (the measure of CoNLL-2002 and MUC-7's strictest
// reading). A span that occurs twice on one side counts once for each match on the other. Neither slice is
// changed.
//
// With gold {0 11 PERSON} for “Ingrid Solberg” and predicted {0 6 PERSON}, nothing is right.
func Spans(gold, predicted []Span) Counts {
	return Matched(common(sortedSpans(gold), sortedSpans(predicted)), len(gold), len(predicted))
}

// SpansByLabel is Spans for each label that occurs on either side.
func SpansByLabel(gold, predicted []Span) map[string]Counts {
	g, p := byLabel(gold), byLabel(predicted)
	scores := map[string]Counts{}
	for label, spans := range g {
		scores[label] = Spans(spans, p[label])
	}
	for label, spans := range p {
		if _, seen := g[label]; !seen {
			scores[label] = Spans(nil, spans)
		}
	}
	return scores
}

// Unlabelled returns copies of the spans without labels, to score the boundaries alone.
func Unlabelled(spans []Span) []Span {
	bare := make([]Span, len(spans))
	for i, s := range spans {
		bare[i] = Span{s.Begin, s.End, ""}
	}
	return bare
}

// RelaxedSpans counts a span as right when it overlaps a span of the same label on the other side, each side on
// its own (TempEval-3's relaxed match): recall over gold, precision over predicted.
func RelaxedSpans(gold, predicted []Span) Counts {
	return Counts{
		GoldHit:      float64(overlapping(gold, predicted)),
		PredictedHit: float64(overlapping(predicted, gold)),
		Gold:         float64(len(gold)),
		Predicted:    float64(len(predicted)),
	}
}

func overlapping(spans, others []Span) int {
	n := 0
	for _, s := range spans {
		if slices.ContainsFunc(others, func(o Span) bool { return s.Label == o.Label && s.Begin < o.End && o.Begin < s.End }) {
			n++
		}
	}
	return n
}

func sortedSpans(spans []Span) []Span {
	sorted := slices.Clone(spans)
	slices.SortFunc(sorted, compareSpans)
	return sorted
}

func compareSpans(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.End, b.End), cmp.Compare(a.Label, b.Label))
}

// common counts the items that two sorted lists share.
func common(a, b []Span) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch c := compareSpans(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}

func byLabel(spans []Span) map[string][]Span {
	m := map[string][]Span{}
	for _, s := range spans {
		m[s.Label] = append(m[s.Label], s)
	}
	return m
}
