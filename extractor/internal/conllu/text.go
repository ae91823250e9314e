package conllu

import "strings"

// Place is where a sentence or word lies in a document's raw text, in bytes.
type Place struct{ Begin, End int }

// Raw is a document as its author wrote it.
type Raw struct {
	// Text has a blank line between paragraphs, as the shared task's raw files do.
	Text string
	// Paragraphs and Sentences ascend; Sentences correspond to Document.Sentences.
	Paragraphs, Sentences []Place
}

// Raw returns the document's text and the places of its paragraphs and sentences. A word's place in it is its own
// in the sentence, plus the sentence's Begin.
func (d *Document) Raw() Raw {
	var b strings.Builder
	r := Raw{Sentences: make([]Place, 0, len(d.Sentences))}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		switch {
		case s.Paragraph && i > 0:
			b.WriteString("\n\n")
		case i > 0 && d.Sentences[i-1].SpaceAfter:
			b.WriteByte(' ')
		}
		begin := b.Len()
		if s.Paragraph {
			r.Paragraphs = append(r.Paragraphs, Place{Begin: begin})
		}
		b.WriteString(s.Text)
		r.Sentences = append(r.Sentences, Place{begin, b.Len()})
		r.Paragraphs[len(r.Paragraphs)-1].End = b.Len()
	}
	r.Text = b.String()
	return r
}
