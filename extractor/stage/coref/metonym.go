package coref

import "github.com/dateline-news/dateline/extractor"

// metonymOf tells what the name of a place stands for: a capital or a government's seat that acts, speaks, or is
// spoken to is its GOVERNMENT; where something is or goes, it is a PLACE. “Tallinn has welcomed the plan”,
// “relations between Riga and Tallinn” against “arrived in Tallinn”. Names that stand for no government have none.
func (r *resolver) metonymOf(m *mention) extractor.Metonym {
	d := r.d
	kind := r.lex.seat(d.RangeText(m.Tokens))
	if kind == notSeat {
		return 0
	}
	if r.standsAsPlace(m) {
		return extractor.MetonymPlace
	}
	if kind == house || r.acts(m) {
		return extractor.MetonymGovernment
	}
	return extractor.MetonymPlace
}

// standsAsPlace reads the preposition before the name and the construction around it.
func (r *resolver) standsAsPlace(m *mention) bool {
	d := r.d
	for i := m.Tokens.First; i < m.Tokens.Last; i++ {
		if d.Arcs[i].Rel == extractor.RelAppos {
			return true // “Lund, Sweden”
		}
	}
	i := m.Tokens.First - 1
	if i >= 0 && d.Tags[i].UPOS == extractor.DET {
		i--
	}
	if i >= 0 && d.Tags[i].UPOS == extractor.ADP {
		switch fold(d.TokenText(int(i))) {
		case "in", "at", "near", "outside", "inside", "into", "through", "across", "around", "throughout", "within", "over", "above":
			return true
		case "to", "from":
			return !r.isSource(i) && !r.governorIsDealing(m)
		}
	}
	// A dateline or a credit names the place alone.
	switch d.Blocks[d.Sentences[m.sentence].Block].Type {
	case extractor.SegmentDateline, extractor.SegmentByline, extractor.SegmentCredit:
		return true
	}
	return false
}

// acts reports whether the name fills a place in the sentence that only somebody can fill.
func (r *resolver) acts(m *mention) bool {
	d := r.d
	a := d.Arcs[m.Head]
	if a.Rel == extractor.RelConj && a.Head >= 0 {
		a = d.Arcs[a.Head]
	}
	switch a.Rel {
	case extractor.RelNsubj, extractor.RelIobj, extractor.RelNsubjOuter:
		return a.Head < 0 || d.Tags[a.Head].UPOS != extractor.NOUN && !isBeingSomewhere(d.Tags[a.Head].Lemma)
	case extractor.RelNsubjPass, extractor.RelObj:
		return a.Head >= 0 && !actsOnPlaces(d.Tags[a.Head].Lemma)
	case extractor.RelOblAgent:
		return true
	case extractor.RelNmodPoss:
		return true // “Moscow's plan”
	case extractor.RelObl, extractor.RelNmod:
		i := m.Tokens.First - 1
		if i < 0 {
			return false
		}
		switch fold(d.TokenText(int(i))) {
		case "with", "between", "against", "by", "and", "on":
			return true
		case "to", "from":
			return r.isSource(i) || r.governorIsDealing(m)
		}
	}
	return false
}

// isSource reports whether the preposition at token i is that of “according to”.
func (r *resolver) isSource(i int32) bool {
	return i > 0 && fold(r.d.TokenText(int(i-1))) == "according"
}

// governorIsDealing: a word between parties, not places: “a message to Riga”, “support from Riga”.
func (r *resolver) governorIsDealing(m *mention) bool {
	h := r.d.Arcs[m.Head].Head
	if h < 0 {
		return false
	}
	switch r.d.Tags[h].Lemma {
	case "message", "support", "aid", "response", "reply", "request", "demand", "offer", "proposal", "pressure", "permission",
		"approval", "threat", "warning", "concession", "statement", "comment", "reaction", "apology", "answer", "respond",
		"appeal", "give", "say", "seek", "close", "loyal", "hostile", "guarantee", "assurance",
		"criticism", "condemnation", "help", "assistance", "loyalty", "opposition", "independence", "according":
		return true
	}
	return false
}

func isBeingSomewhere(lemma string) bool {
	switch lemma {
	case "lie", "sit", "stand", "burn", "flood", "sleep", "sprawl", "awake":
		return true
	}
	return false
}

// actsOnPlaces tells the verbs whose object is the place itself.
func actsOnPlaces(lemma string) bool {
	switch lemma {
	case "visit", "leave", "reach", "enter", "bomb", "shell", "hit", "tour", "cross", "surround", "besiege", "evacuate",
		"capture", "seize", "occupy", "storm", "flee", "approach", "pass", "retake", "liberate", "rock", "shake", "strike",
		"attack", "destroy", "flood", "paralyse", "paralyze", "damage":
		return true
	}
	return false
}
