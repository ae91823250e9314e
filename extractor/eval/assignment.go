package eval

import "math"

// assignment returns the greatest sum that a one-to-one matching of rows and columns can have (Kuhn 1955, in the
// O(n³) form with potentials). Values must not be negative; the matrix may be of any shape.
func assignment(value [][]float64) float64 {
	rows := len(value)
	if rows == 0 || len(value[0]) == 0 {
		return 0
	}
	if rows > len(value[0]) {
		return assignment(transposed(value))
	}
	columns := len(value[0])
	u, v := make([]float64, rows+1), make([]float64, columns+1)
	match := make([]int, columns+1) // the row, from 1, of each column
	for row := 1; row <= rows; row++ {
		match[0] = row
		augment(value, u, v, match)
	}
	sum := 0.0
	for j := 1; j <= columns; j++ {
		if match[j] > 0 {
			sum += value[match[j]-1][j-1]
		}
	}
	return sum
}

// augment finds the shortest augmenting path from the row in match[0] and flips it.
func augment(value [][]float64, u, v []float64, match []int) {
	columns := len(v) - 1
	least, way, used := make([]float64, columns+1), make([]int, columns+1), make([]bool, columns+1)
	for j := range least {
		least[j] = math.Inf(1)
	}
	j0 := 0
	for {
		used[j0] = true
		i0, delta, j1 := match[j0], math.Inf(1), 0
		for j := 1; j <= columns; j++ {
			if used[j] {
				continue
			}
			if c := -value[i0-1][j-1] - u[i0] - v[j]; c < least[j] {
				least[j], way[j] = c, j0
			}
			if least[j] < delta {
				delta, j1 = least[j], j
			}
		}
		for j := 0; j <= columns; j++ {
			if used[j] {
				u[match[j]] += delta
				v[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		if j0 = j1; match[j0] == 0 {
			break
		}
	}
	for j0 != 0 {
		match[j0] = match[way[j0]]
		j0 = way[j0]
	}
}

func transposed(m [][]float64) [][]float64 {
	t := make([][]float64, len(m[0]))
	for j := range t {
		t[j] = make([]float64, len(m))
		for i := range m {
			t[j][i] = m[i][j]
		}
	}
	return t
}
