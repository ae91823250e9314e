package story

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestBuildCopies sends one article under three ids: each is in the story and reports its event, and they are one source.
func TestBuildCopies(t *testing.T) {
	var reports []*Report
	for _, id := range []string{"a", "b", "c"} {
		r := visit(id, "Ingrid Solberg", "Alar Kask", "2019-05-11", "2019-05-10", extractor.StatusActual)
		r.Content = "Solberg visited Kask."
		r.Title = "Visit"
		reports = append(reports, r)
	}
	other := visit("bb", "Ingrid Solberg", "Alar Kask", "2019-05-11", "2019-05-10", extractor.StatusActual)
	reports = slices.Insert(reports, 2, other)
	s := testModel().Build("st", reports)
	if got := fmt.Sprint(s.ArticleIDs); got != "[a b bb c]" {
		t.Errorf("articles %s", got)
	}
	for _, e := range s.Entities {
		if got := fmt.Sprint(e.ArticleIDs); got != "[a b bb c]" {
			t.Errorf("%s is named by %s", e.Name, got)
		}
	}
	if len(s.Events) != 1 || len(s.Events[0].Reports) != 4 || s.Events[0].Reports[2].ArticleID != "bb" || s.Events[0].IndependentSources != 2 {
		t.Errorf("events %+v", s.Events)
	}
}

// TestTelling changes a report in each of its fields: those that a story is made of change what it tells, where it stands in
// the text does not.
func TestTelling(t *testing.T) {
	r := visit("a", "Ingrid Solberg", "Alar Kask", "2019-05-11", "2019-05-10", extractor.StatusActual)
	r.Content = "Solberg visited Kask."
	r.Events[0].Spans = []extractor.SourceSpan{{Begin: 8, End: 15}, {Begin: 16, End: 20}}
	r.Events[0].Passages = []Passage{{Text: "Solberg visited Kask.", Span: extractor.SourceSpan{Begin: 0, End: 21}}}
	r.Terms = []Term{{Lemma: "visit", Count: 1}}
	tells := func() uint64 { r.told = 0; return r.telling() }
	want := tells()
	checked := 0
	var change func(path string, v reflect.Value)
	change = func(path string, v reflect.Value) {
		old := reflect.ValueOf(v.Interface())
		switch v.Kind() {
		case reflect.Struct:
			if s, ok := v.Interface().(extractor.SourceSpan); ok && s.Empty() {
				return
			}
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					change(path+"."+f.Name, v.Field(i))
				}
			}
			return
		case reflect.Slice:
			for i := range v.Len() {
				change(fmt.Sprint(path, i), v.Index(i))
			}
			return
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Bool:
			v.SetBool(!v.Bool())
		case reflect.Float32:
			v.SetFloat(v.Float() + 1)
		default:
			if v.CanInt() {
				v.SetInt(v.Int() + 1)
			} else {
				v.SetUint(v.Uint() + 1)
			}
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(path, "."), ".")
		if _, skip := apartFromStory[strings.TrimRight(name, "0123456789")]; (tells() == want) != skip {
			t.Errorf("%s changes what is told: %v", path, skip)
		}
		checked++
		v.Set(old)
	}
	change("", reflect.ValueOf(r).Elem())
	if checked < 30 {
		t.Errorf("only %d values changed", checked)
	}
	moved := []*extractor.SourceSpan{&r.Events[0].Spans[0], &r.Events[0].Spans[1], &r.Events[0].Passages[0].Span}
	for _, s := range moved {
		s.Begin, s.End = s.Begin+40, s.End+40
	}
	if tells() != want {
		t.Error("the same words further on tell something else")
	}
}
