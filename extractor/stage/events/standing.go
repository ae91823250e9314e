package events

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// standing is how a happening stands among the others of its article: of two that are told with one word, one is mostly
// the other again.
type standing struct {
	// top is the greatest score of its mentions, mean that of all happenings of the article.
	top, mean float32
	// near is the log odds of what came closest to being one with it.
	near float32
	// rivals are others of its type; rivalTop the greatest score among them.
	rivals   int
	rivalTop float32
	// twins are others told with one of its words; behind: one of them has a greater score.
	twins  int
	behind bool
}

// farApart is near where nothing was compared.
const farApart = -30

// compare notes how each happening stands among the others.
func (a *analysis) compare(clusters []cluster) {
	var rivals [int(extractor.EventOther) + 1]struct {
		n           int
		first, next float32
	}
	mean := float32(0)
	for k := range clusters {
		s := &clusters[k].standing
		s.top = 0
		for _, m := range clusters[k].mentions {
			s.top = max(s.top, a.candidates[m].p)
		}
		mean += s.top
		r := &rivals[clusters[k].typ]
		r.n++
		if s.top > r.first {
			r.first, r.next = s.top, r.first
		} else {
			r.next = max(r.next, s.top)
		}
	}
	for k := range clusters {
		s, r := &clusters[k].standing, &rivals[clusters[k].typ]
		s.mean, s.rivals, s.rivalTop = mean/float32(len(clusters)), r.n-1, r.first
		if s.top == r.first {
			s.rivalTop = r.next
		}
	}
	a.findTwins(clusters)
}

// told is a word of a happening.
type told struct {
	word    uint32
	cluster int32
}

func (a *analysis) findTwins(clusters []cluster) {
	var words []told
	for k := range clusters {
		for _, m := range clusters[k].mentions {
			words = append(words, told{a.stemAt(a.candidates[m].head), int32(k)})
		}
	}
	slices.SortFunc(words, func(x, y told) int { return cmp.Or(cmp.Compare(x.word, y.word), cmp.Compare(x.cluster, y.cluster)) })
	words = slices.Compact(words)
	for i := 0; i < len(words); {
		end, top := i, float32(0)
		for ; end < len(words) && words[end].word == words[i].word; end++ {
			top = max(top, clusters[words[end].cluster].standing.top)
		}
		for _, w := range words[i:end] {
			s := &clusters[w.cluster].standing
			s.twins = max(s.twins, end-i-1)
			s.behind = s.behind || s.top < top
		}
		i = end
	}
}

// logitOf is the log odds of a score, bounded.
func logitOf(p float32) float32 {
	p = min(max(p, 1e-3), 1-1e-3)
	return float32(math.Log(float64(p / (1 - p))))
}
