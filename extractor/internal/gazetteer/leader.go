package gazetteer

// Office is what a leader led.
type Office uint8

// The offices.
const (
	// OfficeState is the head of state: a president, monarch or supreme leader.
	OfficeState Office = iota + 1
	// OfficeGovernment is the head of government, or who comes next to a president who is one himself.
	OfficeGovernment
	// OfficeForeign is the minister of foreign affairs.
	OfficeForeign
)

// Leader is a person who held one of these offices. Leaders are shared and must not be changed.
type Leader struct {
	// Name is the usual full name, without a title.
	Name string
	// Country is ISO 3166-1 alpha-3.
	Country string
	Office  Office
	// Title is the form of address in small letters that the leader is known under by one name alone ("pope", "king");
	// empty for all others.
	Title string
	Terms []Term
}

// Term is a time in office, in years; To is 0 for one that has no end yet.
type Term struct{ From, To int }

// Leaders calls yield with who bears a full name ("Sauli Niinistö"), until it returns false. It does not allocate.
func (g *Gazetteer) Leaders(name string) func(yield func(*Leader) bool) {
	return g.leadersOf(g.byLeader, name)
}

// LeadersBySurname calls yield with those whom a surname alone may mean ("Niinistö"), until it returns false.
func (g *Gazetteer) LeadersBySurname(surname string) func(yield func(*Leader) bool) {
	return g.leadersOf(g.bySurname, surname)
}

func (g *Gazetteer) leadersOf(p *phrases, name string) func(yield func(*Leader) bool) {
	return func(yield func(*Leader) bool) {
		if named(name) {
			p.each(p.first(keyOf(name), name), name, func(id int32) bool { return yield(&g.leaders[id]) })
		}
	}
}

// In reports whether the leader was in office in a year, or left it no more than so many years before.
func (l *Leader) In(year, since int) bool {
	for _, t := range l.Terms {
		if t.From <= year && (t.To == 0 || year <= t.To+since) {
			return true
		}
	}
	return false
}

// Left reports whether the last term that began in the year or before ended in it or before.
func (l *Leader) Left(year int) bool {
	left := false
	for _, t := range l.Terms {
		if t.From <= year {
			left = t.To != 0 && t.To <= year
		}
	}
	return left
}
