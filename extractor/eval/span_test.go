package eval

import "testing"

func TestSpans(t *testing.T) {
	gold := []Span{{0, 14, "PERSON"}, {20, 27, "GPE"}, {30, 34, "ORG"}}
	predicted := []Span{{30, 34, "GPE"}, {0, 14, "PERSON"}, {20, 26, "GPE"}, {40, 44, "GPE"}}
	c := Spans(gold, predicted)
	near(t, "P", c.Precision(), 1.0/4)
	near(t, "R", c.Recall(), 1.0/3)
	near(t, "unlabelled P", Spans(Unlabelled(gold), Unlabelled(predicted)).Precision(), 2.0/4)
	relaxed := RelaxedSpans(gold, predicted)
	near(t, "relaxed P", relaxed.Precision(), 2.0/4)
	near(t, "relaxed R", relaxed.Recall(), 2.0/3)
	byLabel := SpansByLabel(gold, predicted)
	if byLabel["PERSON"].F1() != 1 || byLabel["GPE"].F1() != 0 || byLabel["ORG"].Gold != 1 {
		t.Errorf("by label: %v", byLabel)
	}
}

func TestSpansCountsADuplicateOnce(t *testing.T) {
	c := Spans([]Span{{0, 1, ""}}, []Span{{0, 1, ""}, {0, 1, ""}})
	near(t, "P", c.Precision(), 0.5)
	near(t, "F1 of nothing", Spans(nil, nil).F1(), 0)
}
