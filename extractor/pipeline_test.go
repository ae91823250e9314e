package extractor

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func stage(name string, requires, provides []Layer, run func(*Document) error) Stage {
	return Stage{Name: name, Doc: "A stage for tests.", Requires: requires, Provides: provides,
		Run: func(_ context.Context, d *Document) error { return run(d) }}
}

func nothing(*Document) error { return nil }

func TestValidateRefuses(t *testing.T) {
	text := stage("cleanup", nil, []Layer{LayerText}, nothing)
	for _, c := range []struct {
		name   string
		stages []Stage
		want   string
	}{
		{"an unmet need", []Stage{stage("tag", []Layer{LayerTokens}, []Layer{LayerTags}, nothing)}, `requires layer "tokens"`},
		{"a layer twice", []Stage{text, stage("again", nil, []Layer{LayerText}, nothing)}, "cleanup provides already"},
		{"no doc", []Stage{{Name: "x", Provides: []Layer{LayerText}, Run: text.Run}}, "must be set"},
	} {
		err := Validate(c.stages)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", c.name, err, c.want)
		}
	}
}

func TestPipelineForKeepsWhatIsNeeded(t *testing.T) {
	var ran []string
	log := func(name string, requires, provides []Layer) Stage {
		return stage(name, requires, provides, func(d *Document) error {
			ran = append(ran, name)
			d.English, d.Text = true, "x"
			return nil
		})
	}
	p, err := NewPipeline(
		log("cleanup", nil, []Layer{LayerText}),
		log("segment", []Layer{LayerText}, []Layer{LayerTokens}),
		log("names", []Layer{LayerTokens}, []Layer{LayerNames}),
		log("times", []Layer{LayerTokens}, []Layer{LayerTimes}),
	)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.For(LayerTimes).Analyze(context.Background(), &Article{Content: "x"}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(ran, " "); got != "cleanup segment times" {
		t.Errorf("ran %q", got)
	}
}

func TestPipelineWrapsErrors(t *testing.T) {
	p, err := NewPipeline(stage("cleanup", nil, []Layer{LayerText}, func(*Document) error {
		return &FieldError{Field: "article.content", Reason: "EMPTY", Detail: "is empty"}
	}))
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Analyze(context.Background(), &Article{})
	if !errors.Is(err, ErrInvalid) || !strings.HasPrefix(err.Error(), "cleanup: ") {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err = p.Analyze(ctx, &Article{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: got %v", err)
	}
}
