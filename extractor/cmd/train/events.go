package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/events"
)

// Weights of the corpora: our own annotated news counts in full, the others lend words to it.
const (
	ploverWeight = 0.6
	ecbWeight    = 0.25
	typedWeight  = 0.4
)

// eventsTrainer learns stage/events, on the output of the stages before it.
func eventsTrainer() trainer {
	return trainer{
		Name:    "events",
		Doc:     "which words name events, in which sense; which mentions are one event; how sure",
		Corpora: []string{"wikinews", "plover_gsr", "ecbplus"},
		Attribution: []string{"Wikinews contributors", "PLOVER gold standard records, Open Event Data Alliance",
			"ECB+, Cybulska and Vossen 2014"},
		Licence: "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			docs, err := eventDocuments(j)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(j.Log, "%d documents\n", len(docs))
			if slices.Contains(j.Args, "cv") {
				return nil, crossValidateEvents(j, docs)
			}
			m, err := events.Train(docs, j.Seed, j.Log)
			if err != nil {
				return nil, err
			}
			return &product{Model: m}, nil
		},
	}
}

// crossValidateEvents prints of how many PLOVER records the surest event has the right type, and one of the right actors
// and recipients, each record judged by a model that was trained without it. It writes no model: `train events cv`.
func crossValidateEvents(j *job, docs []events.Training) error {
	models, err := events.CrossValidate(docs, j.Seed, j.Log)
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
	types, all := 0, 0
	var hits, asked [extractor.RoleRecipient + 1]int
	for i := range docs {
		t := &docs[i]
		if !t.Options.PositivesOnly {
			continue
		}
		if err := stages[t.Options.Group%len(stages)].Run(context.Background(), t.Document); err != nil {
			return err
		}
		all++
		best := surest(t.Document)
		if best >= 0 && (t.Gold[0].Is(t.Document.Events[best].Type) || t.Gold[0].Is(t.Document.Events[best].StrictPLOVER)) {
			types++
		}
		for _, role := range []extractor.ArgumentRole{extractor.RoleActor, extractor.RoleRecipient} {
			if want, right := hasParty(t.Document, best, &t.Gold[0], role); want {
				asked[role]++
				if right {
					hits[role]++
				}
			}
		}
	}
	return fmt.Errorf("no model written: cross-validated on PLOVER records: type %d of %d, actor %d of %d, recipient %d of %d",
		types, all, hits[extractor.RoleActor], asked[extractor.RoleActor], hits[extractor.RoleRecipient], asked[extractor.RoleRecipient])
}

// surest returns the event with the highest confidence, -1 for none.
func surest(d *extractor.Document) int {
	best := -1
	for i := range d.Events {
		if best < 0 || d.Events[i].Confidence > d.Events[best].Confidence {
			best = i
		}
	}
	return best
}

// eventDocuments analyzes the corpora up to their entities and joins them with what people marked.
func eventDocuments(j *job) ([]events.Training, error) {
	p, err := pipeline.Through("coref")
	if err != nil {
		return nil, err
	}
	b := eventBuilder{pipeline: p}
	if err := b.wikinews(j.Shared); err != nil {
		return nil, err
	}
	if err := b.plover(j.Shared); err != nil {
		return nil, err
	}
	if err := b.ecb(j.Shared); err != nil {
		return nil, err
	}
	return b.docs, nil
}

type eventBuilder struct {
	pipeline *extractor.Pipeline
	docs     []events.Training
}

func (b *eventBuilder) analyze(a *extractor.Article) (*extractor.Document, error) {
	d, err := b.pipeline.Analyze(context.Background(), a)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.ID, err)
	}
	return d, nil
}

func (b *eventBuilder) add(t events.Training) {
	t.Options.Group = len(b.docs)
	b.docs = append(b.docs, t)
}

func (b *eventBuilder) wikinews(shared string) error {
	articles, err := corpus.Wikinews(shared)
	if err != nil {
		return err
	}
	for _, a := range articles {
		if a.Split != "train" || a.Depth != "full" {
			continue
		}
		d, err := b.analyze(&extractor.Article{ID: a.ID, Title: a.Title, Content: a.Content[:a.Through], PublishTime: a.PublishTime})
		if err != nil {
			return err
		}
		t := events.Training{Document: d, Options: events.Options{Weight: 1}, Clustered: true, Judged: true}
		for _, g := range a.Events {
			typ, _ := extractor.ParseEventType(g.Type)
			e := events.Gold{Type: typ, Time: g.Time, Main: g.ID == a.MainEvent && a.MainEvent != ""}
			for _, m := range g.Triggers {
				e.Triggers = append(e.Triggers, textSpans(d, m.Span)...)
			}
			e.Arguments = goldArguments(d, &a, &g)
			t.Gold = append(t.Gold, e)
		}
		b.add(t)
	}
	return nil
}

// plover takes each record as an article of one sentence in which one event is marked.
func (b *eventBuilder) plover(shared string) error {
	records, err := corpus.PLOVER(shared)
	if err != nil {
		return err
	}
	for _, r := range records {
		d, err := b.analyze(&extractor.Article{ID: r.ID, Content: r.Text})
		if err != nil {
			return err
		}
		typ, _ := extractor.ParseEventType(r.Event)
		e := events.Gold{Type: typ}
		for _, also := range r.Also {
			if t, ok := extractor.ParseEventType(also); ok {
				e.Also = append(e.Also, t)
			}
		}
		e.Triggers = textSpans(d, r.EventSpans...)
		e.Arguments = append(parties(d, extractor.RoleActor, r.Text, r.Actors), parties(d, extractor.RoleRecipient, r.Text, r.Recipients)...)
		b.add(events.Training{Document: d, Gold: []events.Gold{e}, Options: events.Options{Weight: ploverWeight, PositivesOnly: true}, Judged: true})
	}
	return nil
}

// ecb takes the training topics: where events are, not of what type.
func (b *eventBuilder) ecb(shared string) error {
	docs, err := corpus.ECBPlus(shared, func(topic int) bool { return !slices.Contains(corpus.ECBDevTopics, topic) })
	if err != nil {
		return err
	}
	for _, a := range docs {
		d, err := b.analyze(&extractor.Article{ID: a.File, Content: a.Text})
		if err != nil {
			return err
		}
		t := events.Training{Document: d, Options: events.Options{Weight: ecbWeight, Within: textSpans(d, a.Sentences...), Foreign: true}}
		for i := range a.Mentions {
			if m := &a.Mentions[i]; m.Event() && m.Validated {
				t.Gold = append(t.Gold, events.Gold{Triggers: textSpans(d, m.Spans...)})
			}
		}
		b.add(t)
		b.addTyped(d, a)
	}
	return nil
}

// addTyped takes what our own labels say of a document of ECB+: which of its events are some of ours, and of what type.
func (b *eventBuilder) addTyped(d *extractor.Document, a corpus.ECBDocument) {
	t := events.Training{Document: d, Options: events.Options{Weight: typedWeight, Within: textSpans(d, a.Sentences...)}, Judged: true}
	labelled := false
	at := map[string]int{}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		labelled = labelled || m.Label != ""
		name, _, _ := strings.Cut(m.Label, "/")
		typ, ok := extractor.ParseEventType(name)
		if !ok {
			continue
		}
		happening := m.Instance + name
		if _, ok := at[happening]; !ok {
			at[happening] = len(t.Gold)
			t.Gold = append(t.Gold, events.Gold{Type: typ})
		}
		g := &t.Gold[at[happening]]
		g.Triggers = append(g.Triggers, textSpans(d, m.Spans...)...)
	}
	if labelled {
		b.add(t)
	}
}

// textSpans returns the clean text under spans of the source; parts without any are left out.
func textSpans(d *extractor.Document, spans ...corpus.Span) []extractor.TextSpan {
	var out []extractor.TextSpan
	for _, s := range spans {
		if span, ok := d.Offsets.ToText(extractor.SourceSpan{Begin: extractor.SourceOffset(s.Begin), End: extractor.SourceOffset(s.End)}); ok && !span.Empty() {
			out = append(out, span)
		}
	}
	return out
}
