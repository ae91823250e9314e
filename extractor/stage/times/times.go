package times

import (
	"context"
	"sync"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// New returns the stage. It compiles the rules, and panics when the embedded files are at fault: the tests run
// every rule.
func New() extractor.Stage {
	g, err := newGrammar()
	if err != nil {
		panic("times: " + err.Error())
	}
	f := &finder{grammar: g, kinds: kindsOf(g.lex), words: newTenseWords()}
	f.pool.New = func() any { return new(scratch) }
	return extractor.Stage{
		Name:     "times",
		Doc:      "Finds time expressions by rules, infers the day of publication, and resolves both to TIMEX3 values.",
		Requires: []extractor.Layer{extractor.LayerText, extractor.LayerTokens, extractor.LayerTags, extractor.LayerTree},
		Provides: []extractor.Layer{extractor.LayerTimes},
		Run:      f.run,
	}
}

// finder is the stage at work. It is safe for concurrent use.
type finder struct {
	grammar *grammar
	kinds   kinds
	words   tenseWords
	pool    sync.Pool
}

// scratch is memory that one run uses and the next may have.
type scratch struct {
	atoms              []atom
	frames, candidates []frame
	memo               memo
}

// run fills Document.PublishTime and Document.Times.
func (f *finder) run(ctx context.Context, d *extractor.Document) error {
	s := f.pool.Get().(*scratch)
	defer f.pool.Put(s)
	sc := scanner{lex: f.grammar.lex, text: d.Text, atoms: s.atoms[:0]}
	sc.scan()
	s.atoms = sc.atoms
	s.frames = s.frames[:0]
	{
		s.atoms = joinNumbers(f.grammar.lex, s.atoms)
		m := machine{g: f.grammar, atoms: s.atoms, text: d.Text, memo: &s.memo, kinds: f.kinds}
		for i := range s.memo {
			s.memo[i].atom = 0
		}
		s.frames, s.candidates = m.find(s.frames, s.candidates)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(s.frames) > 0 {
		f.resolve(d, s)
		return nil
	}
	p := publisher{d: d}
	d.PublishTime = p.given()
	return nil
}

// resolve finds the day of publication and then gives each match its value.
func (f *finder) resolve(d *extractor.Document, s *scratch) {
	r := resolver{d: d, g: f.grammar, tense: tense{d: d, atoms: s.atoms, words: f.words}}
	p := publisher{d: d, r: &r, atoms: s.atoms, frames: s.frames}
	d.PublishTime = p.find()
	r.publishedAt(d.PublishTime)
	if !d.English {
		return
	}
	d.Times = make([]extractor.TimeExpression, 0, len(s.frames))
	for i := range s.frames {
		fr := &s.frames[i]
		out, ok := r.resolve(fr)
		if !ok {
			continue
		}
		span := extractor.TextSpan{Begin: extractor.TextOffset(s.atoms[fr.begin].begin), End: extractor.TextOffset(s.atoms[fr.end-1].end)}
		r.note(out.point, fr, int32(len(d.Times)))
		d.Times = append(d.Times, extractor.TimeExpression{
			Span: span, Tokens: d.TokensIn(span), Type: out.kind, Value: out.value, Modifier: out.mod,
			Interval: out.span, AnchorTime: out.anchor,
		})
	}
	r.anchorDurations(s.frames)
}

// publishedAt sets the anchor.
func (r *resolver) publishedAt(p extractor.PublishTime) {
	at, ok := p.Date()
	if !ok {
		return
	}
	r.known = true
	if clock, err := time.Parse("2006-01-02T15:04", p.Value[:min(len(p.Value), len("2006-01-02T15:04"))]); err == nil {
		r.clock = point{grain: grainClock, hour: clock.Hour(), minute: clock.Minute()}
	}
	r.pub = calendar.On(at.Year(), int(at.Month()), at.Day())
	r.clock.day = r.pub
}
