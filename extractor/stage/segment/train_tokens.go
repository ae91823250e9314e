package segment

import (
	"math/rand/v2"
	"strings"

	"github.com/dateline-news/dateline/extractor/internal/conllu"
)

// chunkExample is a chunk of a treebank with the places where its tokens begin.
type chunkExample struct {
	text   string
	last   bool
	next   class
	splits map[int]bool // bytes; 0 is not among them
}

// chunkExamples cuts a document into chunks.
func chunkExamples(d *conllu.Document) []chunkExample {
	raw := d.Raw()
	begins := wordBegins(d, raw)
	var all []chunkExample
	for _, p := range raw.Paragraphs {
		from, to := nextChunk(raw.Text, p.Begin, p.End)
		for from < to {
			nextFrom, nextTo := nextChunk(raw.Text, to, p.End)
			e := chunkExample{text: raw.Text[from:to], last: nextFrom == nextTo, next: firstClass(raw.Text[nextFrom:nextTo]), splits: map[int]bool{}}
			for i := from + 1; i < to; i++ {
				if begins[i] {
					e.splits[i-from] = true
				}
			}
			all = append(all, e)
			from, to = nextFrom, nextTo
		}
	}
	return all
}

func wordBegins(d *conllu.Document, raw conllu.Raw) map[int]bool {
	begins := map[int]bool{}
	for i, s := range d.Sentences {
		for _, w := range s.Words {
			begins[raw.Sentences[i].Begin+w.Begin] = true
		}
	}
	return begins
}

// learnLexicon gathers the words of letters that are split at one place more often than not.
func learnLexicon(examples []chunkExample) lexicon {
	seen, split := map[string]int{}, map[string]map[int]int{}
	for _, e := range examples {
		if !plain(e.text) || len(e.text) > longestSplit {
			continue
		}
		w := strings.ToLower(e.text)
		seen[w]++
		for at := range e.splits {
			if split[w] == nil {
				split[w] = map[int]int{}
			}
			split[w][at]++
		}
	}
	words := map[string]int{}
	for w, places := range split {
		for at, n := range places {
			if n >= 3 && n*2 > seen[w] {
				words[w] = at
			}
		}
	}
	return newLexicon(words)
}

// learnWeights trains the boundary classifier.
func learnWeights(examples []chunkExample, r *rand.Rand) *weights {
	const epochs, margin = 12, 6
	p := &perceptron{}
	var chunk []character
	var features [featureCount]uint32
	for range epochs {
		for _, k := range r.Perm(len(examples)) {
			e := &examples[k]
			if plain(e.text) {
				continue
			}
			chunk = appendCharacters(chunk[:0], e.text)
			context := contextOf(chunk, e.last, e.next)
			for i := 1; i < len(chunk); i++ {
				if possible(chunk, i) {
					n := boundaryFeatures(&features, chunk, i, context)
					p.learn(features[:n], e.splits[int(chunk[i].begin)], margin)
				}
			}
		}
	}
	return p.averaged()
}
