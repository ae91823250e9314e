package frames

import (
	"fmt"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// Template says which grammatical place of a word fills which role.
type Template struct {
	Name string
	// Pos is 'v', 'n' or 'a'.
	Pos   byte
	slots []Slot
}

// Slot is one place: "subj", "obj", "iobj", "comp", "poss", "mod", "head", or a preposition.
type Slot struct {
	Place string
	Role  extractor.ArgumentRole
	// Animate: only what can act fills it (persons, organisations, places that stand for them).
	Animate bool
}

// Slot returns what fills the place; ok is false where the template says nothing of it.
func (t *Template) Slot(place string) (Slot, bool) {
	for _, s := range t.slots {
		if s.Place == place {
			return s, true
		}
	}
	return Slot{}, false
}

// roleLetters are the letters of the tables.
func roleOf(letter byte) (extractor.ArgumentRole, bool) {
	switch letter {
	case 'A':
		return extractor.RoleActor, true
	case 'R':
		return extractor.RoleRecipient, true
	case 'P':
		return extractor.RolePlace, true
	case 'T':
		return extractor.RoleTopic, true
	case 'O':
		return extractor.RoleObject, true
	case 'V':
		return extractor.RoleVia, true
	case 'I':
		return extractor.RoleInstrument, true
	case 'M':
		return extractor.RoleAmount, true
	}
	return 0, false
}

// addTemplate reads a line: name, part of speech, slots.
func (l *Lexicon) addTemplate(f []string) error {
	if len(f) != 3 || len(f[1]) != 1 {
		return fmt.Errorf("%d fields, want 3", len(f))
	}
	t := &Template{Name: f[0], Pos: f[1][0]}
	for field := range strings.FieldsSeq(f[2]) {
		place, role, ok := strings.Cut(field, "=")
		if !ok || role == "" {
			return fmt.Errorf("slot %q", field)
		}
		r, ok := roleOf(role[0])
		if !ok {
			return fmt.Errorf("role of %q", field)
		}
		t.slots = append(t.slots, Slot{Place: place, Role: r, Animate: strings.HasSuffix(role, "h")})
	}
	l.templates[t.Name] = t
	return nil
}
