package main

import (
	"fmt"
	"slices"

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
	sum, main := eval.EventCounts{}, eval.Accuracy{}
	var sure []certainty
	var w5 [4]eval.Accuracy
	err := eachNews(e, p, func(a *corpus.Annotated, d *extractor.Document) {
		gold, predicted := annotatedEvents(a), foundEvents(d)
		sum = sum.Add(eval.Events(gold, predicted))
		typed := eval.MatchEvents(gold, predicted, true)
		found := map[int]bool{}
		for _, m := range typed {
			found[m] = true
		}
		for m := range predicted {
			sure = append(sure, certainty{predicted[m].Confidence, found[m]})
		}
		for g := range a.Events {
			if a.Events[g].ID == a.MainEvent && d.MainEvent >= 0 {
				same := eval.MatchEvents(gold[g:g+1], predicted[d.MainEvent:d.MainEvent+1], false)
				main.See(len(same) == 1)
				four := fourAnswers(a, d, &gold[g], &predicted[d.MainEvent])
				for q := range four {
					if four[q] != eval.NotAsked {
						w5[q].See(four[q] == eval.Right)
					}
				}
				if e.Errors > 0 {
					showFour(e.Log, a, d, &gold[g], four)
				}
				if len(same) == 0 && e.Errors > 0 {
					fmt.Fprintf(e.Log, "MAIN %s: want %s, got %s\n", a.ID, goldWords(a, &gold[g]), d.Events[d.MainEvent].Summary)
				}
			}
		}
		if e.Errors > 0 {
			showEvents(e, a, d, gold, predicted)
		}
	})
	if err != nil {
		return nil, err
	}
	figures := []figure{
		{"events/wikinews/found_f1", sum.Found.F1()}, {"events/wikinews/found_precision", sum.Found.Precision()},
		{"events/wikinews/found_recall", sum.Found.Recall()}, {"events/wikinews/spotted_f1", sum.Spotted.F1()},
		{"events/wikinews/true_per_predicted", 1 / (1 + sum.FalsePerTrue())}, {"events/wikinews/false_per_true", sum.FalsePerTrue()},
		{"events/wikinews/status", sum.Status.Value()}, {"events/wikinews/time", sum.Time.Value()},
		{"events/wikinews/attributed_f1", sum.Attributed.F1()}, {"events/wikinews/attributed_recall", sum.Attributed.Recall()},
		{"events/wikinews/actor_f1", sum.Roles["ACTOR"].F1()}, {"events/wikinews/recipient_f1", sum.Roles["RECIPIENT"].F1()},
		{"events/wikinews/place_f1", sum.Roles["PLACE"].F1()}, {"events/wikinews/object_f1", sum.Roles["OBJECT"].F1()},
		{"events/wikinews/main_event", main.Value()}, {"events/wikinews/calibration", 1 - calibrationError(sure)},
	}
	for i, q := range eval.Questions {
		figures = append(figures, figure{"events/wikinews/" + q, w5[i].Value()})
	}
	return figures, nil
}

// annotatedEvents turns an annotation's events into the scorer's, in bytes of the source.
func annotatedEvents(a *corpus.Annotated) []eval.Event {
	mentions, values := mentionsByEntity(a), map[string]string{}
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
		for _, by := range g.Attributions {
			if by.Source != "" {
				e.Sources = append(e.Sources, mentions[by.Source])
			}
		}
		out = append(out, e)
	}
	return out
}

// foundEvents turns a document's events into the scorer's, in bytes of the source.
func foundEvents(d *extractor.Document) []eval.Event {
	var out []eval.Event
	for _, p := range d.Events {
		e := eval.Event{Type: p.Type.String(), Status: p.Status.String(), Time: p.Time, Confidence: float64(p.Confidence)}
		for _, t := range p.Triggers {
			e.Triggers = append(e.Triggers, inSource(d, t.Span))
		}
		for _, x := range p.Arguments {
			arg := eval.EventArgument{Role: x.Role.String()}
			if x.Entity >= 0 {
				for _, m := range d.Entities[x.Entity].Mentions {
					arg.Spans = append(arg.Spans, inSource(d, m.Span))
				}
			} else if !x.Span.Empty() {
				arg.Spans = append(arg.Spans, inSource(d, x.Span))
			}
			if x.Time >= 0 {
				arg.Value = d.Times[x.Time].Value
			}
			e.Arguments = append(e.Arguments, arg)
		}
		for _, by := range p.Attributions {
			e.Sources = append(e.Sources, sourceSpans(d, by))
		}
		out = append(out, e)
	}
	return out
}

// sourceSpans returns the places that name who says so.
func sourceSpans(d *extractor.Document, by extractor.Attribution) []eval.Span {
	var out []eval.Span
	if by.Entity >= 0 {
		for _, m := range d.Entities[by.Entity].Mentions {
			out = append(out, inSource(d, m.Span))
		}
	} else if !by.Source.Empty() {
		out = append(out, inSource(d, d.SpanOf(by.Source)))
	}
	return out
}
