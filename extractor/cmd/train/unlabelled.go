package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// unlabelledCorpora are those whose plain text may be learned from.
func unlabelledCorpora() []string {
	return []string{"wikinews", "re3d", "ecbplus", "causal_news", "gap", "masc", "muc4"}
}

func unlabelledAttribution() []string {
	return append(newsAttribution(),
		"ECB+, Cybulska and Vossen 2014, CC BY 3.0",
		"Causal News Corpus V2, Tan et al., CC0",
		"GAP, Webster et al. 2018, Apache-2.0 (text: Wikipedia)",
		"MASC, American National Corpus",
	)
}

// unlabelledText returns texts of news and the like, a paragraph a line. It is always the same.
func unlabelledText(j *job) ([]string, error) {
	var all []string
	for _, read := range []func(*job) ([]string, error){wikinewsText, re3dText, ecbplusText, causalNewsText, gapText, mascText, muc4Text} {
		texts, err := read(j)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	return all, nil
}

func wikinewsText(j *job) ([]string, error) {
	return jsonField(filepath.Join(j.Data("wikinews"), "wikinews.jsonl"), "content", 1<<30)
}

func re3dText(j *job) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(j.Data("re3d"), "*", "documents.json"))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, path := range paths {
		texts, err := jsonField(path, "text", 1<<30)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	return all, nil
}

// muc4Text is in capitals, its lines broken by hand; a part of it is enough to show what capitals look like.
func muc4Text(j *job) ([]string, error) {
	texts, err := jsonField(filepath.Join(j.Data("muc4"), "docs_dev.jsonl"), "text", 250)
	for i, text := range texts {
		paragraphs := strings.Split(text, "\n\n")
		for k, p := range paragraphs {
			paragraphs[k] = strings.Join(strings.Fields(p), " ")
		}
		texts[i] = strings.Join(paragraphs, "\n")
	}
	return texts, err
}

// jsonField returns a field of each JSON object of a file, of the first most objects.
func jsonField(path, field string, most int) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []string
	for d := json.NewDecoder(bufio.NewReader(f)); len(all) < most; {
		var object map[string]any
		if err := d.Decode(&object); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		text, _ := object[field].(string)
		all = append(all, text)
	}
	return all, nil
}

// ecbplusText joins the tokens of ECB+ into sentences, a line each.
func ecbplusText(j *job) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(j.Data("ecbplus"), "ECB+", "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var doc struct {
			Tokens []struct {
				Sentence string `xml:"sentence,attr"`
				Text     string `xml:",chardata"`
			} `xml:"token"`
		}
		if err := xml.Unmarshal(data, &doc); err != nil {
			return nil, err
		}
		var lines []string
		var words []string
		for i, t := range doc.Tokens {
			if i > 0 && t.Sentence != doc.Tokens[i-1].Sentence {
				lines, words = append(lines, detokenized(words)), nil
			}
			words = append(words, t.Text)
		}
		lines = append(lines, detokenized(words))
		if strings.HasSuffix(path, "plus.xml") {
			lines = lines[1:] // the address
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all, nil
}

func causalNewsText(j *job) ([]string, error) {
	return column(filepath.Join(j.Data("causal_news"), "train_subtask1.csv"), ',', 1, true)
}

func gapText(j *job) ([]string, error) {
	return column(filepath.Join(j.Data("gap"), "gap-development.tsv"), '\t', 1, false)
}

// column returns a column of a table with a header.
func column(path string, comma rune, n int, tokenized bool) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = comma, true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var all []string
	for _, row := range rows[1:] {
		text := row[n]
		if tokenized {
			text = detokenized(strings.Fields(text))
		}
		all = append(all, text)
	}
	return all, nil
}

func mascText(j *job) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(j.Data("masc"), "written", "*.txt"))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var lines []string
		for line := range strings.Lines(string(data)) {
			if words := strings.Fields(line); len(words) > 0 {
				lines = append(lines, detokenized(words))
			}
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all, nil
}

// detokenized joins tokens as their author would have written them, or nearly.
func detokenized(words []string) string {
	var b strings.Builder
	open := false // a straight quotation is open
	glue := true  // the next word follows without a space
	for _, w := range words {
		before, after := false, false
		switch w {
		case ".", ",", ";", ":", "?", "!", "%", ")", "]", "''", "”", "n't", "...":
			before = true
		case "(", "[", "$", "£", "€", "``", "“", "#":
			after = true
		case "-", "/":
			before, after = true, true
		case `"`:
			before, after = open, !open
			open = !open
		default:
			before = len(w) > 1 && (w[0] == '\'' || strings.HasPrefix(w, "’")) && len(w) <= 5
		}
		if !glue && !before {
			b.WriteByte(' ')
		}
		b.WriteString(strings.NewReplacer("``", `"`, "''", `"`).Replace(w))
		glue = after
	}
	return b.String()
}
