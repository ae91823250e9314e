package eval

import (
	"strings"
	"testing"
)

// at returns the place of a phrase in the text.
func at(t *testing.T, text, phrase string) []Span {
	t.Helper()
	i := strings.Index(text, phrase)
	if i < 0 {
		t.Fatalf("%q is not in the text", phrase)
	}
	return []Span{{Begin: i, End: i + len(phrase)}}
}

func TestFourAnswers(t *testing.T) {
	const text = "Rebels attacked a market in Lyon, France, on Friday. Police in Chad arrested two men."
	sentences := []Span{{Begin: 0, End: 52}, {Begin: 53, End: len(text)}}
	gold := &Event{Type: "ASSAULT", Time: "2021-03-12", Triggers: at(t, text, "attacked"), Arguments: []EventArgument{
		{Role: "ACTOR", Spans: at(t, text, "Rebels")}, {Role: "PLACE", Spans: at(t, text, "Lyon")},
	}}
	tests := map[string]struct {
		found *Event
		want  [4]Answer
	}{
		"right": {&Event{Type: "ASSAULT", Time: "2021-03-12T10:00", Triggers: gold.Triggers, Arguments: gold.Arguments}, [4]Answer{Right, Right, Right, Right}},
		"wider": {&Event{Type: "COERCE", Time: "2021-03", Triggers: gold.Triggers, Arguments: []EventArgument{
			{Role: "RECIPIENT", Spans: at(t, text, "Rebels")}, {Role: "PLACE", Spans: at(t, text, "France")},
		}}, [4]Answer{Right, Right, Right, Right}},
		"elsewhere": {&Event{Type: "COERCE", Time: "2020", Triggers: at(t, text, "arrested"), Arguments: []EventArgument{
			{Role: "ACTOR", Spans: at(t, text, "Police")}, {Role: "PLACE", Spans: at(t, text, "Chad")},
		}}, [4]Answer{Wrong, Wrong, Wrong, Wrong}},
		"other word": {&Event{Type: "ASSAULT", Triggers: at(t, text, "market")}, [4]Answer{Wrong, Right, Wrong, Wrong}},
	}
	for name, test := range tests {
		if got := FourAnswers(text, sentences, gold, test.found); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
	if got := FourAnswers(text, sentences, &Event{Triggers: gold.Triggers}, gold); got != [4]Answer{NotAsked, Right, NotAsked, NotAsked} {
		t.Errorf("asked what nobody answered: %v", got)
	}
}
