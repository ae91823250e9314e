package story

import (
	"errors"

	"github.com/fxamacker/cbor/v2"
)

// Store keeps collections. Implementations pass package storetest. They are safe for concurrent use.
type Store interface {
	// Collections returns the names of all collections, sorted.
	Collections() ([]string, error)
	// Load calls report for every article of a collection, in the order of their ids, and returns the rest of what
	// is kept of it: the zero State for a collection that does not exist.
	Load(collection string, report func(*Report) error) (State, error)
	// Commit makes a batch durable, all of it or nothing: when it returns nil, the batch outlives a crash.
	Commit(collection string, b *Batch) error
	// Drop deletes a collection; one that does not exist is no error.
	Drop(collection string) error
	Close() error
}

// ErrStoreFull: the disk or the quota is full. Nothing of the batch was kept.
var ErrStoreFull = errors.New("store is full")

// ErrStoreNewer: the store was written by a newer version of this program.
var ErrStoreNewer = errors.New("store was written by a newer version")

// State is what a store keeps of a collection besides its articles.
type State struct {
	Version int32
	// Versions tell of each story when it last changed; Gone of the deleted ones.
	Versions map[string]int32
	Gone     map[string]Tombstone
}

// Tombstone is what is left of a deleted story.
type Tombstone struct {
	Version    int32
	MergedInto string
}

// Batch is a change of a collection.
type Batch struct {
	Put    []*Report
	Delete []string
	// Version is the collection's after the change; Versions and Gone are the stories that changed by it.
	Version  int32
	Versions map[string]int32
	Gone     map[string]Tombstone
}

// Add makes b the batch of both changes, o being the later one.
func (b *Batch) Add(o *Batch) {
	for _, r := range o.Put {
		b.Delete = remove(b.Delete, r.ArticleID)
		b.Put = append(b.Put, r)
	}
	for _, id := range o.Delete {
		kept := b.Put[:0]
		for _, r := range b.Put {
			if r.ArticleID != id {
				kept = append(kept, r)
			}
		}
		b.Put = kept
		b.Delete = append(remove(b.Delete, id), id)
	}
	b.Version = o.Version
	if b.Versions == nil {
		b.Versions, b.Gone = map[string]int32{}, map[string]Tombstone{}
	}
	for id, v := range o.Versions {
		b.Versions[id] = v
		delete(b.Gone, id)
	}
	for id, t := range o.Gone {
		b.Gone[id] = t
		delete(b.Versions, id)
	}
}

func remove(ids []string, id string) []string {
	kept := ids[:0]
	for _, x := range ids {
		if x != id {
			kept = append(kept, x)
		}
	}
	return kept
}

// batchOf is the change that a list of updates made to a collection.
func batchOf(version int32, updates []Update) *Batch {
	b := &Batch{Version: version, Versions: map[string]int32{}, Gone: map[string]Tombstone{}}
	for _, u := range updates {
		if u.Change == Deleted {
			b.Gone[u.Story.ID] = Tombstone{u.Story.Version, u.MergedInto}
			delete(b.Versions, u.Story.ID)
			continue
		}
		b.Versions[u.Story.ID] = u.Story.Version
		delete(b.Gone, u.Story.ID)
	}
	return b
}

// Marshal returns the report as CBOR (RFC 8949), structures as arrays.
func (r *Report) Marshal() ([]byte, error) { return cbor.Marshal(r) }

// UnmarshalReport reads what Marshal wrote.
func UnmarshalReport(data []byte) (*Report, error) {
	r := new(Report)
	return r, cbor.Unmarshal(data, r)
}
