package extractor

import (
	"context"
	"fmt"
	"slices"
)

// Pipeline is a valid list of stages. It is immutable and safe for concurrent use.
type Pipeline struct {
	stages []Stage
}

// NewPipeline joins stages in the order given. It refuses a stage without name, doc or Run, a need that no
// earlier stage meets, and a layer provided twice.
func NewPipeline(stages ...Stage) (*Pipeline, error) {
	if err := Validate(stages); err != nil {
		return nil, err
	}
	return &Pipeline{slices.Clone(stages)}, nil
}

// Validate reports the first fault of a list of stages: see NewPipeline.
func Validate(stages []Stage) error {
	provider := map[Layer]string{}
	for i, s := range stages {
		if s.Name == "" || s.Doc == "" || s.Run == nil || len(s.Provides) == 0 {
			return fmt.Errorf("stage %d (%q): name, doc, Run and Provides must be set", i, s.Name)
		}
		for _, l := range s.Requires {
			if provider[l] == "" {
				return fmt.Errorf("stage %s requires layer %q, which no earlier stage provides", s.Name, l)
			}
		}
		for _, l := range s.Provides {
			if p := provider[l]; p != "" {
				return fmt.Errorf("stage %s provides layer %q, which %s provides already", s.Name, l, p)
			}
			provider[l] = s.Name
		}
	}
	return nil
}

// Stages returns the stages in order.
func (p *Pipeline) Stages() []Stage { return slices.Clone(p.stages) }

// For returns the pipeline of those stages alone that the wanted layers need.
func (p *Pipeline) For(want ...Layer) *Pipeline {
	need := map[Layer]bool{}
	for _, l := range want {
		need[l] = true
	}
	var keep []Stage
	for _, s := range slices.Backward(p.stages) {
		if !slices.ContainsFunc(s.Provides, func(l Layer) bool { return need[l] }) {
			continue
		}
		for _, l := range s.Requires {
			need[l] = true
		}
		keep = append(keep, s)
	}
	slices.Reverse(keep)
	return &Pipeline{keep}
}

// Analyze runs the stages over an article. Errors are wrapped with the name of the stage at fault; a context
// that ends yields its error.
func (p *Pipeline) Analyze(ctx context.Context, a *Article) (*Document, error) {
	d := NewDocument(a)
	if err := p.Run(ctx, d); err != nil {
		return nil, err
	}
	return d, nil
}

// Run runs the stages over a document that has none of their layers yet.
func (p *Pipeline) Run(ctx context.Context, d *Document) error {
	for i := range p.stages {
		if err := ctx.Err(); err != nil {
			return err
		}
		s := &p.stages[i]
		if !s.applies(d) {
			continue
		}
		if err := s.Run(ctx, d); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	return nil
}

// applies reports whether the stage has anything to do: after cleanup, an article in another language, or
// without text, only gets its publication day.
func (s *Stage) applies(d *Document) bool {
	if slices.Contains(s.Provides, LayerText) || slices.Contains(s.Provides, LayerTimes) {
		return true
	}
	return d.English && d.Text != ""
}
