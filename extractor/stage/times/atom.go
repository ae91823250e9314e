package times

import "unicode/utf8"

// atom is a word, a number or a sign of the text. Atoms are finer than tokens, so that the rules hold however the
// text was tokenised. A paragraph break is an atom that no rule matches.
type atom struct {
	begin, end int32
	word       int32 // of the lexicon; 0 for a word that no rule or list knows
	num        int32 // the value of a number
	mask       mask  // the lists that the word is in, or the shapes that the number has
	frac       uint8 // tenths: 5 in “2.5”
	digits     uint8 // as written: 2 for “05”; 0 for words
	glued      bool  // no space before
	capital    bool  // begins with a capital
	kind       atomKind
}

type atomKind uint8

const (
	atomWord atomKind = iota
	atomNumber
	atomSign
	atomBreak
)

// scanner cuts text into atoms.
type scanner struct {
	lex   *lexicon
	text  string
	atoms []atom
}

func (s *scanner) scan() {
	pos, glued := 0, false
	for pos < len(s.text) {
		c := s.text[pos]
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			pos, glued = pos+1, false
		case c == '\n':
			pos, glued = s.newline(pos), false
		case isDigit(c):
			pos, glued = s.number(pos, glued), true
		case isLetter(c):
			pos, glued = s.word(pos, glued), true
		case c < utf8.RuneSelf:
			s.sign(pos, 1, s.lex.signs[c], glued)
			pos, glued = pos+1, true
		default:
			pos, glued = s.wide(pos, glued)
		}
	}
}

// newline passes white space, and marks it when it holds an empty line.
func (s *scanner) newline(pos int) int {
	begin, lines := pos, 0
	for pos < len(s.text) && isSpace(s.text[pos]) {
		if s.text[pos] == '\n' {
			lines++
		}
		pos++
	}
	if lines > 1 {
		s.atoms = append(s.atoms, atom{begin: int32(begin), end: int32(pos), kind: atomBreak})
	}
	return pos
}

func (s *scanner) sign(pos, size int, word int32, glued bool) {
	s.atoms = append(s.atoms, atom{begin: int32(pos), end: int32(pos + size), word: word, mask: s.lex.words[word].mask, glued: glued, kind: atomSign})
}

// wide reads a character beyond ASCII: a letter, a no-break space, or one of the signs that stand for ASCII ones.
func (s *scanner) wide(pos int, glued bool) (int, bool) {
	r, size := utf8.DecodeRuneInString(s.text[pos:])
	switch r {
	case '\u00a0', '\u2009', '\u202f', '\u2003', '\u2002':
		return pos + size, false
	case '‐', '‑', '–', '−':
		s.sign(pos, size, s.lex.signs['-'], glued)
	case '’', '‘', 'ʼ':
		s.sign(pos, size, s.lex.signs['\''], glued)
	case '“', '”':
		s.sign(pos, size, s.lex.signs['"'], glued)
	case '½':
		s.atoms = append(s.atoms, atom{begin: int32(pos), end: int32(pos + size), word: s.lex.id("½"), glued: glued, kind: atomSign})
	default:
		if isWideLetter(r) {
			return s.word(pos, glued), true
		}
		s.sign(pos, size, 0, glued)
	}
	return pos + size, true
}

// word reads a run of letters, an abbreviation's stop where the lexicon knows it with one, and letters with stops
// between: “p.m.”.
func (s *scanner) word(pos int, glued bool) int {
	begin, end := pos, s.letters(pos)
	if end-begin == 1 && s.stopped(end) {
		if last := s.initials(begin); last > end {
			if id := s.lex.lookupInitials(s.text[begin:last]); id != 0 {
				s.add(begin, last, id, glued)
				return last
			}
		}
	}
	id := s.lex.lookup(s.text[begin:end])
	if id != 0 {
		w := &s.lex.words[id]
		dot := end < len(s.text) && s.text[end] == '.'
		switch {
		case w.capital && !isUpper(s.text[begin]), w.stop == stopNeeded && !dot:
			id = w.other
		case w.stop != stopNone && dot:
			end++
		}
	}
	s.add(begin, end, id, glued)
	return end
}

func (s *scanner) add(begin, end int, id int32, glued bool) {
	m := s.lex.words[id].mask
	s.atoms = append(s.atoms, atom{begin: int32(begin), end: int32(end), word: id, num: s.lex.words[id].number,
		mask: m, glued: glued, capital: isUpper(s.text[begin]) || s.text[begin] >= utf8.RuneSelf})
}

func (s *scanner) letters(pos int) int {
	for pos < len(s.text) {
		c := s.text[pos]
		if isLetter(c) {
			pos++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(s.text[pos:])
		if !isWideLetter(r) {
			break
		}
		pos += size
	}
	return pos
}

func (s *scanner) stopped(pos int) bool {
	return pos+1 < len(s.text) && s.text[pos] == '.' && isLetter(s.text[pos+1])
}

// initials passes single letters with stops: “a.m.” whole, without its last stop where none follows.
func (s *scanner) initials(pos int) int {
	for pos+1 < len(s.text) && isLetter(s.text[pos]) && s.text[pos+1] == '.' {
		pos += 2
	}
	if pos < len(s.text) && isLetter(s.text[pos]) && (pos+1 == len(s.text) || !isLetter(s.text[pos+1])) {
		pos++
	}
	return pos
}

func isDigit(c byte) bool  { return c-'0' < 10 }
func isLetter(c byte) bool { return (c|0x20)-'a' < 26 }
func isUpper(c byte) bool  { return c-'A' < 26 }
func isSpace(c byte) bool  { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// isWideLetter takes what lies beyond ASCII for a letter unless it is known for a sign: enough to keep words whole.
func isWideLetter(r rune) bool {
	return r >= 'À' && r != '×' && r != '÷' && (r < 0x2000 || r > 0x2bff) && r != utf8.RuneError && r != 0xfeff
}
