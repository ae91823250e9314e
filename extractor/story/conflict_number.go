package story

import (
	"math"
	"strconv"
	"strings"
)

// amount is a number as the news gives it: the least and the most that the words allow, and what is counted.
type amount struct {
	low, high float64
	noun      string
	ok        bool
}

// How exactly words give a number.
const (
	exactly = iota
	rounded
	vaguely
)

func (n amount) exactness() int {
	switch {
	case n.low == n.high:
		return exactly
	case n.high <= 2*n.low:
		return rounded
	}
	return vaguely
}

// countsLike reports whether two amounts may count the same: “people” may be miners.
func (n amount) countsLike(o *amount) bool {
	return n.noun == o.noun || n.noun == "" || o.noun == "" || n.noun == "people" || o.noun == "people"
}

// contradicts reports whether no number fits both.
func (n amount) contradicts(o amount) bool {
	const rounding = 1 - 1e-9
	return n.high < o.low*rounding || o.high < n.low*rounding
}

// amountOf reads the number at the head of a phrase, and the noun after it.
func amountOf(phrase string) amount {
	words := strings.Fields(strings.ToLower(phrase))
	n := amount{high: math.Inf(1)}
	slack, bound := 0.0, 0
	for i := 0; i < len(words); i++ {
		w := strings.Trim(words[i], ".,;:$€£()“”\"")
		switch w {
		case "the", "a", "an", "some", "other", "all", "total", "of":
			if w == "some" {
				slack = 0.15
			}
			continue
		case "about", "around", "nearly", "almost", "approximately", "roughly":
			slack = 0.15
			continue
		case "least", "more", "over", "than", "at":
			if w == "least" || w == "more" || w == "over" {
				bound = 1
			}
			continue
		case "up", "to", "most", "fewer", "less", "under":
			bound = -1
			continue
		}
		if low, high, vague := vagueNumber(w); vague {
			rest := words[i+1:]
			if len(rest) > 0 && rest[0] == "of" {
				rest = rest[1:]
			}
			return amount{low, high, nounAfter(rest), true}
		}
		v, ok := numberOf(w)
		if !ok {
			return amount{}
		}
		scale := 1.0
		if i+1 < len(words) {
			if scale = scaleOf(strings.Trim(words[i+1], ".,;:")); scale > 1 {
				i++
			}
		}
		half := rounding(w, v, scale)
		n.low, n.high, n.noun, n.ok = min(v*(1-slack), v-half)*scale, max(v*(1+slack), v+half)*scale, nounAfter(words[i+1:]), true
		if i+2 < len(words) && (words[i+1] == "or" || words[i+1] == "to") {
			if to, ok := numberOf(strings.Trim(words[i+2], ".,;:")); ok && to > v { // three or four
				n.high, n.noun = max(n.high, to*scale), nounAfter(words[i+3:])
			}
		}
		switch bound {
		case 1:
			n.high = math.Inf(1)
		case -1:
			n.low = 0
		}
		return n
	}
	return amount{}
}

// rounding is what a written number may be off by: half a unit of its last digit that is none of the zeros at its end. Small
// numbers without a scale are counted.
func rounding(written string, v, scale float64) float64 {
	if scale == 1 && v < 100 {
		return 0
	}
	unit := 1.0
	if _, decimals, ok := strings.Cut(written, "."); ok {
		return math.Pow10(-len(decimals)) / 2
	}
	for u := 10.0; math.Mod(v, u) == 0 && v > 0; u *= 10 {
		unit = u
	}
	if scale == 1 && unit == 1 {
		return 0
	}
	return unit / 2
}

// nounAfter returns the last word of the short phrase after a number.
func nounAfter(words []string) string {
	noun := ""
	for i, w := range words {
		w = strings.Trim(w, ".,;:()“”\"")
		if i > 2 || w == "of" || w == "in" || w == "who" || w == "were" || w == "on" {
			break
		}
		noun = strings.TrimSuffix(w, "s")
	}
	return noun
}

func vagueNumber(w string) (low, high float64, ok bool) {
	switch w {
	case "several":
		return 3, 99, true
	case "dozens", "scores":
		return 20, 999, true
	case "hundreds":
		return 100, 9999, true
	case "thousands":
		return 1000, 999999, true
	case "many", "numerous":
		return 3, math.Inf(1), true
	}
	return 0, 0, false
}

var numberWords = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000}

func numberOf(w string) (float64, bool) {
	if v, ok := numberWords[w]; ok {
		return v, true
	}
	if tens, units, ok := strings.Cut(w, "-"); ok && numberWords[tens] >= 20 && numberWords[units] > 0 {
		return numberWords[tens] + numberWords[units], true
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil
}

func scaleOf(w string) float64 {
	switch w {
	case "hundred":
		return 100
	case "thousand":
		return 1e3
	case "million", "m":
		return 1e6
	case "billion", "bn":
		return 1e9
	}
	return 1
}
