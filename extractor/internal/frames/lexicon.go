package frames

import (
	"embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

//go:embed lexicon/*.tsv
var tables embed.FS

// Lexicon is everything that is known of event words. It is immutable and safe for concurrent use.
type Lexicon struct {
	verbs, nouns, adjectives map[string][]Sense
	classes                  map[string]*Class
	templates                map[string]*Template
	contexts                 map[string][]ContextWeight
	contextNames             []string
	lines                    int
	usual                    map[usualKey]*Template
	acts                     map[actWord]Acts
	actCount                 [int(extractor.EventOther) + 1]int
}

// Sense is one reading of a word: what it names when its conditions hold.
type Sense struct {
	Type extractor.EventType
	Mode string
	// Prior is in 0..1: how often the word, its conditions met, names such an event.
	Prior      float32
	Roles      *Template
	Conditions []Condition
	// Weight counts the positive conditions: the sense with most wins.
	Weight int
	// ID numbers the lines of the lexicon: senses of one line share it.
	ID int
}

// Load reads the embedded lexicon.
func Load() (*Lexicon, error) {
	l := &Lexicon{
		verbs: map[string][]Sense{}, nouns: map[string][]Sense{}, adjectives: map[string][]Sense{},
		classes: map[string]*Class{}, templates: map[string]*Template{}, contexts: map[string][]ContextWeight{}, acts: map[actWord]Acts{},
	}
	readers := []struct {
		file string
		line func(fields []string) error
	}{
		{"classes", l.addClass}, {"roles", l.addTemplate}, {"contexts", l.addContext},
		{"cooperation", l.addSenses}, {"conflict", l.addSenses}, {"society", l.addSenses}, {"acts", l.addAct},
	}
	for _, r := range readers {
		if err := readTable("lexicon/"+r.file+".tsv", r.line); err != nil {
			return nil, err
		}
	}
	l.countTemplates()
	return l, nil
}

func readTable(path string, add func(fields []string) error) error {
	data, err := tables.ReadFile(path)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := add(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("frames: %s:%d: %w", path, i+1, err)
		}
	}
	return nil
}

// Verbs returns the senses of a verb's lemma; nil when there are none. So do Nouns and Adjectives.
func (l *Lexicon) Verbs(lemma string) []Sense { return l.verbs[lemma] }

// Nouns returns the senses of a noun's lemma.
func (l *Lexicon) Nouns(lemma string) []Sense { return l.nouns[lemma] }

// Adjectives returns the senses of an adjective's lemma.
func (l *Lexicon) Adjectives(lemma string) []Sense { return l.adjectives[lemma] }

// Class returns the named word class; nil when there is none.
func (l *Lexicon) Class(name string) *Class { return l.classes[name] }

// addSenses reads a line: type/mode, template, prior, conditions, words.
func (l *Lexicon) addSenses(f []string) error {
	if len(f) != 5 {
		return fmt.Errorf("%d fields, want 5", len(f))
	}
	name, mode, _ := strings.Cut(f[0], "/")
	typ, ok := extractor.ParseEventType(name)
	template := l.templates[f[1]]
	prior, err := strconv.ParseFloat(f[2], 32)
	if !ok || template == nil || err != nil {
		return fmt.Errorf("type %q, template %q or prior %q unknown", f[0], f[1], f[2])
	}
	common, _, err := l.parseConditions(strings.Fields(f[3]))
	if err != nil {
		return err
	}
	l.lines++
	for word := range strings.SplitSeq(f[4], ", ") {
		head, conditions, err := l.parseWord(word, template.Pos)
		if err != nil {
			return fmt.Errorf("%q: %w", word, err)
		}
		s := Sense{Type: typ, Mode: mode, Prior: float32(prior), Roles: template, ID: l.lines}
		s.Conditions = append(conditions, common...)
		for _, c := range s.Conditions {
			if !c.Not {
				s.Weight++
			}
		}
		table := l.table(template.Pos)
		table[head] = append(table[head], s)
	}
	return nil
}

func (l *Lexicon) table(pos byte) map[string][]Sense {
	switch pos {
	case 'v':
		return l.verbs
	case 'n':
		return l.nouns
	}
	return l.adjectives
}
