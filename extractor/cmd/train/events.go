package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
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
	// foreignWeight is that of the foreign corpora but for ECB+.
	foreignWeight = 0.6
)

// Foreign corpora, whose notion of an event is not quite that of our own annotated news: more events a sentence.
const (
	foreignECB uint32 = iota + 1
	foreignLabelled
	foreignECBNews
	foreignInvented
)

// eventsTrainer learns stage/events, on the output of the stages before it.
func eventsTrainer() trainer {
	return trainer{
		Name:    "events",
		Doc:     "which words name events, in which sense; which mentions are one event; how sure",
		Corpora: []string{"wikinews", "plover_gsr", "ecbplus", "causal_news", "masc", "re3d", "invented"},
		Attribution: []string{"Wikinews contributors", "PLOVER gold standard records, Open Event Data Alliance",
			"ECB+, Cybulska and Vossen 2014", "Causal News Corpus V2, Tan et al.", "MASC, American National Corpus",
			"re3d, Dstl / Aleph Insights / Committed Software", "Dateline, invented news"},
		Licence: "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			if slices.Contains(j.Args, "main") {
				return refitMain(j)
			}
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

// eventDocuments analyzes the corpora up to their entities and joins them with what people marked.
func eventDocuments(j *job) ([]events.Training, error) {
	p, err := pipeline.Through("coref")
	if err != nil {
		return nil, err
	}
	b := eventBuilder{pipeline: p, groups: map[string]int{}}
	for _, read := range []func(shared string) error{b.wikinews, b.plover, b.ecb, b.ecbNews, b.invented, b.labelled, b.mainNews} {
		if err := read(j.Shared); err != nil {
			return nil, err
		}
	}
	return b.docs, nil
}

type eventBuilder struct {
	pipeline *extractor.Pipeline
	docs     []events.Training
	// groups numbers the topics.
	groups map[string]int
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

// addTo adds a document of a topic that has others: who learned from one has seen of all.
func (b *eventBuilder) addTo(topic string, t events.Training) {
	if _, ok := b.groups[topic]; !ok {
		b.groups[topic] = len(b.docs)
	}
	t.Options.Group = b.groups[topic]
	b.docs = append(b.docs, t)
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
		t := events.Training{Document: d, Options: events.Options{Weight: ecbWeight, Within: textSpans(d, a.Sentences...), Foreign: foreignECB, Untyped: true}}
		for i := range a.Mentions {
			if m := &a.Mentions[i]; m.Event() && m.Validated {
				t.Gold = append(t.Gold, events.Gold{Triggers: textSpans(d, m.Spans...)})
			}
		}
		b.addTo(topicOf(a.Topic), t)
		b.addTyped(d, a)
	}
	return nil
}

func topicOf(ecb int) string { return "ecb " + strconv.Itoa(ecb) }

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
		b.addTo(topicOf(a.Topic), t)
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
