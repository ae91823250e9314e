// Package boltstore keeps collections in one file of go.etcd.io/bbolt: a copy-on-write B+ tree that is whole after a
// crash at any moment. A commit is on the disk (fsync) when it returns.
//
// Layout: the bucket "meta" holds the version stamp of the layout. The bucket "collections" holds one bucket for each
// collection, with the keys "version" and "model" and a bucket for each thing that is kept: of articles by number their
// "cards", "links" and "reports" (CBOR), of stories by id their "states", "digests" and themselves (CBOR) in "stories", of
// deleted ones in "gone" the version and what they were merged into. Numbers are big-endian. What is read when a collection
// is opened lies apart from the reports and stories, so that opening reads little.
package boltstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/dateline-news/dateline/extractor/story"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Layout is the version of the layout that this package writes and reads.
const Layout = 3

var (
	metaBucket        = []byte("meta")
	layoutKey         = []byte("layout")
	collectionsBucket = []byte("collections")
	versionKey        = []byte("version")
	modelKey          = []byte("model")

	cards   = []byte("cards")
	links   = []byte("links")
	reports = []byte("reports")
	states  = []byte("states")
	digests = []byte("digests")
	stories = []byte("stories")
	gone    = []byte("gone")
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
			return meta.Put(layoutKey, key(Layout))
		}
		switch v := binary.BigEndian.Uint32(old); {
		case v > Layout:
			return fmt.Errorf("%w: layout %d, this program reads %d", story.ErrStoreNewer, v, Layout)
		case v < Layout:
			return fmt.Errorf("layout %d is of a development version: delete the file and send the articles again", v)
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

// Report implements story.Store.
func (s *Store) Report(collection string, number int32) (*story.Report, error) {
	return read(s, collection, reports, key(number), story.UnmarshalReport)
}

// Story implements story.Store.
func (s *Store) Story(collection, id string) (*story.Story, error) {
	return read(s, collection, stories, []byte(id), story.UnmarshalStory)
}

func read[T any](s *Store, collection string, bucket, key []byte, unmarshal func([]byte) (*T, error)) (out *T, err error) {
	err = s.db.View(func(tx *bolt.Tx) error {
		c := tx.Bucket(collectionsBucket).Bucket([]byte(collection))
		if c == nil {
			return fmt.Errorf("%w: collection %q is not there", story.ErrStoreDamaged, collection)
		}
		data := c.Bucket(bucket).Get(key)
		if data == nil {
			return fmt.Errorf("%w: %s has no %q", story.ErrStoreDamaged, bucket, key)
		}
		out, err = unmarshal(data)
		return err
	})
	return out, err
}

// Close implements story.Store.
func (s *Store) Close() error { return s.db.Close() }

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

// full names the errors of a full disk or quota, or of a limit to the size of files. Where bbolt grows its file it keeps
// only their texts.
func full(err error) error {
	if err == nil {
		return nil
	}
	for _, e := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if errors.Is(err, e) || strings.Contains(err.Error(), e.Error()) {
			return fmt.Errorf("%w: %w", story.ErrStoreFull, err)
		}
	}
	return err
}

func key(v int32) []byte { return binary.BigEndian.AppendUint32(nil, uint32(v)) }
