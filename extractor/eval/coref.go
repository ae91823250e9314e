package eval

// Chain is an entity: the mentions that mean it, each at most once. Labels of the spans are ignored.
type Chain []Span

// CoreferenceCounts holds the three measures of the CoNLL-2012 shared task. Sums over documents are micro
// averages, as the reference scorer (reference-coreference-scorers v8.01) takes them.
type CoreferenceCounts struct{ MUC, B3, CEAF Counts }

// Add returns the sum of both.
func (c CoreferenceCounts) Add(o CoreferenceCounts) CoreferenceCounts {
	return CoreferenceCounts{c.MUC.Add(o.MUC), c.B3.Add(o.B3), c.CEAF.Add(o.CEAF)}
}

// CoNLL is the mean of the three F1, in 0..1.
func (c CoreferenceCounts) CoNLL() float64 { return (c.MUC.F1() + c.B3.F1() + c.CEAF.F1()) / 3 }

// Coreference scores the chains of one document with predicted mentions: MUC (Vilain et al. 1995), B³ (Bagga and
// Baldwin 1998) and entity CEAF with φ4 (Luo 2005). Mentions match when both ends are equal. Chains of one
// mention count as they are given: leave them out on both sides where the corpus does not annotate them
// (OntoNotes, OntoGUM; see WithoutSingletons).
func Coreference(gold, predicted []Chain) CoreferenceCounts {
	g, p := chainsByMention(gold), chainsByMention(predicted)
	muc := Counts{
		GoldHit: links(gold, p), Gold: possibleLinks(gold),
		PredictedHit: links(predicted, g), Predicted: possibleLinks(predicted),
	}
	b3 := Counts{
		GoldHit: bCubed(gold, predicted, p), Gold: mentions(gold),
		PredictedHit: bCubed(predicted, gold, g), Predicted: mentions(predicted),
	}
	return CoreferenceCounts{MUC: muc, B3: b3, CEAF: ceaf(gold, predicted, p)}
}

// WithoutSingletons returns the chains of two mentions or more.
func WithoutSingletons(chains []Chain) []Chain {
	var kept []Chain
	for _, c := range chains {
		if len(c) > 1 {
			kept = append(kept, c)
		}
	}
	return kept
}

// place is a mention without its label.
type place struct{ begin, end int }

func placeOf(s Span) place { return place{s.Begin, s.End} }

// chainsByMention tells for each mention which chain holds it.
func chainsByMention(chains []Chain) map[place]int {
	m := map[place]int{}
	for i, c := range chains {
		for _, s := range c {
			m[placeOf(s)] = i
		}
	}
	return m
}

func mentions(chains []Chain) float64 {
	n := 0
	for _, c := range chains {
		n += len(c)
	}
	return float64(n)
}

// possibleLinks is the number of links that hold the chains together.
func possibleLinks(chains []Chain) float64 {
	n := 0
	for _, c := range chains {
		n += max(0, len(c)-1)
	}
	return float64(n)
}

// links counts the links of chains that the other side has too: a chain's size less the parts into which the
// other side cuts it, a missing mention being a part of its own.
func links(chains []Chain, other map[place]int) float64 {
	n := 0
	for _, c := range chains {
		parts := map[int]bool{}
		alone := 0
		for _, s := range c {
			if i, ok := other[placeOf(s)]; ok {
				parts[i] = true
			} else {
				alone++
			}
		}
		n += max(0, len(c)-len(parts)-alone)
	}
	return float64(n)
}

// bCubed sums over the mentions of chains the share of their chain that the other side's chain holds.
func bCubed(chains, others []Chain, other map[place]int) float64 {
	sum := 0.0
	for _, c := range chains {
		shared := map[int]int{}
		for _, s := range c {
			if i, ok := other[placeOf(s)]; ok {
				shared[i]++
			}
		}
		for i := range others {
			k := float64(shared[i])
			sum += k * k / float64(len(c))
		}
	}
	return sum
}

// ceaf aligns the chains one to one so that the sum of φ4 = 2·|shared| / (|gold| + |predicted|) is greatest.
func ceaf(gold, predicted []Chain, p map[place]int) Counts {
	similarity := make([][]float64, len(gold))
	for i, c := range gold {
		similarity[i] = make([]float64, len(predicted))
		for _, s := range c {
			if j, ok := p[placeOf(s)]; ok {
				similarity[i][j] += 2 / float64(len(c)+len(predicted[j]))
			}
		}
	}
	best := assignment(similarity)
	return Counts{best, best, float64(len(gold)), float64(len(predicted))}
}
