package server

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/boltstore"
	"github.com/dateline-news/dateline/server/internal/wire"
)

// preload fills the collection "c" of a data folder with DATELINE_PRELOAD articles: the samples over and over, of other
// names, words and days for every 20.
func preload(b *testing.B, folder string) {
	articles, _ := strconv.Atoi(os.Getenv("DATELINE_PRELOAD"))
	if articles == 0 || b.N == 1 { // the trial run that every benchmark begins with
		return
	}
	m, err := pipeline.Stories()
	if err != nil {
		b.Fatal(err)
	}
	store, err := boltstore.Open(folder)
	if err != nil {
		b.Fatal(err)
	}
	l := story.NewLibrary(store, m)
	reports := sampleReports(b)
	var pending *story.Pending
	for i := range articles {
		group := i / 20
		r := disguised(reports[group%len(reports)], group)
		r.ArticleID = fmt.Sprintf("old%d", i)
		r.PublishTime = time.Date(1980, 1, 1+group*13000/(articles/20+1), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		if _, pending, err = l.Begin("c", r); err != nil {
			b.Fatal(err)
		}
		if i%1000 == 0 {
			if err := pending.Wait(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
}

func sampleReports(b *testing.B) []*story.Report {
	p, err := pipeline.English()
	if err != nil {
		b.Fatal(err)
	}
	var reports []*story.Report
	for _, s := range samples(b) {
		a, err := wire.FromProto(s, 1<<20)
		if err != nil {
			b.Fatal(err)
		}
		d, err := p.Analyze(context.Background(), a)
		if err != nil {
			b.Fatal(err)
		}
		reports = append(reports, story.NewReport(d))
	}
	return reports
}

// disguised returns a report with the names and words of a group.
func disguised(r *story.Report, group int) *story.Report {
	out := *r
	out.Title += fmt.Sprint(" ", group)
	out.Entities = append([]story.ReportEntity(nil), r.Entities...)
	for i := range out.Entities {
		if e := &out.Entities[i]; e.Type == extractor.EntityPerson && e.Name != "" {
			e.Name, e.Aliases = fmt.Sprint(e.Name, group), nil
		}
	}
	out.Events = append([]story.ReportEvent(nil), r.Events...)
	out.Terms = append([]story.Term(nil), r.Terms...)
	for i := range out.Terms {
		if i%3 > 0 {
			out.Terms[i].Lemma += fmt.Sprint(group)
		}
	}
	return &out
}
