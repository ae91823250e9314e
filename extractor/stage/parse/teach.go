package parse

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
)

// Taught sentences are neither fragments nor endless.
const (
	shortestTaught = 3
	longestTaught  = 60
)

// teach parses documents with the teachers together and returns their sentences as examples.
func teach(teachers [][]byte, docs []*extractor.Document) ([]example, error) {
	if len(docs) == 0 {
		return nil, nil
	}
	c, err := newCommittee(teachers)
	if err != nil {
		return nil, err
	}
	var all []example
	for _, d := range docs {
		parsed := *d
		parsed.Tags, parsed.Arcs = make([]extractor.Tag, len(d.Tokens)), make([]extractor.Arc, len(d.Tokens))
		c.document(&parsed)
		for _, s := range parsed.Sentences {
			if n := s.Tokens.Len(); n >= shortestTaught && n <= longestTaught {
				all = append(all, taughtExample(&parsed, s.Tokens))
			}
		}
	}
	return all, nil
}

func taughtExample(d *extractor.Document, r extractor.TokenRange) example {
	var e example
	for i := r.First; i < r.Last; i++ {
		tag, arc := d.Tags[i], d.Arcs[i]
		head := -1
		if arc.Head >= 0 {
			head = int(arc.Head - r.First)
		}
		e.tokens = append(e.tokens, features.Token{Text: d.TokenText(int(i)), First: i == r.First, SpaceBefore: d.Tokens[i].SpaceBefore})
		e.upos = append(e.upos, int(tag.UPOS))
		e.xpos = append(e.xpos, int(tag.XPOS))
		e.head = append(e.head, head)
		e.rel = append(e.rel, int(arc.Rel))
	}
	return e
}
