// Package boltstore keeps collections in one file of go.etcd.io/bbolt: a copy-on-write B+ tree that is whole after a
// crash at any moment. A commit is on the disk (fsync) when it returns.
//
// Layout: the bucket "meta" holds the version stamp of the layout. The bucket "collections" holds one bucket for each
// collection, with the buckets "articles" (id → CBOR of the report), "stories" (id → version), "gone" (id → version
// and what it was merged into) and the key "version". Numbers are big-endian.
package boltstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/dateline-news/dateline/extractor/story"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Layout is the version of the layout that this package writes. It reads no newer one.
const Layout = 1

var (
	metaBucket        = []byte("meta")
	layoutKey         = []byte("layout")
	collectionsBucket = []byte("collections")
	articlesBucket    = []byte("articles")
	storiesBucket     = []byte("stories")
	goneBucket        = []byte("gone")
	versionKey        = []byte("version")
)

// Store is a story.Store in a file.
type Store struct{ db *bolt.DB }

// Open opens the store in a folder, which it makes where it is missing. One process at a time may have it open: a
// second one gets an error after a second.
func Open(folder string) (*Store, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	file := filepath.Join(folder, "stories.db")
	db, err := bolt.Open(file, 0o600, &bolt.Options{Timeout: time.Second, FreelistType: bolt.FreelistMapType})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%s is in use by another process", file)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	s := &Store{db}
	if err := s.stamp(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", file, err), db.Close())
	}
	return s, nil
}

// stamp writes the layout's version into a new file, and checks that of an old one.
func (s *Store) stamp() error {
	return s.db.Update(func(tx *bolt.Tx) error {
		meta, err := tx.CreateBucketIfNotExists(metaBucket)
		if err != nil {
			return err
		}
		if _, err := tx.CreateBucketIfNotExists(collectionsBucket); err != nil {
			return err
		}
		old := meta.Get(layoutKey)
		if old == nil {
			return meta.Put(layoutKey, number(Layout))
		}
		if v := binary.BigEndian.Uint32(old); v > Layout {
			return fmt.Errorf("%w: layout %d, this program reads up to %d", story.ErrStoreNewer, v, Layout)
		}
		return nil
	})
}

// Collections implements story.Store.
func (s *Store) Collections() ([]string, error) {
	var names []string
	err := s.db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(collectionsBucket).ForEachBucket(func(k []byte) error {
			names = append(names, string(k))
			return nil
		})
	})
	return names, err
}

// Load implements story.Store.
func (s *Store) Load(name string, report func(*story.Report) error) (story.State, error) {
	state := story.State{}
	err := s.db.View(func(tx *bolt.Tx) error {
		c := tx.Bucket(collectionsBucket).Bucket([]byte(name))
		if c == nil {
			return nil
		}
		state.Version = int32(binary.BigEndian.Uint32(c.Get(versionKey)))
		state.Versions, state.Gone = map[string]int32{}, map[string]story.Tombstone{}
		err := c.Bucket(articlesBucket).ForEach(func(id, data []byte) error {
			r, err := story.UnmarshalReport(data)
			if err != nil {
				return fmt.Errorf("article %q: %w", id, err)
			}
			return report(r)
		})
		if err != nil {
			return err
		}
		err = c.Bucket(storiesBucket).ForEach(func(id, v []byte) error {
			state.Versions[string(id)] = int32(binary.BigEndian.Uint32(v))
			return nil
		})
		if err != nil {
			return err
		}
		return c.Bucket(goneBucket).ForEach(func(id, v []byte) error {
			state.Gone[string(id)] = story.Tombstone{Version: int32(binary.BigEndian.Uint32(v)), MergedInto: string(v[4:])}
			return nil
		})
	})
	return state, err
}

// Commit implements story.Store.
func (s *Store) Commit(name string, b *story.Batch) error {
	return full(s.db.Update(func(tx *bolt.Tx) error {
		c, err := tx.Bucket(collectionsBucket).CreateBucketIfNotExists([]byte(name))
		if err != nil {
			return err
		}
		articles, err := c.CreateBucketIfNotExists(articlesBucket)
		if err != nil {
			return err
		}
		for _, id := range b.Delete {
			if err := articles.Delete([]byte(id)); err != nil {
				return err
			}
		}
		for _, r := range b.Put {
			data, err := r.Marshal()
			if err != nil {
				return err
			}
			if err := articles.Put([]byte(r.ArticleID), data); err != nil {
				return err
			}
		}
		if err := commitStories(c, b); err != nil {
			return err
		}
		return c.Put(versionKey, number(b.Version))
	}))
}

// commitStories writes the versions of the stories that changed.
func commitStories(c *bolt.Bucket, b *story.Batch) error {
	stories, err := c.CreateBucketIfNotExists(storiesBucket)
	if err != nil {
		return err
	}
	gone, err := c.CreateBucketIfNotExists(goneBucket)
	if err != nil {
		return err
	}
	for id, v := range b.Versions {
		if err := errors.Join(stories.Put([]byte(id), number(v)), gone.Delete([]byte(id))); err != nil {
			return err
		}
	}
	for id, t := range b.Gone {
		if err := errors.Join(gone.Put([]byte(id), append(number(t.Version), t.MergedInto...)), stories.Delete([]byte(id))); err != nil {
			return err
		}
	}
	return nil
}

// Drop implements story.Store.
func (s *Store) Drop(name string) error {
	return full(s.db.Update(func(tx *bolt.Tx) error {
		err := tx.Bucket(collectionsBucket).DeleteBucket([]byte(name))
		if errors.Is(err, bolterrors.ErrBucketNotFound) {
			return nil
		}
		return err
	}))
}

// Close implements story.Store.
func (s *Store) Close() error { return s.db.Close() }

// full names the errors of a full disk.
func full(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fmt.Errorf("%w: %w", story.ErrStoreFull, err)
	}
	return err
}

func number(v int32) []byte { return binary.BigEndian.AppendUint32(nil, uint32(v)) }
