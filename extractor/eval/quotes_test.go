package eval

import "testing"

func TestQuotes(t *testing.T) {
	gold := []Quote{
		{Content: []Span{{0, 10, ""}}, Source: []Span{{12, 13, ""}}},
		{Content: []Span{{20, 24, ""}, {30, 36, ""}}, Source: []Span{{26, 27, ""}}},
	}
	predicted := []Quote{
		{Content: []Span{{1, 10, ""}}, Source: []Span{{12, 14, ""}}},
		{Content: []Span{{20, 24, ""}}, Source: []Span{{28, 29, ""}}},
		{Content: []Span{{50, 55, ""}}},
	}
	c := Quotes(gold, predicted)
	near(t, "content P", c.Content.Precision(), 13.0/18)
	near(t, "content R", c.Content.Recall(), 13.0/20)
	near(t, "found", c.Found.Recall(), 0.5)
	near(t, "source", c.Source.Value(), 1)
	near(t, "covered", c.Covered.Recall(), 13.0/20)
}
