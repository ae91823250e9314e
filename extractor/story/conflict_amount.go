package story

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// amount is a number as the news gives it: the least and the most that the words allow, and what is counted.
type amount struct {
	low, high float64
	noun      string
	ok        bool
}

// amounts compares the numbers that reports of one event give in one role: “39 miners” against “37 miners”. “At
// least ten” and “twelve” agree, “dozens” and “39” too. A later, higher toll supersedes the earlier one.
func (b *builder) amounts(e *Event) {
	for _, role := range []extractor.ArgumentRole{extractor.RoleRecipient, extractor.RoleAmount, extractor.RoleActor} {
		all := b.amountsIn(e, role)
		var claims []Claim
		var found []amount
		for _, exact := range []bool{true, false} {
			for _, a := range all {
				if (a.low == a.high) != exact || slices.ContainsFunc(found, func(o amount) bool { return !a.contradicts(o) || !a.countsLike(&found[0]) }) ||
					slices.ContainsFunc(claims, func(c Claim) bool { return c.ArticleID == a.claim.ArticleID }) {
					continue
				}
				found = append(found, a.amount)
				claims = append(claims, a.claim)
			}
		}
		if len(claims) < 2 {
			continue
		}
		c := Conflict{Event: e.ID, FieldPath: "arguments." + role.String(), Kind: ConflictValue, Resolution: Unresolved, Claims: claims}
		if b.risesWithTime(claims, found) {
			c.Resolution = Superseded
		}
		b.report(c)
	}
}

// told is an amount as an article gives it.
type told struct {
	amount
	claim Claim
}

// amountsIn lists the amounts that the reports of an event give in a role, each article's first one: it does not contradict
// itself by counting parts.
func (b *builder) amountsIn(e *Event, role extractor.ArgumentRole) []told {
	var out []told
	for _, r := range e.told() {
		x, i := b.reported(r)
		if a, n := onlyAmount(x, role); n.ok && (len(out) == 0 || out[len(out)-1].claim.ArticleID != r.ArticleID) {
			out = append(out, told{n, b.claim(i, x, a.Text, extractor.StanceAssert, a.Span)})
		}
	}
	return out
}

// countsLike reports whether two amounts may count the same: “people” may be miners.
func (n amount) countsLike(o *amount) bool {
	return n.noun == o.noun || n.noun == "" || o.noun == "" || n.noun == "people" || o.noun == "people"
}

// onlyAmount returns the number that a report gives in a role; none where it gives several, which it adds up or tells apart.
func onlyAmount(e *ReportEvent, role extractor.ArgumentRole) (ReportArgument, amount) {
	var at ReportArgument
	var found amount
	for _, a := range e.Arguments {
		if a.Role != role {
			continue
		}
		n := amountOf(a.Text)
		if !n.ok || isPart(e.passageAt(a.Span).Text, a.Text) {
			continue
		}
		if found.ok && n.contradicts(found) {
			return ReportArgument{}, amount{}
		}
		if !found.ok {
			at, found = a, n
		}
	}
	return at, found
}

// isPart reports whether a number in a sentence counts a part of something: “two of them”, “three of the miners”.
func isPart(sentence, number string) bool {
	_, after, found := strings.Cut(sentence, number+" of ")
	word, _, _ := strings.Cut(after, " ")
	switch word {
	case "them", "the", "those", "these", "his", "her", "its", "their", "whom":
		return found
	}
	return false
}

// risesWithTime reports whether each later article gives a higher number.
func (b *builder) risesWithTime(claims []Claim, found []amount) bool {
	for i := 1; i < len(claims); i++ {
		p, q := b.published(claims[i-1].ArticleID), b.published(claims[i].ArticleID)
		if p == "" || q == "" || q <= p || found[i].low <= found[i-1].low {
			return false
		}
	}
	return true
}

func (b *builder) published(articleID string) string {
	return b.reports[b.reportIndex(articleID)].PublishTime
}

// contradicts reports whether no number fits both.
func (n amount) contradicts(o amount) bool { return n.high < o.low || o.high < n.low }

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
			return amount{low, high, nounAfter(words[i+1:]), true}
		}
		v, ok := numberOf(w)
		if !ok {
			return amount{}
		}
		if i+1 < len(words) {
			if scale := scaleOf(words[i+1]); scale > 1 {
				v *= scale
				i++
				slack = max(slack, 0.05)
			}
		}
		n.low, n.high, n.noun, n.ok = v*(1-slack), v*(1+slack), nounAfter(words[i+1:]), true
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
