package cleanup

import "strings"

// ballot collects the names that could be the outlet's.
type ballot struct {
	names []nominee
}

// forget lets go of the texts that names are part of.
func (v *ballot) forget() {
	clear(v.names[:cap(v.names)])
	v.names = v.names[:0]
}

// nominee is a name with what speaks for it.
type nominee struct {
	name   string
	key    string // in small letters, without "the"
	weight float64
	lines  int
	whole  bool // it stands alone in a line or at its beginning
}

// maxNominees bounds how many names are weighed.
const maxNominees = 200

// offer adds to what speaks for a name.
func (v *ballot) offer(p *page, name string, weight float64, whole bool) {
	name = trimCompany(name)
	key := strings.TrimPrefix(strings.ToLower(name), "the ")
	if len(key) < 3 || len(v.names) == maxNominees || p.common(key) {
		return
	}
	for i := range v.names {
		n := &v.names[i]
		if n.key != key {
			continue
		}
		n.weight += weight
		n.lines++
		if better := whole && !n.whole || whole == n.whole && (allCaps(n.name) && !allCaps(name) || len(name) > len(n.name)); better {
			n.name = name
		}
		n.whole = n.whole || whole
		return
	}
	v.names = append(v.names, nominee{name, key, weight, 1, whole})
}

// common reports whether a name, in small letters, consists of words that every page has.
func (p *page) common(key string) bool {
	for word := range strings.FieldsSeq(key) {
		c := p.lex.entries[p.lookup([]byte(word))].class
		if c&(classAct|classYou|classNetwork|classSection|classReader|classStop|classMonth|classWeekday|classSite|classLabel|classCounter|classComment|classItem) == 0 &&
			!pageWords[strings.Trim(word, ".,:")] && word[0] > '9' {
			return false
		}
	}
	return true
}

// winner returns the name that most speaks for, "" if that is little.
func (v *ballot) winner(p *page) string {
	best, top := "", 0.0
	for i := range v.names {
		n := &v.names[i]
		if s := p.standing(v, n); s > top {
			best, top = n.name, s
		}
	}
	if top < leastVotes {
		return ""
	}
	return best
}

// leastVotes is what a name needs.
const leastVotes = 4

// standing says how much speaks for a nominee.
func (p *page) standing(v *ballot, n *nominee) float64 {
	words := strings.Fields(n.key)
	if len(words) > 6 || strings.EqualFold(n.name, p.writer) || p.seeks(words) || p.capitals && !paperWords[words[len(words)-1]] {
		return 0
	}
	s := min(n.weight, 7)
	named := paperWords[words[len(words)-1]] || len(words) > 1 && paperWords[words[0]]
	if named {
		s += 2
	} else {
		for _, w := range words {
			if paperWords[w] {
				s++
				break
			}
		}
		if len(words) >= 2 && len(words) <= 3 && p.persons(n.name) && n.lines < 2 {
			s--
		}
	}
	if len(words) > 1 {
		s++
	} else if n.weight < 5 {
		s -= 2
	}
	if len(words) > 4 {
		s -= 0.7 * float64(len(words)-4)
	}
	if companyWords[words[len(words)-1]] {
		s -= 2
	}
	if p.title >= 0 && !n.whole && strings.Contains(strings.ToLower(p.titleText()), n.key) {
		s -= 2
	}
	for i := range v.names {
		switch o := &v.names[i]; {
		case o == n:
		case strings.HasPrefix(o.key, n.key+" "):
			s += min(0.5*o.weight, 1.5)
		case strings.HasSuffix(n.key, " "+o.key):
			s += min(0.7*o.weight, 2) // "the Courier" of "The Harsk Courier"
		case strings.HasSuffix(o.key, " "+n.key) && paperWords[n.key]:
			s -= 2
		case len(words) > 2 && o.lines > 0 && acronym(words) == o.key:
			s += min(o.weight, 3)
		}
	}
	if s < 2 {
		return s
	}
	return s + min(0.4*float64(p.mentions(strings.TrimPrefix(n.name, "The "))-1), 2)
}

// acronym returns the first letters of words.
func acronym(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !smallWords[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// seeks reports whether a name has a word that asks the reader for something, or ends with a little one: a button.
func (p *page) seeks(words []string) bool {
	for i, w := range words {
		if paperWords[w] {
			continue
		}
		c := p.lex.entries[p.lookup([]byte(w))].class
		if c&(classAct|classYou|classNetwork) != 0 || pageWords[w] && (len(words) < 3 || i == 0) || c&classStop != 0 && (i == len(words)-1 || i == 0) {
			return true
		}
	}
	return false
}

// paperWords are what papers, sites and stations are called.
var paperWords = wordSet(`times post herald tribune gazette journal observer chronicle courier sentinel mail standard star sun mirror express echo
	telegraph guardian independent examiner enquirer inquirer bulletin dispatch messenger advertiser leader ledger record register review reporter citizen voice
	globe argus news newspaper daily weekly magazine monthly press wire radio tv television channel agency digest report online today press-herald news-herald post-gazette
	argus banner beacon call clarion current democrat despatch eagle free-press monitor mercury packet pilot progress republic republican transcript union
	world weekly wireline newswire network broadcasting podcast newsletter blog reader business evening morning sunday financial`)

// pageWords are words of pages' lines that no outlet is called by.
var pageWords = wordSet(`home menu search letters accessibility help account breaking live english sign log subscribe subscription desk bureau print edition epaper e-paper
	advertisement advertising sponsored copyright rights reserved all tags related contact terms privacy policy cookies cookie about careers jobs classifieds
	obituaries weather crossword crosswords puzzles horoscope property motors archive archives front page back top stories latest most popular trending share
	more less next previous newer older read watch listen photo photos picture pictures image video image gallery follow us newsletter newsletters membership donate shop store
	editorial columnists columns features national international local regional lifestyle entertainment education elections events directory directions
	corrections masthead rss login register join members support legal notices notice imprint impressum conditions use user settings language languages reviews products services
	get dear issue vol volume today's yesterday tomorrow paper`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}
