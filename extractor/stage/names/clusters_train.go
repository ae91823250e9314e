package names

import (
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/brown"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// Clusters learns Brown clusters from documents with tokens and sentences. Small and capitalised words are words apart
// ("turkey", "Turkey"), save in headlines and at the beginning of sentences.
func Clusters(docs []*extractor.Document, count, minCount int, log io.Writer) []byte {
	s := scanner{gazetteer: gazetteer.English(), clusters: newClusters(nil)}
	var sentences [][]string
	keys := map[string]uint64{}
	tokens := 0
	for _, d := range docs {
		s.scan(d)
		for _, r := range d.Sentences {
			words := make([]string, 0, r.Tokens.Len())
			for i := r.Tokens.First; i < r.Tokens.Last; i++ {
				word, a := clusterWord(d.TokenText(int(i))), &s.atoms[i]
				key := a.word
				if a.clusteredAsName() {
					word, key = "^"+word, capitalKey(a.word)
				}
				keys[word] = key
				words = append(words, word)
			}
			tokens += len(words)
			sentences = append(sentences, words)
		}
	}
	paths := brown.Cluster(sentences, count, minCount)
	fmt.Fprintf(log, "%d words of %d tokens in %d clusters\n", len(paths), tokens, count)
	var data []byte
	for _, w := range sortedKeys(paths) {
		data = binary.LittleEndian.AppendUint64(data, keys[w])
		data = binary.LittleEndian.AppendUint32(data, uint32(paths[w]))
	}
	return data
}

func sortedKeys(paths map[string]brown.Path) []string {
	words := make([]string, 0, len(paths))
	for w := range paths {
		words = append(words, w)
	}
	slices.Sort(words)
	return words
}

func clusterWord(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, strings.ToLower(text))
}

// capitalKey is the key of a word where it is capitalised.
func capitalKey(word uint64) uint64 { return (word ^ 0x5EED) * hashPrime }

// clusteredAsName: written with a capital where running text would not do so by itself.
func (a *atom) clusteredAsName() bool {
	return a.caps != features.Lower && a.caps != features.NoLetters && !a.first && a.sentence == features.Running
}
