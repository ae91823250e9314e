package coref

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
)

// Templates of keepFeatures, apart from those of ranking.
const (
	kBias uint32 = iota + 1000
	kLemma
	kLemmaDet
	kLemmaRel
	kType
	kDet
	kRel
	kVerb
	kSize
	kNumber
	kModifier
	kModified
	kQuote
	kSuffix
	kCountry
)

// worthTelling reports whether a nameless entity is somebody or something that the article speaks of, rather than a
// kind, a role or a figure of speech: “two officials” in “two officials said”, not “officials” in “a ban on officials”.
func (r *resolver) worthTelling(k *cluster) bool {
	for _, m := range k.mentions {
		if x := &r.mentions[m]; x.Type == extractor.MentionCommon && r.model.score(r.keepFeatures(x, k)) > 0 {
			return true
		}
	}
	return false
}

// keepFeatures describes a noun phrase and the entity that it is of.
func (r *resolver) keepFeatures(x *mention, k *cluster) []uint32 {
	d := r.d
	lemma, det, rel := hashString(x.lemma), uint32(x.det), uint32(x.rel.Base())
	size := uint32(min(len(k.mentions), 3))
	f := append(r.scratch[:0],
		hash(kBias, 0, 0, 0),
		hash(kLemma, lemma, 0, 0),
		hash(kLemmaDet, lemma, det, 0),
		hash(kLemmaRel, lemma, rel, 0),
		hash(kType, uint32(x.etype), uint32(x.gender), uint32(x.number)),
		hash(kType, uint32(x.etype), det, size),
		hash(kDet, det, uint32(x.number), 0),
		hash(kDet, det, rel, uint32(x.etype)),
		hash(kRel, rel, uint32(x.etype), 0),
		hash(kSize, size, uint32(x.etype), 0),
		hash(kModified, r.postmodified(x), uint32(x.etype), 0),
		hash(kModified, uint32(min(x.Tokens.Len(), 4)), det, 1),
		hash(kQuote, b2u(x.quote >= 0), uint32(x.etype), 0),
		hash(kCountry, r.countryFit(x, k), uint32(x.etype), 0),
	)
	if n := len(x.lemma); n > 4 {
		f = append(f, hash(kSuffix, hashString(x.lemma[n-4:]), uint32(x.etype), 0), hash(kSuffix, hashString(x.lemma[n-2:]), uint32(x.etype), 1))
	}
	if h := d.Arcs[x.Head].Head; h >= 0 {
		v := hashString(d.Tags[h].Lemma)
		f = append(f, hash(kVerb, v, rel, 0), hash(kVerb, uint32(d.Tags[h].UPOS), rel, uint32(x.etype)))
	}
	for i := x.Tokens.First; i < x.Head; i++ {
		if isModifier(&d.Tags[i]) {
			f = append(f, hash(kModifier, hashString(d.Tags[i].Lemma), uint32(x.etype), 0), hash(kModifier, uint32(d.Tags[i].UPOS), uint32(x.etype), det))
		}
	}
	if x.Head > x.Tokens.First && x.Tokens.First > 0 && d.Tags[x.Tokens.First-1].UPOS == extractor.ADP {
		f = append(f, hash(kVerb, hashString(fold(d.TokenText(int(x.Tokens.First-1)))), uint32(x.etype), 2))
	}
	r.scratch = f
	return f
}

// learnKeeping takes a lesson from every noun phrase of a document whose gold entities include those mentioned once.
func (t *trainer) learnKeeping(e *Example, r *resolver) {
	for i := range r.mentions {
		x := &r.mentions[i]
		if x.Type != extractor.MentionCommon || x.cluster < 0 || x.predicate || x.etype == 0 || len(r.clusters[x.cluster].names) > 0 {
			continue
		}
		f := r.keepFeatures(x, &r.clusters[x.cluster])
		p := 1 / (1 + math.Exp(-float64(t.model.score(f))))
		if e.Chain[x.Head] >= 0 {
			p--
		}
		t.step(f, float32(p))
	}
}
