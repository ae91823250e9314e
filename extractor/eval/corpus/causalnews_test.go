package corpus

import "testing"

func TestCausalNews(t *testing.T) {
	sentences, err := CausalNews(shared(t))
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for _, s := range sentences {
		end := 0
		for _, n := range s.Names {
			if n.Begin < end || n.End <= n.Begin || n.End > len(s.Text) || s.Text[n.Begin] == ' ' || s.Text[n.End-1] == ' ' || n.Type == "" {
				t.Fatalf("%s: %v", s.Index, n)
			}
			end, names = n.End, names+1
		}
	}
	if len(sentences) != 3075 || names < 7000 {
		t.Errorf("%d sentences, %d names", len(sentences), names)
	}
}

func TestECBNames(t *testing.T) {
	docs, err := ECBPlus(shared(t), func(int) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	sentences, names := 0, 0
	for _, d := range docs {
		sentences += len(d.Named)
		for _, n := range d.Names {
			if n.Begin >= n.End || n.End > len(d.Text) {
				t.Fatalf("%s: %v", d.File, n)
			}
			names++
		}
	}
	if sentences < 5000 || names < 8000 {
		t.Errorf("%d sentences, %d names", sentences, names)
	}
}
