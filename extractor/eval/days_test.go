package eval

import "testing"

func TestCompatible(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"2019-05-06", "2019-05-06T17:00", true}, {"2019-05-06TNI", "2019-05-06TMO", true}, {"2020-W35-WE", "2020-08-30", true},
		{"2020-W35-WE", "2020-08-28", false}, {"2019-05", "2019-05-06", true}, {"2019", "2019-05-06", false}, {"2019", "2019", true},
		{"2019-12-31", "2019-12", true}, {"2019-12-31", "2020-01", false}, {"", "", false}, {"PAST_REF", "2019-05", false}, {"2019-SU", "2019-SU", true},
	} {
		if got := Compatible(x.a, x.b, 31); got != x.want {
			t.Errorf("Compatible(%q, %q) = %v", x.a, x.b, got)
		}
		if got := Compatible(x.b, x.a, 31); got != x.want {
			t.Errorf("Compatible(%q, %q) = %v", x.b, x.a, got)
		}
	}
}
