package story

import "testing"

func TestDeniedThing(t *testing.T) {
	for _, c := range []struct{ after, verb, want string }{
		{"it.", "deny", anaphor},
		{"this, calling it a smear", "deny", anaphor},
		{"the accusation.", "deny", anaphor},
		{"that figure.", "dismiss", anaphor},
		{"a claim by the dockers' union that cranes were unsafe.", "reject", "dockers' union"},
		{"reports that he had been asked to go.", "deny", "reports"},
		{"the offer.", "reject", ""},
		{"that anybody was hurt.", "deny", ""},
		{"it out of hand", "reject", ""},
		{"him entry.", "deny", ""},
	} {
		if got := deniedThing(c.after, c.verb); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.verb, c.after, got, c.want)
		}
	}
}
