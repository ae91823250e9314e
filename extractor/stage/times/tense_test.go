package times_test

import (
	"context"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// TestMonthsByTense: a month without its year is the one that the verb around it asks for.
func TestMonthsByTense(t *testing.T) {
	p := english(t)
	for text, want := range map[string]string{
		"The bridge is to open in March, the council said.":                            "2019-03",
		"His appeal is to be heard in October.":                                        "2018-10",
		"The probe is due to launch in February.":                                      "2019-02",
		"The museum will be rebuilt and is expected to be completed in April.":         "2019-04",
		"The envoy said she may visit the island in February.":                         "2019-02",
		"The trial was to begin in March but was postponed.":                           "2018-03",
		"He is believed to have fled in February.":                                     "2018-02",
		"She may have been killed in March.":                                           "2018-03",
		"The mayor will lay a wreath for the victims of the attack in Lund in March.":  "2018-03",
		"The club will play in Lund in March.":                                         "2019-03",
		"The court sentenced the former minister in February.":                         "2018-02",
		"The envoy had been due to arrive in April.":                                   "2018-04",
		"A ban on fires was extended through August.":                                  "2018-08",
		"The governor said in February that no more dams would be built in the valley": "2018-02",
	} {
		d := extractor.NewDocument(&extractor.Article{Content: text, PublishTime: time.Date(2018, 5, 6, 0, 0, 0, 0, time.UTC)})
		if err := p.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		if len(d.Times) != 1 || d.Times[0].Value != want {
			t.Errorf("%s: got %+v, want %s", text, d.Times, want)
		}
	}
}
