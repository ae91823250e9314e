package nameform

import "testing"

func TestVariant(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"sergei", "sergey", true}, {"yusuf", "yousuf", true}, {"mohammed", "muhammad", true}, {"zelensky", "zelenskyy", true},
		{"kask", "kass", false}, {"brandt", "brant", false}, {"ann", "anna", false}, {"marin", "martin", false},
	} {
		if got := Variant(c.a, c.b); got != c.want {
			t.Errorf("Variant(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestAcronymOf(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        bool
	}{
		{"who", "World Health Organization", true}, {"fao", "Food and Agriculture Organization", true},
		{"doj", "Department of Justice", true}, {"who", "World Trade Organization", false}, {"a", "Axis", false},
	} {
		if got := AcronymOf(c.short, Words(c.long)); got != c.want {
			t.Errorf("AcronymOf(%q, %q) = %v", c.short, c.long, got)
		}
	}
}
