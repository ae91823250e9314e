package corpus

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Pronoun is a snippet of GAP (Webster et al. 2018): a pronoun and two names, of which at most one is meant.
type Pronoun struct {
	ID, Text      string
	Pronoun, A, B Span
	// IsA and IsB tell whether the pronoun means the name.
	IsA, IsB bool
	Feminine bool
}

// GAP reads the development part of the corpus.
func GAP(shared string) ([]Pronoun, error) {
	f, err := os.Open(filepath.Join(shared, "data", "gap", "gap-development.tsv"))
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	var out []Pronoun
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		c := strings.Split(lines.Text(), "\t")
		if len(c) != 11 || c[0] == "ID" {
			continue
		}
		p := Pronoun{ID: c[0], Text: c[1], IsA: strings.EqualFold(c[6], "true"), IsB: strings.EqualFold(c[9], "true")}
		for _, x := range []struct {
			span         *Span
			text, offset string
		}{{&p.Pronoun, c[2], c[3]}, {&p.A, c[4], c[5]}, {&p.B, c[7], c[8]}} {
			if *x.span, err = spanAt(p.Text, x.text, x.offset); err != nil {
				return nil, fmt.Errorf("corpus: gap %s: %w", p.ID, err)
			}
		}
		w := strings.ToLower(c[2])
		p.Feminine = w == "she" || strings.HasPrefix(w, "her")
		out = append(out, p)
	}
	return out, lines.Err()
}

// spanAt turns a count of code points into bytes and checks that the words stand there.
func spanAt(text, words, offset string) (Span, error) {
	n, err := strconv.Atoi(offset)
	if err != nil {
		return Span{}, err
	}
	at := 0
	for range n {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	if !strings.HasPrefix(text[at:], words) {
		return Span{}, fmt.Errorf("%q is not at %s", words, offset)
	}
	return Span{at, at + len(words)}, nil
}
