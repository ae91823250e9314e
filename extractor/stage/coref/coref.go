package coref

import (
	"context"
	"sync"

	"github.com/dateline-news/dateline/extractor"
)

// New returns the stage with a trained model.
func New(m *Model) extractor.Stage {
	lex := newLexicon()
	pool := sync.Pool{New: func() any { return new(memory) }}
	return extractor.Stage{
		Name: "coref",
		Doc:  "Entities: who or what is meant by each name, noun phrase and pronoun, and who speaks each quote.",
		Requires: []extractor.Layer{extractor.LayerTokens, extractor.LayerTags, extractor.LayerTree,
			extractor.LayerNames, extractor.LayerTimes, extractor.LayerQuotes},
		Provides: []extractor.Layer{extractor.LayerEntities},
		Run: func(ctx context.Context, d *extractor.Document) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			mem := pool.Get().(*memory)
			r := newResolver(d, lex, m, mem)
			r.resolveAll()
			r.findGroups()
			r.findCountries()
			d.Entities = r.entities()
			d.Speakers = r.speakers()
			mem.keep(r)
			pool.Put(mem)
			return nil
		},
	}
}

// memory is what one document leaves to the next: room, no content.
type memory struct {
	mentions   []mention
	clusters   []cluster
	candidates []candidate
}

// keep takes back what a resolver has grown.
func (mem *memory) keep(r *resolver) {
	clear(r.mentions)
	clear(r.clusters)
	mem.mentions, mem.clusters, mem.candidates = r.mentions[:0], r.clusters[:0], r.cands[:0]
}

// newResolver finds the mentions, joins names into entities, and reads their roles.
func newResolver(d *extractor.Document, lex *lexicon, m *Model, mem *memory) *resolver {
	r := &resolver{d: d, lex: lex, model: m, clusters: mem.clusters, cands: mem.candidates}
	f := &finder{d: d, lex: lex, mentions: mem.mentions}
	r.mentions = f.find()
	r.nameOf = f.nameOf
	r.byToken = filled(len(d.Tokens), -1)
	for i := range r.mentions {
		r.byToken[r.mentions[i].Head] = int32(i)
	}
	r.syntax = newSyntax(d)
	r.clusterNames()
	r.findRoles()
	r.recogniseAll()
	return r
}

// speakers resolves the phrases of the quotes' speakers.
func (r *resolver) speakers() []extractor.Speaker {
	if len(r.d.Quotes) == 0 {
		return nil
	}
	out := make([]extractor.Speaker, len(r.d.Quotes))
	for i, q := range r.d.Quotes {
		out[i] = extractor.Speaker{Entity: r.entityOf(r.clusterOf(q.Speaker)), Via: r.entityOf(r.clusterOf(q.Via))}
	}
	return out
}

// entityOf returns the index into Document.Entities of a cluster, -1 for none.
func (r *resolver) entityOf(c int32) int32 {
	for c >= 0 && r.clusters[c].merged >= 0 {
		c = r.clusters[c].merged
	}
	if c < 0 {
		return -1
	}
	return r.clusters[c].entity
}
