package events

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func TestWords(t *testing.T) {
	d := extractor.NewDocument(&extractor.Article{Title: "Miners strike as talks collapse"})
	for _, lemma := range []string{"strike", "talk", "strike", "the"} {
		d.Tokens = append(d.Tokens, extractor.Token{})
		d.Tags = append(d.Tags, extractor.Tag{Lemma: lemma, UPOS: extractor.NOUN})
	}
	d.Tags[3].UPOS = extractor.DET
	var w words
	for range 2 { // the second time in the memory of the first
		w.index(d)
		for i, want := range []int{2, 1, 2, 0} {
			if got := w.frequency(int32(i)); got != want {
				t.Errorf("%s occurs %d times, want %d", d.Tags[i].Lemma, got, want)
			}
		}
		if !w.headlined("Strike") || !w.headlined("talk") || w.headlined("agree") {
			t.Error("the headline is misread")
		}
	}
}

func TestStem(t *testing.T) {
	for word, want := range map[string]string{"meeting": "meet", "explosion": "explo", "arrested": "arrest", "king": "king", "": "", "treaty": "treaty"} {
		if got := stem(word); got != want {
			t.Errorf("stem of %q is %q, want %q", word, got, want)
		}
	}
}

func TestPlacedAt(t *testing.T) {
	for title, want := range map[string]int{
		"Ferry sinks off Tarsa": 16, "Storm nears landfall in the Tarsa": 28, "Tarsa votes": -1, "Fire in Tarsas": -1, "Tarsa mourns after fire in Tarsa": 27,
	} {
		if got := placedAt(title, "Tarsa"); got != want {
			t.Errorf("%q: %d, want %d", title, got, want)
		}
	}
}

func TestDaysBetween(t *testing.T) {
	const none = 1 << 20
	for days, want := range map[[2]string]int{
		{"2019-02-28", "2019-03-01"}: 1, {"2020-02-28", "2020-03-01"}: 2, {"2020-01-02", "2019-12-31"}: -2, {"2019-02-29", "2019-03-01"}: none, {"2019-W12", "2019-03-01"}: none,
	} {
		if got := daysBetween(days[0], days[1]); got != want {
			t.Errorf("%v: %d, want %d", days, got, want)
		}
	}
}
