package story

import (
	"cmp"
	"slices"
)

const (
	// contrastSize is from how many articles on a group can stand against another.
	contrastSize = 3
	// contrastWords is how many words of its own tell a group apart, contrastName from which contrast on one person or
	// place does.
	contrastWords = 6
	contrastName  = 0.7
	// contrastArticles bounds how many articles of a group are looked at.
	contrastArticles = 24
)

// apart reports whether two groups of articles are clearly about two things of one kind, however alike they are.
func apart(part []*node, a, b []int32) bool {
	n := min(len(a), len(b))
	return n >= contrastSize && (contrast(part, a, b, 1, partPeople, partPlaces) >= contrastName ||
		contrast(part, a, b, contrastWords, partWords) >= contrastLimit(n))
}

// contrastLimit is the contrast from which on groups of at least n articles are two stories. Even parts of one story have
// words of their own: the smaller they are, the more so.
func contrastLimit(n int) float64 { return max(0.3, 0.2+1.8/float64(n)) }

// contrast tells how clearly two groups of articles are about two things of one kind, such as two players of one team
// arrested for one offence, or two bouts of one boxer: by the words that most of a group's articles have and few of the
// other's. It is the mean of how much more frequent, by the share of the articles that have it, each of so many of a group's
// most own words in parts of their profiles is there than in the other group, for the group where that is less.
func contrast(part []*node, a, b []int32, count int, parts ...int) float64 {
	x, y := wordsOfGroup(part, a, parts), wordsOfGroup(part, b, parts)
	one, other := 1/float64(min(len(a), contrastArticles)+1), 1/float64(min(len(b), contrastArticles)+1)
	var best [2][]float64
	for len(x) > 0 || len(y) > 0 {
		i, j := 0, 0
		switch {
		case len(y) == 0 || len(x) > 0 && x[0] < y[0]:
			i = runOf(x)
		case len(x) == 0 || y[0] < x[0]:
			j = runOf(y)
		default:
			i, j = runOf(x), runOf(y)
		}
		d := float64(i)*one - float64(j)*other
		best[0], best[1] = keepBest(best[0], d, count), keepBest(best[1], -d, count)
		x, y = x[i:], y[j:]
	}
	return min(sum(best[0]), sum(best[1])) / float64(count)
}

// wordsOfGroup lists the words of each article of a group, sorted: a word stands there once for each article that has it.
func wordsOfGroup(part []*node, group []int32, parts []int) []uint32 {
	var words []uint32
	n := min(len(group), contrastArticles)
	for k := range n {
		for _, p := range parts {
			for _, c := range part[group[k*len(group)/n]].profile.parts[p] {
				words = append(words, c.key)
			}
		}
	}
	slices.Sort(words)
	return words
}

// runOf returns how often the first word stands there.
func runOf(words []uint32) int {
	n := 1
	for n < len(words) && words[n] == words[0] {
		n++
	}
	return n
}

// keepBest keeps the highest numbers, falling, so many of them.
func keepBest(best []float64, d float64, count int) []float64 {
	if len(best) == count && d <= best[count-1] {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, d, func(x, d float64) int { return cmp.Compare(d, x) })
	best = slices.Insert(best, at, d)
	return best[:min(len(best), count)]
}

func sum(numbers []float64) float64 {
	s := 0.0
	for _, x := range numbers {
		s += x
	}
	return s
}
