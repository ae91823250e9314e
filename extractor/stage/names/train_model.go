package names

import (
	"fmt"
	"math"
	"sort"

	"github.com/dateline-news/dateline/extractor/internal/crf"
)

// feature is a row of weights with its key.
type feature struct {
	key    uint64
	row    []float32
	weight float32 // the greatest in the row
}

func newFeature(key uint64, row []float32) feature {
	f := feature{key: key, row: row}
	for _, v := range row {
		f.weight = max(f.weight, float32(math.Abs(float64(v))))
	}
	return f
}

// model turns weights into integers, keeping the heaviest features.
func (l *learner) model(w *crf.Weights, more []feature) *Model {
	all := make([]feature, 0, len(l.index))
	for key, i := range l.index {
		all = append(all, newFeature(key, w.Rows[int(i)*labelCount:int(i+1)*labelCount]))
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].weight != all[j].weight {
			return all[i].weight > all[j].weight
		}
		return all[i].key < all[j].key
	})
	all = append(more, all[:min(len(all), l.recipe.MaxFeatures)]...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].weight > all[j].weight })
	m := &Model{unit: float64(all[0].weight) / 127, clusters: l.scanner.clusters}
	keys := make([]uint64, 0, len(all))
	for _, f := range all {
		if f.weight < float32(m.unit)/2 {
			break
		}
		keys = append(keys, f.key)
		row := make([]byte, rowBytes)
		for y := range rowBytes {
			row[y] = bias
			if y < labelCount {
				row[y] = byte(int(math.Round(float64(f.row[y])/m.unit)) + bias)
			}
		}
		m.rows = append(m.rows, row...)
	}
	fmt.Fprintf(l.log, "%d features kept, unit %.4f\n", len(keys), m.unit)
	m.slots = newSlots(keys)
	m.filter, m.table = newFilter(m.slots), newTable(m.slots, m.rows)
	for _, t := range w.Transitions {
		v := int32(impossible)
		if !math.IsInf(float64(t), -1) {
			v = int32(math.Round(float64(t) / m.unit))
		}
		m.transitions = append(m.transitions, v)
	}
	m.span = m.transitionSpan()
	return m
}
