package client

import (
	"context"
	"errors"
	"io"
	"iter"
	"sync"
)

// converse opens a stream, sends on it in a goroutine of its own and yields every answer as read makes it, until the stream
// ends. The stream's own error comes beside a nil answer, last. Nothing of it outlives the loop over it.
func converse[S interface{ Recv() (*R, error) }, R, T any](ctx context.Context, open func(context.Context) (S, error),
	send func(context.Context, S), read func(*R) *T) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		stream, err := open(ctx)
		if err != nil {
			cancel()
			yield(nil, err)
			return
		}
		var sending sync.WaitGroup
		defer sending.Wait()
		defer cancel()
		sending.Go(func() { send(ctx, stream) })
		for {
			response, err := stream.Recv()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(read(response), nil) {
				return
			}
		}
	}
}
