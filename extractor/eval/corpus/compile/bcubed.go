package main

import "github.com/dateline-news/dateline/extractor/eval/corpus"

// bcubed is B³ (Bagga and Baldwin 1998) over the mentions that both readers
// marked, summed over articles.
type bcubed struct{ precision, recall, mentions float64 }

func (s *bcubed) compare(a, b *corpus.Annotation) {
	inA, inB := entityOf(a), entityOf(b)
	for m, ea := range inA {
		eb, ok := inB[m]
		if !ok {
			continue
		}
		var same, sizeA, sizeB float64
		for o, oa := range inA {
			ob, both := inB[o]
			if !both {
				continue
			}
			if oa == ea {
				sizeA++
			}
			if ob == eb {
				sizeB++
			}
			if oa == ea && ob == eb {
				same++
			}
		}
		s.mentions++
		s.precision += same / sizeB
		s.recall += same / sizeA
	}
}

func (s bcubed) f1() float64 {
	if s.mentions == 0 {
		return 1
	}
	p, r := s.precision/s.mentions, s.recall/s.mentions
	return 2 * p * r / (p + r)
}

func entityOf(a *corpus.Annotation) map[corpus.Span]string {
	out := map[corpus.Span]string{}
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			out[m.Span] = e.ID
		}
	}
	return out
}
