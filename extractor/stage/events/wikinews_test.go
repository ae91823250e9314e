package events_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/events"
	"github.com/dateline-news/dateline/extractor/stage/quotes"
)

func shared(t testing.TB) string {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "wikinews")); err != nil {
		t.Skip("no shared data: set DATELINE_SHARED")
	}
	return dir
}

func stages(t testing.TB) (q, e extractor.Stage) {
	model, _ := os.ReadFile(os.Getenv("EVENTS_MODEL"))
	e, err := events.New(model)
	if err != nil {
		t.Fatal(err)
	}
	return quotes.New(), e
}

// goldLayers gives a document the entities and times of its annotation.
func goldLayers(d *extractor.Document, an *corpus.Annotated) map[string]int32 {
	ids := map[string]int32{}
	d.PublishTime = extractor.PublishTime{Value: an.PublishDate}
	text := func(s corpus.Span) (extractor.TokenRange, extractor.TextSpan, bool) {
		span, ok := d.Offsets.ToText(extractor.SourceSpan{Begin: extractor.SourceOffset(s.Begin), End: extractor.SourceOffset(s.End)})
		if !ok || span.Empty() {
			return extractor.TokenRange{}, span, false
		}
		r := d.TokensIn(span)
		return r, span, !r.Empty()
	}
	for _, t := range an.Times {
		if r, span, ok := text(t.Span); ok {
			typ := map[string]extractor.TimeType{"DATE": extractor.TimeDate, "TIME": extractor.TimeTime, "DURATION": extractor.TimeDuration, "SET": extractor.TimeSet}[t.Type]
			d.Times = append(d.Times, extractor.TimeExpression{Span: span, Tokens: r, Type: typ, Value: t.Value, AnchorTime: -1})
		}
	}
	slices.SortFunc(d.Times, func(a, b extractor.TimeExpression) int { return cmp.Compare(a.Span.Begin, b.Span.Begin) })
	for _, g := range an.Entities {
		typ, _ := extractor.ParseEntityType(g.Type)
		e := extractor.Entity{Type: typ}
		if g.Name != nil {
			e.Name = an.Text(*g.Name)
		}
		for _, m := range g.Mentions {
			r, span, ok := text(m.Span)
			if !ok {
				continue
			}
			mt := map[string]extractor.MentionType{"PROPER": extractor.MentionProper, "COMMON": extractor.MentionCommon, "PRONOUN": extractor.MentionPronoun}[m.Type]
			head := r.First
			for i := r.First; i < r.Last; i++ {
				if h := d.Arcs[i].Head; !r.Contains(int(h)) {
					head = i
				}
			}
			e.Mentions = append(e.Mentions, extractor.Mention{Tokens: r, Span: span, Head: head, Type: mt})
			if mt == extractor.MentionProper {
				d.Names = append(d.Names, extractor.Name{Tokens: r, Type: typ, Confidence: 1})
			}
		}
		if len(e.Mentions) > 0 {
			ids[g.ID] = int32(len(d.Entities))
			d.Entities = append(d.Entities, e)
		}
	}
	slices.SortFunc(d.Names, func(a, b extractor.Name) int { return cmp.Compare(a.Tokens.First, b.Tokens.First) })
	return ids
}

// goldEvents turns an annotation's events into the scorer's.
func goldEvents(an *corpus.Annotated) []eval.Event {
	mentions := map[string][]eval.Span{}
	for _, e := range an.Entities {
		for _, m := range e.Mentions {
			mentions[e.ID] = append(mentions[e.ID], eval.Span{Begin: m.Span.Begin, End: m.Span.End})
		}
	}
	values := map[string]string{}
	for _, t := range an.Times {
		values[t.ID] = t.Value
	}
	var out []eval.Event
	for _, g := range an.Events {
		e := eval.Event{Type: g.Type, Status: g.Status, Time: g.Time}
		for _, t := range g.Triggers {
			e.Triggers = append(e.Triggers, eval.Span{Begin: t.Span.Begin, End: t.Span.End})
		}
		for _, a := range g.Args {
			arg := eval.EventArgument{Role: a.Role, Spans: mentions[a.Target], Value: values[a.Target]}
			if a.Span != nil {
				arg.Spans = append(slices.Clone(arg.Spans), eval.Span{Begin: a.Span.Begin, End: a.Span.End})
			}
			if len(arg.Spans) > 0 || arg.Value != "" {
				e.Arguments = append(e.Arguments, arg)
			}
		}
		out = append(out, e)
	}
	return out
}

// predictedEvents turns a document's events into the scorer's, in source offsets.
func predictedEvents(d *extractor.Document) []eval.Event {
	src := func(s extractor.TextSpan) eval.Span {
		h, _ := d.Offsets.Hull(s)
		return eval.Span{Begin: int(h.Begin), End: int(h.End)}
	}
	var out []eval.Event
	for _, p := range d.Events {
		e := eval.Event{Type: p.Type.String(), Status: p.Status.String(), Time: p.Time, Confidence: float64(p.Confidence)}
		for _, t := range p.Triggers {
			e.Triggers = append(e.Triggers, src(t.Span))
		}
		for _, a := range p.Arguments {
			arg := eval.EventArgument{Role: a.Role.String()}
			if a.Entity >= 0 {
				for _, m := range d.Entities[a.Entity].Mentions {
					arg.Spans = append(arg.Spans, src(m.Span))
				}
			} else if !a.Span.Empty() {
				arg.Spans = append(arg.Spans, src(a.Span))
			}
			if a.Time >= 0 {
				arg.Value = d.Times[a.Time].Value
			}
			e.Arguments = append(e.Arguments, arg)
		}
		out = append(out, e)
	}
	return out
}

// TestWikinewsGold measures on the annotated news with the annotation's entities and times.
func TestWikinewsGold(t *testing.T) {
	split := os.Getenv("SPLIT")
	if split == "" {
		t.Skip("set SPLIT=train or dev to measure")
	}
	articles, err := corpus.Wikinews(shared(t))
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.English()
	if err != nil {
		t.Fatal(err)
	}
	p = p.For(extractor.LayerTree)
	q, e := stages(t)
	sum := eval.EventCounts{}
	main, mains := 0, 0
	for i := range articles {
		an := &articles[i]
		if an.Split != split || an.Depth != "full" {
			continue
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Title: an.Title, Content: an.Content[:an.Through], PublishTime: an.PublishTime})
		if err != nil {
			t.Fatal(err)
		}
		goldLayers(d, an)
		q.Run(context.Background(), d)
		e.Run(context.Background(), d)
		gold, predicted := goldEvents(an), predictedEvents(d)
		c := eval.Events(gold, predicted)
		sum = sum.Add(c)
		if os.Getenv("SHOW") != "" {
			show(an, d, gold, predicted)
		}
		for g := range an.Events {
			if an.Events[g].ID == an.MainEvent && an.MainEvent != "" {
				mains++
				if m, ok := eval.MatchEvents(gold, predicted, false)[g]; ok && int32(m) == d.MainEvent {
					main++
				}
			}
		}
	}
	report(sum)
	fmt.Printf("main event %d of %d\n", main, mains)
}

func report(c eval.EventCounts) {
	fmt.Println("found  ", c.Found, "false per true", c.FalsePerTrue())
	fmt.Println("spotted", c.Spotted)
	fmt.Printf("status %.3f of %d, time %.3f of %d\n", c.Status.Value(), c.Status.Total, c.Time.Value(), c.Time.Total)
	for _, r := range []string{"ACTOR", "RECIPIENT", "PLACE", "TIME", "OBJECT", "TOPIC"} {
		fmt.Println(r, c.Roles[r])
	}
	var types []string
	for k := range c.Types {
		types = append(types, k)
	}
	slices.Sort(types)
	for _, k := range types {
		fmt.Printf("%-16s %v pred %.0f\n", k, c.Types[k], c.Types[k].Predicted)
	}
	type conf struct {
		k [2]string
		n int
	}
	var cs []conf
	for k, n := range c.Confused {
		cs = append(cs, conf{k, n})
	}
	slices.SortFunc(cs, func(a, b conf) int { return cmp.Or(b.n-a.n, cmp.Compare(a.k[0]+a.k[1], b.k[0]+b.k[1])) })
	for _, x := range cs[:min(25, len(cs))] {
		fmt.Print(x.k, x.n, " ")
	}
	fmt.Println()
}

func show(an *corpus.Annotated, d *extractor.Document, gold, predicted []eval.Event) {
	typed := eval.MatchEvents(gold, predicted, true)
	spotted := eval.MatchEvents(gold, predicted, false)
	used := map[int]bool{}
	fmt.Println("=====", an.ID)
	words := func(e eval.Event) string {
		s := ""
		for _, t := range e.Triggers {
			s += " " + an.Content[t.Begin:t.End]
		}
		return s
	}
	for g := range gold {
		p, ok := typed[g]
		if ok {
			used[p] = true
			note := ""
			if gold[g].Status != predicted[p].Status {
				note = " STATUS " + gold[g].Status + " not " + predicted[p].Status
			}
			showArguments(an, d, gold[g], predicted[p])
			fmt.Println("ok   ", gold[g].Type, words(gold[g]), "|", words(predicted[p]), note)
			continue
		}
		if p, ok := spotted[g]; ok {
			used[p] = true
			fmt.Println("TYPE ", gold[g].Type, "not", predicted[p].Type, words(gold[g]), "|", words(predicted[p]))
			continue
		}
		fmt.Println("MISS ", gold[g].Type, words(gold[g]))
	}
	for p := range predicted {
		if !used[p] {
			kind := "FALSE"
			for g := range gold {
				for _, x := range gold[g].Triggers {
					for _, y := range predicted[p].Triggers {
						if x.Begin < y.End && y.Begin < x.End {
							kind = "DUP " + gold[g].Type + words(gold[g]) + " ="
						}
					}
				}
			}
			fmt.Printf(kind+" %s %s %.2f | %s\n", predicted[p].Type, words(predicted[p]), predicted[p].Confidence, d.TextOf(d.SpanOf(d.Sentences[d.Events[p].Triggers[0].Sentence].Tokens)))
		}
	}
}

// TestTrainGold trains on the annotated news with the annotation's entities, for experiments.
func TestTrainGold(t *testing.T) {
	out := os.Getenv("TRAIN")
	if out == "" {
		t.Skip("set TRAIN=file to train")
	}
	articles, err := corpus.Wikinews(shared(t))
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.English()
	if err != nil {
		t.Fatal(err)
	}
	p = p.For(extractor.LayerTree)
	q, _ := stages(t)
	var docs []events.Training
	for i := range articles {
		an := &articles[i]
		if an.Split != "train" || an.Depth != "full" {
			continue
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Title: an.Title, Content: an.Content[:an.Through], PublishTime: an.PublishTime})
		if err != nil {
			t.Fatal(err)
		}
		goldLayers(d, an)
		q.Run(context.Background(), d)
		docs = append(docs, events.Training{Document: d, Gold: goldTriggers(d, an), Options: events.Options{Weight: 1, Group: i}, Clustered: true, Judged: true})
	}
	model, err := events.Train(docs, 1, os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(out, model, 0o644); err != nil {
		t.Fatal(err)
	}
}

func goldTriggers(d *extractor.Document, an *corpus.Annotated) []events.Gold {
	var gold []events.Gold
	for _, g := range an.Events {
		typ, _ := extractor.ParseEventType(g.Type)
		e := events.Gold{Type: typ}
		for _, t := range g.Triggers {
			if span, ok := d.Offsets.ToText(extractor.SourceSpan{Begin: extractor.SourceOffset(t.Span.Begin), End: extractor.SourceOffset(t.Span.End)}); ok {
				e.Triggers = append(e.Triggers, span)
			}
		}
		gold = append(gold, e)
	}
	return gold
}

// showArguments prints the arguments of a matched pair that differ.
func showArguments(an *corpus.Annotated, d *extractor.Document, gold, predicted eval.Event) {
	words := func(a eval.EventArgument) string {
		if len(a.Spans) == 0 {
			return a.Value
		}
		return an.Content[a.Spans[0].Begin:a.Spans[0].End]
	}
	differ := ""
	for _, role := range []string{"ACTOR", "RECIPIENT", "PLACE", "TIME"} {
		g, p := "", ""
		for _, a := range gold.Arguments {
			if a.Role == role {
				g += words(a) + "; "
			}
		}
		for _, a := range predicted.Arguments {
			if a.Role == role {
				if role == "TIME" {
					p += a.Value + "; "
				} else {
					p += words(a) + "; "
				}
			}
		}
		if role == "TIME" {
			g, p = gold.Time, predicted.Time
		}
		if g != p {
			differ += fmt.Sprintf(" %s want %q got %q", role, g, p)
		}
	}
	if differ != "" {
		s := ""
		for _, t := range gold.Triggers {
			s += " [" + an.Content[t.Begin:t.End] + "]" + an.Content[max(0, t.Begin-110):min(len(an.Content), t.End+110)]
			break
		}
		fmt.Println("ARGS ", gold.Type, differ, "//", s)
	}
}
