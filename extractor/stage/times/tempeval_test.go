package times

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus/timeml"
)

var disagreements = flag.String("disagreements", "", "file to list all disagreements with TempEval-3 in")

// shared returns the folder of the corpora, or skips.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no corpora in %s (set DATELINE_SHARED)", dir)
	}
	return dir
}

func timexes(d *extractor.Document) []eval.Timex {
	var out []eval.Timex
	for _, x := range d.Times {
		out = append(out, eval.Timex{Begin: int(x.Span.Begin), End: int(x.Span.End), Type: x.Type.String(), Value: x.Value})
	}
	return out
}

// TestTempEval measures the rules alone, without tags or trees, on TimeBank and AQUAINT from raw text. The figures
// with the whole pipeline are those of cmd/evaluate.
func TestTempEval(t *testing.T) {
	docs, err := timeml.ReadFolders(os.DirFS(filepath.Join(shared(t), "data", "tempeval3")), "TimeBank", "AQUAINT")
	if err != nil {
		t.Fatal(err)
	}
	stage := New()
	total := map[string]eval.TimexCounts{}
	var lines []string
	for _, doc := range docs {
		d := analyzed(t, stage, doc.Text, doc.PublishTime[:len("2006-01-02")])
		counts, pairs := eval.Times(doc.Times, timexes(d))
		folder, _, _ := strings.Cut(doc.Name, "/")
		total[folder] = total[folder].Add(counts)
		total["both"] = total["both"].Add(counts)
		for _, p := range pairs {
			if line := disagreement(doc, p); line != "" {
				lines = append(lines, line)
			}
		}
	}
	for _, name := range []string{"TimeBank", "AQUAINT", "both"} {
		c := total[name]
		t.Logf("%-8s relaxed %v\n strict %v\n type %v\n value %v", name, c.Relaxed, c.Strict, c.Type, c.Value)
	}
	if *disagreements != "" {
		sort.Strings(lines)
		if err := os.WriteFile(*disagreements, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	both := total["both"]
	for _, f := range []struct {
		name         string
		value, floor float64
	}{{"relaxed", both.Relaxed.F1(), 0.85}, {"strict", both.Strict.F1(), 0.75}, {"type", both.Type.F1(), 0.80}, {"value", both.Value.F1(), 0.70}} {
		if f.value < f.floor {
			t.Errorf("%s F1 is %.3f, below %.3f", f.name, f.value, f.floor)
		}
	}
}

// disagreement describes a pair that differs, the kind of difference first.
func disagreement(doc timeml.Document, p eval.TimexPair) string {
	around := func(x *eval.Timex) string {
		return strings.Join(strings.Fields(doc.Text[max(0, x.Begin-70):x.Begin]+"["+doc.Text[x.Begin:x.End]+"]"+doc.Text[x.End:min(len(doc.Text), x.End+50)]), " ")
	}
	key := func(x *eval.Timex) string {
		return strings.ToLower(strings.Join(strings.Fields(doc.Text[x.Begin:x.End]), " "))
	}
	name := filepath.Base(doc.Name)
	switch {
	case p.Gold == nil:
		return fmt.Sprintf("FP\t%s\t%s %s\t%s\t%s", key(p.Predicted), p.Predicted.Type, p.Predicted.Value, around(p.Predicted), name)
	case p.Predicted == nil:
		return fmt.Sprintf("FN\t%s\t%s %s\t%s\t%s", key(p.Gold), p.Gold.Type, p.Gold.Value, around(p.Gold), name)
	case !eval.SameTimexValue(p.Gold.Value, p.Predicted.Value):
		return fmt.Sprintf("VALUE\t%s\tgold %s %s, got %s %s\tDCT %s %s\t%s", key(p.Gold), p.Gold.Type, p.Gold.Value, p.Predicted.Type, p.Predicted.Value, doc.PublishTime, around(p.Gold), name)
	case p.Gold.Type != p.Predicted.Type:
		return fmt.Sprintf("TYPE\t%s\tgold %s, got %s\t%s\t%s", key(p.Gold), p.Gold.Type, p.Predicted.Type, around(p.Gold), name)
	case p.Gold.Begin != p.Predicted.Begin || p.Gold.End != p.Predicted.End:
		return fmt.Sprintf("SPAN\t%s\tgot %s\t%s\t%s", key(p.Gold), key(p.Predicted), around(p.Gold), name)
	}
	return ""
}
