package times

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// FuzzTimes: whatever the text, expressions ascend, do not overlap, lie in the text and have values.
func FuzzTimes(f *testing.F) {
	for _, seed := range []string{
		"on May 4-6, 2017 at 10:30am EDT", "the 2015-16 season of '98", "31/02/2017 and 2019-02-30T25:61Z", "a year-earlier third-quarter",
		"nineteen ninety-six hundred and two thousand", "½ 2 1/2 – ‘90s", "May\u00a04,\u00a02017", "99999999999999 years ago", "\xff\xfe March", "the the the end of the end of May",
	} {
		f.Add(seed)
	}
	stage := New()
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		d := extractor.NewDocument(&extractor.Article{Content: text})
		d.Text, d.English = text, true
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		end := extractor.TextOffset(0)
		for _, x := range d.Times {
			if x.Span.Begin < end || x.Span.Empty() || int(x.Span.End) > len(text) || x.Value == "" || x.Type == 0 || int(x.AnchorTime) >= len(d.Times) {
				t.Fatalf("%q: %+v", text, x)
			}
			end = x.Span.End
		}
	})
}

// TestNoTimesNoAllocation: an article without times costs no memory.
func TestNoTimesNoAllocation(t *testing.T) {
	text := strings.Repeat("The minister refused to comment on the report, which blames the company for the spill in the harbour. ", 40)
	stage := New()
	d := extractor.NewDocument(&extractor.Article{Content: text})
	d.Text, d.English = text, true
	run := func() {
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	run()
	if n := testing.AllocsPerRun(50, run); n > 0 {
		t.Errorf("%v allocations", n)
	}
	if len(d.Times) > 0 {
		t.Errorf("found %q", d.TextOf(d.Times[0].Span))
	}
}

// benchmarkText is invented news with a time in every other sentence.
var benchmarkText = strings.Repeat(`The harbour of Varnholm reopened on Thursday, two days after a strike that had begun on March 5.
Dockers voted to accept a new contract that raises their wages by 4 percent, the union said. Ferries will resume next
week, and the company expects a loss for the third quarter. Nobody was hurt when a crane fell on the pier last month.
The mayor thanked the police and asked the government for help with the repairs of the old lighthouse. `, 20)

func BenchmarkTimes(b *testing.B) {
	day := time.Date(2018, 3, 8, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, text string
		published  time.Time
	}{
		{"news", benchmarkText, day},
		{"undated", benchmarkText[:len(benchmarkText)/5], time.Time{}},
		{"no-times", strings.Repeat("The minister refused to comment on the report, which blames the company for the spill in the harbour. ", 80), day},
	} {
		b.Run(c.name, func(b *testing.B) {
			stage := New()
			a := &extractor.Article{Content: c.text, PublishTime: c.published}
			b.ReportAllocs()
			tokens := len(strings.Fields(c.text)) * 115 / 100
			for b.Loop() {
				d := extractor.NewDocument(a)
				d.Text, d.English = c.text, true
				if err := stage.Run(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
		})
	}
}

// TestLinear: sixteen times the text takes about sixteen times as long.
func TestLinear(t *testing.T) {
	if os.Getenv("DATELINE_TIMED") == "" {
		t.Skip("measures time, which scatters on a busy machine: set DATELINE_TIMED=1 to run it")
	}
	stage := New()
	cost := func(text string) time.Duration {
		best := time.Hour
		for range 7 {
			begin := time.Now()
			d := extractor.NewDocument(&extractor.Article{Content: text})
			d.Text, d.English = text, true
			if err := stage.Run(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(begin))
		}
		return best
	}
	for _, unit := range []string{benchmarkText, strings.Repeat("the early part of the first half of the second ", 60), strings.Repeat("May ", 500), strings.Repeat("1990-", 400)} {
		// The long text goes first, so that both find the memory ready. Timings on a busy machine scatter: what is
		// quadratic takes 256 times as long.
		long, short := cost(strings.Repeat(unit, 16)), cost(unit)
		if long > 64*short {
			t.Errorf("%.20q: %v, sixteen times the text %v", unit, short, long)
		}
	}
}
