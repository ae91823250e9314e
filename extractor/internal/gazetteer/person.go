package gazetteer

// Bits of the persons table.
const (
	maleName int32 = 1 << iota
	femaleName
	givenName
	surname
)

// Given returns the gender of a given name in any case (0 when unknown), and whether it is one.
func (g *Gazetteer) Given(name string) (Gender, bool) {
	bits := g.persons.get(keyOf(name))
	switch bits & (maleName | femaleName) {
	case maleName:
		return Male, true
	case femaleName:
		return Female, true
	case maleName | femaleName:
		return Either, true
	}
	return 0, bits&givenName != 0
}

// Gender returns the gender of a given name; 0 when it is not known.
func (g *Gazetteer) Gender(name string) Gender {
	gender, _ := g.Given(name)
	return gender
}

// Surname reports whether the word is a known surname, in any case.
func (g *Gazetteer) Surname(name string) bool {
	return g.persons.get(keyOf(name))&surname != 0
}
