package lessons

import "github.com/dateline-news/dateline/extractor"

// Surest returns the event with the highest confidence, -1 for none: what a record that tells of one event is held against.
func Surest(d *extractor.Document) int {
	best := -1
	for i := range d.Events {
		if best < 0 || d.Events[i].Confidence > d.Events[best].Confidence {
			best = i
		}
	}
	return best
}
