package segment

import (
	"strings"

	"github.com/dateline-news/dateline/extractor/internal/features"
)

// How often paragraphs are changed, so that the splitter does not lean on what news may lack.
const (
	joinShare  = 0.25 // joined with the next
	cutShare   = 0.3  // cut in two between sentences
	upperShare = 0.04
	lowerShare = 0.03
)

// blocks returns the paragraphs, some of them joined or cut.
func (t *splitTrainer) blocks() []paragraph {
	var all []paragraph
	for i, p := range t.paragraphs {
		if last := len(all) - 1; i > 0 && p.follows && t.random.Float64() < joinShare {
			all[last] = joined(all[last], p)
			continue
		}
		if cut := t.random.IntN(len(p.tokens)); t.random.Float64() < cutShare && p.ends[cut] && cut+1 < len(p.tokens) {
			all = append(all, part(p, 0, cut+1), part(p, cut+1, len(p.tokens)))
			continue
		}
		all = append(all, p)
	}
	return all
}

func joined(a, b paragraph) paragraph {
	p := paragraph{tokens: append(append([]features.Token(nil), a.tokens...), b.tokens...), ends: append(append([]bool(nil), a.ends...), b.ends...)}
	p.tokens[len(a.tokens)].First = false
	return p
}

func part(p paragraph, begin, end int) paragraph {
	q := paragraph{tokens: append([]features.Token(nil), p.tokens[begin:end]...), ends: p.ends[begin:end]}
	q.tokens[0].First = true
	return q
}

// changedCase returns the paragraph as it is or, now and then, in capitals or in lower case.
func (t *splitTrainer) changedCase(p paragraph) paragraph {
	change := strings.ToUpper
	switch x := t.random.Float64(); {
	case x < upperShare:
	case x < upperShare+lowerShare:
		change = strings.ToLower
	default:
		return p
	}
	q := paragraph{ends: p.ends}
	for _, token := range p.tokens {
		token.Text = change(token.Text)
		q.tokens = append(q.tokens, token)
	}
	return q
}
