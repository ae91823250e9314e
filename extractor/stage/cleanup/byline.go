package cleanup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signature is what a line says of who wrote the article.
type signature struct {
	names    string // as they are to be written: "Alar Kask and Jane Webb"
	labelled bool   // a word such as "by" stands before them
	alone    bool   // nothing but a role, a place or a date stands beside them
}

// bylineLabels stand before names; longer ones first.
var bylineLabels = [...]string{"written by", "posted by", "reporting by", "published by", "reported by", "interview by", "interviewed by",
	"story by", "words and pictures by", "words and photos by", "words by", "text and photos by", "text by", "review by", "analysis by", "article by", "report by",
	"opinion by", "commentary by", "column by", "words and pictures", "words and photos", "text and photos", "by", "authors", "author", "reporter", "correspondent", "byline", "text",
	"words", "interview", "report", "story", "writer", "from"}

// signatureOf reads a byline: "By Alar Kask, Staff Writer" is by "Alar Kask".
func (p *page) signatureOf(line string) signature {
	line = p.behindDate(line)
	text, label := cutBylineLabel(line)
	if second, more := cutBylineLabel(text); label != "" && more == "by" {
		text = second // "BYLINE: By Alar Kask"
	}
	s := signature{labelled: label != ""}
	part, rest := p.firstPart(text)
	var names []string
	k := -1
	for piece := range strings.SplitSeq(part, ",") {
		k++
		piece = strings.TrimSpace(piece)
		and := strings.HasPrefix(piece, "and ")
		if k > 0 && !and && !(strings.Contains(piece, " and ") && p.persons(piece)) {
			if k == 1 && credentials[piece] {
				names[0] += ", " + piece
			}
			continue
		}
		name := p.nameIn(strings.TrimPrefix(piece, "and "))
		if name == "" || !s.labelled && paperWords[strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])] || !p.persons(name) && !(s.labelled && k == 0 && p.single(name)) {
			if k == 0 {
				return signature{}
			}
			continue
		}
		names = append(names, name)
		s.alone = strings.Count(p.behindDate(rest), " ") <= 1 && strings.Count(part, " ") <= 7
	}
	s.names = strings.Join(names[:len(names)-1], ", ")
	if s.names != "" {
		s.names += " and "
	}
	s.names += names[len(names)-1]
	return s
}

// behindDate cuts the date off that a line begins with: "4 May 2017 - 12:07 Alar Kask", "5/4/2017 // By Alar Kask".
func (p *page) behindDate(line string) string {
	rest, dated := line, false
	for {
		rest = strings.TrimLeft(rest, " ,.|/-–—·•@:")
		word := rest
		if i := strings.IndexByte(rest, ' '); i >= 0 {
			word = rest[:i]
		}
		c := p.lex.entries[p.lookup([]byte(strings.Trim(word, ".,:;|")))].class
		number := word != "" && word[0] >= '0' && word[0] <= '9'
		if word == "" && dated {
			return ""
		}
		if word == "" || !number && c&(classMonth|classWeekday|classClock|classDateWord) == 0 {
			if dated {
				return rest
			}
			return line
		}
		dated = dated || number
		rest = rest[len(word):]
	}
}

// credentials are the letters behind a name that belong to it.
var credentials = map[string]bool{"RN": true, "MD": true, "M.D.": true, "PhD": true, "Ph.D.": true, "JD": true, "MPH": true, "DPhil": true}

// cutBylineLabel cuts marks and a label off a line, and returns the label.
func cutBylineLabel(line string) (text, label string) {
	line = strings.TrimLeft(line, " /|-–—*_#•·>")
	for _, l := range bylineLabels {
		if len(line) <= len(l)+1 || !strings.EqualFold(line[:len(l)], l) {
			continue
		}
		rest := line[len(l):]
		colon := rest[0] == ':'
		if !colon && (rest[0] != ' ' || !strings.HasSuffix(l, "by") && !(nameLabels[l] && isCapital(rest[1:]))) {
			continue
		}
		return strings.TrimLeft(rest, ": "), l
	}
	return line, ""
}

// nameLabels need neither "by" nor a colon before a name: "Words Alar Kask".
var nameLabels = wordSet("words author reporter text writer")

// firstPart cuts a line where something else than names begins.
func (p *page) firstPart(text string) (part, rest string) {
	end := len(text)
	if i := strings.IndexAny(text, "|·•@;[<({0123456789/*_►▪"); i >= 0 {
		end = i
	}
	for _, mark := range [...]string{" - ", " – ", " — ", " in ", " at ", " on ", " for ", " of ", " is ", " | ", ". ", ": "} {
		if i := strings.Index(text[:end], mark); i >= 0 && !(mark == ". " && i < 14 && i > 0 && (i < 3 || text[i-2] == ' ' || text[i-1] == 'r' || text[i-1] == 'a')) {
			end = i
		}
	}
	if i := strings.LastIndexByte(text[:end], ' '); end < len(text) && text[end] == '@' && i >= 0 {
		end = i // the part of an address before its mark
	}
	end = min(end, p.glued(text[:end]))
	rest = strings.Trim(text[end:], " -–—:;.,|·•*_/")
	return strings.Trim(text[:end], " -–—:;.,|·•*_/"), rest
}

// glued returns where a word begins that stands beside dates, without a space before it: "Alar KaskMay".
func (p *page) glued(text string) int {
	for i := 1; i < len(text); i++ {
		if !upperByte(text[i]) || text[i-1] < 'a' || text[i-1] > 'z' {
			continue
		}
		word, _, _ := strings.Cut(text[i:], " ")
		if p.lex.entries[p.lookup([]byte(word))].class&(classMonth|classWeekday|classDateWord) != 0 {
			return i
		}
	}
	return len(text)
}

// nameIn returns the name that a text begins with, without what says what its bearer is: "Alar Kask Staff Writer", "ALAR
// KASK Courts Reporter", "Alar Kask Aug".
func (p *page) nameIn(text string) string {
	words := strings.Fields(text)
	roles := false
	for n := len(words); n > 0; n-- {
		last := strings.TrimRight(words[n-1], ".,")
		c := p.lex.entries[p.lookup([]byte(last))].class
		switch {
		case c&classCalling != 0 || bylineTail[strings.ToLower(last)]:
			roles = true
		case c&(classMonth|classWeekday|classDateWord|classClock) != 0 && n > 1, roles && !isCapital(last) && !particle(last), roles && n > 2 && c&classSection != 0:
		default:
			words = words[:n]
			if n > 2 && allCaps(words[0]) && allCaps(words[1]) && !allCaps(words[n-1]) {
				for n > 2 && !allCaps(words[n-1]) {
					n--
				}
			} else if roles && n > 3 {
				n = 2
			}
			return inSmallLetters(strings.Join(words[:n], " "))
		}
	}
	return ""
}

// bylineTail are words behind a name that say what its bearer is; the lexicon has more.
var bylineTail = map[string]bool{"staff": true, "senior": true, "special": true, "chief": true, "bureau": true, "political": true, "democracy": true, "campus": true,
	"desk": true, "team": true, "courts": true, "courthouse": true, "foreign": true, "education": true, "city": true}

// persons reports whether a text could be a person's name, or names joined by "and".
func (p *page) persons(text string) bool {
	if a, b, ok := strings.Cut(text, " and "); ok {
		return p.persons(a) && p.persons(b)
	}
	if a, b, ok := strings.Cut(text, " & "); ok {
		return p.persons(a) && p.persons(b)
	}
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 5 || len(text) > 50 {
		return false
	}
	for i, w := range words {
		if particle(w) && i+1 < len(words) {
			continue
		}
		if !isCapital(w) || p.lex.entries[p.lookup([]byte(strings.Trim(w, ".,")))].class&(classSection|classWeekday|classMonth|classAct|classYou|classReader|classStop|classNetwork|classLabel|classSite|classItem|classCounter|classComment|classCalling|classDateWord) != 0 {
			return false
		}
		if strings.ContainsAny(w, "0123456789:!?\"“”()[]|+=_°") || outletWords[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// single reports whether a text is one word with a capital: "By Hanna".
func (p *page) single(text string) bool {
	return len(text) >= 3 && strings.IndexByte(text, ' ') < 0 && isCapital(text) && !allCaps(text) && p.lookup([]byte(text)) == 0
}

// outletWords are parts of the names of outlets, agencies and offices that persons do not have.
var outletWords = map[string]bool{"news": true, "times": true, "daily": true, "herald": true, "tribune": true, "gazette": true, "agency": true, "press": true, "agencies": true,
	"newsroom": true, "service": true, "journal": true, "observer": true, "media": true, "network": true, "radio": true, "tv": true, "wire": true, "online": true, "edition": true, "courier": true,
	"chronicle": true, "magazine": true, "reuters": true, "staff": true, "desk": true, "bureau": true, "team": true, "police": true, "court": true, "university": true, "department": true, "ministry": true,
	"council": true, "government": true, "street": true, "file": true, "archive": true, "images": true, "getty": true, "more": true, "menu": true, "home": true, "search": true, "law": true, "the": true, "our": true, "committee": true, "association": true,
	"company": true, "group": true, "inc": true, "ltd": true, "office": true, "party": true, "north": true, "south": true, "east": true, "west": true, "republic": true, "states": true, "kingdom": true, "city": true, "day": true, "new": true, "privacy": true, "policy": true, "terms": true, "key": true, "events": true, "related": true, "top": true, "latest": true, "read": true, "sign": true, "log": true, "in": true, "state": true, "patrol": true, "county": true}

func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’"))
	return unicode.IsUpper(r)
}

// allCaps reports whether a word of two letters or more is in capitals.
func allCaps(w string) bool {
	return len(w) >= 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// particle reports whether a word without a capital can stand inside a name.
func particle(w string) bool {
	switch w {
	case "de", "van", "der", "von", "al", "bin", "ibn", "la", "du", "dos", "da", "del", "di", "y", "e", "ter", "ten", "el", "le", "den", "zu", "af", "dela":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’")
}

// inSmallLetters writes a name that is all in capitals as names are written: "ALAR KASK" is "Alar Kask".
func inSmallLetters(name string) string {
	if name != strings.ToUpper(name) || strings.IndexByte(name, ' ') < 0 {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		if len(w) <= 2 {
			continue
		}
		words[i] = capitalized(w)
		if words[i] == "And" {
			words[i] = "and"
		}
	}
	return strings.Join(words, " ")
}

// capitalized writes a word in small letters, but for those that begin it or follow a hyphen or an apostrophe.
func capitalized(w string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if !up {
			r = unicode.ToLower(r)
		}
		up = r == '-' || r == '\'' || r == '’'
		return r
	}, w)
}
