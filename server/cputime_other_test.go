//go:build !unix

package server

import "time"

var started = time.Now()

// cpuTime is the clock where nothing better is at hand.
func cpuTime() time.Duration { return time.Since(started) }
