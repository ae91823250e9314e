package story

import (
	"cmp"
	"math"
	"reflect"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// copies are articles of one day that tell the same in the same words, as those of a wire service do: the first stands for
// all of them while their story is made.
type copies struct {
	// order is the place of each article in canonical order.
	order map[string]int
	// of lists the copies of an article, by its id.
	of map[string][]*Report
}

// foldCopies returns the reports without the copies of earlier ones, and the copies, nil where there are none.
func foldCopies(reports []*Report) ([]*Report, *copies) {
	first := make(map[uint64]*Report, len(reports))
	var distinct []*Report
	c := &copies{of: map[string][]*Report{}}
	for _, r := range reports {
		k := r.telling()
		if o := first[k]; o != nil && r.copies(o) {
			c.of[o.ArticleID] = append(c.of[o.ArticleID], r)
			continue
		}
		first[k] = r
		distinct = append(distinct, r)
	}
	if len(c.of) == 0 {
		return reports, nil
	}
	c.order = make(map[string]int, len(reports))
	for i, r := range reports {
		c.order[r.ArticleID] = i
	}
	return distinct, c
}

// copies reports whether an article that tells the same as another one is a copy of it: two that have little text in common
// but that are two sources.
func (r *Report) copies(o *Report) bool {
	return len(r.Events) == len(o.Events) && len(r.Doubtful) == len(o.Doubtful) && // whatever hashes say
		(r.Content != "" && r.Content == o.Content || resemblance(r.Shingles, o.Shingles) >= reprintThreshold)
}

// unfold puts the copies into a story that was made without them: they tell what the first one tells.
func (c *copies) unfold(s *Story) {
	s.ArticleIDs = c.with(s.ArticleIDs)
	for i := range s.Entities {
		s.Entities[i].ArticleIDs = c.with(s.Entities[i].ArticleIDs)
	}
	for i := range s.Events {
		e := &s.Events[i]
		for _, r := range slices.Clone(e.Reports) {
			for _, o := range c.of[r.ArticleID] {
				e.Reports = append(e.Reports, EventReport{ArticleID: o.ArticleID, Event: r.Event, Spans: o.event(r.Event).Spans})
			}
		}
		slices.SortStableFunc(e.Reports, func(a, b EventReport) int { return cmp.Compare(c.order[a.ArticleID], c.order[b.ArticleID]) })
	}
}

// with returns articles with their copies, in canonical order.
func (c *copies) with(ids []string) []string {
	out := slices.Clone(ids)
	for _, id := range ids {
		for _, o := range c.of[id] {
			out = append(out, o.ArticleID)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Compare(c.order[a], c.order[b]) })
	return out
}

// telling returns a hash of all that a story is made of: it is equal for articles that tell the same in the same words,
// whoever they come from, whatever stands before and after, and however often they use other words.
func (r *Report) telling() uint64 {
	if r.told == 0 {
		t := teller{report: r, hash: 14695981039346656037}
		if len(r.Events) > 0 && len(r.Events[0].Spans) > 0 {
			t.begin = int64(r.Events[0].Spans[0].Begin)
		}
		t.fields(reflect.ValueOf(r).Elem())
		r.told = max(t.hash, 1)
	}
	return r.told
}

// teller hashes values (FNV-1a of whole numbers), places in the text counted from one of them on.
type teller struct {
	report *Report
	begin  int64
	hash   uint64
}

func (t *teller) number(n uint64) { t.hash = (t.hash ^ n) * 1099511628211 }

func (t *teller) text(s string) {
	t.number(uint64(len(s)))
	for i := range len(s) {
		t.number(uint64(s[i]))
	}
}

// apartFromStory are the fields of a report that a story is not made of.
var apartFromStory = wordSet("ArticleID Outlet URI Content Terms Shingles")

var (
	spanType    = reflect.TypeFor[extractor.SourceSpan]()
	passageType = reflect.TypeFor[Passage]()
)

// fields hashes the fields of a structure; those that are not exported are no part of a report.
func (t *teller) fields(v reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if _, skip := apartFromStory[f.Name]; f.IsExported() && !skip {
			t.add(v.Field(i))
		}
	}
}

// add hashes a value with all that is in it.
func (t *teller) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		t.text(v.String())
	case reflect.Bool:
		t.number(uint64(bit(v.Bool())))
	case reflect.Float32, reflect.Float64:
		t.number(math.Float64bits(v.Float()))
	case reflect.Slice:
		t.number(uint64(v.Len()))
		for i := range v.Len() {
			t.add(v.Index(i))
		}
	case reflect.Struct:
		switch v.Type() {
		case spanType:
			if begin, end := v.Field(0).Int(), v.Field(1).Int(); begin < end {
				t.number(uint64(begin - t.begin))
				t.number(uint64(end - t.begin))
			} else {
				t.number(0)
			}
		case passageType:
			p := v.Addr().Interface().(*Passage)
			t.text(t.report.text(*p))
			t.add(v.FieldByName("Span"))
		default:
			t.fields(v)
		}
	default:
		if v.CanInt() {
			t.number(uint64(v.Int()))
		} else {
			t.number(v.Uint())
		}
	}
}
