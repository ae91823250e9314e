package story

import (
	"errors"
	"slices"

	"github.com/fxamacker/cbor/v2"
)

// Store keeps collections. Implementations pass package storetest. They are safe for concurrent use.
type Store interface {
	// Collections returns the names of all collections, sorted.
	Collections() ([]string, error)
	// Load calls read with what is kept of a collection: nothing for one that does not exist. What it is called with
	// belongs to the store and holds only until it returns.
	Load(collection string, read func(*Contents) error) error
	// Report returns the report of an article, Story a story as it was last made. Both are errors where they are missing.
	Report(collection string, number int32) (*Report, error)
	Story(collection, id string) (*Story, error)
	// Commit makes a batch durable, all of it or nothing: when it returns nil, the batch outlives a crash.
	Commit(collection string, b *Batch) error
	// Drop deletes a collection; one that does not exist is no error.
	Drop(collection string) error
	Close() error
}

// Errors of stores.
var (
	// ErrStoreFull: the disk or the quota is full. Nothing of the batch was kept.
	ErrStoreFull = errors.New("store is full")
	// ErrStoreNewer: the store was written by a newer version of this program.
	ErrStoreNewer = errors.New("store was written by a newer version")
	// ErrStoreDamaged: what is in the store is not what was written to it.
	ErrStoreDamaged = errors.New("store is damaged")
)

// Contents is what a collection is read into memory from, without its reports and stories.
type Contents struct {
	// Version is the collection's; Model names the model that its links come from.
	Version int32
	Model   uint64
	// Cards and Links are those of the articles, by rising number.
	Cards, Links []Numbered
	// Stories are by id.
	Stories []Named
	// Gone tells of the deleted stories.
	Gone map[string]Tombstone
}

// Numbered is what a store keeps of an article.
type Numbered struct {
	Number int32
	Data   []byte
}

// Named is what a store keeps of a story besides the story.
type Named struct {
	ID            string
	State, Digest []byte
}

// Tombstone is what is left of a deleted story.
type Tombstone struct {
	Version    int32
	MergedInto string
}

// Batch is a change of a collection.
type Batch struct {
	Put    []Put
	Delete []int32
	// Version and Model are the collection's after the change.
	Version int32
	Model   uint64
	// Links replace those of articles, by number; Stories and Gone are the stories that changed.
	Links   map[int32][]byte
	Stories map[string]Changed
	Gone    map[string]Tombstone
}

// Put is a new article.
type Put struct {
	Number int32
	Report *Report
	Card   []byte
}

// Changed is a story that a batch changes. Digest and Story are nil where it was not made anew: the old ones stay.
type Changed struct {
	State, Digest []byte
	Story         *Story
}

// Add makes b the batch of both changes, o being the later one.
func (b *Batch) Add(o *Batch) {
	if b.Links == nil {
		b.Links, b.Stories, b.Gone = map[int32][]byte{}, map[string]Changed{}, map[string]Tombstone{}
	}
	b.Version, b.Model = o.Version, o.Model
	b.Put = append(b.Put, o.Put...)
	for number, links := range o.Links {
		b.Links[number] = links
	}
	if len(o.Delete) > 0 {
		b.Delete = append(b.Delete, o.Delete...)
		b.Put = slices.DeleteFunc(b.Put, func(p Put) bool { return slices.Contains(o.Delete, p.Number) })
		for _, number := range o.Delete {
			delete(b.Links, number)
		}
	}
	for id, x := range o.Stories {
		if old := b.Stories[id]; x.Story == nil {
			x.Story, x.Digest = old.Story, old.Digest
		}
		b.Stories[id] = x
		delete(b.Gone, id)
	}
	for id, t := range o.Gone {
		b.Gone[id] = t
		delete(b.Stories, id)
	}
}

// Marshal returns the report as CBOR (RFC 8949), structures as arrays.
func (r *Report) Marshal() ([]byte, error) { return cbor.Marshal(r) }

// UnmarshalReport reads what Marshal wrote.
func UnmarshalReport(data []byte) (*Report, error) {
	r := new(Report)
	return r, cbor.Unmarshal(data, r)
}

// Marshal returns the story as CBOR, structures as arrays.
func (s *Story) Marshal() ([]byte, error) { return cbor.Marshal(s) }

// UnmarshalStory reads what Marshal wrote.
func UnmarshalStory(data []byte) (*Story, error) {
	s := new(Story)
	return s, cbor.Unmarshal(data, s)
}
