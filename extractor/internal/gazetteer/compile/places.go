package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// placeKinds names the kind of a place by what it is an instance of; the first that fits decides.
var placeKinds = []struct {
	kind string
	of   map[string]bool
}{
	{"", set("country", "nation", "imaginary_place", "constellation", "star", "celestial_body", "geological_period")},
	{"city", set("city", "town", "municipality", "port", "village", "national_capital", "provincial_capital", "state_capital",
		"suburb", "settlement", "borough")},
	{"admin", set("state", "province", "american_state", "canadian_province", "administrative_district", "district", "dominion")},
	{"facility", set("structure", "building", "facility", "way", "battlefield")},
	{"nature", set("body_of_water", "geological_formation", "land", "natural_depression", "mountain", "desert", "island",
		"wilderness", "range", "natural_object", "national_park")},
	{"region", set("region", "location", "continent", "peninsula")},
}

// placeTable lists the named places of WordNet: kind, then names of one place by |, the usual one first.
func placeTable(net *wordNet) []byte {
	var b bytes.Buffer
	seen := map[string]bool{}
	for _, offset := range slices.Sorted(maps.Keys(net.synsets)) {
		s := net.synsets[offset]
		kind := net.placeKind(s)
		if kind == "" {
			continue
		}
		names := []string{}
		for _, w := range s.words {
			if w = strings.ReplaceAll(w, "_", " "); len(w) > 3 && !strings.Contains(w, "Universit") && !strings.Contains(w, "College") && !strings.Contains(w, "Institute") {
				names = append(names, w)
			}
		}
		if line := kind + "\t" + strings.Join(names, "|"); len(names) > 0 && !seen[line] {
			seen[line] = true
			fmt.Fprintln(&b, line)
		}
	}
	return b.Bytes()
}

func (net *wordNet) placeKind(s *synset) string {
	if s.file != 15 && s.file != 17 && s.file != 6 {
		return ""
	}
	for _, k := range placeKinds {
		for _, of := range s.instanceOf {
			if net.below(of, k.of) {
				return k.kind
			}
		}
	}
	return ""
}
