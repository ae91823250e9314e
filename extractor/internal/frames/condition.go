package frames

import (
	"fmt"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// Place says which neighbour of a word a condition is about.
type Place uint8

// The places, with the sign that the tables write.
const (
	Child      Place = iota + 1 // off: any dependent with that lemma, a particle above all
	Object                      // >talk: its object, or the subject of its passive
	Subject                     // <troops: its subject, or a noun's possessor or modifier
	Prep                        // /with, /into:force: a prepositional phrase
	Modifier                    // +missile: a compound or adjective
	InSentence                  // &union: any word of the sentence
	Governor                    // ^reach: the word that it depends on
	Complement                  // =help: its clausal complement
	Feature                     // #pass #act #pl #sg #obj #noobj #title
)

// Condition is a demand on a word's surroundings.
type Condition struct {
	Place Place
	Not   bool
	// Prep is the preposition of a Prep condition, or the word of a Feature.
	Prep string
	// Test is what the neighbour must be; any will do when Any is true.
	Test Test
	Any  bool
}

// Test is a demand on one word: a lemma, a class or the type of a name.
type Test struct {
	Lemma string
	Class *Class
	Name  extractor.EntityType
}

// Class is a set of lemmas, of types of names, and perhaps personal pronouns.
type Class struct {
	lemmas   map[string]bool
	names    [int(extractor.EntityLanguage) + 1]bool
	Pronouns bool
	// Phrases reports whether some member has two words.
	Phrases bool
}

// HasLemma reports whether the lemma (or “first second”) is a member.
func (c *Class) HasLemma(lemma string) bool { return c.lemmas[lemma] }

// HasName reports whether names of that type are members.
func (c *Class) HasName(t extractor.EntityType) bool { return c.names[t] }

// addClass reads a line: class, members.
func (l *Lexicon) addClass(f []string) error {
	if len(f) != 2 {
		return fmt.Errorf("%d fields, want 2", len(f))
	}
	c := &Class{lemmas: map[string]bool{}}
	for m := range strings.SplitSeq(f[1], ", ") {
		if err := l.addMember(c, strings.TrimSpace(m)); err != nil {
			return err
		}
	}
	l.classes[f[0]] = c
	return nil
}

func (l *Lexicon) addMember(c *Class, m string) error {
	switch {
	case m == "":
	case m == "@PRON":
		c.Pronouns = true
	case m[0] == '@':
		t, ok := extractor.ParseEntityType(m[1:])
		if !ok {
			return fmt.Errorf("type %q unknown", m)
		}
		c.names[t] = true
	case m[0] == '$' && len(m) > 1:
		o := l.classes[m[1:]]
		if o == nil {
			return fmt.Errorf("class %q unknown", m)
		}
		for k := range o.lemmas {
			c.lemmas[k] = true
		}
		c.Phrases = c.Phrases || o.Phrases
	default:
		c.lemmas[m] = true
		c.Phrases = c.Phrases || strings.Contains(m, " ")
	}
	return nil
}

// parseWord splits an item of a word list into the head's lemma and its conditions.
func (l *Lexicon) parseWord(item string, pos byte) (string, []Condition, error) {
	conditions, bare, err := l.parseConditions(strings.Fields(item))
	if err != nil {
		return "", nil, err
	}
	if len(bare) == 0 {
		return "", nil, fmt.Errorf("no head")
	}
	head := 0
	if pos == 'v' {
		if len(bare) > 1 && strings.HasSuffix(bare[0], "ly") {
			head = 1
		}
	} else if i := len(bare) - 1; len(bare) == 3 && bare[1] == "of" {
		conditions = append(conditions, Condition{Place: Prep, Prep: "of", Test: Test{Lemma: bare[2]}})
		bare = bare[:1]
	} else {
		head = i
	}
	for i, w := range bare {
		if i != head && w != "of" {
			conditions = append(conditions, Condition{Place: Child, Test: Test{Lemma: w}})
		}
	}
	return bare[head], conditions, nil
}

// parseConditions separates conditions from bare words.
func (l *Lexicon) parseConditions(words []string) (conditions []Condition, bare []string, err error) {
	for _, w := range words {
		c, ok, err := l.parseCondition(w)
		if err != nil {
			return nil, nil, err
		}
		if ok {
			conditions = append(conditions, c)
		} else {
			bare = append(bare, w)
		}
	}
	return conditions, bare, nil
}

func (l *Lexicon) parseCondition(w string) (Condition, bool, error) {
	var c Condition
	if len(w) > 1 && w[0] == '!' {
		c.Not, w = true, w[1:]
	}
	places := map[byte]Place{'>': Object, '<': Subject, '/': Prep, '+': Modifier, '&': InSentence, '^': Governor, '=': Complement, '#': Feature}
	c.Place = places[w[0]]
	switch {
	case c.Place == 0 && w[0] == '@':
		c.Place = Object
	case c.Place == 0:
		if c.Not {
			c.Place = Child
			break
		}
		return c, false, nil
	case c.Place == Prep:
		c.Prep, w, _ = strings.Cut(w[1:], ":")
		c.Any = w == ""
	case c.Place == Feature:
		c.Prep = w[1:]
		return c, true, nil
	default:
		w = w[1:]
	}
	var err error
	if !c.Any {
		c.Test, err = l.parseTest(w)
	}
	return c, true, err
}

func (l *Lexicon) parseTest(w string) (Test, error) {
	switch {
	case strings.HasPrefix(w, "$"):
		if c := l.classes[w[1:]]; c != nil {
			return Test{Class: c}, nil
		}
		return Test{}, fmt.Errorf("class %q unknown", w)
	case strings.HasPrefix(w, "@"):
		if t, ok := extractor.ParseEntityType(w[1:]); ok {
			return Test{Name: t}, nil
		}
		return Test{}, fmt.Errorf("type %q unknown", w)
	}
	return Test{Lemma: w}, nil
}
