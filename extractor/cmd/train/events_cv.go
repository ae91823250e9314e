package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/cmd/internal/lessons"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/stage/events"
)

// crossValidateEvents measures the trainer on documents that it did not learn from, in five folds, and writes no model:
// `train events cv`. With `errors` it lists what was missed and invented in our own news; with `half` it learns from
// every other document of theirs, which tells whether more of them would help.
func crossValidateEvents(j *job, docs []events.Training) error {
	learned := docs
	if slices.Contains(j.Args, "half") {
		learned = halfOfNews(docs)
	}
	models, err := events.CrossValidate(learned, j.Seed, j.Log)
	if err != nil {
		return err
	}
	var stages []extractor.Stage
	for _, m := range models {
		s, err := events.New(m)
		if err != nil {
			return err
		}
		stages = append(stages, s)
	}
	errors := io.Discard
	if slices.Contains(j.Args, "errors") {
		errors = j.Log
	}
	var news newsScore
	var records recordScore
	for i := range docs {
		t := &docs[i]
		if !isNews(t) && !t.Options.PositivesOnly {
			continue
		}
		if err := stages[t.Options.Group%len(stages)].Run(context.Background(), t.Document); err != nil {
			return err
		}
		if isNews(t) {
			news.see(t, errors)
		} else {
			records.see(t)
		}
	}
	news.print(j.Log)
	return fmt.Errorf("no model written: cross-validated on PLOVER records: type %d of %d, actor %d of %d, recipient %d of %d",
		records.types, records.all, records.hits[extractor.RoleActor], records.asked[extractor.RoleActor], records.hits[extractor.RoleRecipient], records.asked[extractor.RoleRecipient])
}

// isNews reports whether a document is one of our own annotated news.
func isNews(t *events.Training) bool { return t.Clustered && t.Options.Foreign == 0 }

// halfOfNews leaves out every other document of our own news.
func halfOfNews(docs []events.Training) []events.Training {
	var out []events.Training
	n := 0
	for i := range docs {
		if isNews(&docs[i]) {
			if n++; n/5%2 == 0 {
				continue
			}
		}
		out = append(out, docs[i])
	}
	return out
}

// newsScore is what is found in our own news by models that have not seen the article.
type newsScore struct {
	sum eval.EventCounts
	// chains compares which mentions are one event.
	chains eval.CoreferenceCounts
	sure   [10]struct{ n, sum, right float64 }
	// main counts the articles whose main event is found.
	main eval.Accuracy
	// four counts the answers to who, what, when and where of the main event.
	four [4]eval.Accuracy
	// nowhere counts the main events without a place that are told without one.
	nowhere eval.Accuracy
	// wrong counts the events told that are right in words but not in type, and those that repeat one told before.
	wrongType, twice, invented int
}

func (s *newsScore) see(t *events.Training, errors io.Writer) {
	gold, told := goldEvents(t), toldEvents(t.Document)
	s.sum = s.sum.Add(eval.Events(gold, told))
	s.chains = s.chains.Add(eval.Coreference(chains(gold, gold), chains(told, gold)))
	for g := range gold {
		if t.Gold[g].Main && t.Document.MainEvent >= 0 {
			m := t.Document.MainEvent
			s.main.See(len(eval.MatchEvents(gold[g:g+1], told[m:m+1], false)) == 1)
			s.ask(t.Document, &gold[g], &told[m], errors)
		}
	}
	right := map[int]bool{}
	found := eval.MatchEvents(gold, told, true)
	for g := range gold {
		if p, ok := found[g]; ok {
			right[p] = true
			showRoles(t.Document, &gold[g], &told[p], errors)
		}
	}
	spotted := eval.MatchEvents(gold, told, false)
	kind := map[int]string{}
	for g, p := range spotted {
		if !right[p] {
			kind[p] = "TYPE " + gold[g].Type
		}
	}
	for p := range told {
		b := &s.sure[min(9, int(told[p].Confidence*10))]
		b.n, b.sum = b.n+1, b.sum+told[p].Confidence
		if right[p] {
			b.right++
			continue
		}
		if kind[p] == "" {
			for g := range gold {
				if len(eval.MatchEvents(gold[g:g+1], told[p:p+1], false)) > 0 {
					kind[p] = "TWICE " + gold[g].Type
				}
			}
		}
		switch {
		case kind[p] == "":
			kind[p] = "FALSE"
			s.invented++
		case kind[p][:4] == "TYPE":
			s.wrongType++
		default:
			s.twice++
		}
		fmt.Fprintf(errors, "%s %.2f %s | %s\n", kind[p], told[p].Confidence, words(t.Document, &told[p]), sentence(t.Document, told[p].Triggers[0]))
	}
	for g := range gold {
		_, some := spotted[g]
		if _, ok := found[g]; !ok && len(gold[g].Triggers) > 0 {
			kind := "MISSED"
			if some {
				kind = "MISSED-TYPE"
			}
			fmt.Fprintf(errors, "%s %s | %s\n", kind, words(t.Document, &gold[g]), sentence(t.Document, gold[g].Triggers[0]))
		}
	}
}

// ask counts what a reader learns of the main event.
func (s *newsScore) ask(d *extractor.Document, gold, told *eval.Event, errors io.Writer) {
	var sentences []eval.Span
	for i := range d.Sentences {
		sentences = append(sentences, span(d.SpanOf(d.Sentences[i].Tokens)))
	}
	if len(gold.InRole("PLACE")) == 0 {
		s.nowhere.See(len(told.InRole("PLACE")) == 0)
	}
	for q, answer := range eval.FourAnswers(d.Text, sentences, gold, told) {
		if answer == eval.NotAsked {
			continue
		}
		if s.four[q].See(answer == eval.Right); answer == eval.Wrong {
			fmt.Fprintf(errors, "%s not answered: want %s, told %s | %s\n", eval.Questions[q], roleWords(d, gold), roleWords(d, told), sentence(d, gold.Triggers[0]))
		}
	}
}

// showRoles lists who lacks a role and who has it wrongly.
func showRoles(d *extractor.Document, gold, told *eval.Event, errors io.Writer) {
	for _, role := range []string{"ACTOR", "RECIPIENT", "PLACE", "OBJECT"} {
		show := func(kind string, of, in []eval.EventArgument) {
			for _, x := range of {
				if len(x.Spans) > 0 && !eval.SameArguments([]eval.EventArgument{x}, in) {
					fmt.Fprintf(errors, "%s %s %q: %s | %s\n", role, kind, d.TextOf(textSpan(x.Spans[0])), roleWords(d, told), sentence(d, told.Triggers[0]))
				}
			}
		}
		show("missed", gold.InRole(role), told.InRole(role))
		show("invented", told.InRole(role), gold.InRole(role))
	}
}

// roleWords are those of an event, its time and its arguments.
func roleWords(d *extractor.Document, e *eval.Event) string {
	out := words(d, e) + " " + e.Time
	for i := range e.Arguments {
		if arg := &e.Arguments[i]; len(arg.Spans) > 0 {
			out += fmt.Sprintf(" %s=%q", arg.Role, d.TextOf(textSpan(arg.Spans[0])))
		}
	}
	return out
}

func (s *newsScore) print(log io.Writer) {
	off, n := 0.0, 0.0
	for _, b := range s.sure {
		off, n = off+math.Abs(b.sum-b.right), n+b.n
	}
	f := s.sum.Found
	fmt.Fprintf(log, "cross-validated on our own news: F %.4f P %.4f R %.4f false per true %.4f, whatever the type F %.4f P %.4f R %.4f, calibration error %.4f; main event %.4f, mentions CoNLL %.4f MUC P %.4f R %.4f B3 P %.4f R %.4f; false: %d of another type, %d told twice, %d invented; who %.4f what %.4f when %.4f where %.4f nowhere %.4f; ACTOR %v, RECIPIENT %v, PLACE %v, OBJECT %v\n",
		f.F1(), f.Precision(), f.Recall(), s.sum.FalsePerTrue(), s.sum.Spotted.F1(), s.sum.Spotted.Precision(), s.sum.Spotted.Recall(), off/math.Max(1, n), s.main.Value(), s.chains.CoNLL(), s.chains.MUC.Precision(), s.chains.MUC.Recall(), s.chains.B3.Precision(), s.chains.B3.Recall(), s.wrongType, s.twice, s.invented, s.four[0].Value(), s.four[1].Value(), s.four[2].Value(), s.four[3].Value(), s.nowhere.Value(), s.sum.Roles["ACTOR"], s.sum.Roles["RECIPIENT"], s.sum.Roles["PLACE"], s.sum.Roles["OBJECT"])
}

// chains returns the mentions of events; each is put at the one of the gold events that it overlaps.
func chains(of, gold []eval.Event) []eval.Chain {
	seen := map[eval.Span]bool{}
	var out []eval.Chain
	for i := range of {
		var c eval.Chain
		for _, t := range of[i].Triggers {
			for g := range gold {
				for _, at := range gold[g].Triggers {
					if at.Begin < t.End && t.Begin < at.End {
						t = at
					}
				}
			}
			if !seen[t] {
				seen[t], c = true, append(c, t)
			}
		}
		if len(c) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// goldEvents turns what people marked into the scorer's events.
func goldEvents(t *events.Training) []eval.Event {
	var out []eval.Event
	for i := range t.Gold {
		e := eval.Event{Type: t.Gold[i].Type.String(), Time: t.Gold[i].Time}
		for _, s := range t.Gold[i].Triggers {
			e.Triggers = append(e.Triggers, span(s))
		}
		for _, x := range t.Gold[i].Arguments {
			arg := eval.EventArgument{Role: x.Role.String()}
			for _, s := range x.Spans {
				arg.Spans = append(arg.Spans, span(s))
			}
			e.Arguments = append(e.Arguments, arg)
		}
		out = append(out, e)
	}
	return out
}

// toldEvents turns a document's events into the scorer's.
func toldEvents(d *extractor.Document) []eval.Event {
	var out []eval.Event
	for i := range d.Events {
		e := eval.Event{Type: d.Events[i].Type.String(), Time: d.Events[i].Time, Confidence: float64(d.Events[i].Confidence)}
		for _, t := range d.Events[i].Triggers {
			e.Triggers = append(e.Triggers, span(t.Span))
		}
		for _, x := range d.Events[i].Arguments {
			e.Arguments = append(e.Arguments, toldArgument(d, &x))
		}
		out = append(out, e)
	}
	return out
}

// toldArgument is an argument with all the places that name it.
func toldArgument(d *extractor.Document, x *extractor.Argument) eval.EventArgument {
	arg := eval.EventArgument{Role: x.Role.String()}
	if x.Entity >= 0 {
		for _, m := range d.Entities[x.Entity].Mentions {
			arg.Spans = append(arg.Spans, span(m.Span))
		}
	} else if !x.Span.Empty() {
		arg.Spans = append(arg.Spans, span(x.Span))
	}
	if x.Time >= 0 {
		arg.Value = d.Times[x.Time].Value
	}
	return arg
}

func span(s extractor.TextSpan) eval.Span { return eval.Span{Begin: int(s.Begin), End: int(s.End)} }

func textSpan(s eval.Span) extractor.TextSpan {
	return extractor.TextSpan{Begin: extractor.TextOffset(s.Begin), End: extractor.TextOffset(s.End)}
}

func words(d *extractor.Document, e *eval.Event) string {
	out := e.Type
	for _, t := range e.Triggers {
		out += " " + d.TextOf(textSpan(t))
	}
	return out
}

// sentence is the one that holds a trigger.
func sentence(d *extractor.Document, at eval.Span) string {
	for i := range d.Sentences {
		if s := d.SpanOf(d.Sentences[i].Tokens); s.Overlaps(textSpan(at)) {
			return d.TextOf(s)
		}
	}
	return ""
}

// recordScore counts of how many PLOVER records the surest event has the right type, and one of the right actors and
// recipients.
type recordScore struct {
	types, all  int
	hits, asked [extractor.RoleRecipient + 1]int
}

func (s *recordScore) see(t *events.Training) {
	s.all++
	best := lessons.Surest(t.Document)
	if best >= 0 && (t.Gold[0].Is(t.Document.Events[best].Type) || t.Gold[0].Is(t.Document.Events[best].StrictPLOVER)) {
		s.types++
	}
	for _, role := range []extractor.ArgumentRole{extractor.RoleActor, extractor.RoleRecipient} {
		if want, right := hasParty(t.Document, best, &t.Gold[0], role); want {
			s.asked[role]++
			if right {
				s.hits[role]++
			}
		}
	}
}
