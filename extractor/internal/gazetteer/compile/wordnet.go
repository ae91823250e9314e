package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// synset is a set of synonyms of WordNet's nouns.
type synset struct {
	file      int // lexicographer file: 18 is noun.person
	words     []string
	hypernyms []string
	// instanceOf are the classes of a named thing: a city, a writer.
	instanceOf []string
	gloss      string
}

// wordNet is the noun part of WordNet 3.0; synsets by their offset, senses of a lemma most frequent first.
type wordNet struct {
	synsets map[string]*synset
	senses  map[string][]string
	// tagged is how many of a lemma's senses occur in the tagged texts: the rest are rare.
	tagged map[string]int
	lemmas []string
}

func readWordNet(folder string) (*wordNet, error) {
	net := &wordNet{synsets: map[string]*synset{}, senses: map[string][]string{}, tagged: map[string]int{}}
	err := eachLine(filepath.Join(folder, "data.noun"), func(line string) { net.addSynset(line) })
	if err != nil {
		return nil, err
	}
	return net, eachLine(filepath.Join(folder, "index.noun"), func(line string) { net.addLemma(line) })
}

func eachLine(path string, f func(string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "  ") { // the licence at the top
			f(lines.Text())
		}
	}
	return lines.Err()
}

// addSynset reads a line of data.noun: see wndb(5WN).
func (net *wordNet) addSynset(line string) {
	data, gloss, _ := strings.Cut(line, " | ")
	f := strings.Fields(data)
	s := &synset{gloss: gloss}
	s.file, _ = strconv.Atoi(f[1])
	words, _ := strconv.ParseInt(f[3], 16, 32)
	at := 4
	for range words {
		s.words = append(s.words, f[at])
		at += 2
	}
	pointers, _ := strconv.Atoi(f[at])
	at++
	for range pointers {
		switch f[at] {
		case "@":
			s.hypernyms = append(s.hypernyms, f[at+1])
		case "@i":
			s.instanceOf = append(s.instanceOf, f[at+1])
		}
		at += 4
	}
	net.synsets[f[0]] = s
}

// addLemma reads a line of index.noun.
func (net *wordNet) addLemma(line string) {
	f := strings.Fields(line)
	count, _ := strconv.Atoi(f[2])
	net.tagged[f[0]], _ = strconv.Atoi(f[len(f)-count-1])
	net.senses[f[0]] = f[len(f)-count:]
	net.lemmas = append(net.lemmas, f[0])
}

// below reports whether a synset is, or lies below, one that holds one of the words in its first place.
func (net *wordNet) below(offset string, words map[string]bool) bool {
	s := net.synsets[offset]
	if words[s.words[0]] {
		return true
	}
	for _, h := range s.hypernyms {
		if net.below(h, words) {
			return true
		}
	}
	return false
}
