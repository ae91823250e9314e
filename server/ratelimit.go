package server

import (
	"context"
	"errors"
	"sync"
	"time"
)

var errRateLimited = errors.New("too many calls; try again later")

// rateLimiter is a token bucket for all callers together: rate calls a second, and a second's worth at once.
type rateLimiter struct {
	rate float64
	now  func() time.Time

	mu   sync.Mutex
	left float64
	last time.Time
}

// newRateLimiter returns a limiter; a rate of 0 limits nothing.
func newRateLimiter(rate float64) *rateLimiter {
	return &rateLimiter{rate: rate, now: time.Now, left: max(rate, 1)}
}

// Limit implements ratelimit.Limiter.
func (l *rateLimiter) Limit(context.Context) error {
	if l.rate == 0 {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	if !l.last.IsZero() {
		l.left = min(l.left+now.Sub(l.last).Seconds()*l.rate, max(l.rate, 1))
	}
	l.last = now
	if l.left < 1 {
		return toStatus(errRateLimited).Err()
	}
	l.left--
	return nil
}
