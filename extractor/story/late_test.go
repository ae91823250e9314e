package story

import (
	"fmt"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// A story that has grown by less than a part is told of before many more articles have come, or sooner when there is time.
func TestLateStoriesAreTold(t *testing.T) {
	add := func(c *Collection, id, host string) []Update {
		updates, err := c.Add(visit(id, "Ingrid Solberg", host, "2019-05-08", "2019-05-10", extractor.StatusActual))
		if err != nil {
			t.Fatal(err)
		}
		return updates
	}
	grown := func() (*Collection, int) {
		c := NewCollection("c", testModel())
		told, n := true, 0
		for ; told; n++ {
			told = len(add(c, fmt.Sprintf("a%02d", n), "Alar Kask")) > 0
			if n > maxEager {
				t.Fatal("a story is told of for each of its articles")
			}
		}
		return c, n
	}
	tells := func(updates []Update, n int) bool {
		for _, u := range updates {
			if len(u.Story.ArticleIDs) == n {
				return true
			}
		}
		return false
	}

	c, n := grown()
	updates, more, err := c.CatchUp(maxCatchUp)
	if err != nil || more || !tells(updates, n) {
		t.Errorf("with time: %v, more: %v, %v", updates, more, err)
	}
	if updates, more, err = c.CatchUp(maxCatchUp); err != nil || more || len(updates) > 0 {
		t.Errorf("again: %v, more: %v, %v", updates, more, err)
	}

	c, n = grown()
	for k := range patience {
		r := visit(fmt.Sprint("b", k), fmt.Sprint("Rui Tavares", k), fmt.Sprint("Mina Sato", k), "2021-05-08", "2021-05-10", extractor.StatusActual)
		updates, err := c.Add(r)
		if err != nil {
			t.Fatal(err)
		}
		if tells(updates, n) {
			if k < patience-2 {
				t.Errorf("told after %d articles", k+1)
			}
			return
		}
	}
	t.Errorf("not told after %d articles", patience)
}
