package crf

import (
	"math"
	"testing"
)

// With two positions and three labels the marginals can be counted by hand.
func TestMarginals(t *testing.T) {
	const k = 3
	potential := []float32{1, 2, 3, 2, 1, 1}
	move := []float32{1, 2, 1, 1, 1, 3, 2, 1, 1}
	for _, allowed := range [][]Set{nil, {0b110, 0b011}} {
		var sums [2][k]float64
		pairs := map[[2]int]float64{}
		total := 0.0
		for a := range k {
			for b := range k {
				if allowed != nil && (allowed[0]>>a&1 == 0 || allowed[1]>>b&1 == 0) {
					continue
				}
				p := float64(move[a] * potential[a] * move[a*k+b] * potential[k+b] * move[b*k])
				sums[0][a] += p
				sums[1][b] += p
				pairs[[2]int{a, b}] = p
				total += p
			}
		}
		var l lattice
		l.reset(2, k)
		l.run(potential, move, allowed)
		got := make([]float32, 2*k)
		l.marginals(got)
		gradient := make([]float32, k*k)
		l.pairs(potential, move, allowed, got, gradient, 1)
		for i := range 2 {
			for y := range k {
				if want := sums[i][y] / total; math.Abs(float64(got[i*k+y])-want) > 1e-5 {
					t.Errorf("position %d label %d: %v, want %v", i, y, got[i*k+y], want)
				}
			}
		}
		for pair, p := range pairs {
			at := pair[0]*k + pair[1]
			if pair[0] != 0 && pair[1] != 0 && math.Abs(float64(gradient[at])-p/total) > 1e-5 {
				t.Errorf("pair %v: %v, want %v", pair, gradient[at], p/total)
			}
		}
	}
}

// Feature 0 means label 1 and feature 1 label 2; where a set allows either, the features must still tell them apart.
func TestTrainLearnsFromSets(t *testing.T) {
	var chains []Chain
	for range 20 {
		chains = append(chains,
			Chain{Features: [][]int32{{0}, {1}, {2}}, Allowed: []Set{1 << 1, 1 << 2, 1}, Weight: 1},
			Chain{Features: [][]int32{{1}, {0}}, Allowed: []Set{1<<1 | 1<<2, 1<<1 | 1<<2}, Weight: 1})
	}
	w := Train(chains, 3, 3, make([]float32, 9), Options{Epochs: 10, Rate: 0.2, Average: 2, Seed: 1})
	for f, want := range []int{1, 2, 0} {
		row := w.Rows[f*3 : f*3+3]
		for y := range row {
			if y != want && row[y] >= row[want] {
				t.Errorf("feature %d: weights %v, want label %d on top", f, row, want)
			}
		}
	}
}
