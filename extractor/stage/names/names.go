package names

import (
	"context"
	"sync"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// New returns the stage that finds names with a model.
func New(m *Model) extractor.Stage {
	p := &pool{model: m}
	return extractor.Stage{
		Name:     "names",
		Doc:      "Finds proper names and their OntoNotes types: a conditional random field that reads each document twice.",
		Requires: []extractor.Layer{extractor.LayerText, extractor.LayerTokens, extractor.LayerTags, extractor.LayerTree},
		Provides: []extractor.Layer{extractor.LayerNames},
		Run:      p.run,
	}
}

// pool lends finders to goroutines.
type pool struct {
	model *Model
	free  sync.Pool
}

func (p *pool) run(ctx context.Context, d *extractor.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	f, _ := p.free.Get().(*finder)
	if f == nil {
		f = newFinder(p.model)
	}
	d.Names = f.find(d)
	p.free.Put(f)
	return nil
}

// finder joins scanner, templates and decoder with their buffers; it belongs to one goroutine at a time.
type finder struct {
	model     *Model
	scanner   scanner
	templates templates
	decoder   decoder
	emissions []scores
	labels    []uint8
	first     []uint8 // the labels of the first reading
	memory    memory
	names     []extractor.Name
}

func newFinder(m *Model) *finder {
	return &finder{model: m, scanner: scanner{gazetteer: gazetteer.English(), clusters: m.clusters}}
}

// find returns the names of a document.
func (f *finder) find(d *extractor.Document) []extractor.Name {
	f.scanner.scan(d)
	f.templates.informal = f.scanner.informal
	f.resize(len(d.Tokens))
	for i := range d.Sentences {
		f.emit(d, d.Sentences[i].Tokens)
	}
	for i := range d.Sentences {
		f.decode(d.Sentences[i].Tokens)
	}
	f.readAgain(d)
	f.names = f.names[:0]
	for i := range d.Sentences {
		f.collect(d, d.Sentences[i].Tokens)
	}
	f.compounds(d)
	f.besides(d)
	f.wholeOrganizations(d)
	f.shortBodies(d)
	f.rejoined()
	f.surnames(d)
	f.described(d)
	f.capitals(d)
	f.district(d)
	f.namesakes(d)
	return append([]extractor.Name(nil), f.names...)
}

func (f *finder) resize(n int) {
	if cap(f.emissions) < n {
		f.emissions, f.labels = make([]scores, n+n/4), make([]uint8, n+n/4)
	}
	f.emissions, f.labels = f.emissions[:n], f.labels[:n]
	clear(f.emissions)
	clear(f.labels)
}

// emit computes the emissions of the active tokens of a sentence.
func (f *finder) emit(d *extractor.Document, r extractor.TokenRange) {
	for i := int(r.First); i < int(r.Last); i++ {
		if f.scanner.atoms[i].active {
			f.model.sum(f.templates.token(f.scanner.atoms, i, int(r.First), int(r.Last)), &f.emissions[i])
			constrain(&f.emissions[i], &f.scanner.atoms[i], d.TokenText(i))
		}
	}
}

// decode labels each chain of active tokens of a sentence.
func (f *finder) decode(r extractor.TokenRange) {
	chains(f.scanner.atoms, r, func(first, last int) {
		f.decoder.labels(f.model, f.emissions[first:last], f.labels[first:last])
	})
}

// readAgain adds what the first reading says of each word elsewhere, and decodes the sentences that this touches.
func (f *finder) readAgain(d *extractor.Document) {
	f.memory.read(f.scanner.atoms, f.labels)
	f.first = append(f.first[:0], f.labels...)
	for i := range d.Sentences {
		r, touched := d.Sentences[i].Tokens, false
		for j := int(r.First); j < int(r.Last); j++ {
			if !f.scanner.atoms[j].active {
				continue
			}
			if keys := f.templates.again(&f.memory, f.scanner.atoms, f.first, j, int(r.First), int(r.Last)); len(keys) > 0 {
				f.model.sum(keys, &f.emissions[j])
				touched = true
			}
		}
		if touched {
			f.decode(r)
		}
	}
}

// chains calls do for each run of active tokens.
func chains(atoms []atom, r extractor.TokenRange, do func(first, last int)) {
	for i := int(r.First); i < int(r.Last); i++ {
		if !atoms[i].active {
			continue
		}
		first := i
		for i < int(r.Last) && atoms[i].active {
			i++
		}
		do(first, i)
	}
}

// collect turns the labels of a sentence into names.
func (f *finder) collect(d *extractor.Document, r extractor.TokenRange) {
	for i := int(r.First); i < int(r.Last); {
		t := typeOf(int(f.labels[i]))
		if t == 0 {
			i = int(f.road(d, int32(i), r.Last))
			continue
		}
		first, confidence := i, f.model.probability(&f.emissions[i], f.labels[i])
		for i++; i < int(r.Last) && int(f.labels[i]) == insideOf(t); i++ {
			confidence = min(confidence, f.model.probability(&f.emissions[i], f.labels[i]))
		}
		tokens := trimmed(f.scanner.gazetteer, d, extractor.TokenRange{First: int32(first), Last: int32(i)}, t)
		if n := (extractor.Name{Tokens: tokens, Type: t, Confidence: confidence}); !f.titleAlone(d, n) && !(tokens.Len() == 1 && commonAcronym(d.TokenText(int(tokens.First)))) {
			n.Type = f.siteType(d, n)
			f.hyphenated(d, &n, r.Last)
			f.numbered(d, &n, r.Last)
			i = max(i, int(n.Tokens.Last))
			if n.Type == extractor.EntityPerson {
				n.Type = f.unlessKnown(d.RangeText(n.Tokens))
			}
			n.Type = f.bodyType(d, n)
			n.Type = f.countryType(d, n)
			f.titled(d, &n)
			f.names = append(f.names, n)
		}
	}
}

// unlessKnown returns PERSON, unless the name is no given name or surname and the gazetteer knows it for a house that
// stands for a body (“Downing Street”: ORG) or for a place (“Tallinn”: GPE).
func (f *finder) unlessKnown(text string) extractor.EntityType {
	g := f.scanner.gazetteer
	if _, given := g.Given(text); given || g.Surname(text) {
		return extractor.EntityPerson
	}
	if m := g.Metonym(text); m != nil && !m.City {
		return extractor.EntityOrg
	}
	if e := g.Entry(text); e != nil && e.Kind.Type() == extractor.EntityGPE {
		return extractor.EntityGPE
	}
	return extractor.EntityPerson
}
