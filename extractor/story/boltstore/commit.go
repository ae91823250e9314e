package boltstore

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/dateline-news/dateline/extractor/story"
	bolt "go.etcd.io/bbolt"
)

// Commit implements story.Store.
func (s *Store) Commit(name string, b *story.Batch) error {
	w, err := marshal(b) // before the transaction: others may read meanwhile
	if err != nil {
		return err
	}
	return full(s.db.Update(func(tx *bolt.Tx) error {
		c, err := tx.Bucket(collectionsBucket).CreateBucketIfNotExists([]byte(name))
		if err != nil {
			return err
		}
		w := writer{c: c, entries: w}
		w.write()
		if w.err != nil {
			return w.err
		}
		return cmp.Or(c.Put(versionKey, key(b.Version)), c.Put(modelKey, binary.BigEndian.AppendUint64(nil, b.Model)))
	}))
}

// entry is a key to write to a bucket, or, without a value, to delete from it.
type entry struct{ bucket, key, value []byte }

// marshal lists what a batch changes, in the order of the keys.
func marshal(b *story.Batch) ([]entry, error) {
	var out []entry
	add := func(bucket, key, value []byte) { out = append(out, entry{bucket, key, value}) }
	for _, p := range b.Put {
		data, err := p.Report.Marshal()
		if err != nil {
			return nil, err
		}
		add(cards, key(p.Number), p.Card)
		add(reports, key(p.Number), data)
	}
	for number, record := range b.Links {
		add(links, key(number), record)
	}
	for _, number := range b.Delete {
		for _, bucket := range [][]byte{cards, links, reports} {
			add(bucket, key(number), nil)
		}
	}
	for id, x := range b.Stories {
		add(states, []byte(id), x.State)
		add(gone, []byte(id), nil)
		if x.Story == nil {
			continue
		}
		data, err := x.Story.Marshal()
		if err != nil {
			return nil, err
		}
		add(digests, []byte(id), x.Digest)
		add(stories, []byte(id), data)
	}
	for id, t := range b.Gone {
		add(gone, []byte(id), append(key(t.Version), t.MergedInto...))
		for _, bucket := range [][]byte{states, digests, stories} {
			add(bucket, []byte(id), nil)
		}
	}
	slices.SortFunc(out, func(x, y entry) int {
		return cmp.Or(bytes.Compare(x.bucket, y.bucket), bytes.Compare(x.key, y.key))
	})
	return out, nil
}

// writer writes to the buckets of a collection, until it fails.
type writer struct {
	c       *bolt.Bucket
	entries []entry
	err     error
}

func (w *writer) write() {
	buckets := map[string]*bolt.Bucket{}
	for _, name := range [][]byte{cards, links, reports, states, digests, stories, gone} {
		b, err := w.c.CreateBucketIfNotExists(name)
		if err != nil {
			w.err = err
			return
		}
		buckets[string(name)] = b
	}
	for _, name := range [][]byte{cards, links, reports} {
		buckets[string(name)].FillPercent = 0.95 // they grow at their ends
	}
	for _, e := range w.entries {
		b := buckets[string(e.bucket)]
		if e.value == nil {
			w.err = b.Delete(e.key)
		} else {
			w.err = b.Put(e.key, e.value)
		}
		if w.err != nil {
			return
		}
	}
}
