package story

import "github.com/dateline-news/dateline/extractor"

// Build makes the story of a set of articles, given in canonical order. It is a pure function of the reports.
func (m *Model) Build(id string, reports []*Report) *Story {
	s, _ := m.build(id, reports, nil, nil)
	return s
}

// build is Build of articles of these numbers, with the memo of an earlier time or nil. It returns a memo for the next
// time, nil where it would be too large.
func (m *Model) build(id string, reports []*Report, numbers []int32, old *memo) (*Story, *memo) {
	distinct, copied := foldCopies(reports)
	b := newBuilder(id, distinct, m)
	b.numbers = numbersOf(distinct, reports, numbers)
	s := b.story
	b.mergeEntities()
	b.recall(old)
	b.mergeEvents()
	b.findConflicts()
	s.Interval = b.interval()
	if copied != nil {
		copied.unfold(s)
	}
	return s, b.next
}

// numbersOf returns the numbers of some of the reports, which are in the same order.
func numbersOf(some, reports []*Report, numbers []int32) []int32 {
	if len(some) == len(reports) || numbers == nil {
		return numbers
	}
	out := make([]int32, 0, len(some))
	for i, r := range reports {
		if len(out) < len(some) && some[len(out)] == r {
			out = append(out, numbers[i])
		}
	}
	return out
}

func newBuilder(id string, reports []*Report, m *Model) *builder {
	s := &Story{ID: id, Title: titleFor(reports)}
	b := &builder{model: m, reports: reports, story: s, words: map[string]vector{}}
	for _, r := range reports {
		s.ArticleIDs = append(s.ArticleIDs, r.ArticleID)
		b.days = append(b.days, stretchOf(extractor.Interval{Begin: r.PublishTime}))
	}
	return b
}

// builder holds what is made of a story on the way.
type builder struct {
	model   *Model
	reports []*Report
	story   *Story
	// days are those on which the articles came out.
	days []stretch
	// words are those of the sentences that hold events, by their texts.
	words map[string]vector
	// entityOf and eventOf map an article's entities and events to the story's, by index.
	entityOf [][]int32
	eventOf  [][]int32
	// reprint names for each article the first one that has the same text, itself included.
	reprint []int32
	// counted are the numbers that were found to contradict each other.
	counted [][]told

	// numbers are those of the articles in their collection, nil where they are in none. Of the articles that the old memo
	// holds good for, then has the index in it, and now the index here; -1 for others.
	numbers   []int32
	old, next *memo
	then, now []int32
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
