package story

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// figures lists, for each event of the story, what sentences that do nothing but count say of it: the toll of a disaster
// (“the number of dead rose to 14”) and the size of a crowd (“police put the number of marchers at 3,500”).
func (b *builder) figures() map[int32][]told {
	all := map[int32][]told{}
	for i, r := range b.reports {
		for _, p := range r.Remarks {
			if isCorrection(p.Text) {
				continue
			}
			if n, text := tollIn(p.Text); n.ok {
				if k := b.countedEvent(i, p, b.isDeath); k >= 0 {
					all[k] = append(all[k], told{amount: n, claim: b.figureClaim(i, p, text), role: extractor.RoleRecipient, total: true})
				}
			}
			if n, text := crowdIn(p.Text); n.ok {
				if k := b.countedEvent(i, p, b.isCrowd); k >= 0 {
					all[k] = append(all[k], told{amount: n, claim: b.figureClaim(i, p, text), role: extractor.RoleActor, total: true, estimate: true})
				}
			}
		}
	}
	return all
}

func (b *builder) isDeath(e *Event) bool { return e.Type == extractor.EventLifeDeath }

// isCrowd reports whether people come together in an event: strikers stay at home.
func (b *builder) isCrowd(e *Event) bool {
	return e.Type == extractor.EventProtest && slices.ContainsFunc(e.told(), func(r EventReport) bool {
		x, _ := b.reported(r)
		return slices.ContainsFunc(x.Lemmas, isGathering)
	})
}

func isGathering(lemma string) bool {
	switch lemma {
	case "march", "rally", "demonstrate", "demonstration", "protest", "gather", "gathering", "vigil", "procession", "parade", "assemble", "turn":
		return true
	}
	return false
}

// countedEvent returns the event that a sentence counts: the one of the kind that it tells, else the one that most sources tell,
// -1 where that is none or more than one.
func (b *builder) countedEvent(i int, p Passage, kind func(*Event) bool) int32 {
	r := b.reports[i]
	for j := range r.Events {
		if k := b.eventOf[i][j]; k >= 0 && kind(&b.story.Events[k]) && slices.Contains(r.Events[j].Passages, p) {
			return k
		}
	}
	best, most, tie := int32(-1), int32(0), false
	for k := range b.story.Events {
		e := &b.story.Events[k]
		if !kind(e) {
			continue
		}
		switch n := e.IndependentSources; {
		case n > most:
			best, most, tie = int32(k), n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// figureClaim is what a sentence counts, according to whom it says.
func (b *builder) figureClaim(i int, p Passage, text string) Claim {
	c := b.claim(i, &ReportEvent{}, text, extractor.StanceAssert, p.Span)
	if who := counter(p.Text); who != "" {
		c.Source = who
	}
	return c
}

// withFigures puts the totals that articles give in the place of the numbers of their arguments.
func (b *builder) withFigures(all, figures []told, role extractor.ArgumentRole) []told {
	figures = slices.DeleteFunc(slices.Clone(figures), func(f told) bool { return f.role != role })
	if len(figures) == 0 {
		return all
	}
	all = slices.DeleteFunc(all, func(a told) bool {
		return slices.ContainsFunc(figures, func(f told) bool { return f.claim.ArticleID == a.claim.ArticleID })
	})
	all = append(all, figures...)
	slices.SortStableFunc(all, func(x, y told) int { return b.reportIndex(x.claim.ArticleID) - b.reportIndex(y.claim.ArticleID) })
	return all
}

// tollIn reads how many died in all: “the death toll rose to 15”, “bringing the number of dead to 12”.
func tollIn(sentence string) (n amount, text string) {
	lower := strings.ToLower(sentence)
	at := -1
	for _, sign := range []string{"death toll", "number of dead", "number of deaths", "number of people killed", "number of fatalities", "number of victims", "toll "} {
		if at = strings.Index(lower, sign); at >= 0 {
			break
		}
	}
	if at < 0 {
		return n, ""
	}
	words := strings.Fields(sentence[at:])
	for i, w := range words {
		switch w {
		case "to", "at", "of", "reached", "topped", "hit", "passed":
		default:
			continue
		}
		if w == "of" && (i == 0 || !strings.EqualFold(words[i-1], "toll")) {
			continue
		}
		if n = amountOf(strings.Join(words[i+1:min(i+5, len(words))], " ")); n.ok {
			n.noun = "people"
			return n, figureText(words[i+1:])
		}
	}
	return amount{}, ""
}

// figureText is the number that a phrase begins with, and what stands before it: “at least 20”.
func figureText(words []string) string {
	for i, w := range words {
		if _, ok := numberOf(strings.Trim(strings.ToLower(w), ".,;:")); ok {
			if i+1 < len(words) && scaleOf(strings.Trim(words[i+1], ".,;:")) > 1 {
				i++
			}
			return strings.TrimRight(strings.Join(words[:i+1], " "), ".,;:")
		}
	}
	return strings.Join(words[:min(len(words), 1)], " ")
}

// crowdIn reads how many came: “9,000 people took part”, “put the turnout at 3,500”.
func crowdIn(sentence string) (n amount, text string) {
	words := strings.Fields(sentence)
	for i, w := range words {
		if i+1 < len(words) && (strings.HasPrefix(words[i+1], "percent") || words[i+1] == "per") {
			return amount{}, "" // a share, as of the drivers who joined a strike
		}
		switch strings.ToLower(strings.Trim(w, ".,;:”\"")) {
		case "turnout", "crowd", "attendance", "marchers", "protesters", "demonstrators", "participants", "number", "numbers":
			if n, text = countAt(words, i); n.ok {
				return n, text
			}
		case "took", "attended", "marched", "gathered", "joined", "rallied", "demonstrated", "protested", "turned":
			if w == "took" && (i+1 >= len(words) || !strings.HasPrefix(words[i+1], "part")) || w == "turned" && (i+1 >= len(words) || !strings.HasPrefix(words[i+1], "out")) {
				continue
			}
			for j := max(0, i-5); j < i; j++ {
				if n = amountOf(strings.Join(words[j:i], " ")); n.ok && n.low >= leastCrowd && isPeople(words[j:i]) {
					n.noun = "people"
					return n, figureText(words[j:])
				}
			}
		}
	}
	return amount{}, ""
}

// leastCrowd is the least number that is taken for a crowd's.
const leastCrowd = 50

// countAt reads the number after “put the turnout at”, “a crowd of”.
func countAt(words []string, i int) (amount, string) {
	verb := slices.ContainsFunc(words[max(0, i-3):i], func(w string) bool { return strings.HasPrefix(w, "put") || strings.HasPrefix(w, "estimate") })
	for j := i + 1; j < min(i+5, len(words)-1); j++ {
		if verb && words[j] == "at" || j == i+1 && words[j] == "of" && (words[i] == "turnout" || words[i] == "crowd" || words[i] == "attendance") {
			if n := amountOf(strings.Join(words[j+1:min(j+5, len(words))], " ")); n.ok && n.low >= leastCrowd {
				n.noun = "people"
				return n, figureText(words[j+1:])
			}
		}
	}
	return amount{}, ""
}

// isPeople reports whether a phrase is a number alone, or counts people.
func isPeople(words []string) bool {
	last := strings.ToLower(strings.Trim(words[len(words)-1], ".,;:"))
	if _, ok := numberOf(last); ok {
		return true
	}
	switch last {
	case "people", "persons", "protesters", "demonstrators", "marchers", "supporters", "workers", "students", "women", "men", "residents", "had", "have", "citizens", "participants":
		return true
	}
	return false
}

// mostTitle is how many words name and describe who says something, at most.
const mostTitle = 13

// counter returns who counts in a sentence: “Police” of “Police said 3,500 took part”; "" where it does not say.
func counter(sentence string) string {
	if rest, ok := strings.CutPrefix(sentence, "According to "); ok {
		who, _, _ := strings.Cut(rest, ",")
		return strings.TrimPrefix(who, "the ")
	}
	words := strings.Fields(sentence)
	for i := 1; i < min(len(words), mostTitle); i++ {
		switch words[i] {
		case "which", "who", "that", "and":
			return ""
		case "said", "says", "put", "puts", "estimated", "estimate", "claimed", "counted", "say", "spoke", "reported":
			return strings.TrimPrefix(strings.TrimPrefix(strings.Join(words[:i], " "), "The "), "the ")
		}
	}
	if at := strings.LastIndex(sentence, ", "); at >= 0 {
		tail := strings.TrimSuffix(sentence[at+2:], ".")
		if who, ok := strings.CutSuffix(tail, " said"); ok {
			return strings.TrimPrefix(who, "the ")
		}
		if who, ok := strings.CutPrefix(tail, "according to "); ok {
			return strings.TrimPrefix(who, "the ")
		}
	}
	return ""
}
