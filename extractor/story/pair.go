package story

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// mergeThreshold is the least mean score between the reports of two groups that are one event.
const mergeThreshold = 0.5

// pairScore judges whether two reported events are one act in the world, in 0..1; 0 where they cannot be. It is
// symmetric.
func pairScore(a, b *happening) float32 {
	if a.report == b.report && a.event == b.event || excludes(a, b) {
		return 0
	}
	s := 0.0
	for f, v := range pairFeatures(a, b) {
		s += pairWeights[f] * v
	}
	return float32(max(0, min(1, s)))
}

// The features of a pair.
const (
	pairBias = iota
	pairSameType
	pairSameMode
	pairSameLemma
	pairPeople     // share of the fewer people that the other has too
	pairOthers     // the same for bodies and countries
	pairCountries  // people of one against the country of the other
	pairNoParties  // one of them names nobody
	pairSameTime   // times overlap
	pairNearTime   // times are a day apart at most
	pairNoTime     // one of them is undated
	pairSamePlace  // a place in common
	pairWords      // likeness of the sentences
	pairSameReport // both in one article
	pairFeatureCount
)

// pairWeights weigh the features.
var pairWeights = [pairFeatureCount]float64{
	pairBias: -0.35, pairSameType: 0.2, pairSameMode: 0.1, pairSameLemma: 0.15, pairPeople: 0.45, pairOthers: 0.25,
	pairCountries: 0.15, pairNoParties: -0.1, pairSameTime: 0.2, pairNearTime: 0.05, pairNoTime: 0.05,
	pairSamePlace: 0.1, pairWords: 0.35, pairSameReport: -0.35,
}

func pairFeatures(a, b *happening) [pairFeatureCount]float64 {
	var f [pairFeatureCount]float64
	f[pairBias] = 1
	f[pairSameType] = truth(a.e.Type == b.e.Type)
	f[pairSameMode] = truth(a.e.Mode != "" && a.e.Mode == b.e.Mode)
	f[pairSameLemma] = truth(slices.ContainsFunc(a.e.Lemmas, func(l string) bool { return slices.Contains(b.e.Lemmas, l) }))
	f[pairPeople] = share(a.people, b.people)
	f[pairOthers] = share(a.others, b.others)
	f[pairCountries] = share(a.countries, b.countries)
	f[pairNoParties] = truth(len(a.people)+len(a.others) == 0 || len(b.people)+len(b.others) == 0)
	switch {
	case !a.when.known || !b.when.known:
		f[pairNoTime] = 1
	case a.when.gap(b.when) == 0:
		f[pairSameTime] = 1
	case a.when.gap(b.when) <= 1:
		f[pairNearTime] = 1
	}
	f[pairSamePlace] = truth(share(a.places, b.places) > 0)
	f[pairWords] = a.words.cosine(b.words)
	f[pairSameReport] = truth(a.report == b.report)
	return f
}

// excludes tells what keeps two reports apart whatever else they share: other people on the same occasion, another
// way to meet, times far apart, one denied in the outlet's own voice.
func excludes(a, b *happening) bool {
	if a.when.known && b.when.known && a.when.gap(b.when) > 2 {
		return true
	}
	if len(a.people) > 0 && len(b.people) > 0 && share(a.people, b.people) == 0 {
		return true
	}
	if a.e.Type == extractor.EventConsult && b.e.Type == extractor.EventConsult && modesClash(a.e.Mode, b.e.Mode) {
		return true
	}
	return false
}

// modesClash: a call is no visit.
func modesClash(a, b string) bool {
	return a != "" && b != "" && a != b && (a == "phone" || b == "phone")
}

// compatible forbids a merge of two groups when two of their members exclude each other.
func compatible(hs []happening, x, y []int32) bool {
	for _, i := range x {
		for _, j := range y {
			if excludes(&hs[i], &hs[j]) {
				return false
			}
		}
	}
	return true
}

// share returns which part of the shorter list is in the longer one; 0 when one is empty.
func share[T comparable](a, b []T) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
