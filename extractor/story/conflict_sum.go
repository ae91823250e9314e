package story

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// price is an amount of money as a sentence gives it; its noun is the currency.
type price struct {
	amount
	passage Passage
	text    string
}

// likeSums is by how much, at most, two sums differ that may be of one thing.
const likeSums = 2

// sums compares what the reports of an event say it costs: “a deal worth $3.4 billion” against “invests 3.9 billion dollars”. A
// sum stands for the event where its article gives no other that comes near.
func (b *builder) sums(e *Event) {
	var found []told
	for _, r := range e.told() {
		x, i := b.reported(r)
		for _, s := range sumsIn(x.Passages) {
			if !b.reports[i].isOnlySum(&s) || isCorrection(s.passage.Text) {
				continue
			}
			t := told{amount: s.amount, claim: b.claim(i, x, s.text, extractor.StanceAssert, s.passage.Span)}
			if !slices.ContainsFunc(found, func(o told) bool {
				return o.claim.ArticleID == t.claim.ArticleID || o.noun != t.noun || !o.contradicts(t.amount) || !sameOrder(&o.amount, &t.amount)
			}) {
				found = append(found, t)
			}
		}
	}
	if len(found) < 2 || b.isCounted(found) {
		return
	}
	b.counted = append(b.counted, found)
	c := Conflict{Event: e.ID, FieldPath: "arguments." + extractor.RoleAmount.String(), Kind: ConflictValue, Resolution: Unresolved}
	for _, f := range found {
		c.Claims = append(c.Claims, f.claim)
	}
	b.report(c)
}

// sameOrder reports whether two sums are of one order.
func sameOrder(a, b *amount) bool { return a.low <= likeSums*b.high && b.low <= likeSums*a.high }

// isOnlySum reports whether an article gives no other sum that comes near one.
func (r *Report) isOnlySum(s *price) bool {
	for j := range r.Events {
		for _, o := range sumsIn(r.Events[j].Passages) {
			if o.noun == s.noun && o.contradicts(s.amount) && sameOrder(&o.amount, &s.amount) {
				return false
			}
		}
	}
	return true
}

// sumsIn reads the sums in sentences.
func sumsIn(passages []Passage) []price {
	var out []price
	for _, p := range passages {
		if !strings.ContainsAny(p.Text, "$€£") && !strings.Contains(p.Text, "illion") && !strings.Contains(p.Text, "000") {
			continue
		}
		words := strings.Fields(p.Text)
		for i, w := range words {
			if w[0] < 0x80 && (w[0] < '0' || w[0] > '9') && w[0] != '$' && w[0] != '(' {
				continue
			}
			if n, length := sumAt(words[i:]); n.ok {
				out = append(out, price{n, p, strings.Trim(strings.Join(words[i:i+length], " "), ".,;:()”\"")})
			}
		}
	}
	return out
}

// sumAt reads the sum of money that words begin with, and of how many words it is.
func sumAt(words []string) (n amount, length int) {
	number := strings.TrimLeft(words[0], "(")
	currency := ""
	for _, sign := range currencySigns {
		if rest, ok := strings.CutPrefix(number, sign[0]); ok {
			number, currency = rest, sign[1]
		}
	}
	phrase := []string{strings.TrimRight(number, ".,;:)”\"")}
	length = 1
	if length < len(words) && scaleOf(strings.Trim(words[length], ".,;:)”\"")) > 1 {
		phrase = append(phrase, strings.Trim(words[length], ".,;:)”\""))
		length++
	}
	if currency == "" && length < len(words) {
		if words[length] == "U.S." || words[length] == "US" {
			length++
		}
		if length < len(words) {
			currency = currencyOf(strings.ToLower(strings.Trim(words[length], ".,;:)”\"")))
			length++
		}
	}
	if currency == "" {
		return amount{}, 0
	}
	n = amountOf(strings.Join(phrase, " "))
	n.noun = currency
	return n, length
}

var currencySigns = [...][2]string{{"$", "dollar"}, {"€", "euro"}, {"£", "pound"}}

func currencyOf(word string) string {
	switch word = strings.TrimSuffix(word, "s"); word {
	case "dollar", "euro", "pound", "yen", "yuan", "peso", "rupee", "rouble", "ruble", "zloty", "franc", "rand", "crown", "krona", "dirham", "lira", "won", "real":
		return word
	}
	return ""
}
