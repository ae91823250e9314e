package story

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// filler is what fills a role of an event: an entity or event, or phrases of one last word.
type filler struct {
	Argument
	what    string
	named   bool
	sources []int32 // the articles that give it, reprints once
}

// fillArguments joins the arguments of all reports: each entity once in each role. Phrases without an entity fill a role where
// no report has one for it; a phrase that more sources give (“nine people”) stands before the entities, and in place of those
// that few give.
func (b *builder) fillArguments(e *Event) {
	var roles []extractor.ArgumentRole
	fillers := map[extractor.ArgumentRole][]*filler{}
	for _, report := range e.telling() {
		i := b.reportIndex(report.ArticleID)
		for _, a := range b.reports[i].event(report.Event).Arguments {
			x := b.argument(i, a)
			f := filler{Argument: x, what: cmp.Or(x.Entity, x.Event), named: x.Entity != "" || x.Event != ""}
			if !f.named {
				f.what = lastWord(foldName(x.Text))
			}
			if f.what == "" || x.Event == e.ID {
				continue
			}
			if fillers[a.Role] == nil {
				roles = append(roles, a.Role)
			}
			fillers[a.Role] = addFiller(fillers[a.Role], f, b.reprint[i])
		}
	}
	for _, role := range roles {
		for _, f := range chosen(fillers[role]) {
			e.Arguments = append(e.Arguments, f.Argument)
			if role == extractor.RolePlace && e.Place == "" {
				e.Place = f.Text
			}
		}
	}
}

// addFiller notes that a source gives a filler.
func addFiller(all []*filler, f filler, source int32) []*filler {
	i := slices.IndexFunc(all, func(o *filler) bool { return o.named == f.named && o.what == f.what })
	if i < 0 {
		f.sources = []int32{source}
		return append(all, &f)
	}
	if !slices.Contains(all[i].sources, source) {
		all[i].sources = append(all[i].sources, source)
	}
	return all
}

// chosen returns the fillers that a role is given.
func chosen(all []*filler) []*filler {
	var named, phrases []*filler
	for _, f := range all {
		if f.named {
			named = append(named, f)
		} else {
			phrases = append(phrases, f)
		}
	}
	if len(named) == 0 || len(phrases) == 0 {
		return all
	}
	best := slices.MaxFunc(phrases, bySources)
	if bySources(best, slices.MaxFunc(named, bySources)) <= 0 {
		return named
	}
	named = slices.DeleteFunc(named, func(f *filler) bool { return 2*len(f.sources) < len(best.sources) })
	return append([]*filler{best}, named...)
}

func bySources(a, b *filler) int { return cmp.Compare(len(a.sources), len(b.sources)) }
