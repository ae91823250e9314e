package boltstore

import (
	"errors"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/storetest"
	bolt "go.etcd.io/bbolt"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) story.Store {
		s, err := Open(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	s, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(folder); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("opened twice: %v", err)
	}
	err = s.db.Update(func(tx *bolt.Tx) error { return tx.Bucket(metaBucket).Put(layoutKey, key(Layout+1)) })
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(folder); !errors.Is(err, story.ErrStoreNewer) {
		t.Errorf("a newer layout: %v", err)
	}
}
