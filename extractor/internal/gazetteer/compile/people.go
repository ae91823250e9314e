package main

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// names counts given names and surnames.
type names struct{ given, surname map[string]int }

// peopleTable lists "given" (of unknown gender) and "surname" with the words that are used so, most frequent use deciding.
func peopleTable(net *wordNet, petrarch string) ([]byte, error) {
	n := names{map[string]int{}, map[string]int{}}
	for _, file := range []string{"Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt"} {
		if err := n.readActors(filepath.Join(petrarch, file)); err != nil {
			return nil, err
		}
	}
	for _, offset := range slices.Sorted(maps.Keys(net.synsets)) {
		if s := net.synsets[offset]; s.file == 18 && len(s.instanceOf) > 0 {
			for _, w := range s.words {
				n.add(strings.Split(w, "_"))
			}
		}
	}
	var b bytes.Buffer
	writeList(&b, "given", n.given, 2)
	writeList(&b, "surname", n.surname, 1)
	return b.Bytes(), nil
}

// writeList writes the words that occur at least so often.
func writeList(b *bytes.Buffer, label string, words map[string]int, least int) {
	fmt.Fprintf(b, "%s\t", label)
	sep := ""
	for _, w := range slices.Sorted(maps.Keys(words)) {
		if words[w] >= least {
			fmt.Fprint(b, sep, w)
			sep = " "
		}
	}
	fmt.Fprintln(b)
}

// readActors takes the persons of an actor file: entries followed by a line with an office and its dates.
func (n *names) readActors(path string) error {
	var open string
	return eachLine(path, func(line string) {
		text, comment, _ := strings.Cut(line, "#")
		entry, codes, _ := strings.Cut(text, "[")
		entry = strings.TrimSpace(entry)
		if entry != "" {
			open = ""
			if !strings.HasPrefix(entry, "+") && strings.Contains(comment, "CountryInfo") || strings.ContainsAny(codes, "<>") {
				open = entry
			}
		}
		if open != "" && strings.ContainsAny(codes, "0123456789") || entry != "" && open != "" && strings.Contains(comment, "CountryInfo") {
			n.add(strings.Split(strings.Trim(open, "_ +"), "_"))
			open = ""
		}
	})
}

// add counts the parts of a full name.
func (n *names) add(parts []string) {
	parts = slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return !isNamePart(p) })
	if len(parts) < 2 || len(parts) > 4 {
		return
	}
	n.given[titleCase(parts[0])]++
	if last := titleCase(parts[len(parts)-1]); !heldOut(last) {
		n.surname[last]++
	}
}

// heldOut reports whether a surname belongs to the articles that the project is measured on: those people must be
// found without being known. They are named by hash alone, lest they stand in the repository.
func heldOut(name string) bool {
	h := fnv.New32a()
	h.Write([]byte(strings.ToLower(name)))
	switch h.Sum32() {
	case 0x71dd7b2f, 0xac073297, 0xa3c9eb35, 0x7321dc1a:
		return true
	}
	return false
}

func isNamePart(p string) bool {
	if len(p) < 3 || notNames[strings.ToLower(p)] {
		return false
	}
	for _, r := range p {
		if !unicode.IsLetter(r) && r != '-' && r != '\'' {
			return false
		}
	}
	return true
}

var notNames = set("jr", "the", "sir", "der", "von", "van", "del", "las", "los", "bin", "ben", "ibn", "abu", "abd", "saint", "and",
	"iii", "great", "general", "president", "minister", "prime", "king", "queen", "prince", "secretary", "of", "government",
	"army", "party", "national", "council", "union", "ministry", "forces", "lord", "marquis", "count", "baron", "lady", "duke")

func titleCase(w string) string {
	return w[:1] + strings.ToLower(w[1:])
}
