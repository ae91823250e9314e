package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// digest is what lists need to know of a story without reading it.
type digest struct {
	// entities is how many the story has; names are the hashes of their names, aliases and links, sorted.
	entities int32
	names    []uint32
	// events are in the order of the timeline.
	events []eventKey
}

// eventKey is an event's place in the timeline: index is that in Story.Events.
type eventKey struct {
	begin, end string
	index      int32
	kind       extractor.EventType
}

// undated comes after every date.
const undated = "~"

func digestOf(s *Story) digest {
	d := digest{entities: int32(len(s.Entities)), events: make([]eventKey, len(s.Events))}
	for i := range s.Entities {
		e := &s.Entities[i]
		d.names = append(d.names, hashName(e.Name))
		for _, a := range e.Aliases {
			d.names = append(d.names, hashName(a))
		}
		for _, l := range e.Links {
			d.names = append(d.names, hashName(l.ID))
		}
	}
	slices.Sort(d.names)
	d.names = slices.Clip(slices.Compact(d.names))
	for i := range s.Events {
		e := &s.Events[i]
		d.events[i] = eventKey{cmp.Or(e.Interval.Begin, undated), e.Interval.End, int32(i), e.Type}
	}
	slices.SortFunc(d.events, func(a, b eventKey) int { return cmp.Or(cmp.Compare(a.begin, b.begin), cmp.Compare(a.index, b.index)) })
	return d
}

// hashName is equal for names that strings.EqualFold takes for one.
func hashName(name string) uint32 { return hashText(strings.ToLower(strings.ToUpper(name))) }
