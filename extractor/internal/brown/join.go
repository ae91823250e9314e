package brown

import (
	"math"
	"slices"
)

// part is a pair's share of the mutual information.
func (c *clusterer) part(pair, a, b float64) float64 {
	if pair == 0 {
		return 0
	}
	return pair / c.total * math.Log(pair*c.total/(a*b))
}

// mutual is the information of two slots, both directions.
func (c *clusterer) mutual(a, b int) float64 {
	n := c.slots
	q := c.part(c.pair[a*n+b], c.mass[a], c.mass[b])
	if a != b {
		q += c.part(c.pair[b*n+a], c.mass[b], c.mass[a])
	}
	return q
}

// joined is the information between the join of a and b, and d.
func (c *clusterer) joined(a, b, d int) float64 {
	n, mass := c.slots, c.mass[a]+c.mass[b]
	return c.part(c.pair[a*n+d]+c.pair[b*n+d], mass, c.mass[d]) + c.part(c.pair[d*n+a]+c.pair[d*n+b], c.mass[d], mass)
}

// lossOf is the information that joining a and b loses.
func (c *clusterer) lossOf(a, b int) float64 {
	n, mass := c.slots, c.mass[a]+c.mass[b]
	loss := c.info[a*n+a] + c.info[b*n+b] + c.info[a*n+b]
	loss -= c.part(c.pair[a*n+a]+c.pair[a*n+b]+c.pair[b*n+a]+c.pair[b*n+b], mass, mass)
	for _, d := range c.live {
		if d != a && d != b {
			loss += c.info[a*n+d] + c.info[b*n+d] - c.joined(a, b, d)
		}
	}
	return loss
}

// add brings the next word into play.
func (c *clusterer) add() {
	slot, n := c.place(), c.slots
	for _, d := range c.live {
		q := c.mutual(slot, d)
		c.info[slot*n+d], c.info[d*n+slot] = q, q
	}
	for i, a := range c.live {
		for _, b := range c.live[i+1:] {
			if a == slot || b == slot {
				c.loss[a*n+b] = c.lossOf(a, b)
			} else {
				c.loss[a*n+b] += c.info[a*n+slot] + c.info[b*n+slot] - c.joined(a, b, slot)
			}
		}
	}
}

// join joins the two live slots whose joining loses least.
func (c *clusterer) join() {
	n, x, y := c.slots, -1, -1
	for i, a := range c.live {
		for _, b := range c.live[i+1:] {
			if x < 0 || c.loss[a*n+b] < c.loss[x*n+y] {
				x, y = a, b
			}
		}
	}
	for i, a := range c.live { // what x and y gave to the others' losses goes
		for _, b := range c.live[i+1:] {
			if a != x && a != y && b != x && b != y {
				c.loss[a*n+b] -= c.info[a*n+x] + c.info[b*n+x] - c.joined(a, b, x)
				c.loss[a*n+b] -= c.info[a*n+y] + c.info[b*n+y] - c.joined(a, b, y)
			}
		}
	}
	c.merge(x, y)
	for _, d := range c.live {
		q := c.mutual(x, d)
		c.info[x*n+d], c.info[d*n+x] = q, q
	}
	for i, a := range c.live {
		for _, b := range c.live[i+1:] {
			if a == x || b == x {
				c.loss[a*n+b] = c.lossOf(a, b)
			} else {
				c.loss[a*n+b] += c.info[a*n+x] + c.info[b*n+x] - c.joined(a, b, x)
			}
		}
	}
}

// merge moves the counts of y to x.
func (c *clusterer) merge(x, y int) {
	n := c.slots
	for _, d := range c.live {
		if d != x && d != y {
			c.pair[x*n+d] += c.pair[y*n+d]
			c.pair[d*n+x] += c.pair[d*n+y]
		}
	}
	c.pair[x*n+x] += c.pair[x*n+y] + c.pair[y*n+x] + c.pair[y*n+y]
	c.mass[x] += c.mass[y]
	c.children = append(c.children, [2]int{c.node[x], c.node[y]})
	c.node[x] = len(c.words) + len(c.children) - 1
	for w := range c.next {
		if c.at[w] == y {
			c.at[w] = x
		}
	}
	at, _ := slices.BinarySearch(c.live, y)
	c.live = slices.Delete(c.live, at, at+1)
}
