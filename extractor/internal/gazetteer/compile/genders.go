package main

import "strings"

// readGAP counts the genders of given names: whoever a snippet's pronoun means (GAP, Webster et al. 2018).
func readGAP(path string) (male, female map[string]int, err error) {
	male, female = map[string]int{}, map[string]int{}
	err = eachLine(path, func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 10 {
			return
		}
		counts := female
		switch strings.ToLower(f[2]) {
		case "he", "his", "him":
			counts = male
		case "she", "her", "hers":
		default:
			return
		}
		for _, column := range []int{4, 7} {
			given, _, two := strings.Cut(f[column], " ")
			if two && f[column+2] == "TRUE" && isNamePart(given) {
				counts[titleCase(given)]++
			}
		}
	})
	return male, female, err
}

// only returns the words of a that are not in b.
func only(a, b map[string]int) map[string]int {
	kept := map[string]int{}
	for w, n := range a {
		if b[w] == 0 {
			kept[w] = n
		}
	}
	return kept
}

// noNouns drops what is a common noun too ("Bishop", "Rose"): those names are listed by hand.
func (net *wordNet) noNouns(words map[string]int) map[string]int {
	kept := map[string]int{}
	for w, n := range words {
		if net.classes(strings.ToLower(w)) == "" {
			kept[w] = n
		}
	}
	return kept
}
