// Package treedoc makes documents out of CoNLL-U, so that stages behind the parser can be tested on hand-made trees.
package treedoc

import (
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
)

// New returns a document with text, blocks, tokens, tags and trees. Its paragraphs are body blocks, save that the
// first is a headline where the document's id begins with "title". A MISC of `Name=GPE2` makes the word and the next
// a name of that type. Offsets map each byte to itself.
func New(c *conllu.Document) *extractor.Document {
	raw := c.Raw()
	d := extractor.NewDocument(&extractor.Article{ID: c.ID, Content: raw.Text})
	d.Text, d.English = raw.Text, true
	d.Offsets.Append(0, len(raw.Text), 0, len(raw.Text), false)
	for i, p := range raw.Paragraphs {
		t := extractor.SegmentBody
		if i == 0 && strings.HasPrefix(c.ID, "title") {
			t = extractor.SegmentTitle
		}
		d.Blocks = append(d.Blocks, extractor.Block{Type: t, Span: span(p.Begin, p.End)})
	}
	for s := range c.Sentences {
		addSentence(d, &c.Sentences[s], raw.Sentences[s].Begin)
	}
	return d
}

func span(begin, end int) extractor.TextSpan {
	return extractor.TextSpan{Begin: extractor.TextOffset(begin), End: extractor.TextOffset(end)}
}

func addSentence(d *extractor.Document, s *conllu.Sentence, begin int) {
	first := int32(len(d.Tokens))
	for i := range s.Words {
		w := &s.Words[i]
		upos, _ := extractor.ParseUPOS(w.UPOS)
		xpos, _ := extractor.ParseXPOS(w.XPOS)
		rel, _ := extractor.ParseDeprel(w.Rel)
		head := int32(-1)
		if w.Head >= 0 {
			head = first + int32(w.Head)
		}
		at := span(begin+w.Begin, begin+w.End)
		space := at.Begin == 0 || d.Text[at.Begin-1] == ' ' || d.Text[at.Begin-1] == '\n'
		d.Tokens = append(d.Tokens, extractor.Token{Span: at, SpaceBefore: space})
		d.Tags = append(d.Tags, extractor.Tag{UPOS: upos, XPOS: xpos, Lemma: w.Lemma, Feats: w.Feats})
		d.Arcs = append(d.Arcs, extractor.Arc{Head: head, Rel: rel})
		addName(d, w.Misc, first+int32(i))
	}
	d.Sentences = append(d.Sentences, extractor.Sentence{
		Tokens: extractor.TokenRange{First: first, Last: int32(len(d.Tokens))}, Block: blockAt(d, extractor.TextOffset(begin)),
	})
}

func addName(d *extractor.Document, misc string, i int32) {
	for field := range strings.SplitSeq(misc, "|") {
		value, ok := strings.CutPrefix(field, "Name=")
		if !ok {
			continue
		}
		name := strings.TrimRight(value, "0123456789")
		t, known := extractor.ParseEntityType(name)
		n, err := strconv.Atoi(value[len(name):])
		if known && err == nil {
			d.Names = append(d.Names, extractor.Name{Tokens: extractor.TokenRange{First: i, Last: i + int32(n)}, Type: t, Confidence: 1})
		}
	}
}

func blockAt(d *extractor.Document, at extractor.TextOffset) int32 {
	for b := range d.Blocks {
		if at >= d.Blocks[b].Span.Begin && at < d.Blocks[b].Span.End {
			return int32(b)
		}
	}
	return int32(len(d.Blocks) - 1)
}

// NameEntities gives the document an entity for each different name, the names its mentions.
func NameEntities(d *extractor.Document) {
	byText := map[string]int{}
	for i := range d.Names {
		n := &d.Names[i]
		text := d.RangeText(n.Tokens)
		e, ok := byText[text]
		if !ok {
			e = len(d.Entities)
			byText[text] = e
			d.Entities = append(d.Entities, extractor.Entity{Type: n.Type, Name: text})
		}
		d.Entities[e].Mentions = append(d.Entities[e].Mentions, extractor.Mention{
			Tokens: n.Tokens, Span: d.SpanOf(n.Tokens), Head: headOf(d, n.Tokens), Type: extractor.MentionProper,
		})
	}
}

func headOf(d *extractor.Document, r extractor.TokenRange) int32 {
	for i := r.First; i < r.Last; i++ {
		if !r.Contains(int(d.Arcs[i].Head)) {
			return i
		}
	}
	return r.First
}
