package eval

import "testing"

func TestEvents(t *testing.T) {
	gold := []Event{
		{Type: "CONSULT", Status: "PLANNED", Time: "2019-05-10", Triggers: []Span{{0, 4, ""}, {20, 27, ""}},
			Arguments: []EventArgument{{Role: "ACTOR", Spans: []Span{{30, 34, ""}}}, {Role: "TIME", Value: "2019-05-10"}}},
		{Type: "ASSAULT", Status: "ACTUAL", Triggers: []Span{{40, 46, ""}}},
	}
	predicted := []Event{
		{Type: "CONSULT", Status: "ACTUAL", Time: "2019-05-10T10:00", Triggers: []Span{{21, 25, ""}},
			Arguments: []EventArgument{{Role: "ACTOR", Spans: []Span{{31, 34, ""}}}, {Role: "RECIPIENT", Spans: []Span{{31, 34, ""}}}}},
		{Type: "ACCIDENT", Status: "ACTUAL", Triggers: []Span{{40, 46, ""}}},
		{Type: "OTHER", Triggers: []Span{{60, 64, ""}}},
	}
	c := Events(gold, predicted)
	near(t, "found P", c.Found.Precision(), 1.0/3)
	near(t, "found R", c.Found.Recall(), 0.5)
	near(t, "spotted R", c.Spotted.Recall(), 1)
	near(t, "false per true", c.FalsePerTrue(), 2)
	near(t, "status", c.Status.Value(), 0)
	near(t, "time", c.Time.Value(), 1)
	near(t, "actors", c.Roles["ACTOR"].F1(), 1)
	near(t, "recipients", c.Roles["RECIPIENT"].Precision(), 0)
	if c.Confused[[2]string{"ASSAULT", "ACCIDENT"}] != 1 {
		t.Errorf("confused: %v", c.Confused)
	}
	if sum := c.Add(c); sum.Found.Gold != 4 || sum.Types["CONSULT"].GoldHit != 2 {
		t.Errorf("sum: %+v", sum)
	}
}
