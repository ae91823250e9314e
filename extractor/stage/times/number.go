package times

// number reads digits with what belongs to them: thousands (“2,000”), one decimal (“2.5”), an ordinal's ending
// (“4th”), a decade's (“1990s”). Money, percentages and parts of names (“$20”, “40%”, “B52”) get no shape.
func (s *scanner) number(pos int, glued bool) int {
	begin := pos
	a := atom{begin: int32(pos), glued: glued, kind: atomNumber}
	for ; pos < len(s.text) && isDigit(s.text[pos]); pos++ {
		a.num = min(a.num*10+int32(s.text[pos]-'0'), 1<<27)
	}
	a.digits = uint8(min(pos-begin, 99))
	plain := true
	for a.digits <= 9 && pos+3 < len(s.text) && s.text[pos] == ',' && isDigit(s.text[pos+1]) && isDigit(s.text[pos+2]) && isDigit(s.text[pos+3]) &&
		(pos+4 == len(s.text) || !isDigit(s.text[pos+4])) && (a.digits <= 3 || !plain) {
		for i := 1; i <= 3; i++ {
			a.num = min(a.num*10+int32(s.text[pos+i]-'0'), 1<<27)
		}
		a.digits = min(a.digits+3, 99)
		pos, plain = pos+4, false
	}
	if pos+1 < len(s.text) && s.text[pos] == '.' && isDigit(s.text[pos+1]) && (pos+2 == len(s.text) || !isDigit(s.text[pos+2])) && !s.dotted(pos+2) {
		a.frac = s.text[pos+1] - '0'
		pos += 2
		plain = false
		if a.frac != 0 {
			a.mask = maskOf(shapeDecimal)
		}
	}
	before := byte(' ')
	if begin > 0 {
		before = s.text[begin-1]
	}
	switch {
	case before == '$' || before == '#' || before == '+' || begin > 1 && s.text[begin-2:begin] == "\xc2\xa3" || begin > 2 && s.text[begin-3:begin] == "\xe2\x82\xac":
		a.mask = maskOf(shapeMoney)
	case pos < len(s.text) && s.text[pos] == '%':
		a.mask = maskOf(shapeMoney)
	case a.num > 31 && pos+1 < len(s.text) && s.text[pos] == '.' && isDigit(s.text[pos+1]) && !(a.digits == 4 && s.dotted(pos+3)):
		a.mask = 0 // 1462.93, but not 2017.05.09
	case a.mask == 0 && a.digits < 10:
		a.mask = shapesOf(&a, plain)
	}
	pos = s.suffix(&a, pos, plain, begin)
	a.end = int32(pos)
	s.atoms = append(s.atoms, a)
	return pos
}

// dotted: the number goes on after another stop, as 8.11.2017 does.
func (s *scanner) dotted(pos int) bool {
	return pos+1 < len(s.text) && s.text[pos] == '.' && isDigit(s.text[pos+1])
}

// suffix takes “th” and “s” into the atom.
func (s *scanner) suffix(a *atom, pos int, plain bool, begin int) int {
	end := s.letters(pos)
	if end-pos == 2 && plain {
		switch string([]byte{s.text[pos] | 0x20, s.text[pos+1] | 0x20}) {
		case "st", "nd", "rd", "th":
			a.mask = maskOf(shapeOrdinal)
			if a.num >= 1 && a.num <= 31 {
				a.mask |= maskOf(shapeDayth) | maskOf(shapeSuffixed)
			}
			return end
		}
	}
	apostrophe := 0
	if pos+1 < len(s.text) && s.text[pos] == '\'' && s.text[pos+1]|0x20 == 's' && s.letters(pos+1) == pos+2 {
		apostrophe, end = 1, pos+2
	}
	if plain && a.num%10 == 0 && end-pos == 1+apostrophe && s.text[end-1]|0x20 == 's' {
		switch {
		case a.digits == 4 && a.num >= 1000 && a.num < 2100:
			if apostrophe == 1 {
				return pos // “1990's” is as often the possessive: the rules decide
			}
			a.mask = maskOf(shapeDecade)
			return end
		case a.digits == 2:
			a.mask = maskOf(shapeDecade2)
			return end
		}
	}
	return pos
}

// shapesOf says what a bare number could be.
func shapesOf(a *atom, plain bool) mask {
	m := maskOf(shapeNumber)
	if !plain {
		return m
	}
	n := a.num
	if a.digits <= 2 {
		if n >= 1 && n <= 31 {
			m |= maskOf(shapeDay)
		}
		if n >= 1 && n <= 12 {
			m |= maskOf(shapeMonthNumber)
		}
		if n <= 24 {
			m |= maskOf(shapeHour)
		}
	}
	if a.digits == 2 {
		m |= maskOf(shapeTwo)
		if n < 60 {
			m |= maskOf(shapeMinute)
		}
	}
	if a.digits == 4 {
		m |= maskOf(shapeFour)
		if n >= 1000 && n < 2100 {
			m |= maskOf(shapeYear)
		}
	}
	if a.digits == 8 && n > 10000000 && n < 21000000 {
		m |= maskOf(shapeEight)
	}
	return m
}

// joinNumbers replaces runs of number words by one atom each: “two hundred and ten”, “nineteen ninety-six”,
// “the twenty-first”. It works in place.
func joinNumbers(lex *lexicon, atoms []atom) []atom {
	out := atoms[:0]
	for i := 0; i < len(atoms); {
		if atoms[i].mask&lex.numberWord == 0 {
			out = append(out, atoms[i])
			i++
			continue
		}
		a, next := lex.joined(atoms, i)
		out = append(out, a)
		i = next
	}
	return out
}

// joined reads the number that begins at atom i. Its grammar is that of English number words; two two-digit
// numbers make a year when the first is 10 to 20.
func (l *lexicon) joined(atoms []atom, i int) (atom, int) {
	first := atoms[i]
	total, group, last := int32(0), int32(0), int32(0)
	end, ordinal, year, count := i, false, false, 0
	for j := i; j < len(atoms) && !ordinal; {
		a := &atoms[j]
		w := &l.words[a.word]
		hyphen := false
		if j > i && a.word == l.hyphen && a.glued && j+1 < len(atoms) && atoms[j+1].glued {
			j++
			a, hyphen = &atoms[j], true
			w = &l.words[a.word]
		}
		if j > i && !hyphen && a.word == l.and && last >= 100 && j+1 < len(atoms) && l.words[atoms[j+1].word].mask&l.numberWord != 0 && atoms[j+1].kind == atomWord {
			j++
			a = &atoms[j]
			w = &l.words[a.word]
		}
		if a.kind != atomWord || w.mask&(l.numberWord|l.ordinalWord) == 0 || w.number == 0 && j > i {
			break
		}
		n := w.number
		isOrdinal := w.mask&l.ordinalWord != 0
		switch {
		case j == i:
			group = n
			if n == 1000 || n == 1000000 || n == 100 {
				group = n
			}
		case n == 100 && group > 0 && group < 100 && !isOrdinal:
			group *= 100
		case (n == 1000 || n == 1000000) && group > 0 && !isOrdinal:
			total, group = total+min(group, 1000)*n, 0
		case last >= 20 && last < 100 && last%10 == 0 && n < 10:
			group += n
		case last >= 100 && n < 100:
			group += n
		case !year && !isOrdinal && count == 1 && group >= 10 && group <= 20 && n >= 10 && n < 100:
			group, year = group*100+n, true
		default:
			return l.numberAtom(first, atoms[end-1], total+group, ordinal, year), end
		}
		ordinal = isOrdinal
		last = n
		count++
		j++
		end = j
	}
	if end == i {
		end = i + 1
	}
	return l.numberAtom(first, atoms[end-1], total+group, ordinal, year), end
}

func (l *lexicon) numberAtom(first, last atom, n int32, ordinal, year bool) atom {
	a := first
	a.end, a.num = last.end, n
	if first.begin == last.begin {
		a.mask |= maskOf(shapeNumber)
		if n >= 1 && n <= 12 {
			a.mask |= maskOf(shapeHourWord)
		}
		return a
	}
	a.word = 0
	switch {
	case ordinal:
		a.mask = maskOf(shapeOrdinal)
		if n <= 31 {
			a.mask |= maskOf(shapeDayth)
		}
	case year:
		a.mask = maskOf(shapeYear) | maskOf(shapeNumber)
	default:
		a.mask = maskOf(shapeNumber)
		if n >= 1900 && n < 2100 && n != 1900 {
			a.mask |= maskOf(shapeYear)
		}
	}
	return a
}
