package story

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"math/rand/v2"
	"slices"
)

// Model judges pairs of reported events (a linear model over hashed features) and knows how much a word says. It is
// immutable and safe for concurrent use.
type Model struct {
	weights []float32
	mask    uint32
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
	modelMagic   = "DLSTORY1"
	modelBits    = 16
	modelVersion = 3
	// rarityScale turns a rarity into a weight; unknownRarity is that of a word in none of the texts.
	rarityScale   = 1.0 / 16
	unknownRarity = 160
)

var errModel = errors.New("not a model of stories")

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
	largest := float32(1e-9)
	for _, w := range m.weights {
		largest = max(largest, float32(math.Abs(float64(w))))
	}
	scale := largest / math.MaxInt16
	out := []byte(modelMagic)
	for _, v := range []uint32{modelVersion, uint32(len(m.weights)), math.Float32bits(scale), math.Float32bits(m.threshold), uint32(len(m.rarity))} {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	for _, w := range append(m.link[:], m.join) {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(w))
	}
	for _, w := range m.weights {
		out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(float64(w/scale)))))
	}
	keys := make([]uint32, 0, len(m.rarity))
	for k := range m.rarity {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		out = append(binary.LittleEndian.AppendUint32(out, k), m.rarity[k])
	}
	return out
}

// Load reads what Bytes wrote: the magic; the version, the number of weights, their scale, the threshold and the number
// of words, each of four bytes; the weights of links and their threshold as float32; the weights of events as int16; the words as hash and rarity. Little-endian.
func Load(data []byte) (*Model, error) {
	const header = len(modelMagic) + 20 + 4*(linkFeatures+1)
	if len(data) < header || string(data[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	at := func(i int) uint32 { return binary.LittleEndian.Uint32(data[len(modelMagic)+4*i:]) }
	n, words := int(at(1)), int(at(4))
	if at(0) != modelVersion || n&(n-1) != 0 || len(data) != header+2*n+5*words {
		return nil, fmt.Errorf("%w of version %d", errModel, at(0))
	}
	m := &Model{weights: make([]float32, n), mask: uint32(n - 1), threshold: math.Float32frombits(at(3)), rarity: make(map[uint32]uint8, words)}
	for i := range m.link {
		m.link[i] = math.Float32frombits(at(5 + i))
	}
	m.join = math.Float32frombits(at(5 + linkFeatures))
	scale := math.Float32frombits(at(2))
	for i := range m.weights {
		m.weights[i] = scale * float32(int16(binary.LittleEndian.Uint16(data[header+2*i:])))
	}
	for i := range words {
		p := data[header+2*n+5*i:]
		m.rarity[binary.LittleEndian.Uint32(p)] = p[4]
	}
	h := fnv.New64a()
	h.Write(data)
	m.stamp = h.Sum64()
	return m, nil
}

// Lesson is a set of articles of one story whose event mentions are known.
type Lesson struct {
	Reports []*Report
	// Kind is equal for lessons about happenings of one kind: the hard ones to tell apart.
	Kind int
	// Instance tells of an event of a report (by index) which act in the world it is: equal numbers are one, -1 unknown.
	Instance [][]int32
}

// Train learns to judge pairs from lessons, by logistic regression with AdaGrad. texts are what rarity is counted on:
// the terms of each. The same lessons, seed and passes give the same model.
func Train(lessons []Lesson, texts [][]Term, passes int, seed uint64, log io.Writer) *Model {
	m := &Model{weights: make([]float32, 1<<modelBits), mask: 1<<modelBits - 1, threshold: 0.5, rarity: countRarity(texts)}
	m.learnLinks(lessons, seed)
	fmt.Fprintf(log, "stories: links %.2f\n", m.link)
	sums := make([]float32, len(m.weights))
	type pair struct {
		f    []uint32
		same bool
	}
	var pairs []pair
	for _, l := range lessons {
		b := newBuilder("", l.Reports, m)
		b.mergeEntities()
		hs := b.happenings()
		for i := range hs {
			for j := range i {
				x, y := l.Instance[hs[i].report][hs[i].event], l.Instance[hs[j].report][hs[j].event]
				if x < 0 || y < 0 || !kindred(&hs[i], &hs[j]) || excludes(&hs[i], &hs[j]) {
					continue
				}
				pairs = append(pairs, pair{pairFeatures(nil, &hs[i], &hs[j]), x == y})
			}
		}
	}
	rng := rand.New(rand.NewPCG(seed, 23))
	for pass := range passes {
		rng.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
		loss := 0.0
		for _, p := range pairs {
			var sum float32
			for _, f := range p.f {
				sum += m.weights[f&m.mask]
			}
			g := float32(1 / (1 + math.Exp(-float64(sum))))
			if p.same {
				loss -= math.Log(max(float64(g), 1e-9))
				g--
			} else {
				loss -= math.Log(max(float64(1-g), 1e-9))
			}
			for _, f := range p.f {
				k := f & m.mask
				d := g + 1e-5*m.weights[k]
				sums[k] += d * d
				m.weights[k] -= 0.05 * d / (float32(math.Sqrt(float64(sums[k]))) + 1e-3)
			}
		}
		fmt.Fprintf(log, "stories: pass %d: loss %.4f over %d pairs\n", pass+1, loss/float64(len(pairs)), len(pairs))
	}
	return m
}

// WithThresholds returns the model with other thresholds: the least mean probabilities at which groups of articles are
// one story, and groups of reported events one event.
func (m *Model) WithThresholds(join, merge float32) *Model {
	c := *m
	c.join, c.threshold = join, merge
	return &c
}

// countRarity counts in how many texts each word stands.
func countRarity(texts [][]Term) map[uint32]uint8 {
	counts := map[uint32]int{}
	for _, terms := range texts {
		for _, t := range terms {
			counts[hashText(t.Lemma)]++
		}
	}
	out := map[uint32]uint8{}
	for k, n := range counts {
		if n > 2 {
			out[k] = uint8(min(math.Log(float64(len(texts))/float64(n))/rarityScale, 255))
		}
	}
	return out
}
