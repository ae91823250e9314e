package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

func shared(t *testing.T) string {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		t.Skip("no corpora: set DATELINE_SHARED to the folder that holds data/")
	}
	return dir
}

func TestOntoGUM(t *testing.T) {
	docs, err := OntoGUM(shared(t), "dev")
	if err != nil {
		t.Fatal(err)
	}
	mentions, typed := 0, 0
	for _, d := range docs {
		for _, c := range d.Chains {
			mentions += len(c.Mentions)
			if c.Type != "" {
				typed += len(c.Mentions)
			}
			for _, m := range c.Mentions {
				if m.Begin >= m.End || m.End > len(d.Text) {
					t.Fatalf("%s: span %v outside a text of %d bytes", d.ID, m, len(d.Text))
				}
			}
		}
	}
	if len(docs) != 20 || mentions < 1000 || typed*10 < mentions*9 {
		t.Errorf("%d documents, %d mentions, %d typed", len(docs), mentions, typed)
	}
}

func TestGAP(t *testing.T) {
	all, err := GAP(shared(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2000 {
		t.Errorf("%d snippets, want 2000", len(all))
	}
}

func TestReadEntities(t *testing.T) {
	types := map[Span]string{}
	open := readEntities("Entity=(1-person-new-cf1-1-coref(2-place-new-cf2-1-sgl)|SpaceAfter=No", Span{0, 5}, nil, types)
	open = readEntities("Entity=1)(3-organization-giv-cf1-1-sgl)", Span{6, 9}, open, types)
	if len(open) != 0 || types[Span{0, 5}] != "place" || types[Span{0, 9}] != "person" || types[Span{6, 9}] != "organization" {
		t.Errorf("open %v, types %v", open, types)
	}
}
