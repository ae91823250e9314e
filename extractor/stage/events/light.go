package events

import "github.com/dateline-news/dateline/extractor"

// isOfficialVisit reports whether somebody with an office goes to a country, a town or another person.
func (a *analysis) isOfficialVisit(fillers []filler) bool {
	official, seat := false, false
	for _, f := range fillers {
		switch f.place {
		case "subj", "poss":
			official = official || a.holdsOffice(f.head)
		case "obj", "to", "with":
			t := a.typeAt(f.head)
			seat = seat || t == extractor.EntityGPE || t == extractor.EntityPerson
		}
	}
	return official && seat
}

// settleLightVerbs lets one of verb and noun go where both name one event: “held talks”, “launched an attack”.
func (a *analysis) settleLightVerbs() {
	for i := range a.candidates {
		v := &a.candidates[i]
		if a.Tags[v.head].UPOS != extractor.VERB {
			continue
		}
		n := a.lightNoun(v)
		if n < 0 {
			continue
		}
		t := a.triggerAt[n]
		if t < 0 {
			continue
		}
		noun := &a.candidates[t]
		switch {
		case noun.dropped || noun.p < a.model.threshold/2:
		case v.partner == n && v.sense.Type == noun.sense.Type:
			a.absorb(v, noun)
			a.triggerAt[n] = int32(i)
		case v.sense.Type == extractor.EventOther && support[a.lemma(v.head)] && noun.sense.Type != extractor.EventOther:
			v.dropped = true
			noun.fillers = a.inherit(noun.fillers, v.fillers, n)
		}
	}
}

// lightNoun returns the noun that a verb makes its event of, -1 for none.
func (a *analysis) lightNoun(v *candidate) int32 {
	if v.partner >= 0 {
		return v.partner
	}
	if !support[a.lemma(v.head)] {
		return -1
	}
	for _, f := range v.fillers {
		if f.place == "obj" {
			return f.head
		}
	}
	return -1
}

// absorb makes the noun of a light verb part of the verb's trigger: its prepositional phrases become the verb's.
func (a *analysis) absorb(v, noun *candidate) {
	noun.dropped = true
	v.p = max(v.p, noun.p)
	for i, f := range v.fillers {
		if f.head == noun.head && f.place == "obj" {
			v.fillers[i].place = "light"
		}
	}
	for _, f := range noun.fillers {
		if f.place != "poss" && f.place != "mod" || !hasPlace(v.fillers, "subj") {
			if f.place == "poss" || f.place == "mod" || f.place == "of" {
				f.place = "subj"
			}
			v.fillers = append(v.fillers, f)
		}
	}
	if v.sense.Mode == "" {
		if noun.sense.Mode != "" && noun.sense.Type == v.sense.Type {
			s := *v.sense
			s.Mode = noun.sense.Mode
			v.sense = &s
		}
	}
}

// inherit gives a noun the prepositional phrases of its light verb: “staged an attack against the port”.
func (a *analysis) inherit(fillers, verb []filler, noun int32) []filler {
	for _, f := range verb {
		switch f.place {
		case "obj", "iobj", "comp":
		case "subj":
			if !hasPlace(fillers, "poss") && !hasPlace(fillers, "by") && f.head != noun {
				fillers = append(fillers, filler{"poss", f.head})
			}
		default:
			if !hasPlace(fillers, f.place) {
				fillers = append(fillers, f)
			}
		}
	}
	return fillers
}
