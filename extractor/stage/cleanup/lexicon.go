package cleanup

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words.tsv
var wordTable string

//go:embed cues.tsv
var cueTable string

// wordClass is a set of what a word can be, as words.tsv lists it.
type wordClass uint32

const (
	classStop wordClass = 1 << iota
	classMonth
	classWeekday
	classClock
	classDateWord
	classAgo
	classAgoUnit
	classSection
	classReader // words that speak to the reader, or of those who do
	classYou
	classSelf  // words by which a writer speaks of himself
	classLabel // words that a colon or a dash follows although they are no place
	classItem  // what lists of links are made of
	classSite  // words that pages use of themselves
	classCounter
	classComment
	classAct     // what pages ask their readers to do
	classPast    // verbs of report and narration
	classNetwork // where pages are shared
	classCalling // what those are who write for papers
	classTopic   // the first of the topics, see topics
)

// topics are what pages speak of on their own account: rows of words.tsv, whose classes follow classTopic in this order.
var topics = [...]string{"pay", "account", "privacy", "give", "legal", "life", "player", "advert", "almanac", "poll", "menu", "list"}

// topicClass returns the class of a topic.
func topicClass(topic string) wordClass { return classTopic << slices.Index(topics[:], topic) }

// cue is lexical evidence that a paragraph is something else than body text.
type cue uint8

const (
	cueNone cue = iota
	cueLink
	cueShare
	cuePromo // asks the reader to subscribe or register
	cueCaption
	cueCredit
	cueByline
	cueSignoff
	cueSocial
	cueBreak
)

type where uint8

const (
	atStart where = iota
	atWhole
	atAny
	atEnd
	atParen
	atBrief
	atEdge
	atWeak
	atLegal
	atCredited
	atAddress
)

// phrase is a row of cues.tsv; words are ids of the lexicon.
type phrase struct {
	cue   cue
	where where
	words []uint16
}

// entry is what the lexicon knows of a word: its classes and the phrases that begin with it.
type entry struct {
	class   wordClass
	cued    bool // it is a word of a phrase
	phrases []phrase
}

// topical reports whether the lexicon knows of a word no more than what topics it belongs to.
func (e *entry) topical() bool { return e.class&(classTopic-1) == 0 && !e.cued }

// lexicon holds the words of English that tell what a paragraph is. It is built once and then only read.
type lexicon struct {
	ids     map[string]uint16
	entries []entry // by id; id 0 is any other word
	words   []string
	slots   [lexiconSlots]uint16 // ids by hash, open addressing
}

// lexiconSlots is the size of the table of words, a power of two far above their number.
const lexiconSlots = 1 << 13

// maxWord is the length of the longest word that is looked up.
const maxWord = 20

func newLexicon() *lexicon {
	l := &lexicon{ids: map[string]uint16{}, entries: make([]entry, 1), words: make([]string, 1)}
	classes := map[string]wordClass{"stop": classStop, "month": classMonth, "weekday": classWeekday, "clock": classClock,
		"dateword": classDateWord, "ago": classAgo, "agounit": classAgoUnit, "section": classSection,
		"reader": classReader, "you": classYou, "self": classSelf, "label": classLabel, "site": classSite, "item": classItem, "counter": classCounter, "comment": classComment, "act": classAct, "past": classPast, "calling": classCalling, "network": classNetwork}
	for _, topic := range topics {
		classes[topic] = topicClass(topic)
	}
	for _, row := range rows(wordTable, 2) {
		for _, w := range strings.Fields(row[1]) {
			l.entries[l.intern(w)].class |= classes[row[0]]
		}
	}
	cues := map[string]cue{"link": cueLink, "share": cueShare, "promo": cuePromo, "caption": cueCaption, "credit": cueCredit,
		"byline": cueByline, "signoff": cueSignoff, "social": cueSocial, "break": cueBreak}
	places := map[string]where{"start": atStart, "whole": atWhole, "any": atAny, "end": atEnd, "paren": atParen,
		"brief": atBrief, "edge": atEdge, "weak": atWeak, "legal": atLegal, "credited": atCredited, "address": atAddress}
	for _, row := range rows(cueTable, 3) {
		p := phrase{cue: cues[row[0]], where: places[row[1]]}
		for _, w := range strings.Fields(row[2]) {
			// An observed word has no apostrophe at its end.
			id := l.intern(strings.TrimRight(w, "'"))
			l.entries[id].cued = true
			p.words = append(p.words, id)
		}
		first := &l.entries[p.words[0]]
		first.phrases = append(first.phrases, p)
	}
	for id, w := range l.words {
		if id == 0 {
			continue
		}
		h := wordHash([]byte(w))
		for l.slots[h] != 0 {
			h = (h + 1) % lexiconSlots
		}
		l.slots[h] = uint16(id)
	}
	return l
}

func wordHash(w []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range w {
		h = (h ^ uint32(c)) * 16777619
	}
	return (h ^ h>>15) % lexiconSlots
}

// find returns the id of a word in small letters, 0 for a word that the lexicon does not have.
func (l *lexicon) find(w []byte) uint16 {
	for h := wordHash(w); ; h = (h + 1) % lexiconSlots {
		id := l.slots[h]
		if id == 0 || l.words[id] == string(w) {
			return id
		}
	}
}

func (l *lexicon) intern(word string) uint16 {
	id, ok := l.ids[word]
	if !ok {
		id = uint16(len(l.entries))
		l.ids[word] = id
		l.entries = append(l.entries, entry{})
		l.words = append(l.words, word)
	}
	return id
}

// rows splits a table into its rows of n columns; lines that begin with # are comments.
func rows(table string, n int) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if columns := strings.SplitN(line, "\t", n); len(columns) == n {
			out = append(out, columns)
		}
	}
	return out
}
