package names

// counter counts how often a document writes each word small and capitalised in the middle of running text.
type counter struct {
	keys         []uint64
	lower, upper []uint8
}

func (c *counter) reset(tokens int) {
	n := 64
	for n < tokens*2 {
		n *= 2
	}
	if len(c.keys) < n {
		c.keys, c.lower, c.upper = make([]uint64, n), make([]uint8, n), make([]uint8, n)
		return
	}
	c.keys = c.keys[:n]
	c.lower, c.upper = c.lower[:n], c.upper[:n]
	clear(c.keys)
	clear(c.lower)
	clear(c.upper)
}

func (c *counter) find(key uint64) int {
	mask := uint64(len(c.keys) - 1)
	for i := (key ^ key>>29) & mask; ; i = (i + 1) & mask {
		if c.keys[i] == key || c.keys[i] == 0 {
			return int(i)
		}
	}
}

func (c *counter) add(key uint64, upper bool) {
	i := c.find(key)
	c.keys[i] = key
	if upper {
		c.upper[i] = min(c.upper[i]+1, 200)
	} else {
		c.lower[i] = min(c.lower[i]+1, 200)
	}
}

// get returns both counts, cut to 3.
func (c *counter) get(key uint64) (lower, upper uint8) {
	i := c.find(key)
	if c.keys[i] == 0 {
		return 0, 0
	}
	return min(c.lower[i], 3), min(c.upper[i], 3)
}
