package boltstore

import (
	"encoding/binary"

	"github.com/dateline-news/dateline/extractor/story"
	bolt "go.etcd.io/bbolt"
)

// Load implements story.Store.
func (s *Store) Load(collection string, read func(*story.Contents) error) error {
	return s.db.View(func(tx *bolt.Tx) error {
		c := tx.Bucket(collectionsBucket).Bucket([]byte(collection))
		if c == nil {
			return read(&story.Contents{})
		}
		x := &story.Contents{Version: int32(binary.BigEndian.Uint32(c.Get(versionKey))), Model: binary.BigEndian.Uint64(c.Get(modelKey)),
			Cards: numbered(c.Bucket(cards)), Links: numbered(c.Bucket(links)), Gone: map[string]story.Tombstone{}}
		digest := c.Bucket(digests).Cursor()
		at, data := digest.First()
		each(c.Bucket(states), func(id, state []byte) {
			x.Stories = append(x.Stories, story.Named{ID: string(id), State: state})
			if string(at) == string(id) {
				x.Stories[len(x.Stories)-1].Digest = data
				at, data = digest.Next()
			}
		})
		each(c.Bucket(gone), func(id, v []byte) {
			x.Gone[string(id)] = story.Tombstone{Version: int32(binary.BigEndian.Uint32(v)), MergedInto: string(v[4:])}
		})
		return read(x)
	})
}

// numbered lists what a bucket holds of articles.
func numbered(b *bolt.Bucket) []story.Numbered {
	var out []story.Numbered
	each(b, func(k, v []byte) {
		out = append(out, story.Numbered{Number: int32(binary.BigEndian.Uint32(k)), Data: v})
	})
	return out
}

// each calls f for every key of a bucket, in order.
func each(b *bolt.Bucket, f func(k, v []byte)) {
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		f(k, v)
	}
}
