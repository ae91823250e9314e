package events

import (
	"math"
	"slices"
	"strconv"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// Networks see a word's features and what the lexicon says of it at once, and say of each type whether the word names an
// event of it: a second opinion beside the linear judge, which looks at one sense at a time. networkSchema changes with
// the meaning of the features.
const (
	// networkCount networks are asked and their answers averaged.
	networkCount  = 3
	networkBits   = 15
	networkSchema = 2
	typeCount     = int(extractor.EventOther) + 1
)

func networkName(i int) string { return "network" + strconv.Itoa(i) }

// networkRows turns hashes of features into rows of the network's table.
func networkRows(dst []int32, hashes []uint32) []int32 {
	for _, h := range hashes {
		dst = append(dst, networkRow(h))
	}
	return dst
}

func networkRow(h uint32) int32 {
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 12
	h *= 0x297A2D39
	h ^= h >> 15
	return int32(h >> (32 - networkBits))
}

// senseRows adds what the lexicon says of a word: its type, how much its conditions ask, how likely it is, and which line
// of the lexicon says so.
func senseRows(dst []int32, s *frames.Sense) []int32 {
	typ := uint32(s.Type) * 0x9E3779B1
	asked := typ ^ uint32(min(s.Weight, 3)+1)*0x77777
	return append(dst, networkRow(typ^0x1234), networkRow(asked), networkRow(asked^uint32(s.Prior*10)*0x2545F491), networkRow(uint32(s.ID)*2654435761^0x5bd1e995))
}

// typeOdds are the log odds of the types that a word may have, and under 0 of none at all.
type typeOdds [typeCount]float32

// logOdds bounds what a probability says.
func logOdds(p float32) float32 {
	p = min(max(p, 1e-5), 1-1e-5)
	return float32(math.Log(float64(p / (1 - p))))
}

// plainlyNone is the log odds of no event from which on one network is believed alone: most words are plain.
const plainlyNone = 2

// consult returns what the networks make of a word with these features and senses.
func (a *analysis) consult(hashes []uint32, fits []fit) typeOdds {
	rows := networkRows(a.rows[:0], hashes)
	for _, f := range fits {
		rows = senseRows(rows, f.sense)
	}
	a.rows = rows
	var mean typeOdds
	share := float32(1) / networkCount
	for k, n := range a.model.networks {
		p, sum := n.Chances(a.work, rows)
		none := logOdds(p[0] / sum)
		if k == 0 && none > plainlyNone {
			share = 1
		}
		mean[0] += none * share
		for i, f := range fits {
			if !slices.ContainsFunc(fits[:i], func(o fit) bool { return o.sense.Type == f.sense.Type }) {
				mean[f.sense.Type] += logOdds(p[f.sense.Type]/sum) * share
			}
		}
		if share == 1 {
			break
		}
	}
	return mean
}
