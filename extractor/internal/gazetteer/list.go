package gazetteer

import "strings"

// PersonNames returns all given names (of both genders) and surnames, to make up people from: an example for learning
// need not name the living. It reads the files anew.
func PersonNames() (given, surnames []string) {
	for _, file := range []string{"persons.tsv", "people.txt"} {
		rows(file, 2, func(f []string) {
			if f[0] == "surname" {
				surnames = append(surnames, strings.Fields(f[1])...)
			} else {
				given = append(given, strings.Fields(f[1])...)
			}
		})
	}
	return given, surnames
}

// Names returns the usual names of all entries of a kind, in the order of the files.
func (g *Gazetteer) Names(kind Kind) []string {
	var names []string
	for _, e := range g.entries {
		if e.Kind == kind {
			names = append(names, e.Name)
		}
	}
	return names
}
