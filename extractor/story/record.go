package story

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// What a store keeps for the graph is written by hand, so that a hundred thousand articles are read in seconds: numbers as
// uvarints, texts with their length before them, components of vectors as they lie in memory, little-endian.

// card writes down an article: its id, time and profile.
func (n *node) card() []byte {
	size := 2*binary.MaxVarintLen32 + len(n.id) + len(n.time) + 4*leadCount
	for _, v := range n.profile.parts {
		size += binary.MaxVarintLen32 + 8*len(v)
	}
	w := make([]byte, 0, size)
	w = appendText(w, n.id)
	w = appendText(w, n.time)
	for _, lead := range n.profile.leads {
		w = binary.LittleEndian.AppendUint32(w, lead)
	}
	for _, v := range n.profile.parts {
		w = binary.AppendUvarint(w, uint64(len(v)))
		for _, c := range v {
			w = binary.LittleEndian.AppendUint32(w, c.key)
			w = binary.LittleEndian.AppendUint32(w, math.Float32bits(c.weight))
		}
	}
	return w
}

// readCard reads what card wrote; without its profile where that is another model's and to be made anew.
func readCard(number int32, data []byte, anew bool) (*node, error) {
	r := reader{data: data}
	n := &node{number: number, id: r.text(), time: r.text(), profile: &profile{}}
	if anew {
		r.data = nil
		return n, r.end("article", number)
	}
	n.profile.day = dayOf(n.time)
	for i := range n.profile.leads {
		n.profile.leads[i] = r.uint32()
	}
	all := make(vector, 0, len(r.data)/8)
	for i := range n.profile.parts {
		first := len(all)
		for range r.count(8) {
			all = append(all, component{r.uint32(), math.Float32frombits(r.uint32())})
		}
		n.profile.parts[i] = all[first:len(all):len(all)]
	}
	return n, r.end("article", number)
}

// linksRecord writes down the links to articles of lower numbers: each link is kept once.
func (n *node) linksRecord() []byte {
	below, _ := n.find(n.number)
	w := binary.AppendUvarint(make([]byte, 0, 4+9*below), uint64(below))
	for _, l := range n.links[:below] {
		w = binary.AppendUvarint(w, uint64(l.to))
		w = binary.LittleEndian.AppendUint32(w, math.Float32bits(l.score))
	}
	return w
}

// readLinks reads what linksRecord wrote.
func readLinks(number int32, data []byte) ([]link, error) {
	r := reader{data: data}
	links := make([]link, r.count(5))
	for i := range links {
		links[i] = link{int32(r.uvarint()), math.Float32frombits(r.uint32())}
	}
	return links, r.end("links of article", number)
}

// record writes down which articles a story has.
func (e *entry) record(c *Collection) []byte {
	unsettled := slices.ContainsFunc(e.members, func(n *node) bool { return c.dirty[n] })
	w := make([]byte, 0, 16+3*len(e.members))
	w = binary.AppendUvarint(w, uint64(e.version))
	w = binary.AppendUvarint(w, uint64(e.told))
	w = append(w, byte(bit(c.stale[e])|bit(unsettled)<<1))
	w = binary.AppendUvarint(w, uint64(len(e.members)))
	for _, n := range e.members {
		w = binary.AppendUvarint(w, uint64(n.number))
	}
	return w
}

// readEntry reads what record wrote.
func (c *Collection) readEntry(x *Named) (e *entry, stale, unsettled bool, err error) {
	r := reader{data: x.State}
	e = &entry{id: x.ID, version: int32(r.uvarint()), told: int(r.uvarint()), known: true}
	flags := r.byte()
	e.members = make([]*node, r.count(1))
	for i := range e.members {
		number := r.uvarint()
		if number >= uint64(len(c.nodes)) || c.nodes[number] == nil {
			return nil, false, false, fmt.Errorf("%w: story %s has an article %d that is not there", ErrStoreDamaged, x.ID, number)
		}
		e.members[i] = c.nodes[number]
		c.nodes[number].story = e
	}
	if err = r.end("story", x.ID); err == nil && len(x.Digest) > 0 {
		e.digest, err = readDigest(x.Digest)
	}
	return e, flags&1 > 0, flags&2 > 0, err
}

// record writes down a digest.
func (d *digest) record() []byte {
	w := binary.AppendUvarint(nil, uint64(d.entities))
	w = binary.AppendUvarint(w, uint64(len(d.names)))
	for _, h := range d.names {
		w = binary.LittleEndian.AppendUint32(w, h)
	}
	w = binary.AppendUvarint(w, uint64(len(d.events)))
	for i := range d.events {
		e := &d.events[i]
		w = binary.AppendUvarint(w, uint64(e.index))
		w = append(w, byte(e.kind))
		w = appendText(w, e.begin)
		w = appendText(w, e.end)
	}
	return w
}

// readDigest reads what record wrote.
func readDigest(data []byte) (digest, error) {
	r := reader{data: data, whole: string(data)}
	d := digest{entities: int32(r.uvarint()), names: make([]uint32, r.count(4))}
	for i := range d.names {
		d.names[i] = r.uint32()
	}
	d.events = make([]eventKey, r.count(4))
	for i := range d.events {
		d.events[i] = eventKey{index: int32(r.uvarint()), kind: extractor.EventType(r.byte()), begin: r.text(), end: r.text()}
	}
	return d, r.end("digest", len(data))
}

func appendText(w []byte, s string) []byte {
	return append(binary.AppendUvarint(w, uint64(len(s))), s...)
}

// reader reads records; after the end of the data it reads zeroes and is damaged.
type reader struct {
	data    []byte
	damaged bool
	// whole is all of the data as a text, of which texts are parts; "" to copy each.
	whole string
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.damaged, r.data = true, nil
		return nil
	}
	p := r.data[:n]
	r.data = r.data[n:]
	return p
}

func (r *reader) byte() byte {
	if p := r.take(1); p != nil {
		return p[0]
	}
	return 0
}

func (r *reader) uint32() uint32 {
	if p := r.take(4); p != nil {
		return binary.LittleEndian.Uint32(p)
	}
	return 0
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.data)
	r.take(max(n, 0))
	r.damaged = r.damaged || n <= 0
	return v
}

// count reads how many items of at least so many bytes follow.
func (r *reader) count(size int) int {
	n := r.uvarint()
	if n > uint64(len(r.data)/size) {
		r.damaged = true
		return 0
	}
	return int(n)
}

func (r *reader) text() string {
	p := r.take(r.count(1))
	if r.whole != "" {
		end := len(r.whole) - len(r.data)
		return r.whole[end-len(p) : end]
	}
	return string(p)
}

// end reports data that was damaged or not read to its end.
func (r *reader) end(what string, which any) error {
	if r.damaged || len(r.data) > 0 {
		return fmt.Errorf("%w: %s %v", ErrStoreDamaged, what, which)
	}
	return nil
}
