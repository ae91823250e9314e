package times

// accepts refuses what looks like a time and is none: names (“Theresa May”, “the Sunday Times”), counts (“1990
// people”), fractions (“a quarter of voters”), hours and dates that do not exist.
func (m *machine) accepts(f *frame) bool {
	if f.is(slotHour) && !validClock(f) {
		return false
	}
	first, last := &m.atoms[f.begin], &m.atoms[f.end-1]
	single := f.end-f.begin == 1
	switch m.g.rules[f.rule].name {
	case "year", "year-span-left":
		return !single || m.isYear(int(f.begin))
	case "month-in":
		return !single || m.isMonth(int(f.begin))
	case "weekday":
		return !m.inName(int(f.begin)) && m.at0(int(f.begin)-1).mask&m.nameDays == 0 && (m.g.lex.words[first.word].stop == stopNone || m.besideDate(int(f.begin)))
	case "adverb":
		return !(first.capital && m.capitalAt(int(f.end))) && !m.inName(int(f.begin))
	case "today", "tonight":
		return !(first.capital && f.begin > 0 && m.atoms[f.begin-1].capital && m.sameLine(int(f.begin)))
	case "units-alone":
		before := m.at0(int(f.begin) - 1)
		return before.kind != atomNumber && !first.glued && before.word != m.light && m.isAmount(f, last)
	case "clock-figures":
		return !f.is(slotSecond) || f.is(slotAmpm) || f.is(slotZone) || f.is(slotZoneName) || m.at0(int(f.begin)-1).mask&m.beforeHours != 0
	case "in-the-part":
		return !last.capital
	case "duration-compound":
		unit, more := f.get(slotUnit), f.get(slotB)
		return more < unit && unit <= unitYear && unit != unitQuarter && more != unitQuarter && m.isAmount(f, last)
	case "duration", "weekend-days", "duration-behind", "rate", "ago", "earlier", "later":
		return m.isAmount(f, last)
	case "month-days":
		return f.get(slotDay) <= 31 && m.endsList(f)
	case "month-day":
		return !f.is(slotDay) || f.get(slotDay) <= 31
	}
	return true
}

// endsList: what follows “May 4 and 6” must not be counted by the 6.
func (m *machine) endsList(f *frame) bool {
	next := m.at0(int(f.end))
	return next.kind != atomWord || next.mask&(m.prepositions|m.timeWords) != 0 || next.word != 0 && next.mask&(m.unlike|m.unitLists) == 0
}

func validClock(f *frame) bool {
	hour, minute := f.get(slotHour), f.or(slotMinute, 0)
	if f.is(slotAmpm) && (hour < 1 || hour > 12) {
		return hour <= 23 && f.is(slotMinute)
	}
	return hour < 24 || hour == 24 && minute == 0
}

// isAmount refuses fractions and the ordinal “second”.
func (m *machine) isAmount(f *frame, last *atom) bool {
	unit := f.get(slotUnit)
	vague := !f.is(slotN) && !f.is(slotVague) && !f.is(slotCouple)
	next := m.wordAt(int(f.end))
	if last.capital && f.end-f.begin > 1 && !m.atoms[f.end-2].capital && m.atoms[f.end-2].kind != atomWord {
		return false // “60 Minutes”
	}
	if first := m.at0(int(f.begin)); first.glued && m.at0(int(f.begin)-1).word == m.g.lex.id(".") {
		return false // “46.92 seconds”
	}
	if unit <= unitHour && m.wordAt(int(f.begin)) == m.g.lex.id("per") || m.wordAt(int(f.begin)-1) == m.g.lex.id("per") && unit <= unitHour {
		return false // speeds
	}
	if next != 0 && next == m.g.lex.id("of") && m.wordAt(int(f.end)+1) == m.age {
		return false
	}
	switch unit {
	case unitSecond:
		return !(vague && last.word == m.g.lex.id("second")) || next == m.g.lex.id("or")
	case unitQuarter:
		if last.word == m.g.lex.id("quarter") && (vague || f.get(slotN) == 1) {
			return false
		}
		return next != m.g.lex.id("of") || f.is(slotRel)
	case unitMinute:
		return true
	}
	return true
}

// isYear weighs a bare number of four digits.
func (m *machine) isYear(i int) bool {
	a := &m.atoms[i]
	next, before := m.at0(i+1), m.at0(i-1)
	lex := m.g.lex
	if a.kind == atomWord {
		return a.num%1000 != 0 || before.mask&m.prepositions != 0
	}
	if next.mask&(m.unlike|m.unitLists) != 0 && next.kind == atomWord || next.glued && next.word == lex.id("-") && m.at0(i+2).glued && m.at0(i+2).mask&m.unitLists != 0 {
		return false
	}
	if before.mask&m.labels != 0 {
		return false
	}
	if a.glued && before.kind != atomBreak && before.word != lex.id("(") && before.word != lex.id("-") && before.word != lex.id("\"") && before.word != lex.id("'") && before.word != lex.id("/") && i > 0 && before.kind != atomWord {
		return false
	}
	if before.kind == atomSign && !a.glued && next.kind == atomWord && !next.capital && m.pluralLike(next) {
		return false // “, 1885 aftershocks”
	}
	if next.glued && (next.kind == atomWord || next.word == lex.id(":") && m.at0(i+2).glued) {
		return false
	}
	if before.mask&m.prepositions != 0 && !before.capital || before.mask&m.prepositions != 0 && m.startsSentence(i-1) {
		return true
	}
	if a.num < 1800 || a.num > 2050 {
		return false
	}
	if before.kind == atomWord && before.capital && !m.startsSentence(i-1) && before.mask&m.timeWords == 0 {
		return next.word == lex.id(".") || next.word == lex.id(",") || next.word == lex.id(")")
	}
	return true
}

// isMonth weighs a bare month's name against persons' names and the words may and march.
func (m *machine) isMonth(i int) bool {
	a, before, next := &m.atoms[i], m.at0(i-1), m.at0(i+1)
	if a.end-a.begin <= 4 && next.kind == atomWord && m.g.lex.words[a.word].stop != stopNone {
		return false // “Jan” without its stop is a name
	}
	may := a.word == m.g.lex.id("may")
	if may && next.glued && next.word == m.g.lex.id("'") {
		return false // “May's cabinet”
	}
	if before.mask&(m.prepositions|m.related) != 0 && !m.personAfter(i) {
		return true
	}
	if may && m.startsSentence(i) {
		return false
	}
	ambiguous := may || a.word == m.g.lex.id("april") || a.word == m.g.lex.id("june") || a.word == m.g.lex.id("august") || a.word == m.g.lex.id("march")
	if !ambiguous {
		return true
	}
	if before.kind == atomWord && before.capital && before.mask&m.timeWords == 0 && before.word != m.g.lex.id("the") {
		return false
	}
	if a.word == m.g.lex.id("march") {
		return before.word == m.g.lex.id("the") && next.kind == atomWord && !next.capital
	}
	return !(next.kind == atomWord && next.capital && next.mask == 0)
}

// besideDate: “Sun.” is Sunday beside a date or after “on”, else most often the star.
func (m *machine) besideDate(i int) bool {
	next, before := m.at0(i+1), m.at0(i-1)
	if next.word == m.g.lex.id(",") {
		next = m.at0(i + 2)
	}
	return next.kind == atomNumber || next.mask&m.months != 0 || before.word != 0 && before.word == m.g.lex.id("on")
}

// pluralLike: the word ends like a plural.
func (m *machine) pluralLike(a *atom) bool {
	return a.end-a.begin > 3 && m.text[a.end-1] == 's' && m.text[a.end-2] != 's'
}

// personAfter: “by June Carter”.
func (m *machine) personAfter(i int) bool {
	a, before, next := &m.atoms[i], m.at0(i-1), m.at0(i+1)
	named := a.word == m.g.lex.id("april") || a.word == m.g.lex.id("june") || a.word == m.g.lex.id("august")
	person := before.word == m.g.lex.id("by") || before.word == m.g.lex.id("for") || before.word == m.g.lex.id("to") || before.word == m.g.lex.id("and")
	return named && person && next.kind == atomWord && next.capital && next.mask == 0
}

// inName: the word is part of a newspaper's or other name: “the Sunday Times”.
func (m *machine) inName(i int) bool {
	next := m.at0(i + 1)
	return next.kind == atomWord && next.capital && next.mask&m.papers != 0
}

func (m *machine) capitalAt(i int) bool { a := m.at0(i); return a.kind == atomWord && a.capital }

func (m *machine) wordAt(i int) int32 { return m.at0(i).word }

// at0 returns the atom at i, and a break beyond the ends.
func (m *machine) at0(i int) *atom {
	if i < 0 || i >= len(m.atoms) {
		return &noAtom
	}
	return &m.atoms[i]
}

var noAtom = atom{kind: atomBreak}

func (m *machine) sameLine(i int) bool { return i > 0 && m.atoms[i-1].kind == atomWord }

// startsSentence reports whether atom i is the first of a sentence, as far as signs tell.
func (m *machine) startsSentence(i int) bool {
	before := m.at0(i - 1)
	if before.kind == atomBreak {
		return true
	}
	switch before.word {
	case m.g.lex.id("."), m.g.lex.id("\""), m.g.lex.id("!"), m.g.lex.id("?"):
		return before.kind == atomSign
	}
	return false
}
