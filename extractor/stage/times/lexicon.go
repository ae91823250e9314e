package times

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed rules/lexicon.tsv
var lexiconFile string

// mask is a set of word lists and number shapes.
type mask uint64

func maskOf(bit int) mask { return 1 << uint(bit) }

// The shapes of numbers. Word lists follow them in the mask.
const (
	shapeNumber = iota
	shapeDecimal
	shapeDay
	shapeDayth
	shapeSuffixed
	shapeOrdinal
	shapeMonthNumber
	shapeHour
	shapeHourWord
	shapeMinute
	shapeTwo
	shapeFour
	shapeYear
	shapeEight
	shapeDecade
	shapeDecade2
	shapeCapital
	shapeMoney
	shapeCount
)

var shapeNames = [shapeCount]string{"number", "decimal", "day", "dayth", "suffixed", "nth", "monthnumber", "hour", "hourword",
	"minute", "two", "four", "year", "eight", "decade", "decade2", "capital", "money"}

type stopUse uint8

const (
	stopNone stopUse = iota
	stopAllowed
	stopNeeded
)

// word is what is known of a word: the lists it is in, and its value in them.
type word struct {
	text    string
	mask    mask
	values  []listValue
	number  int32 // its value as a number word
	other   int32 // the word that it is without its capital or stop
	stop    stopUse
	capital bool
}

type listValue struct {
	bit   int
	value int32
}

// lexicon maps words to what is known of them. It is immutable once the grammar is compiled.
type lexicon struct {
	words []word
	lists map[string]int
	ids   map[string]int32
	// table is an open hash of the lower-cased words: no allocation, no map.
	table []int32
	signs [128]int32

	triggers                mask
	numberWord, ordinalWord mask
	hyphen, and             int32
}

func newLexicon() (*lexicon, error) {
	l := &lexicon{words: make([]word, 1), lists: map[string]int{}, ids: map[string]int32{}}
	for i, name := range shapeNames {
		l.lists[name] = i
	}
	for n, line := range strings.Split(lexiconFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := l.line(line); err != nil {
			return nil, fmt.Errorf("lexicon.tsv:%d: %w", n+1, err)
		}
	}
	l.numberWord, l.ordinalWord = l.mask("cardinal"), l.mask("ordinal")
	l.hyphen, l.and = l.intern("-"), l.intern("and")
	return l, nil
}

func (l *lexicon) line(line string) error {
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		return fmt.Errorf("want 3 fields, have %d", len(fields))
	}
	value, err := strconv.Atoi(fields[1])
	if err != nil {
		return err
	}
	name, quiet := strings.CutSuffix(fields[0], "*")
	bit, ok := l.lists[name]
	if !ok {
		bit = len(l.lists)
		if bit >= 64 {
			return fmt.Errorf("more than 64 lists")
		}
		l.lists[name] = bit
	}
	if !quiet {
		l.triggers |= maskOf(bit)
	}
	for _, text := range strings.Fields(fields[2]) {
		l.addWord(text, bit, int32(value), name == "cardinal" || name == "ordinal")
	}
	return nil
}

func (l *lexicon) addWord(text string, bit int, value int32, number bool) {
	stop := stopNone
	if t, ok := strings.CutSuffix(text, ".?"); ok {
		text, stop = t, stopAllowed
	} else if t, ok := strings.CutSuffix(text, "."); ok {
		text, stop = t, stopNeeded
	}
	id := l.intern(text)
	w := &l.words[id]
	if known := w.mask != 0; known {
		w.stop, w.capital = min(w.stop, stop), w.capital && isUpper(text[0])
	} else {
		w.stop, w.capital = stop, isUpper(text[0])
	}
	w.mask |= maskOf(bit)
	w.values = append(w.values, listValue{bit, value})
	if number {
		w.number = value
	}
}

// intern returns the word of that spelling, without regard to case, and adds it when it is new.
func (l *lexicon) intern(text string) int32 {
	key := strings.ToLower(text)
	if id, ok := l.ids[key]; ok {
		return id
	}
	id := int32(len(l.words))
	l.words = append(l.words, word{text: key})
	l.ids[key] = id
	if len(key) == 1 && key[0] < 128 {
		l.signs[key[0]] = id
	}
	return id
}

// plain adds a word that a rule names itself. A word that lists hold only with a capital or a stop has a second
// entry for its other spelling.
func (l *lexicon) plain(text string) int32 {
	id := l.intern(text)
	if w := &l.words[id]; (w.capital || w.stop == stopNeeded) && text == strings.ToLower(text) {
		if w.other == 0 {
			l.words = append(l.words, word{text: w.text})
			l.words[id].other = int32(len(l.words) - 1)
		}
		return l.words[id].other
	}
	return id
}

// finish gives number words their shapes and builds the hash, once all words are known.
func (l *lexicon) finish() {
	for id := range l.words {
		w := &l.words[id]
		if w.mask&l.ordinalWord != 0 {
			w.mask |= maskOf(shapeOrdinal) | maskOf(shapeDayth)
		}
	}
	l.triggers |= maskOf(shapeYear) | maskOf(shapeDecade) | maskOf(shapeDecade2) | maskOf(shapeEight) | maskOf(shapeTwo) | maskOf(shapeSuffixed) | l.mask("ampm")
	l.triggers &^= l.numberWord | l.ordinalWord | l.mask("rel") | l.mask("relc")

	size := 1
	for size < 4*len(l.words) {
		size *= 2
	}
	l.table = make([]int32, size)
	for id := 1; id < len(l.words); id++ {
		w := &l.words[id]
		if l.ids[w.text] != int32(id) {
			continue
		}
		slot := hashOf(w.text) & uint32(size-1)
		for l.table[slot] != 0 {
			slot = (slot + 1) & uint32(size-1)
		}
		l.table[slot] = int32(id)
	}
}

// lookup returns the word of the text, without regard to case; 0 when it is unknown. It does not allocate.
func (l *lexicon) lookup(text string) int32 {
	for slot := hashOf(text) & uint32(len(l.table)-1); ; slot = (slot + 1) & uint32(len(l.table)-1) {
		id := l.table[slot]
		if id == 0 || equalFold(l.words[id].text, text) {
			return id
		}
	}
}

// lookupInitials looks up “p.m.” as “p.m”.
func (l *lexicon) lookupInitials(text string) int32 {
	text = strings.TrimSuffix(text, ".")
	if id := l.lookup(text); id != 0 {
		return id
	}
	return 0
}

// id returns a word that must be known, else 0.
func (l *lexicon) id(text string) int32 { return l.ids[text] }

// mask returns the bit of a list or shape; 0 when there is none of that name.
func (l *lexicon) mask(list string) mask {
	if bit, ok := l.lists[list]; ok {
		return maskOf(bit)
	}
	return 0
}

// value returns a word's value in a list.
func (l *lexicon) value(id int32, bit int) int32 {
	for _, v := range l.words[id].values {
		if v.bit == bit {
			return v.value
		}
	}
	return 0
}

func hashOf(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if isUpper(c) {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// equalFold compares a lower-case word with text.
func equalFold(lower, text string) bool {
	if len(lower) != len(text) {
		return false
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if isUpper(c) {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
