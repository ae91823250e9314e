package hugepage

import "testing"

func TestAdviseLeavesTheTable(t *testing.T) {
	for _, n := range []int{0, 1, 1 << 10, 1 << 20} {
		table := make([]uint64, n)
		for i := range table {
			table[i] = uint64(i) * 0x9E3779B97F4A7C15
		}
		Advise(table)
		for i, v := range table {
			if v != uint64(i)*0x9E3779B97F4A7C15 {
				t.Fatalf("of %d words, word %d changed", n, i)
			}
		}
	}
}
