// Command compile makes the list of verbs of package morphology from WordNet 3.0 (Debian package wordnet-base):
//
//	go run ./extractor/internal/morphology/compile -wordnet /usr/share/wordnet -out extractor/internal/morphology/verbs.txt
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	wordnet := flag.String("wordnet", "/usr/share/wordnet", "folder of index.verb and verb.exc")
	out := flag.String("out", filepath.Join("extractor", "internal", "morphology", "verbs.txt"), "file to write")
	flag.Parse()
	verbs, err := read(*wordnet)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, []byte(strings.Join(verbs, "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

// read returns the verbs of one word, each with its irregular past forms.
func read(folder string) ([]string, error) {
	index, err := os.ReadFile(filepath.Join(folder, "index.verb"))
	if err != nil {
		return nil, err
	}
	exceptions, err := os.ReadFile(filepath.Join(folder, "verb.exc"))
	if err != nil {
		return nil, err
	}
	forms := map[string][]string{}
	for line := range strings.Lines(string(exceptions)) {
		f := strings.Fields(line)
		if len(f) > 1 && f[0] != f[1] && !regular(f[0], f[1]) {
			forms[f[1]] = append(forms[f[1]], f[0])
		}
	}
	var out []string
	for line := range strings.Lines(string(index)) {
		verb, _, _ := strings.Cut(line, " ")
		if len(verb) > 1 && strings.Trim(verb, "abcdefghijklmnopqrstuvwxyz") == "" {
			out = append(out, strings.Join(append([]string{verb}, forms[verb]...), " "))
		}
	}
	slices.Sort(out)
	return out, nil
}

// regular reports whether rules make the base of a form, or the form is of another kind than a simple past.
func regular(form, base string) bool {
	if strings.Trim(form, "abcdefghijklmnopqrstuvwxyz") != "" || strings.HasSuffix(form, "ing") || strings.HasSuffix(form, "s") {
		return true
	}
	stem, ed := strings.CutSuffix(form, "ed")
	return ed && len(base) > 2 && strings.HasPrefix(stem, base[:len(base)-1]) && form != "fled"
}
