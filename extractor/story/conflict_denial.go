package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// rebuttals: a charge against somebody, and that somebody's denial of it in the same article, which is an event of its
// own there: “Norway accused the yard of fraud … The yard denied the accusation”.
func (b *builder) rebuttals() {
	for i, r := range b.reports {
		for j := range r.Events {
			x := &r.Events[j]
			if x.Type != extractor.EventAccuse || x.Status != extractor.StatusDenied || len(x.Attribution) == 0 {
				continue
			}
			for k := j - 1; k >= 0; k-- {
				y := &r.Events[k]
				if y.Type != extractor.EventAccuse || y.Status == extractor.StatusDenied || !isAgainst(r, y, x.Attribution[0].Entity) {
					continue
				}
				if b.eventOf[i][j] == b.eventOf[i][k] {
					break // denials has it
				}
				b.report(Conflict{Event: fmt.Sprintf("sv%d", b.eventOf[i][k]), FieldPath: "status", Kind: ConflictClaimDenial, Resolution: Unresolved,
					Claims: []Claim{b.claim(i, y, y.passage().Text, extractor.StanceAssert, y.passage().Span),
						b.claim(i, x, x.passage().Text, extractor.StanceDeny, x.passage().Span)}})
				break
			}
		}
	}
}

// isAgainst reports whether a charge is against an entity, or against the country that it speaks for.
func isAgainst(r *Report, e *ReportEvent, denier int32) bool {
	if denier < 0 {
		return false
	}
	country := r.Entities[denier].Country
	return slices.ContainsFunc(e.Arguments, func(a ReportArgument) bool {
		return a.Role == extractor.RoleRecipient && a.Entity >= 0 && (a.Entity == denier || country != "" && r.Entities[a.Entity].Country == country)
	})
}

// stands reports whether the outlet itself gives an event as a fact, or somebody makes a charge there that only the charged
// denies: whoever charges, asserts.
func stands(r *Report, e *ReportEvent) bool {
	if e.Status != extractor.StatusActual || e.Negative {
		return false
	}
	for _, a := range e.Attribution {
		if e.Type != extractor.EventAccuse || a.Stance != extractor.StanceDeny || !isAgainst(r, e, a.Entity) {
			return false
		}
	}
	return true
}

// denials: what one source asserts and another denies. That something was not so, said of what others deny, is a denial too.
func (b *builder) denials(e *Event) {
	var asserted, denied, negated []Claim
	for _, r := range e.told() {
		x, i := b.reported(r)
		if x.Status == extractor.StatusDenied && len(x.Attribution) == 0 {
			denied = append(denied, b.claim(i, x, x.passage().Text, extractor.StanceDeny, x.passage().Span))
			continue
		}
		for k := range x.Attribution {
			one := *x
			one.Attribution = x.Attribution[k : k+1]
			p := x.passageAt(x.Attribution[k].Cue)
			c := b.claim(i, &one, p.Text, x.Attribution[k].Stance, p.Span)
			switch {
			case c.Stance == extractor.StanceDeny && !b.reports[i].isPresupposed(x, x.Attribution[k].Cue):
				denied = append(denied, c)
			case c.Stance == extractor.StanceAssert && x.Negative:
				c.Stance = extractor.StanceDeny
				negated = append(negated, c)
			case c.Stance == extractor.StanceAssert:
				asserted = append(asserted, c)
			}
		}
		if stands(b.reports[i], x) {
			asserted = append(asserted, b.claim(i, x, x.passage().Text, extractor.StanceAssert, x.passage().Span))
		}
	}
	if len(denied) == 0 {
		return
	}
	asserted = slices.DeleteFunc(asserted, func(c Claim) bool { return slices.ContainsFunc(denied, c.speaksFor) })
	if len(asserted) == 0 {
		return
	}
	b.report(Conflict{Event: e.ID, FieldPath: "status", Kind: ConflictClaimDenial, Resolution: Unresolved,
		Claims: eachOnce(slices.Concat(asserted, denied, negated))})
}

// speaksFor reports whether a claim only passes on a denial: “he denies the charge, his lawyer said”.
func (c Claim) speaksFor(denial Claim) bool {
	return c.ArticleID == denial.ArticleID && c.Source != "" && slices.Equal(c.Spans, denial.Spans) &&
		(strings.Contains(denial.Source, c.Source) || strings.Contains(c.Source, denial.Source))
}

// eachOnce leaves out claims that say again what the same source says in the same place.
func eachOnce(claims []Claim) []Claim {
	var out []Claim
	for _, c := range claims {
		if !slices.ContainsFunc(out, func(o Claim) bool {
			return o.ArticleID == c.ArticleID && o.Stance == c.Stance && o.Source == c.Source && slices.Equal(o.Spans, c.Spans)
		}) {
			out = append(out, c)
		}
	}
	return out
}

// isPresupposed reports whether a sentence denies no event: who denies hiding deaths does not deny the deaths, nor does who denies
// a request, or does not deny.
func (r *Report) isPresupposed(e *ReportEvent, cue extractor.SourceSpan) bool {
	if int(cue.End) > len(r.Content) || cue.Begin > cue.End {
		return false
	}
	p := e.passageAt(cue)
	if before := strings.Fields(strings.ToLower(r.Content[min(p.Span.Begin, cue.Begin):cue.Begin])); slices.ContainsFunc(before[max(0, len(before)-2):], isNot) {
		return true
	}
	if after := strings.Fields(strings.ToLower(r.Content[cue.End:max(p.Span.End, cue.End)])); slices.ContainsFunc(after[:min(len(after), 4)], isRequest) {
		return true
	}
	return slices.ContainsFunc(e.Spans, func(s extractor.SourceSpan) bool {
		if s.Begin <= cue.End || int(s.Begin) > len(r.Content) || e.passageAt(s) != p {
			return false
		}
		words := strings.Fields(strings.ToLower(r.Content[cue.End:s.Begin]))
		return slices.ContainsFunc(words[max(0, len(words)-3):], isHiding)
	})
}

func isNot(w string) bool {
	return w == "not" || w == "never" || w == "nor" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")
}

func isRequest(w string) bool {
	switch strings.Trim(w, ".,;:") {
	case "offer", "request", "requests", "bail", "entry", "visa", "visas", "access", "appeal", "motion", "permission", "parole", "petition", "application":
		return true
	}
	return false
}

func isHiding(w string) bool {
	switch w {
	case "hiding", "concealing", "covering", "understating", "ignoring", "knowing", "hidden", "concealed", "covered", "ignored":
		return true
	}
	return false
}
