package corpus

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor/internal/conllu"
)

// Coreference is a text with its chains of mentions.
type Coreference struct {
	ID, Text string
	Chains   []Chain
}

// Chain is one entity: its mentions in the order of the text, and its type where the corpus tells it (GUM's:
// person, place, organization, object, event, time, substance, animal, plant, abstract).
type Chain struct {
	Type     string
	Mentions []Span
}

// OntoGUM reads the coreference of the open GUM documents in the scheme of OntoNotes (no singletons); split is
// "train" or "dev". Texts and types come from the treebank files beside it.
func OntoGUM(shared, split string) ([]Coreference, error) {
	folder := filepath.Join(shared, "data", "gum_open")
	docs, err := conllu.ReadFile(filepath.Join(folder, "gum_open_"+split+".conllu"))
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	var out []Coreference
	for i := range docs {
		c, err := ontoGUM(&docs[i], filepath.Join(folder, "ontogum", split, docs[i].ID+".conll"))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("corpus: %s: %w", docs[i].ID, err)
		}
		out = append(out, c)
	}
	return out, nil
}

func ontoGUM(doc *conllu.Document, file string) (Coreference, error) {
	raw := doc.Raw()
	c := Coreference{ID: doc.ID, Text: raw.Text}
	var words []Span
	types := map[Span]string{}
	var open []entityOpen
	for i := range doc.Sentences {
		at := raw.Sentences[i].Begin
		for _, w := range doc.Sentences[i].Words {
			s := Span{at + w.Begin, at + w.End}
			words = append(words, s)
			open = readEntities(w.Misc, s, open, types)
		}
	}
	f, err := os.Open(file)
	if err != nil {
		return c, err
	}
	defer f.Close()
	chains, err := readBrackets(bufio.NewScanner(f), words)
	for _, mentions := range chains {
		c.Chains = append(c.Chains, Chain{chainType(mentions, types), mentions})
	}
	return c, err
}

// readBrackets reads the column of chains: "(3", "3)", "(3)", several apart by "|".
func readBrackets(lines *bufio.Scanner, words []Span) ([][]Span, error) {
	index := map[string]int{}
	begins := map[string][]int{}
	var chains [][]Span
	for lines.Scan() {
		f := strings.Split(lines.Text(), "\t")
		if len(f) < 3 {
			continue
		}
		n, err := strconv.Atoi(f[0])
		if err != nil || n >= len(words) {
			return nil, fmt.Errorf("row %q: bad index", lines.Text())
		}
		for part := range strings.SplitSeq(f[len(f)-1], "|") {
			id := strings.Trim(part, "()_")
			if id == "" {
				continue
			}
			if part[0] == '(' {
				begins[id] = append(begins[id], words[n].Begin)
			}
			if b := begins[id]; part[len(part)-1] == ')' && len(b) > 0 {
				begins[id] = b[:len(b)-1]
				k, ok := index[id]
				if !ok {
					k = len(chains)
					index[id] = k
					chains = append(chains, nil)
				}
				chains[k] = append(chains[k], Span{b[len(b)-1], words[n].End})
			}
		}
	}
	return chains, lines.Err()
}

// entityOpen is an entity whose end has not come yet.
type entityOpen struct {
	id, etype string
	begin     int
}

// readEntities reads GUM's Entity annotation of one word and notes the types of the spans that it ends.
func readEntities(misc string, word Span, open []entityOpen, types map[Span]string) []entityOpen {
	_, value, ok := strings.Cut("|"+misc, "|Entity=")
	if !ok {
		return open
	}
	value, _, _ = strings.Cut(value, "|")
	for value != "" {
		if value[0] == '(' {
			end := strings.IndexAny(value[1:], "()") + 1
			if end == 0 {
				end = len(value)
			}
			f := strings.SplitN(value[1:end], "-", 3)
			e := entityOpen{id: f[0], begin: word.Begin}
			if len(f) > 1 {
				e.etype = f[1]
			}
			open = append(open, e)
			value = value[end:]
			if strings.HasPrefix(value, ")") {
				open = closeEntity(open, e.id, word.End, types)
				value = value[1:]
			}
			continue
		}
		id, rest, _ := strings.Cut(value, ")")
		open = closeEntity(open, id, word.End, types)
		value = rest
	}
	return open
}

func closeEntity(open []entityOpen, id string, end int, types map[Span]string) []entityOpen {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].id == id {
			types[Span{open[i].begin, end}] = open[i].etype
			return append(open[:i], open[i+1:]...)
		}
	}
	return open
}

// chainType is the type of the first mention that has one.
func chainType(mentions []Span, types map[Span]string) string {
	for _, m := range mentions {
		if t := types[m]; t != "" {
			return t
		}
	}
	return ""
}
