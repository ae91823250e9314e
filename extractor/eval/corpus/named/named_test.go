package named

import (
	"os"
	"path/filepath"
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
