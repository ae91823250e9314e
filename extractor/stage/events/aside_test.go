package events_test

import (
	"testing"

	"github.com/dateline-news/dateline/extractor/pipeline"
)

// TestTimesAside looks that a time in a clause which says who somebody is goes to nobody else, nor comes into it.
func TestTimesAside(t *testing.T) {
	p, err := pipeline.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, trigger, want string }{
		{"Police arrested the driver of the train that crashed on Monday.", "crashed", "2022-03-14"},
		{"Police arrested the driver of the train that crashed on Monday.", "arrested", ""},
		{"A man arrested on Monday was charged with murder.", "arrested", "2022-03-14"},
		{"A man arrested on Monday was charged with murder.", "charged", ""},
		{"Two passengers who were injured in the crash died on Monday.", "died", "2022-03-14"},
		{"Two passengers who were injured in the crash died on Monday.", "injured", ""},
		{"The blast that killed nine miners happened on Monday.", "killed", "2022-03-14"},
	} {
		d := inArticle(t, p, test.text)
		if e := eventOf(d, test.trigger); e == nil || e.Time != test.want {
			t.Errorf("%s\n\t%q: want %q: %v", test.text, test.trigger, test.want, summaries(d))
		}
	}
}
