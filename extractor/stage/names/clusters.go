package names

import (
	"encoding/binary"

	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/hugepage"
)

// path is a word's place in the tree of Brown clusters: a leading 1, then a bit a branch; 0 for an unknown word.
type path uint32

// prefix returns the path's first n branches, or the whole path when it is shorter.
func (p path) prefix(n int) uint64 {
	for p>>(n+1) != 0 {
		p >>= 1
	}
	return uint64(p)
}

// clusters maps the hash of a word to its path. The zero value knows no word.
type clusters struct {
	keys  []uint64
	paths []path
}

// newClusters reads pairs of a hash (8 bytes) and a path (4 bytes).
func newClusters(data []byte) *clusters {
	n := 16
	for n < len(data)/12*2 {
		n *= 2
	}
	c := &clusters{make([]uint64, n), make([]path, n)}
	for ; len(data) >= 12; data = data[12:] {
		c.set(binary.LittleEndian.Uint64(data), path(binary.LittleEndian.Uint32(data[8:])))
	}
	hugepage.Advise(c.keys)
	hugepage.Advise(c.paths)
	return c
}

func (c *clusters) set(key uint64, p path) {
	i := c.find(key)
	c.keys[i], c.paths[i] = key, p
}

func (c *clusters) find(key uint64) int {
	mask := uint64(len(c.keys) - 1)
	for i := (key ^ key>>31) & mask; ; i = (i + 1) & mask {
		if c.keys[i] == key || c.keys[i] == 0 {
			return int(i)
		}
	}
}

// of returns the path of a token's word: as it is written, or else in the other case.
func (c *clusters) of(a *atom) path {
	first, second := a.word, capitalKey(a.word)
	if a.clusteredAsName() || a.caps != features.Lower && a.lowerSeen == 0 && a.upperSeen > 0 {
		first, second = second, first
	}
	if p := c.paths[c.find(first)]; p != 0 {
		return p
	}
	if a.caps == features.Lower && a.sentence == features.Running {
		return 0
	}
	return c.paths[c.find(second)]
}
