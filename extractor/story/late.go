package story

// late is a queue of stories that changed but were not due, each with the number of articles that had come by then.
type late struct {
	since map[*entry]int
	queue []lateEntry
}

// lateEntry counts only where since says the same of it: else it left the queue, and may have come again.
type lateEntry struct {
	entry *entry
	since int
}

func newLate() late { return late{since: map[*entry]int{}} }

// add puts a story at the end of the queue, unless it is in it.
func (l *late) add(e *entry, now int) {
	if _, ok := l.since[e]; !ok {
		l.since[e] = now
		l.queue = append(l.queue, lateEntry{e, now})
	}
}

func (l *late) remove(e *entry) { delete(l.since, e) }

// take removes and returns the stories that have been late for the longest, up to so many of those that have since then or
// before.
func (l *late) take(then, most int) []*entry {
	var out []*entry
	for ; len(l.queue) > 0; l.queue = l.queue[1:] {
		x := l.queue[0]
		if since, ok := l.since[x.entry]; !ok || since != x.since {
			continue
		}
		if x.since > then || len(out) == most {
			break
		}
		l.remove(x.entry)
		out = append(out, x.entry)
	}
	return out
}
