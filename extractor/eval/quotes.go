package eval

import "slices"

// Quote is reported speech as the scorer sees it. Spans are in whatever unit the caller counts.
type Quote struct {
	// Content are the spans of what is said.
	Content []Span
	// Source are all places that name the speaker, any of which will do; none when the speaker is unsaid.
	Source []Span
	Direct bool
}

// QuoteCounts holds what Quotes counts.
type QuoteCounts struct {
	// Found: quotes whose content overlaps by half or more of the longer side. Content: units of text of the contents
	// of paired quotes. Covered: units of text that some content covers, pairing apart.
	Found, Content, Covered Counts
	// Source: of the quotes found that have a source, those with the right one.
	Source Accuracy
}

// Add returns the sum of both.
func (c QuoteCounts) Add(o QuoteCounts) QuoteCounts {
	return QuoteCounts{c.Found.Add(o.Found), c.Content.Add(o.Content), c.Covered.Add(o.Covered), c.Source.Add(o.Source)}
}

// Quotes pairs the quotes of one article one to one, those that share most text first, and counts. Units must be
// the same on both sides: tokens (as in the CoNLL style of PolNeAR) or characters.
func Quotes(gold, predicted []Quote) QuoteCounts {
	var c QuoteCounts
	c.Content.Gold, c.Content.Predicted = contentSize(gold), contentSize(predicted)
	type pair struct{ g, p, shared int }
	var pairs []pair
	for g := range gold {
		for p := range predicted {
			if n := sharedUnits(gold[g].Content, predicted[p].Content); n > 0 {
				pairs = append(pairs, pair{g, p, n})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return b.shared - a.shared })
	usedG, usedP := map[int]bool{}, map[int]bool{}
	found := 0
	for _, x := range pairs {
		if usedG[x.g] || usedP[x.p] {
			continue
		}
		usedG[x.g], usedP[x.p] = true, true
		c.Content.GoldHit += float64(x.shared)
		c.Content.PredictedHit += float64(x.shared)
		if 2*x.shared < max(size(gold[x.g].Content), size(predicted[x.p].Content)) {
			continue
		}
		found++
		if len(gold[x.g].Source) > 0 {
			c.Source.See(overlapping(bare(gold[x.g].Source), bare(predicted[x.p].Source)) > 0)
		}
	}
	c.Found = Matched(found, len(gold), len(predicted))
	g, p := covered(gold), covered(predicted)
	both := 0
	for u := range g {
		if p[u] {
			both++
		}
	}
	c.Covered = Matched(both, len(g), len(p))
	return c
}

func size(spans []Span) int {
	n := 0
	for _, s := range spans {
		n += s.End - s.Begin
	}
	return n
}

func contentSize(quotes []Quote) float64 {
	n := 0
	for _, q := range quotes {
		n += size(q.Content)
	}
	return float64(n)
}

func sharedUnits(a, b []Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Begin, y.Begin))
		}
	}
	return n
}

func covered(quotes []Quote) map[int]bool {
	set := map[int]bool{}
	for _, q := range quotes {
		for _, s := range q.Content {
			for u := s.Begin; u < s.End; u++ {
				set[u] = true
			}
		}
	}
	return set
}
