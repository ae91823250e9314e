// Package conllu reads treebanks in CoNLL-U (https://universaldependencies.org/format.html): documents, paragraphs,
// sentences, surface tokens and syntactic words, with the raw text and each word's place in it.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Document is a run of sentences under one `# newdoc`.
type Document struct {
	ID        string
	Sentences []Sentence
}

// Sentence holds the words of one tree. Enhanced dependencies and empty nodes are dropped.
type Sentence struct {
	ID    string
	Words []Word
	// Paragraph: a `# newpar` (or the document) begins with this sentence.
	Paragraph bool
	// Text is the raw text, made from the tokens and their SpaceAfter.
	Text string
	// SpaceAfter: white space follows the sentence within its paragraph.
	SpaceAfter bool
}

// Word is a syntactic word. Fields that CoNLL-U leaves out (`_`) are empty, save for Form and Lemma.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	// Misc is the last column as written, or empty.
	Misc string
	// Head counts from 0 within the sentence; -1 is the root.
	Head int
	Rel  string
	// Begin and End are the word's bytes in Sentence.Text. Within a multiword token whose words do not spell its
	// surface (`ain't`), they are a best guess.
	Begin, End int
	// Multiword: the word is part of a multiword token; First: its first word.
	Multiword, First bool
}

// ReadFile reads all documents of a file.
func ReadFile(path string) ([]Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

// Read reads all documents. Sentences before the first `# newdoc` make a document without id.
func Read(r io.Reader) ([]Document, error) {
	p := parser{}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 1<<16), 1<<24)
	for n := 1; scanner.Scan(); n++ {
		if err := p.line(scanner.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	p.endSentence()
	return p.docs, scanner.Err()
}

// parser gathers lines into sentences.
type parser struct {
	docs []Document
	s    Sentence
	text strings.Builder
	// space: white space is due before the next token.
	space bool
	// multiEnd is the last word id of the current multiword token, 0 for none; multiBegin and multiText its place.
	multiEnd, multiBegin int
	multiText            string
	multiSpace           bool
}

func (p *parser) line(line string) error {
	switch {
	case line == "":
		p.endSentence()
	case line[0] == '#':
		p.comment(line)
	default:
		return p.token(strings.Split(line, "\t"))
	}
	return nil
}

func (p *parser) comment(line string) {
	switch {
	case strings.HasPrefix(line, "# newdoc"):
		_, id, _ := strings.Cut(line, "= ")
		p.docs = append(p.docs, Document{ID: id})
		p.s.Paragraph = true
	case strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block"):
		p.s.Paragraph = true
	case strings.HasPrefix(line, "# sent_id = "):
		p.s.ID = line[len("# sent_id = "):]
	}
}

func (p *parser) token(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil // an empty node
	}
	spaceAfter := !strings.Contains(f[9], "SpaceAfter=No")
	if first, last, ok := strings.Cut(f[0], "-"); ok {
		return p.multiword(first, last, f[1], spaceAfter)
	}
	id, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return err
	}
	w := Word{Form: f[1], Lemma: f[2], UPOS: blank(f[3]), XPOS: blank(f[4]), Feats: blank(f[5]), Head: head - 1, Rel: blank(f[7]), Misc: blank(f[9])}
	if p.multiEnd > 0 {
		p.wordOfMultiword(&w, id)
	} else {
		w.Begin, w.End = p.append(f[1])
		p.space = spaceAfter
	}
	p.s.Words = append(p.s.Words, w)
	return nil
}

func (p *parser) multiword(first, last, surface string, spaceAfter bool) error {
	end, err := strconv.Atoi(last)
	if err != nil {
		return err
	}
	p.multiEnd, p.multiText, p.multiSpace = end, surface, spaceAfter
	p.multiBegin, _ = p.append(surface)
	return nil
}

// wordOfMultiword gives the word its part of the surface: as long as its form, and the last word the rest.
func (p *parser) wordOfMultiword(w *Word, id int) {
	begin, end := p.multiBegin, p.multiBegin+len(p.multiText)
	w.Multiword, w.First = true, true
	if n := len(p.s.Words); n > 0 && p.s.Words[n-1].End > begin {
		begin, w.First = p.s.Words[n-1].End, false
	}
	w.Begin, w.End = begin, end
	if id < p.multiEnd {
		w.End = min(begin+len(w.Form), end-(p.multiEnd-id))
		return
	}
	p.multiEnd, p.space = 0, p.multiSpace
}

// append adds a surface token to the sentence's text.
func (p *parser) append(surface string) (begin, end int) {
	if p.space && p.text.Len() > 0 {
		p.text.WriteByte(' ')
	}
	begin = p.text.Len()
	p.text.WriteString(surface)
	return begin, p.text.Len()
}

func (p *parser) endSentence() {
	if len(p.s.Words) == 0 {
		return
	}
	p.s.Text, p.s.SpaceAfter = p.text.String(), p.space
	if len(p.docs) == 0 {
		p.docs = append(p.docs, Document{})
	}
	d := &p.docs[len(p.docs)-1]
	if len(d.Sentences) == 0 {
		p.s.Paragraph = true
	}
	d.Sentences = append(d.Sentences, p.s)
	p.s, p.space = Sentence{}, false
	p.text.Reset()
}

func blank(field string) string {
	if field == "_" {
		return ""
	}
	return field
}
