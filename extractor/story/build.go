package story

import "github.com/dateline-news/dateline/extractor"

// Build makes the story of a set of articles, given in canonical order. It is a pure function of the reports.
func (m *Model) Build(id string, reports []*Report) *Story {
	distinct, copied := foldCopies(reports)
	b := newBuilder(id, distinct, m)
	s := b.story
	b.mergeEntities()
	b.mergeEvents()
	b.findConflicts()
	s.Interval = b.interval()
	if copied != nil {
		copied.unfold(s)
	}
	return s
}

func newBuilder(id string, reports []*Report, m *Model) *builder {
	s := &Story{ID: id, Title: titleFor(reports)}
	for _, r := range reports {
		s.ArticleIDs = append(s.ArticleIDs, r.ArticleID)
	}
	return &builder{model: m, reports: reports, story: s}
}

// builder holds what is made of a story on the way.
type builder struct {
	model   *Model
	reports []*Report
	story   *Story
	// entityOf and eventOf map an article's entities and events to the story's, by index.
	entityOf [][]int32
	eventOf  [][]int32
	// reprint names for each article the first one that has the same text, itself included.
	reprint []int32
}

// titleFor takes the title of the first article that has one.
func titleFor(reports []*Report) string {
	for _, r := range reports {
		if r.Title != "" {
			return r.Title
		}
	}
	return ""
}

// interval reaches from the first dated event to the last.
func (b *builder) interval() extractor.Interval {
	var out extractor.Interval
	for i := range b.story.Events {
		v := b.story.Events[i].Interval
		if v.Begin != "" && (out.Begin == "" || v.Begin < out.Begin) {
			out.Begin = v.Begin
		}
		if v.End > out.End {
			out.End = v.End
		}
	}
	return out
}
