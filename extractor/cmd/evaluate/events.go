package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// eventsScorer measures stage/events on our own annotated news (dev), ECB+ (dev topics, validated sentences) and the
// PLOVER gold standard records (learned from too: see the trainer's cross-validated score).
func eventsScorer() scorer {
	return scorer{
		Name: "events",
		Doc:  "events: type and trigger, status, roles, time, main event, calibration",
		Score: func(e *env) ([]figure, error) {
			p, err := pipeline.English()
			if err != nil {
				return nil, err
			}
			var out []figure
			for _, score := range []func(*env, *extractor.Pipeline) ([]figure, error){wikinewsEvents, ploverEvents, ecbEvents} {
				figures, err := score(e, p)
				if err != nil {
					return nil, err
				}
				out = append(out, figures...)
			}
			return out, nil
		},
	}
}

func wikinewsEvents(e *env, p *extractor.Pipeline) ([]figure, error) {
	articles, err := corpus.Wikinews(e.Shared)
	if err != nil {
		return nil, err
	}
	sum, main := eval.EventCounts{}, eval.Accuracy{}
	var sure []certainty
	var w5 [4]eval.Accuracy
	for i := range articles {
		a := &articles[i]
		if a.Split != "dev" || a.Depth != "full" {
			continue
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Title: a.Title, Content: a.Content[:a.Through], PublishTime: a.PublishTime})
		if err != nil {
			return nil, err
		}
		gold, predicted := annotatedEvents(a), foundEvents(d)
		sum = sum.Add(eval.Events(gold, predicted))
		typed := eval.MatchEvents(gold, predicted, true)
		right := map[int]bool{}
		for _, m := range typed {
			right[m] = true
		}
		for m := range predicted {
			sure = append(sure, certainty{predicted[m].Confidence, right[m]})
		}
		for g := range a.Events {
			if a.Events[g].ID == a.MainEvent && d.MainEvent >= 0 {
				same := eval.MatchEvents(gold[g:g+1], predicted[d.MainEvent:d.MainEvent+1], false)
				main.See(len(same) == 1)
				askFour(&w5, &gold[g], &predicted[d.MainEvent], len(same) == 1)
				if e.Errors > 0 {
					fmt.Fprintf(e.Log, "FOUR %s | %s | want %s\n", a.Content[:min(len(a.Content), 330)], d.Events[d.MainEvent].Summary, wanted(a, &gold[g]))
				}
				if len(same) == 0 && e.Errors > 0 {
					fmt.Fprintf(e.Log, "MAIN %s: want %s, got %s\n", a.ID, goldWords(a, &gold[g]), d.Events[d.MainEvent].Summary)
				}
			}
		}
		if e.Errors > 0 {
			showEvents(e, a, d, gold, predicted)
		}
	}
	figures := []figure{
		{"events/wikinews/found_f1", sum.Found.F1()}, {"events/wikinews/found_precision", sum.Found.Precision()},
		{"events/wikinews/found_recall", sum.Found.Recall()}, {"events/wikinews/spotted_f1", sum.Spotted.F1()},
		{"events/wikinews/true_per_predicted", 1 / (1 + sum.FalsePerTrue())},
		{"events/wikinews/status", sum.Status.Value()}, {"events/wikinews/time", sum.Time.Value()},
		{"events/wikinews/actor_f1", sum.Roles["ACTOR"].F1()}, {"events/wikinews/recipient_f1", sum.Roles["RECIPIENT"].F1()},
		{"events/wikinews/place_f1", sum.Roles["PLACE"].F1()}, {"events/wikinews/object_f1", sum.Roles["OBJECT"].F1()},
		{"events/wikinews/main_event", main.Value()}, {"events/wikinews/calibration", 1 - calibrationError(sure)},
	}
	for i, q := range []string{"who", "what", "when", "where"} {
		figures = append(figures, figure{"events/wikinews/" + q, w5[i].Value()})
	}
	return figures, nil
}

// askFour asks the first four questions of the main event: who did what, when, where. Questions that the annotation
// does not answer are not asked.
func askFour(w *[4]eval.Accuracy, gold, predicted *eval.Event, what bool) {
	for i, role := range []string{"ACTOR", "", "TIME", "PLACE"} {
		if role == "" {
			w[i].See(what)
			continue
		}
		if role == "TIME" {
			if gold.Time != "" {
				w[i].See(day(gold.Time) == day(predicted.Time))
			}
			continue
		}
		if asked, right := answers(gold, predicted, role); asked {
			w[i].See(right)
		}
	}
}

func answers(gold, predicted *eval.Event, role string) (asked, right bool) {
	for _, g := range gold.Arguments {
		if g.Role != role {
			continue
		}
		asked = true
		for _, p := range predicted.Arguments {
			if p.Role == role && eval.RelaxedSpans(bareSpans(g.Spans), bareSpans(p.Spans)).GoldHit > 0 {
				right = true
			}
		}
	}
	return asked, right
}

func bareSpans(s []eval.Span) []eval.Span { return eval.Unlabelled(s) }

func day(s string) string { return s[:min(len(s), 10)] }

// certainty is how sure an event was, and whether it was right.
type certainty struct {
	confidence float64
	right      bool
}

// calibrationError is the expected calibration error over ten bins (Naeini et al. 2015).
func calibrationError(all []certainty) float64 {
	var n, sum, right [10]float64
	for _, c := range all {
		b := min(9, int(c.confidence*10))
		n[b]++
		sum[b] += c.confidence
		if c.right {
			right[b]++
		}
	}
	e := 0.0
	for b := range n {
		e += math.Abs(sum[b]-right[b]) / math.Max(1, float64(len(all)))
	}
	return e
}

// annotatedEvents turns an annotation's events into the scorer's, in bytes of the source.
func annotatedEvents(a *corpus.Annotated) []eval.Event {
	mentions, values := map[string][]eval.Span{}, map[string]string{}
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			mentions[e.ID] = append(mentions[e.ID], eval.Span{Begin: m.Span.Begin, End: m.Span.End})
		}
	}
	for _, t := range a.Times {
		values[t.ID] = t.Value
	}
	var out []eval.Event
	for _, g := range a.Events {
		e := eval.Event{Type: g.Type, Status: g.Status, Time: g.Time}
		for _, t := range g.Triggers {
			e.Triggers = append(e.Triggers, eval.Span{Begin: t.Span.Begin, End: t.Span.End})
		}
		for _, x := range g.Args {
			arg := eval.EventArgument{Role: x.Role, Spans: slices.Clone(mentions[x.Target]), Value: values[x.Target]}
			if x.Span != nil {
				arg.Spans = append(arg.Spans, eval.Span{Begin: x.Span.Begin, End: x.Span.End})
			}
			if len(arg.Spans) > 0 || arg.Value != "" {
				e.Arguments = append(e.Arguments, arg)
			}
		}
		out = append(out, e)
	}
	return out
}

// foundEvents turns a document's events into the scorer's, in bytes of the source.
func foundEvents(d *extractor.Document) []eval.Event {
	source := func(s extractor.TextSpan) eval.Span {
		h, _ := d.Offsets.Hull(s)
		return eval.Span{Begin: int(h.Begin), End: int(h.End)}
	}
	var out []eval.Event
	for _, p := range d.Events {
		e := eval.Event{Type: p.Type.String(), Status: p.Status.String(), Time: p.Time, Confidence: float64(p.Confidence)}
		for _, t := range p.Triggers {
			e.Triggers = append(e.Triggers, source(t.Span))
		}
		for _, x := range p.Arguments {
			arg := eval.EventArgument{Role: x.Role.String()}
			if x.Entity >= 0 {
				for _, m := range d.Entities[x.Entity].Mentions {
					arg.Spans = append(arg.Spans, source(m.Span))
				}
			} else if !x.Span.Empty() {
				arg.Spans = append(arg.Spans, source(x.Span))
			}
			if x.Time >= 0 {
				arg.Value = d.Times[x.Time].Value
			}
			e.Arguments = append(e.Arguments, arg)
		}
		out = append(out, e)
	}
	return out
}

// ploverEvents: whether the surest event of each record has the right type, and the parties overlap.
func ploverEvents(e *env, p *extractor.Pipeline) ([]figure, error) {
	records, err := corpus.PLOVER(e.Shared)
	if err != nil {
		return nil, err
	}
	var typ, any, actor, recipient eval.Accuracy
	var log io.Writer
	if e.Errors > 0 {
		log = e.Log
	}
	for _, r := range records {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: r.Text})
		if err != nil {
			return nil, err
		}
		right := func(ev *extractor.Event) bool {
			for _, t := range []string{ev.Type.String(), ev.StrictPLOVER.String()} {
				if t == r.Event || slices.Contains(r.Also, t) {
					return true
				}
			}
			return false
		}
		best := surest(d)
		any.See(slices.ContainsFunc(d.Events, func(ev extractor.Event) bool { return right(&ev) }))
		ok := best >= 0 && right(&d.Events[best])
		typ.See(ok)
		if best < 0 {
			best = 0
		}
		if len(d.Events) > 0 {
			seeParties(log, &actor, d, &d.Events[best], extractor.RoleActor, r.Actors, r.Text)
			seeParties(log, &recipient, d, &d.Events[best], extractor.RoleRecipient, r.Recipients, r.Text)
		}
		if !ok && e.Errors > 0 {
			fmt.Fprintf(e.Log, "PLOVER want %s %v got %s | %s\n", r.Event, r.Also, eventList(d), r.Text)
		}
	}
	return []figure{
		{"events/plover/type", typ.Value()}, {"events/plover/type_anywhere", any.Value()},
		{"events/plover/actor", actor.Value()}, {"events/plover/recipient", recipient.Value()},
	}, nil
}

func surest(d *extractor.Document) int {
	best := -1
	for i := range d.Events {
		if best < 0 || d.Events[i].Confidence > d.Events[best].Confidence {
			best = i
		}
	}
	return best
}

func eventList(d *extractor.Document) string {
	var b strings.Builder
	for i := range d.Events {
		fmt.Fprintf(&b, " %s:%s:%.2f", d.Events[i].Type, d.TextOf(d.Events[i].Triggers[0].Span), d.Events[i].Confidence)
	}
	return b.String()
}

// seeParties asks whether some argument of the role, or another mention of the same entity, shares a word's place with
// one of the phrases.
func seeParties(log io.Writer, a *eval.Accuracy, d *extractor.Document, ev *extractor.Event, role extractor.ArgumentRole, phrases []string, text string) {
	if len(phrases) == 0 {
		return
	}
	right := false
	for _, phrase := range phrases {
		at := strings.Index(text, phrase)
		if at < 0 {
			continue
		}
		want := eval.Span{Begin: at, End: at + len(phrase)}
		for _, x := range ev.Arguments {
			spans := []extractor.TextSpan{x.Span}
			if x.Entity >= 0 {
				for _, m := range d.Entities[x.Entity].Mentions {
					spans = append(spans, m.Span)
				}
			}
			for _, span := range spans {
				h, ok := d.Offsets.Hull(span)
				if x.Role == role && ok && int(h.Begin) < want.End && want.Begin < int(h.End) {
					right = true
				}
			}
		}
	}
	a.See(right)
	if !right && log != nil {
		fmt.Fprintf(log, "PARTY %s want %q in %s | %s\n", role, phrases, ev.Summary, text)
	}
}

// ecbEvents: mentions of events in the validated sentences, whatever their type; a mention is right when it shares a
// token with one that is marked, one to one.
func ecbEvents(e *env, p *extractor.Pipeline) ([]figure, error) {
	docs, err := corpus.ECBPlus(e.Shared, func(topic int) bool { return slices.Contains(corpus.ECBDevTopics, topic) })
	if err != nil {
		return nil, err
	}
	sum := eval.Counts{}
	missed, invented := map[string]int{}, map[string]int{}
	for _, a := range docs {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: a.Text})
		if err != nil {
			return nil, err
		}
		var gold []eval.Event
		for i := range a.Mentions {
			if m := &a.Mentions[i]; m.Event() && m.Validated {
				g := eval.Event{}
				for _, s := range m.Spans {
					g.Triggers = append(g.Triggers, eval.Span{Begin: s.Begin, End: s.End})
				}
				gold = append(gold, g)
			}
		}
		var predicted []eval.Event
		for _, ev := range d.Events {
			for _, t := range ev.Triggers {
				h, _ := d.Offsets.Hull(t.Span)
				at := eval.Span{Begin: int(h.Begin), End: int(h.End)}
				if slices.ContainsFunc(a.Sentences, func(s corpus.Span) bool { return s.Begin < at.End && at.Begin < s.End }) {
					predicted = append(predicted, eval.Event{Triggers: []eval.Span{at}})
				}
			}
		}
		match := eval.MatchEvents(gold, predicted, false)
		sum = sum.Add(eval.Matched(len(match), len(gold), len(predicted)))
		if e.Errors > 0 {
			taken := map[int]bool{}
			for _, m := range match {
				taken[m] = true
			}
			for g := range gold {
				if _, ok := match[g]; !ok {
					missed[a.Text[gold[g].Triggers[0].Begin:gold[g].Triggers[0].End]]++
				}
			}
			for m := range predicted {
				if !taken[m] {
					invented[a.Text[predicted[m].Triggers[0].Begin:predicted[m].Triggers[0].End]]++
				}
			}
		}
	}
	if e.Errors > 0 {
		fmt.Fprintln(e.Log, "ECB missed", most(missed), "\nECB invented", most(invented))
	}
	return []figure{{"events/ecbplus/mention_f1", sum.F1()}, {"events/ecbplus/mention_precision", sum.Precision()}, {"events/ecbplus/mention_recall", sum.Recall()}}, nil
}

// most lists the most frequent words.
func most(counts map[string]int) string {
	var words []string
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	var b strings.Builder
	for _, w := range words[:min(100, len(words))] {
		fmt.Fprintf(&b, "%s:%d ", w, counts[w])
	}
	return b.String()
}

// wanted shows the annotated answers to who, when, where.
func wanted(a *corpus.Annotated, e *eval.Event) string {
	words := goldWords(a, e) + " " + e.Time
	for _, x := range e.Arguments {
		if len(x.Spans) > 0 && x.Role != "TIME" {
			words += " " + x.Role + "=" + a.Content[x.Spans[0].Begin:x.Spans[0].End]
		}
	}
	return words
}

func goldWords(a *corpus.Annotated, e *eval.Event) string {
	words := e.Type
	for _, t := range e.Triggers {
		words += " " + a.Content[t.Begin:t.End]
	}
	return words
}

// showEvents prints what was missed, confused and invented in an article.
func showEvents(e *env, a *corpus.Annotated, d *extractor.Document, gold, predicted []eval.Event) {
	typed, spotted := eval.MatchEvents(gold, predicted, true), eval.MatchEvents(gold, predicted, false)
	fmt.Fprintln(e.Log, "=====", a.ID)
	used := map[int]bool{}
	for g := range gold {
		p, ok := typed[g]
		if ok {
			used[p] = true
			if gold[g].Status != predicted[p].Status {
				fmt.Fprintln(e.Log, "STATUS", gold[g].Status, "not", predicted[p].Status, goldWords(a, &gold[g]), "|", d.Events[p].Summary)
			}
			continue
		}
		if p, ok := spotted[g]; ok {
			used[p] = true
			fmt.Fprintln(e.Log, "TYPE", goldWords(a, &gold[g]), "| not", d.Events[p].Summary)
			continue
		}
		fmt.Fprintln(e.Log, "MISS", goldWords(a, &gold[g]))
	}
	for p := range predicted {
		if !used[p] {
			kind := "FALSE"
			for g := range gold {
				if len(eval.MatchEvents(gold[g:g+1], predicted[p:p+1], false)) > 0 {
					kind = "TWICE " + goldWords(a, &gold[g]) + " ="
				}
			}
			fmt.Fprintf(e.Log, "%s %.2f %s %s | %s\n", kind, predicted[p].Confidence, d.TextOf(d.Events[p].Triggers[0].Span), d.Events[p].Summary, d.TextOf(d.SpanOf(d.Sentences[d.Events[p].Triggers[0].Sentence].Tokens)))
		}
	}
}
