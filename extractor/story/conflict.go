package story

import (
	"fmt"

	"github.com/dateline-news/dateline/extractor"
)

// findConflicts compares what the reports of each event say, field by field, and numbers what it finds.
func (b *builder) findConflicts() {
	figures := b.figures()
	for i := range b.story.Events {
		e := &b.story.Events[i]
		b.timeConflicts(e)
		b.denials(e)
		b.certainty(e)
		b.amounts(e, figures[int32(i)])
		b.sums(e)
	}
	b.strengths()
	b.rebuttals()
	b.disputes()
	b.cardinality()
	b.quoteVariants()
	for i := range b.story.Conflicts {
		b.story.Conflicts[i].ID = fmt.Sprintf("sc%d", i)
	}
}

// report adds a conflict to the story.
func (b *builder) report(c Conflict) { b.story.Conflicts = append(b.story.Conflicts, c) }

// reported returns the reported event and its article's index.
func (b *builder) reported(r EventReport) (*ReportEvent, int) {
	i := b.reportIndex(r.ArticleID)
	return b.reports[i].event(r.Event), i
}

// claim quotes one side of a conflict: its source is who says so in the same sentence, else the article.
func (b *builder) claim(i int, e *ReportEvent, value string, stance extractor.Stance, spans ...extractor.SourceSpan) Claim {
	c := Claim{Value: value, Stance: stance, ArticleID: b.reports[i].ArticleID, Spans: spans, Source: b.reports[i].Outlet}
	for _, a := range e.Attribution {
		if len(spans) > 0 && e.passageAt(a.Cue) != e.passageAt(spans[0]) {
			continue
		}
		c.Source = a.Text
		if a.Entity >= 0 && b.entityOf[i][a.Entity] >= 0 {
			c.Entity = b.story.Entities[b.entityOf[i][a.Entity]].ID
		}
		break
	}
	return c
}
