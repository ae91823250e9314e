package named

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func shared(t *testing.T) string {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		t.Skipf("no shared data at %s: set DATELINE_SHARED", dir)
	}
	return dir
}

// The data guide tells how many names each corpus has.
func TestCounts(t *testing.T) {
	dir := shared(t)
	data := filepath.Join(dir, "data")
	for _, c := range []struct {
		name string
		read func() ([]Text, error)
		of   Types
		want int
	}{
		{"uner train", func() ([]Text, error) { return UNER(data, "train") }, Person | Organization | Place, 7005},
		{"uner dev", func() ([]Text, error) { return UNER(data, "dev") }, Person | Organization | Place, 966},
		{"wikigold", func() ([]Text, error) { return Wikigold(data) }, All, 3558},
		{"wnut17 train", func() ([]Text, error) { return WNUT17(data, "train") }, All, 1975},
		{"wnut17 dev", func() ([]Text, error) { return WNUT17(data, "dev") }, All, 836},
		{"crossner train", func() ([]Text, error) { return CrossNER(data, "train") }, All, 1293},
		{"crossner dev", func() ([]Text, error) { return CrossNER(data, "dev") }, All, 3409},
		{"worldwide dev", func() ([]Text, error) { return Worldwide(data, "dev") }, All, 4011},
		{"gum dev", func() ([]Text, error) { return GUM(data, "dev") }, All, 0},
		{"re3d", func() ([]Text, error) { return Re3d(data) }, All, 0},
		{"wikinews", func() ([]Text, error) { return Wikinews(dir, "dev") }, All, 0},
		{"masc", func() ([]Text, error) { return MASC(dir) }, All, 1600},
		{"causal_news", func() ([]Text, error) { return CausalNews(dir) }, All, 7363},
		{"ecbplus", func() ([]Text, error) { return ECBPlus(dir) }, All, 0},
	} {
		texts, err := c.read()
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := 0
		for _, text := range texts {
			for i, n := range text.Names {
				if n.Types&c.of != 0 && !n.Unsure {
					got++
				}
				if n.Begin < 0 || n.End > len(text.Text) || n.Begin >= n.End || i > 0 && n.Begin < text.Names[i-1].End {
					t.Fatalf("%s %s: bad span %v", c.name, text.ID, n)
				}
			}
		}
		t.Logf("%s: %d texts, %d names", c.name, len(texts), got)
		if c.want > 0 && (got < c.want*98/100 || got > c.want*101/100) {
			t.Errorf("%s: %d names, want about %d", c.name, got, c.want)
		}
	}
}

func TestRespacedKeepsNames(t *testing.T) {
	const text = "Ms. Kask 's firm ( Baltline ) said , ` ` the Oslo-based editors ’ s pay rose . ' '\n\nBerg agreed ."
	var names []Name
	for _, n := range []string{"Kask", "Baltline", "Oslo", "Berg"} {
		at := strings.Index(text, n)
		names = append(names, Name{Begin: at, End: at + len(n), Types: Person})
	}
	got := respaced(Text{Text: text, Names: names})
	if want := "Ms. Kask's firm (Baltline) said, \"the Oslo-based editors’s pay rose.\"\n\nBerg agreed."; got.Text != want {
		t.Errorf("got  %q\nwant %q", got.Text, want)
	}
	var found []string
	for _, n := range got.Names {
		found = append(found, got.Text[n.Begin:n.End])
	}
	if want := []string{"Kask", "Baltline", "Oslo", "Berg"}; !slices.Equal(found, want) {
		t.Errorf("names %q, want %q", found, want)
	}
}

func TestUnsureOverSeveralLines(t *testing.T) {
	const text = "Berg left .\nKask too .\nSaar stayed ."
	got := respaced(Text{Text: text, Names: []Name{{Begin: 0, End: 4, Types: Person}, {Begin: 12, End: len(text), Unsure: true}}})
	if len(got.Names) != 3 || !got.Names[1].Unsure || got.Text[got.Names[2].Begin:got.Names[2].End] != "Saar stayed." {
		t.Errorf("names %v in %q", got.Names, got.Text)
	}
}

// GUM takes the first word of the United States for a verb, and a part of the name all the same.
func TestGUMKeepsNamesWhole(t *testing.T) {
	texts, err := GUM(filepath.Join(shared(t), "data"), "train")
	if err != nil {
		t.Fatal(err)
	}
	whole, cut := 0, 0
	for _, text := range texts {
		for _, n := range text.Names {
			switch text.Text[n.Begin:n.End] {
			case "United States":
				whole++
			case "States":
				cut++
			}
		}
	}
	if whole < 20 || cut > whole/10 {
		t.Errorf("%d whole, %d cut", whole, cut)
	}
}
