package server

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// expectation is expected_*.json of the seed articles: facts that were marked by hand, in bytes of the file.
type expectation struct {
	Segments []struct {
		place
		Type, Level string
	} `json:"segments_other_than_body"`
	Entities []struct {
		Type     string
		TypeAlso []string `json:"type_also"`
		Mentions []expectedMention
		Level    string
	}
	Times []struct {
		place
		Value, Level string
	}
	Events []struct {
		Trigger    place
		Type       string
		TypeAlso   []string `json:"type_also"`
		Status     string
		StatusAlso []string `json:"status_also"`
		Level      string
	}
	Quotes []struct {
		Type  string
		Spans []place
		Level string
	}
}

type expectedMention struct {
	place
	Metonym string
}

type place struct{ Begin, End int32 }

func (p place) overlaps(spans ...*pb.Span) bool {
	return slices.ContainsFunc(spans, func(s *pb.Span) bool { return s.GetBeginOffset() < p.End && p.Begin < s.GetEndOffset() })
}

// tally counts what was found of what was expected.
type tally struct{ essential, essentialOf, all, allOf int }

func (c *tally) add(level string, found bool) {
	hit := map[bool]int{true: 1}[found]
	c.all, c.allOf = c.all+hit, c.allOf+1
	if level == "essential" {
		c.essential, c.essentialOf = c.essential+hit, c.essentialOf+1
	}
}

// TestSeeds sends the seed articles through the service and counts the expected facts that it finds.
func TestSeeds(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	seeds := filepath.Join(shared, "seeds")
	if _, err := os.Stat(seeds); err != nil {
		t.Skipf("no seed articles in %s; DATELINE_SHARED names the folder above them", seeds)
	}
	conn := serveEnglish(t, nil)
	var requests []*pb.AnalyzeArticlesRequest
	names := []string{"s0", "s1", "s2", "s3", "s4"}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(seeds, name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		requests = append(requests, articleRequest(name, string(content)))
	}
	responses, err := exchange(t, openStream(t, conn), requests...)
	if err != nil || len(responses) != len(names) {
		t.Fatalf("%d responses, %v", len(responses), err)
	}
	counts := map[string]*tally{"segments": {}, "entities": {}, "times": {}, "events": {}, "quotes": {}}
	for i, name := range names[:3] {
		data, err := os.ReadFile(filepath.Join(seeds, "expected_"+name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var want expectation
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		compare(t, name, &want, responses[i].GetAnalysis(), counts)
	}
	for _, kind := range []string{"segments", "entities", "times", "events", "quotes"} {
		c := counts[kind]
		t.Logf("%s: %d of %d essential, %d of %d in all", kind, c.essential, c.essentialOf, c.all, c.allOf)
		if mostly := kind == "segments" || kind == "entities" || kind == "times"; mostly && 3*c.essential < 2*c.essentialOf {
			t.Errorf("%s: fewer than two in three of the essential ones", kind)
		}
	}
}

// compare counts the facts of one article, by the matching rules of the seeds' README.
func compare(t *testing.T, name string, want *expectation, got *pb.Analysis, counts map[string]*tally) {
	count := func(kind, level string, p place, what string, found bool) {
		counts[kind].add(level, found)
		if !found {
			t.Logf("missed: %s %s [%d,%d) %s %s", name, kind, p.Begin, p.End, what, level)
		}
	}
	for _, w := range want.Segments {
		count("segments", w.Level, w.place, w.Type, slices.ContainsFunc(got.GetSegments(), func(g *pb.Segment) bool {
			middle := place{(w.Begin + w.End) / 2, (w.Begin+w.End)/2 + 1}
			return middle.overlaps(g.GetSpan()) && short(g.GetType().String(), "SEGMENT_TYPE_") == w.Type
		}))
	}
	for _, w := range want.Entities {
		entity := sameEntity(got.GetEntities(), func(g *pb.Entity) bool {
			return either(short(g.GetType().String(), "ENTITY_TYPE_"), w.Type, w.TypeAlso)
		}, w.Mentions)
		for _, m := range w.Mentions {
			count("entities", w.Level, m.place, w.Type, mentions(entity, m) || m.Metonym != "" && slices.ContainsFunc(got.GetEntities(), func(g *pb.Entity) bool {
				return slices.ContainsFunc(g.GetMentions(), func(x *pb.Mention) bool {
					return m.overlaps(x.GetSpans()...) && short(x.GetMetonym().String(), "METONYM_") == m.Metonym
				})
			}))
		}
	}
	for _, w := range want.Times {
		count("times", w.Level, w.place, w.Value, slices.ContainsFunc(got.GetTimes(), func(g *pb.TimeExpression) bool {
			return w.overlaps(g.GetSpans()...) && g.GetValue() == w.Value
		}))
	}
	for _, w := range want.Events {
		count("events", w.Level, w.Trigger, w.Type+" "+w.Status, slices.ContainsFunc(got.GetEvents(), func(g *pb.Event) bool {
			return either(short(g.GetType().String(), "EVENT_TYPE_"), w.Type, w.TypeAlso) &&
				either(short(g.GetStatus().String(), "EVENT_STATUS_"), w.Status, w.StatusAlso) &&
				slices.ContainsFunc(g.GetMentions(), func(x *pb.Trigger) bool { return w.Trigger.overlaps(x.GetSpans()...) })
		}))
	}
	for _, w := range want.Quotes {
		count("quotes", w.Level, w.Spans[0], w.Type, slices.ContainsFunc(got.GetQuotes(), func(g *pb.Quote) bool {
			return short(g.GetType().String(), "QUOTE_TYPE_") == w.Type &&
				!slices.ContainsFunc(w.Spans, func(p place) bool { return !p.overlaps(g.GetSpans()...) })
		}))
	}
}

// sameEntity returns the entity of an allowed type that holds most of the mentions; those that stand for something else
// count only where entities are level.
func sameEntity(all []*pb.Entity, allowed func(*pb.Entity) bool, of []expectedMention) *pb.Entity {
	var best *pb.Entity
	most := 0
	for _, g := range all {
		n := 0
		for _, m := range of {
			switch {
			case mentions(g, m) && m.Metonym == "":
				n += len(of)
			case mentions(g, m):
				n++
			}
		}
		if n > most && allowed(g) {
			best, most = g, n
		}
	}
	return best
}

func mentions(g *pb.Entity, m expectedMention) bool {
	return slices.ContainsFunc(g.GetMentions(), func(x *pb.Mention) bool { return m.overlaps(x.GetSpans()...) })
}

func either(got, want string, also []string) bool { return got == want || slices.Contains(also, got) }

func short(value, prefix string) string { return strings.TrimPrefix(value, prefix) }
