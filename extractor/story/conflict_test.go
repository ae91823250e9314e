package story

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestTimeConflicts holds two reports of one event against each other by their times.
func TestTimeConflicts(t *testing.T) {
	for _, c := range []struct {
		name   string
		values [2]string
		spans  [2]extractor.Interval
		want   ConflictKind
	}{
		{"a midnight and the day after it", [2]string{"2019-05-05T24:00", "2019-05-06"}, [2]extractor.Interval{{Begin: "2019-05-05T24:00", End: "2019-05-05T24:00"}, {Begin: "2019-05-06", End: "2019-05-07"}}, ConflictGranularity},
		{"a week and a day of it", [2]string{"2019-W19", "2019-05-08"}, [2]extractor.Interval{{Begin: "2019-05-06", End: "2019-05-13"}, {Begin: "2019-05-08", End: "2019-05-09"}}, 0},
		{"a year and the month after it", [2]string{"2018", "2019-01"}, [2]extractor.Interval{{Begin: "2018-01-01", End: "2019-01-01"}, {Begin: "2019-01-01", End: "2019-02-01"}}, 0},
		{"two days", [2]string{"2019-05-05", "2019-05-08"}, [2]extractor.Interval{{Begin: "2019-05-05", End: "2019-05-06"}, {Begin: "2019-05-08", End: "2019-05-09"}}, ConflictValue},
	} {
		var reports []*Report
		e := Event{ID: "sv0"}
		for i, id := range []string{"a", "b"} {
			reports = append(reports, &Report{ArticleID: id, Events: []ReportEvent{{Type: extractor.EventAgree, Lemmas: []string{"sign"},
				Time: c.values[i], Interval: c.spans[i], TimeSpan: extractor.SourceSpan{End: 1}}}})
			e.Reports = append(e.Reports, EventReport{ArticleID: id})
		}
		b := newBuilder("st", reports, &Model{})
		b.mergeEntities()
		b.timeConflicts(&e)
		got := ConflictKind(0)
		if len(b.story.Conflicts) > 0 {
			got = b.story.Conflicts[0].Kind
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestSuperlativesCompare(t *testing.T) {
	for _, c := range []struct {
		strong, weak string
		want         bool
	}{
		{"It was the worst flood in the valley since 1953.", "It was one of the worst floods in the valley.", true},
		{"It was the worst flood in the valley.", "It was one of the worst fires in the valley.", false},
		{"It was the worst flood in the valley.", "It was among the worst floods of the continent.", false},
		{"It is the most expensive bridge in the country.", "It is one of the most expensive bridges.", true},
	} {
		s, ok := superlative(c.strong)
		w, found := superlative(c.weak)
		if !ok || !found || !s.only || w.only {
			t.Errorf("%q %+v, %q %+v", c.strong, s, c.weak, w)
		}
		s.event, w.event = 0, 1
		if got := s.compares(&w); got != c.want {
			t.Errorf("%q against %q: %v", c.strong, c.weak, got)
		}
	}
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"39 miners", "37 miners", true},
		{"at least ten people", "twelve people", false},
		{"dozens of people", "39 people", false},
		{"2.5 million euros", "2.6 million euros", false}, // within rounding
		{"two dozen", "some 40 villagers", true},
		{"three or four robbers", "four robbers", false},
		{"62 million euros", "65 million euros", true},
		{"1,240 votes", "1,204 votes", true},
		{"60,000 people", "58,000 people", false}, // rounded
	} {
		a, b := amountOf(c.a), amountOf(c.b)
		if !a.ok || !b.ok || a.contradicts(b) != c.want {
			t.Errorf("%q %+v, %q %+v", c.a, a, c.b, b)
		}
	}
	if !isPart("Two of them died later.", "Two") || isPart("Two people died.", "Two people") {
		t.Error("parts")
	}
}

// TestChargesStandUntilTheChargedDenies: who charges asserts, even where the article's only attribution is the denial.
func TestChargesStandUntilTheChargedDenies(t *testing.T) {
	r := &Report{Entities: []ReportEntity{{Country: "NOR"}, {Country: "PER"}, {Country: "PER"}}}
	deny := func(who int32) []Attribution {
		return []Attribution{{Entity: who, Via: -1, Stance: extractor.StanceDeny}}
	}
	charged := []ReportArgument{{Role: extractor.RoleActor, Entity: 0}, {Role: extractor.RoleRecipient, Entity: 1}}
	for _, c := range []struct {
		name string
		e    ReportEvent
		want bool
	}{
		{"told as a fact", ReportEvent{Type: extractor.EventAssault, Status: extractor.StatusActual}, true},
		{"denied by whose country is charged", ReportEvent{Type: extractor.EventAccuse, Status: extractor.StatusActual, Arguments: charged, Attribution: deny(2)}, true},
		{"denied by the accuser", ReportEvent{Type: extractor.EventAccuse, Status: extractor.StatusActual, Arguments: charged, Attribution: deny(0)}, false},
		{"an attack denied", ReportEvent{Type: extractor.EventAssault, Status: extractor.StatusActual, Arguments: charged, Attribution: deny(2)}, false},
		{"no charge was made", ReportEvent{Type: extractor.EventAccuse, Status: extractor.StatusActual, Negative: true, Arguments: charged, Attribution: deny(2)}, false},
	} {
		if got := stands(r, &c.e); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
