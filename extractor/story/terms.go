package story

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// maxTerms bounds what is kept of an article's words.
const maxTerms = 128

// leadSentences is how many sentences of an article tell what it is about.
const leadSentences = 2

// terms returns the article's nouns, verbs, adjectives, names and numbers by falling count, each in lower case, and after
// them its dates. Names count twice, and so do words of the lead.
func terms(d *extractor.Document) []Term {
	counts := map[string]int32{}
	lead := int32(0)
	if n := min(leadSentences, len(d.Sentences)); n > 0 {
		lead = d.Sentences[n-1].Tokens.Last
	}
	for i := range d.Tags {
		switch d.Tags[i].UPOS {
		case extractor.NOUN, extractor.PROPN, extractor.VERB, extractor.ADJ, extractor.NUM:
		default:
			continue
		}
		if w := strings.ToLower(d.Tags[i].Lemma); len(w) > 2 && !isCommon(w) {
			counts[w] += 1 + int32(bit(d.Tags[i].UPOS == extractor.PROPN)) + int32(bit(int32(i) < lead))
		}
	}
	out := sortedTerms(counts)
	return append(slices.Clone(out[:min(len(out), maxTerms)]), dates(d)...)
}

func sortedTerms(counts map[string]int32) []Term {
	out := make([]Term, 0, len(counts))
	for w, n := range counts {
		out = append(out, Term{Lemma: w, Count: n})
	}
	slices.SortFunc(out, func(a, b Term) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Lemma, b.Lemma)) })
	return out
}

// isCommon tells the words that any news has.
func isCommon(w string) bool {
	_, ok := commonWords[w]
	return ok
}

var commonWords = wordSet(`say tell report add be have do make go take get come see know give use find think also new
	year day week month time people one two three first last other many more most such own same well make part way
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
	october november december accord include follow call become remain continue state official news article source
	good bad big small high low old young long great large early late able next number percent million billion`)

func wordSet(words string) map[string]struct{} {
	set := map[string]struct{}{}
	for w := range strings.FieldsSeq(words) {
		set[w] = struct{}{}
	}
	return set
}

const (
	shingleWords  = 4
	signatureSize = 64
)

// signature is the MinHash (Broder 1997) of the shingles of four words of the article's body; nil for a text too
// short to tell. Wire copies share most of it.
func signature(d *extractor.Document) []uint32 {
	var window [shingleWords]uint64
	var mins [signatureSize]uint32
	for i := range mins {
		mins[i] = ^uint32(0)
	}
	n := 0
	for _, b := range d.Blocks {
		if b.Type != extractor.SegmentBody {
			continue
		}
		for w := range strings.FieldsSeq(d.TextOf(b.Span)) {
			h := fnv.New64a()
			h.Write([]byte(strings.ToLower(strings.Trim(w, `.,;:!?"'“”‘’()`))))
			window[n%shingleWords] = h.Sum64()
			n++
			if n < shingleWords {
				continue
			}
			var s uint64
			for k := range shingleWords {
				s = s*0x9E3779B97F4A7C15 + window[(n+k)%shingleWords]
			}
			for k := range mins {
				s = s*6364136223846793005 + 1442695040888963407
				mins[k] = min(mins[k], uint32(s>>32))
			}
		}
	}
	if n < 5*shingleWords {
		return nil
	}
	return slices.Clone(mins[:])
}

// resemblance estimates the share of shingles that two texts have in common.
func resemblance(a, b []uint32) float64 {
	if len(a) == 0 || len(a) != len(b) {
		return 0
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return float64(same) / float64(len(a))
}
