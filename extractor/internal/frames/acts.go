package frames

import (
	"fmt"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// Acts is a set of acts of one type, a bit for each of its lines in acts.tsv; empty where a word does not tell.
type Acts uint32

// maxActs is how many acts a type may have.
const maxActs = 32

// Apart reports whether two words of one type name different acts: sentence and appeal, quake and aftershock.
func (s Acts) Apart(o Acts) bool { return s != 0 && o != 0 && s&o == 0 }

// actWord is a lemma in a type.
type actWord struct {
	typ   extractor.EventType
	lemma string
}

// Acts returns the acts of a type that a lemma may name, of a verb or noun alike.
func (l *Lexicon) Acts(t extractor.EventType, lemma string) Acts { return l.acts[actWord{t, lemma}] }

// addAct reads a line: type, lemmas.
func (l *Lexicon) addAct(f []string) error {
	typ, ok := extractor.ParseEventType(f[0])
	if len(f) != 2 || !ok || l.actCount[typ] == maxActs {
		return fmt.Errorf("type %q unknown, with too many acts or without words", f[0])
	}
	for lemma := range strings.SplitSeq(f[1], ", ") {
		l.acts[actWord{typ, lemma}] |= 1 << l.actCount[typ]
	}
	l.actCount[typ]++
	return nil
}
