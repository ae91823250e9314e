package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// PLOVERRecord is a sentence of the PLOVER gold standard records with its one event.
type PLOVERRecord struct {
	ID, Text string
	// Event and Mode are those of today's manual; Also are types that are right, too.
	Event, Mode string
	Also        []string
	// Actors and Recipients are phrases as the record names them; mutual acts have actors alone.
	Actors, Recipients []string
	// EventSpans are the places of the event's words in Text; empty where the markup does not fit the text.
	EventSpans []Span
}

// PLOVER reads the records of the development part.
func PLOVER(shared string) ([]PLOVERRecord, error) {
	f, err := os.Open(filepath.Join(shared, "data", "plover_gsr", "plover_gsr_dev.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	type party struct {
		Text string `json:"text"`
	}
	var out []PLOVERRecord
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct {
			ID, Text, Event, Mode, Markup string
			Also                          []string `json:"also_acceptable"`
			Actor, Recipient              []party
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("corpus: plover_gsr: %w", err)
		}
		r := PLOVERRecord{ID: row.ID, Text: row.Text, Event: row.Event, Mode: row.Mode, Also: row.Also}
		for _, p := range row.Actor {
			r.Actors = append(r.Actors, p.Text)
		}
		for _, p := range row.Recipient {
			r.Recipients = append(r.Recipients, p.Text)
		}
		r.EventSpans = eventSpans(row.Markup, row.Text)
		out = append(out, r)
	}
	return out, lines.Err()
}

// eventSpans finds the words marked “(EVT: …)” in the text, each after the one before it.
func eventSpans(markup, text string) []Span {
	var out []Span
	at := 0
	for {
		i := strings.Index(markup, "(EVT: ")
		if i < 0 {
			return out
		}
		markup = markup[i+len("(EVT: "):]
		end := strings.IndexAny(markup, "()")
		if end < 0 {
			return out
		}
		words := strings.TrimSpace(markup[:end])
		if k := strings.Index(text[at:], words); k >= 0 && words != "" {
			out = append(out, Span{at + k, at + k + len(words)})
			at += k + len(words)
		}
	}
}
