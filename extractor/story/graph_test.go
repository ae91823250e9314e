package story

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// crowd is more articles of few names than reach: which ones are compared depends on who stands between them.
func crowd(n int) []*Report {
	rng := rand.New(rand.NewPCG(8, 9))
	hosts := []string{"Alar Kask", "Mina Sato", "Rui Tavares", "Ada Brandt"}
	var out []*Report
	for i := range n {
		day := fmt.Sprintf("2019-05-%02d", 1+rng.IntN(28))
		out = append(out, visit(fmt.Sprintf("a%03d", i), "Ingrid Solberg", hosts[rng.IntN(len(hosts))], day, day, extractor.StatusActual))
	}
	return out
}

// linksOf lists the links of a collection by the articles' ids.
func linksOf(c *Collection) map[string]float32 {
	out := map[string]float32{}
	for _, n := range c.articles {
		for _, l := range n.links {
			out[n.id+" "+c.nodes[l.to].id] = l.score
		}
	}
	return out
}

// TestGraphIgnoresOrder adds and deletes the same articles in many orders: the links, and the stories after a flush, must be
// those that the articles that are left make by themselves.
func TestGraphIgnoresOrder(t *testing.T) {
	reports := crowd(150)
	add := func(c *Collection, r *Report) {
		if _, err := c.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	want := NewCollection("test", testModel())
	for _, r := range reports[:110] {
		add(want, r)
	}
	if _, err := want.Flush(); err != nil {
		t.Fatal(err)
	}
	if all := 110 * 109; len(linksOf(want)) == all || len(linksOf(want)) < all/8 {
		t.Fatalf("%d links: the crowd is too small or too large to test anything", len(linksOf(want)))
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for round := range 6 {
		order := slices.Clone(reports)
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		c := NewCollection("test", testModel())
		for i, r := range order {
			add(c, r)
			if i == 90 && round%2 == 0 {
				if _, err := c.Flush(); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, r := range reports[110:] {
			if _, err := c.Delete(r.ArticleID); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := c.Flush(); err != nil {
			t.Fatal(err)
		}
		if got := linksOf(c); !reflect.DeepEqual(got, linksOf(want)) {
			t.Fatalf("round %d: %d links, want %d", round, len(got), len(linksOf(want)))
		}
		if got := partition(c); !reflect.DeepEqual(got, partition(want)) {
			t.Fatalf("round %d: stories %v, want %v", round, got, partition(want))
		}
	}
}
