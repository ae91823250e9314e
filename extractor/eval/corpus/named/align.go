package named

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
)

// Aligned is an annotated name as tokens of an analyzed document.
type Aligned struct {
	Tokens extractor.TokenRange
	Types  Types
	Unsure bool
}

// Align returns the names of a text as tokens of the document made of it. Names of dropped text are left out; of
// two that would share a token the first stays.
func Align(d *extractor.Document, t *Text) []Aligned {
	var all []Aligned
	for _, n := range t.Names {
		span, ok := d.Offsets.ToText(extractor.SourceSpan{Begin: extractor.SourceOffset(n.Begin), End: extractor.SourceOffset(n.End)})
		if !ok {
			continue
		}
		r := d.TokensIn(span)
		if r.Empty() || len(all) > 0 && all[len(all)-1].Tokens.Last > r.First {
			continue
		}
		all = append(all, Aligned{r, n.Types, n.Unsure})
	}
	return all
}

// Coarse names the class that all corpora share: PER, ORG, LOC (for any place), and MISC for the rest.
func (t Types) Coarse() string {
	switch {
	case t&Person != 0:
		return "PER"
	case t&Organization != 0:
		return "ORG"
	case t&Place != 0:
		return "LOC"
	}
	return "MISC"
}

// Spans are the names of a text as annotated and as found, in bytes of the text as received.
type Spans struct{ Gold, Predicted []eval.Span }

// Compare returns both sides with coarse labels, or with the entity types where fine is set (then every annotated name
// must have one type alone). What was found where the annotation is unsure is left out.
func Compare(d *extractor.Document, t *Text, fine bool) Spans {
	var s Spans
	var unsure []Name
	for _, n := range t.Names {
		if n.Unsure {
			unsure = append(unsure, n)
			continue
		}
		s.Gold = append(s.Gold, eval.Span{Begin: n.Begin, End: n.End, Label: label(n.Types, fine)})
	}
	for _, n := range d.Names {
		hull, ok := d.Offsets.Hull(d.SpanOf(n.Tokens))
		if !ok || overlapsAny(unsure, int(hull.Begin), int(hull.End)) {
			continue
		}
		s.Predicted = append(s.Predicted, eval.Span{Begin: int(hull.Begin), End: int(hull.End), Label: label(1<<n.Type, fine)})
	}
	return s
}

func label(t Types, fine bool) string {
	if !fine {
		return t.Coarse()
	}
	for e := extractor.EntityPerson; e <= extractor.EntityLanguage; e++ {
		if t.Has(e) {
			return e.String()
		}
	}
	return ""
}

func overlapsAny(names []Name, begin, end int) bool {
	for _, n := range names {
		if n.Begin < end && begin < n.End {
			return true
		}
	}
	return false
}

// Only returns the spans with one of the labels.
func Only(spans []eval.Span, labels ...string) []eval.Span {
	var kept []eval.Span
	for _, s := range spans {
		for _, l := range labels {
			if s.Label == l {
				kept = append(kept, s)
			}
		}
	}
	return kept
}
