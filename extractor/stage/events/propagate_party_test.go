package events

import (
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// Those who died in an accident are whom it hit, unless it is told whom, or they died at another time and place.
func TestHitMain(t *testing.T) {
	driver := extractor.Argument{Role: extractor.RoleRecipient, Entity: -1, Time: -1, Event: -1, Tokens: extractor.TokenRange{First: 3, Last: 4}}
	rider := driver
	rider.Tokens = extractor.TokenRange{First: 7, Last: 8}
	place := extractor.Argument{Role: extractor.RolePlace, Entity: -1, Time: -1, Event: -1}
	at := func(s int32) []extractor.Trigger { return []extractor.Trigger{{Sentence: s}} }
	tests := map[string]struct {
		main, death extractor.Event
		want        []extractor.Argument
	}{
		"same sentence": {
			extractor.Event{Type: extractor.EventAccident, Triggers: at(0), Time: "2019-05-06"},
			extractor.Event{Type: extractor.EventLifeDeath, Triggers: at(0), Status: extractor.StatusActual, Time: "2019-05-07", Arguments: []extractor.Argument{driver, place}},
			[]extractor.Argument{driver},
		},
		"next sentence": {
			extractor.Event{Type: extractor.EventAccident, Triggers: at(0)},
			extractor.Event{Type: extractor.EventLifeDeath, Triggers: at(1), Status: extractor.StatusActual, Arguments: []extractor.Argument{driver}},
			[]extractor.Argument{driver},
		},
		"another day": {
			extractor.Event{Type: extractor.EventAccident, Triggers: at(0), Time: "2019-05-06"},
			extractor.Event{Type: extractor.EventLifeDeath, Triggers: at(1), Status: extractor.StatusActual, Time: "2004-05-06", Arguments: []extractor.Argument{driver}},
			nil,
		},
		"told already": {
			extractor.Event{Type: extractor.EventAccident, Triggers: at(0), Arguments: []extractor.Argument{rider}},
			extractor.Event{Type: extractor.EventLifeDeath, Triggers: at(0), Status: extractor.StatusActual, Arguments: []extractor.Argument{driver}},
			[]extractor.Argument{rider},
		},
		"a plan": {
			extractor.Event{Type: extractor.EventAccident, Triggers: at(0)},
			extractor.Event{Type: extractor.EventLifeDeath, Triggers: at(0), Status: extractor.StatusHypothetical, Arguments: []extractor.Argument{driver}},
			nil,
		},
		"a meeting": {
			extractor.Event{Type: extractor.EventConsult, Triggers: at(0)},
			extractor.Event{Type: extractor.EventLifeDeath, Triggers: at(0), Status: extractor.StatusActual, Arguments: []extractor.Argument{driver}},
			nil,
		},
	}
	a := emptyAnalysis(t, "")
	for name, test := range tests {
		events := []extractor.Event{test.main, test.death}
		a.hitMain(&events[0], events)
		if !slices.Equal(events[0].Arguments, test.want) {
			t.Errorf("%s: %v, want %v", name, events[0].Arguments, test.want)
		}
	}
}
