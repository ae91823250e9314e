package story

import "testing"

func TestFiguresAreRead(t *testing.T) {
	for _, c := range []struct {
		sentence string
		toll     float64
		crowd    float64
		text     string
		who      string
	}{
		{"The death toll from the landslide rose to 31 on Monday, rescuers said.", 31, 0, "31", "rescuers"},
		{"Two men died in hospital, bringing the number of dead in Friday's blast to 12.", 12, 0, "12", ""},
		{"Organisers said 80,000 people took part.", 0, 80000, "80,000", "Organisers"},
		{"The interior ministry put the number at 25,000.", 0, 25000, "25,000", "interior ministry"},
		{"According to the city, some 4,200 marched.", 0, 4200, "some 4,200", "city"},
		{"Twelve ministers took part in the session.", 0, 0, "", ""},
		{"The number of trains was cut to 12.", 0, 0, "", ""},
	} {
		toll, text := tollIn(c.sentence)
		if toll.ok != (c.toll > 0) || toll.ok && (toll.low > c.toll || toll.high < c.toll || text != c.text || counter(c.sentence) != c.who) {
			t.Errorf("%s: toll %+v, %q by %q", c.sentence, toll, text, counter(c.sentence))
		}
		crowd, text := crowdIn(c.sentence)
		if crowd.ok != (c.crowd > 0) || crowd.ok && (crowd.low > c.crowd || crowd.high < c.crowd || text != c.text || counter(c.sentence) != c.who) {
			t.Errorf("%s: crowd %+v, %q by %q", c.sentence, crowd, text, counter(c.sentence))
		}
	}
}
