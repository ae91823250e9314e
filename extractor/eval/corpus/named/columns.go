package named

import (
	"bufio"
	"os"
	"strings"
)

// sentence is a sentence of a corpus in columns: tokens and tags side by side.
type sentence struct {
	tokens, tags []string
	// text is the sentence as written, where the corpus says; newDocument its id where one begins.
	text, newDocument string
}

// columns says how a file of columns is read.
type columns struct {
	separator  string
	token, tag int
}

// read returns the sentences of a file in columns: an empty line ends a sentence.
func (c columns) read(path string) ([]sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var all []sentence
	var s sentence
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := strings.TrimRight(lines.Text(), "\r\n")
		fields := strings.Split(line, c.separator)
		switch {
		case strings.HasPrefix(line, "-DOCSTART-"):
			s.newDocument = "next"
		case strings.HasPrefix(line, "# newdoc id = "):
			s.newDocument = strings.TrimPrefix(line, "# newdoc id = ")
		case strings.HasPrefix(line, "# text = "):
			s.text = strings.TrimPrefix(line, "# text = ")
		case strings.HasPrefix(line, "# ") && len(fields) == 1:
		case strings.TrimSpace(line) == "":
			if len(s.tokens) > 0 {
				all = append(all, s)
				s = sentence{}
			}
		case len(fields) > max(c.token, c.tag):
			s.tokens = append(s.tokens, strings.TrimSpace(fields[c.token]))
			s.tags = append(s.tags, fields[c.tag])
		}
	}
	if len(s.tokens) > 0 {
		all = append(all, s)
	}
	return all, lines.Err()
}

// run is a name as a range of tokens.
type run struct {
	first, last int
	label       string
}

// runs returns the names of tags in any of IOB1, IOB2 and BIOES.
func runs(tags []string) []run {
	var all []run
	for i, tag := range tags {
		mark, label, ok := strings.Cut(tag, "-")
		if !ok || label == "" {
			continue
		}
		goesOn := (mark == "I" || mark == "E") && i > 0 && len(all) > 0 && all[len(all)-1].last == i && all[len(all)-1].label == label
		if goesOn {
			all[len(all)-1].last = i + 1
			continue
		}
		all = append(all, run{i, i + 1, label})
	}
	return all
}
