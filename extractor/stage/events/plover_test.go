package events_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

type ploverRecord struct {
	ID, Text, Event, Mode string
	AlsoAcceptable        []string                `json:"also_acceptable"`
	EventText             string                  `json:"event_text"`
	Actor, Recipient      []struct{ Text string } `json:"-"`
}

func TestPloverTypes(t *testing.T) {
	if os.Getenv("PLOVER") == "" {
		t.Skip("set PLOVER=1 to measure")
	}
	p, err := pipeline.Through("parse")
	if err != nil {
		t.Fatal(err)
	}
	q, e := stages(t)
	f, err := os.Open(filepath.Join(shared(t), "data", "plover_gsr", "plover_gsr_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	right, anywhere, n := 0, 0, 0
	for lines.Scan() {
		var r ploverRecord
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: r.Text, LanguageCode: "en"})
		if err != nil {
			t.Fatal(err)
		}
		q.Run(context.Background(), d)
		e.Run(context.Background(), d)
		n++
		ok := func(typ extractor.EventType) bool {
			return typ.String() == r.Event || slices.Contains(r.AlsoAcceptable, typ.String())
		}
		best := -1
		any := false
		all := ""
		for i := range d.Events {
			ev := &d.Events[i]
			all += fmt.Sprintf(" %s:%s:%.2f", ev.Type, d.TextOf(ev.Triggers[0].Span), ev.Confidence)
			any = any || ok(ev.Type) || ok(ev.StrictPLOVER)
			if best < 0 || ev.Confidence > d.Events[best].Confidence {
				best = i
			}
		}
		if any {
			anywhere++
		}
		if best >= 0 && (ok(d.Events[best].Type) || ok(d.Events[best].StrictPLOVER)) {
			right++
		} else if os.Getenv("SHOW") != "" {
			fmt.Println(r.Event, r.Mode, r.AlsoAcceptable, "|", r.EventText, "|", all, "|", r.Text)
		}
	}
	fmt.Printf("right %d, anywhere %d of %d\n", right, anywhere, n)
}
