package story

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// amounts compares the numbers that reports of one event give in one role: “39 miners” against “37 miners”. “At
// least ten” and “twelve” agree, “dozens” and “39” too. A later, higher toll supersedes the earlier one.
func (b *builder) amounts(e *Event, figures []told) {
	for _, role := range []extractor.ArgumentRole{extractor.RoleRecipient, extractor.RoleAmount, extractor.RoleActor} {
		all := b.withFigures(b.amountsIn(e, role), figures, role)
		var claims []Claim
		var found []told
		for _, exactness := range []int{exactly, rounded, vaguely} {
			for _, a := range all {
				if a.exactness() == exactness && !slices.ContainsFunc(found, func(o told) bool { return !a.opposes(&o, &found[0].amount) }) {
					found = append(found, a)
					claims = append(claims, a.claim)
				}
			}
		}
		if len(claims) < 2 || b.isCounted(found) {
			continue
		}
		b.counted = append(b.counted, found)
		c := Conflict{Event: e.ID, FieldPath: "arguments." + role.String(), Kind: ConflictValue, Resolution: Unresolved, Claims: claims}
		if e.Type != extractor.EventProtest && b.risesWithTime(found) {
			c.Resolution = Superseded
		}
		b.report(c)
	}
}

// isCounted reports whether the same numbers were held against each other already: a blast, and the deaths in it, are two events.
func (b *builder) isCounted(found []told) bool {
	return slices.ContainsFunc(b.counted, func(before []told) bool {
		return !slices.ContainsFunc(found, func(a told) bool {
			return !slices.ContainsFunc(before, func(o told) bool { return a.low == o.low && a.high == o.high && a.countsLike(&o.amount) })
		})
	})
}

// told is an amount as an article gives it.
type told struct {
	amount
	claim Claim
	role  extractor.ArgumentRole
	// total is set where a sentence of its own tells how many they are in all, estimate where it tells who says so.
	total, estimate bool
}

// opposes reports whether two amounts exclude each other, and count what the first one that was found counts. An article does
// not contradict itself by counting parts, but who counts a crowd may contradict another in one article.
func (a *told) opposes(o *told, first *amount) bool {
	return a.contradicts(o.amount) && a.countsLike(first) &&
		(a.claim.ArticleID != o.claim.ArticleID || a.estimate && o.estimate && a.claim.Source != o.claim.Source)
}

// amountsIn lists the amounts that the reports of an event give in a role, each article's first one.
func (b *builder) amountsIn(e *Event, role extractor.ArgumentRole) []told {
	var out []told
	for _, r := range e.told() {
		x, i := b.reported(r)
		if len(out) > 0 && out[len(out)-1].claim.ArticleID == r.ArticleID || isCorrection(x.passage().Text) {
			continue
		}
		if a, n := b.reports[i].amountIn(x, role); n.ok {
			out = append(out, told{amount: n, claim: b.claim(i, x, a.Text, extractor.StanceAssert, a.Span)})
		}
	}
	return out
}

// amountIn returns the number that a report of an event gives in a role: of those harmed or arrested the number that stands at
// the trigger (“and three wounded”), else that of the role's argument.
func (r *Report) amountIn(e *ReportEvent, role extractor.ArgumentRole) (ReportArgument, amount) {
	suffered := role == extractor.RoleRecipient && isSuffered(e)
	if suffered {
		if a, n := r.numberBefore(e); n.ok {
			return a, n
		}
	}
	a, n := r.onlyAmount(e, role)
	if !n.ok && suffered && !slices.ContainsFunc(e.Arguments, func(a ReportArgument) bool { return a.Role == role && amountOf(a.Text).ok }) {
		return r.numberAfter(e)
	}
	return a, n
}

// isSuffered reports whether people suffer an event.
func isSuffered(e *ReportEvent) bool {
	switch e.Type {
	case extractor.EventLifeDeath, extractor.EventLifeInjury:
		return true
	case extractor.EventCoerce:
		return e.Mode == "arrest"
	}
	return false
}

// numberBefore reads the number right before the main trigger, which has its noun from what stands before it.
func (r *Report) numberBefore(e *ReportEvent) (ReportArgument, amount) {
	if len(e.Spans) == 0 || int(e.Spans[0].Begin) > len(r.Content) {
		return ReportArgument{}, amount{}
	}
	before := strings.TrimRight(r.Content[:e.Spans[0].Begin], " ")
	word := before[strings.LastIndexAny(before, " \n\u00a0")+1:]
	n := amountOf(word)
	if !n.ok || strings.HasSuffix(before[:len(before)-len(word)], " of ") { // a mother of two died
		return ReportArgument{}, amount{}
	}
	end := extractor.SourceOffset(len(before))
	return ReportArgument{Text: word, Span: extractor.SourceSpan{Begin: end - extractor.SourceOffset(len(word)), End: end}}, n
}

// numberAfter reads the number right after the main trigger: “arrested at least 20 demonstrators”.
func (r *Report) numberAfter(e *ReportEvent) (ReportArgument, amount) {
	if len(e.Spans) == 0 || int(e.Spans[0].End) >= len(r.Content) {
		return ReportArgument{}, amount{}
	}
	begin := int(e.Spans[0].End)
	rest := r.Content[begin:min(begin+80, len(r.Content))]
	text := strings.TrimLeft(rest, " ")
	begin += len(rest) - len(text)
	if cut := strings.IndexAny(text, ".,;:\n"); cut >= 0 && !strings.HasPrefix(text[cut:], ",0") {
		text = text[:cut]
	}
	n := amountOf(text)
	if !n.ok {
		return ReportArgument{}, n
	}
	if noun := strings.Index(strings.ToLower(text), n.noun); n.noun != "" && noun >= 0 {
		noun += len(n.noun)
		text = text[:noun+len(text[noun:])-len(strings.TrimLeft(text[noun:], "s"))]
	}
	return ReportArgument{Text: text, Span: extractor.SourceSpan{Begin: extractor.SourceOffset(begin), End: extractor.SourceOffset(begin + len(text))}}, n
}

// onlyAmount returns the number that a report gives in a role; none where it gives several, which it adds up or tells apart.
func (r *Report) onlyAmount(e *ReportEvent, role extractor.ArgumentRole) (ReportArgument, amount) {
	var at ReportArgument
	var found amount
	for _, a := range e.Arguments {
		if a.Role != role {
			continue
		}
		n := amountOf(a.Text)
		if passage := e.passageAt(a.Span).Text; !n.ok || isPart(passage, a.Text) || isCorrection(passage) || tellsOthers(passage) {
			continue
		}
		if found.ok && n.contradicts(found) || r.isJoined(e, a) {
			return ReportArgument{}, amount{}
		}
		if !found.ok {
			at, found = a, n
		}
	}
	return at, found
}

// isJoined reports whether an argument is one of two that are counted together: “a guard and two villagers”.
func (r *Report) isJoined(e *ReportEvent, a ReportArgument) bool {
	return slices.ContainsFunc(e.Arguments, func(o ReportArgument) bool {
		first, second := min(o.Span.End, a.Span.End), max(o.Span.Begin, a.Span.Begin)
		if o.Role != a.Role || second < first || second-first > 12 || int(second) > len(r.Content) {
			return false
		}
		between := strings.Fields(r.Content[first:second])
		return slices.Contains(between, "and") || len(between) == 1 && between[0] == ","
	})
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

// tellsOthers reports whether a sentence counts in parts: “killed one person and injured two others”.
func tellsOthers(sentence string) bool {
	return containsAny(strings.ToLower(sentence), " others", " another ", " other people")
}

// isCorrection reports whether a sentence tells what an article said wrongly before.
func isCorrection(sentence string) bool {
	s := strings.ToLower(sentence)
	return strings.HasPrefix(s, "correction") || containsAny(s, "earlier version", "previous version", "originally said", "originally stated",
		"originally reported", "incorrectly", "misstated", "wrongly said", "wrongly stated")
}

// risesWithTime reports whether each later article gives a higher number.
func (b *builder) risesWithTime(found []told) bool {
	for i := 1; i < len(found); i++ {
		p, q := b.published(found[i-1].claim.ArticleID), b.published(found[i].claim.ArticleID)
		if p == "" || q == "" || q <= p || found[i].low <= found[i-1].low {
			return false
		}
	}
	return true
}

func (b *builder) published(articleID string) string {
	return b.reports[b.reportIndex(articleID)].PublishTime
}
