package server

import (
	"context"
	"time"

	"golang.org/x/sync/semaphore"
)

// inFlightBytes is how much content a stream, or the whole server, may have in flight for each article that it
// may: articles are a few kilobytes, so that only huge ones run into it and then pass one by one.
const inFlightBytes = 256 << 10

// busyAfter is how long a single call waits for its turn before it is told that the service is busy.
const busyAfter = 5 * time.Second

// window bounds what is in flight, in articles and in bytes of content at once: every article weighs at least
// its share, a large one its size, and one larger than the window all of it.
type window struct {
	budget *semaphore.Weighted
	size   int64
}

func newWindow(articles int) *window {
	size := int64(articles) * inFlightBytes
	return &window{semaphore.NewWeighted(size), size}
}

// enter waits for room for a content of that many bytes and returns how to leave again. It fails when the
// context ends first.
func (w *window) enter(ctx context.Context, bytes int) (leave func(), err error) {
	weight := min(max(int64(bytes), inFlightBytes), w.size)
	if err := w.budget.Acquire(ctx, weight); err != nil {
		return nil, err
	}
	return func() { w.budget.Release(weight) }, nil
}

// enterSoon is enter for single calls: rather than wait long it fails with errBusy.
func (w *window) enterSoon(ctx context.Context, bytes int) (leave func(), err error) {
	soon, cancel := context.WithTimeout(ctx, busyAfter)
	defer cancel()
	leave, err = w.enter(soon, bytes)
	if err != nil && ctx.Err() == nil {
		return nil, errBusy
	}
	return leave, err
}
