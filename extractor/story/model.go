package story

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"slices"

	"github.com/dateline-news/dateline/extractor/internal/forest"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// Model judges pairs of articles and of reported events, and knows how much a word says. It is immutable and safe for
// concurrent use.
type Model struct {
	// pairs judges two reported events by pairFeatures; nil knows nothing of them.
	pairs *forest.Forest
	// threshold is the least mean probability at which two groups of reports are one event.
	threshold float32
	// link weighs what two articles share; join is the least mean probability at which two groups of articles are one
	// story.
	link [linkFeatures]float32
	join float32
	// rarity tells of the hash of a word how much it says: the logarithm of how few texts have it.
	rarity map[uint32]uint8
	// stamp names the model, so that links which another one made are made anew; 0 for one that was not loaded.
	stamp uint64
}

const (
	modelKind = "stories"
	// pairSchema and linkSchema change with the meaning of the features.
	pairSchema = 1
	linkSchema = 1
	// rarityScale turns a rarity into a weight; unknownRarity is that of a word in none of the texts.
	rarityScale   = 1.0 / 16
	unknownRarity = 160
)

func modelSchema() uint64 {
	return modelfile.Schema(modelKind, pairFeatures, pairSchema, linkFeatures, linkSchema, forest.Depth)
}

// weight tells how much a word (or an entity's key) says.
func (m *Model) weight(w string) float32 {
	r, ok := m.rarity[hashText(w)]
	if !ok {
		r = unknownRarity
	}
	return float32(r) * rarityScale
}

// Bytes returns the model in the form that Load reads.
func (m *Model) Bytes() []byte {
	var numbers, words []byte
	for _, w := range append(m.link[:], m.join, m.threshold) {
		numbers = binary.LittleEndian.AppendUint32(numbers, math.Float32bits(w))
	}
	keys := make([]uint32, 0, len(m.rarity))
	for k := range m.rarity {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		words = append(binary.LittleEndian.AppendUint32(words, k), m.rarity[k])
	}
	return modelfile.Encode(modelKind, modelSchema(), []modelfile.Section{
		{Name: "links", Data: numbers}, {Name: "pairs", Data: m.pairs.Encode()}, {Name: "words", Data: words}})
}

// Load reads what Bytes wrote: the weights of links and the two thresholds as float32, the forest of pairs, and the words
// as hash and rarity. Little-endian.
func Load(data []byte) (*Model, error) {
	sections, err := modelfile.Decode(data, modelKind, modelSchema())
	if err != nil {
		return nil, err
	}
	numbers, words := sections["links"], sections["words"]
	if len(numbers) != 4*(linkFeatures+2) || len(words)%5 != 0 {
		return nil, modelfile.ErrCorrupt
	}
	m := &Model{rarity: make(map[uint32]uint8, len(words)/5)}
	number := func(i int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(numbers[4*i:])) }
	for i := range m.link {
		m.link[i] = number(i)
	}
	m.join, m.threshold = number(linkFeatures), number(linkFeatures+1)
	if m.pairs, err = forest.Decode(sections["pairs"], pairFeatures); err != nil {
		return nil, err
	}
	for ; len(words) > 0; words = words[5:] {
		m.rarity[binary.LittleEndian.Uint32(words)] = words[4]
	}
	h := fnv.New64a()
	h.Write(data)
	m.stamp = h.Sum64()
	return m, nil
}

// WithThresholds returns the model with other thresholds: the least mean probabilities at which groups of articles are
// one story, and groups of reported events one event.
func (m *Model) WithThresholds(join, merge float32) *Model {
	c := *m
	c.join, c.threshold = join, merge
	return &c
}
