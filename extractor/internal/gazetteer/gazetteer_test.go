package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func TestCountry(t *testing.T) {
	g := English()
	for phrase, want := range map[string]string{
		"Estonia": "EST", "Estonian": "EST", "EST": "EST", "Danes": "DNK", "U.S.": "USA", "US": "USA", "UK": "GBR",
		"Côte d'Ivoire": "CIV", "Cote d’Ivoire": "CIV", "Guinea Bissau": "GNB", "Holland": "NLD", "us": "", "Us": "", "turkey": "", "Atlantis": "",
	} {
		got := ""
		if c := g.Country(phrase); c != nil {
			got = c.Alpha3
		}
		if got != want {
			t.Errorf("Country(%q) = %q, want %q", phrase, got, want)
		}
	}
}

func TestMetonym(t *testing.T) {
	g := English()
	if m := g.Metonym("Downing Street"); m == nil || m.Country != "GBR" || m.City {
		t.Errorf("Downing Street: %+v", m)
	}
	if m := g.Metonym("Tallinn"); m == nil || m.Country != "EST" || !m.City {
		t.Errorf("Tallinn: %+v", m)
	}
	if m := g.Metonym("Pentagon"); m == nil || m.Sectors[0] != "MIL" {
		t.Errorf("Pentagon: %+v", m)
	}
}

func TestLookupHoldsAllMeanings(t *testing.T) {
	g := English()
	var kinds []Kind
	for e := range g.Lookup("Georgia") {
		kinds = append(kinds, e.Kind)
	}
	if len(kinds) != 2 || kinds[0] != KindCountry || kinds[1] != KindAdmin {
		t.Errorf("Georgia: %v", kinds)
	}
	if e := g.Entry("NATO"); e == nil || e.Wikidata != "Q7184" || e.Sectors[0] != "IGO" {
		t.Errorf("NATO: %+v", e)
	}
	if e := g.Entry("who"); e != nil {
		t.Errorf("who: %+v", e)
	}
}

func TestTitle(t *testing.T) {
	g := English()
	for phrase, want := range map[string]string{
		"foreign minister": "GOV", "Foreign Ministers": "GOV", "attorneys general": "GOV", "police chief": "COP", "senator": "LEG",
		"CEO": "BUS", "bishops": "REL", "rebel commander": "REB", "professor": "EDU", "generals": "MIL",
	} {
		title := g.Title(phrase)
		if title == nil || len(title.Sectors) == 0 || title.Sectors[0] != want {
			t.Errorf("Title(%q) = %+v, want sector %s", phrase, title, want)
		}
	}
	if title := g.Title("spokeswoman"); title == nil || title.Gender != Female || !title.Speaks {
		t.Errorf("spokeswoman: %+v", title)
	}
	if title := g.Title("Mr"); title == nil || title.Gender != Male || title.Kind != TitleAddress {
		t.Errorf("Mr: %+v", title)
	}
}

func TestPersons(t *testing.T) {
	g := English()
	if gender := g.Gender("Ingrid"); gender != Female {
		t.Errorf("Ingrid: %v", gender)
	}
	if gender := g.Gender("Tomás"); gender != Male {
		t.Errorf("Tomás: %v", gender)
	}
	if gender := g.Gender("Annabelle"); gender != Female { // from a compiled list
		t.Errorf("Annabelle: %v", gender)
	}
	if !g.Surname("Aaviksoo") {
		t.Error("Aaviksoo, from a compiled list, must be a surname")
	}
	if !g.Surname("Sørensen") || g.Surname("Tallinn") {
		t.Error("surnames: Sørensen must be one, Tallinn none")
	}
}

func TestNounClass(t *testing.T) {
	g := English()
	for lemma, want := range map[string]Class{
		"minister": ClassPerson, "company": ClassOrganization, "city": ClassPlace, "airport": ClassFacility, "earthquake": ClassEvent,
		"week": ClassTime, "truck": ClassThing, "actress": ClassFemale, "election": ClassEvent,
	} {
		if got := g.NounClass(lemma); !got.Is(want) {
			t.Errorf("NounClass(%q) = %b, want %b", lemma, got, want)
		}
	}
}

func TestMatchTakesTheLongestName(t *testing.T) {
	g := English()
	d := document("The", "United", "Nations", "Security", "Council", "met", "in", "Port", "-", "au", "-", "Prince", ".")
	if r := g.Match(d, 1, len(d.Tokens)); r != (extractor.TokenRange{First: 1, Last: 5}) {
		t.Errorf("United Nations Security Council: %v", r)
	}
	if r := g.Match(d, 7, len(d.Tokens)); r != (extractor.TokenRange{First: 7, Last: 12}) {
		t.Errorf("Port-au-Prince: %v", r)
	}
	if r := g.Match(d, 5, len(d.Tokens)); !r.Empty() {
		t.Errorf("met: %v", r)
	}
	d = document("deputy", "prime", "minister", "Berg")
	if title, r := g.MatchTitle(d, 0, 4); title == nil || r.Last != 3 || title.Name != "deputy prime minister" {
		t.Errorf("deputy prime minister: %+v %v", title, r)
	}
}

// document returns a document of these words, a space apart.
func document(words ...string) *extractor.Document {
	d := extractor.NewDocument(&extractor.Article{})
	for _, w := range words {
		begin := extractor.TextOffset(len(d.Text))
		d.Text += w + " "
		d.Tokens = append(d.Tokens, extractor.Token{Span: extractor.TextSpan{Begin: begin, End: begin + extractor.TextOffset(len(w))}, SpaceBefore: true})
	}
	return d
}

func TestLookupsDoNotAllocate(t *testing.T) {
	g := English()
	d := document("The", "United", "Nations", "Security", "Council", "met", "Médecins")
	allocs := testing.AllocsPerRun(100, func() {
		for i := range d.Tokens {
			g.Match(d, i, len(d.Tokens))
			g.MatchTitle(d, i, len(d.Tokens))
			g.Country(d.TokenText(i))
			g.NounClass(d.TokenText(i))
			for range g.Lookup(d.TokenText(i)) {
			}
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load()
	}
}

func TestMatchSmall(t *testing.T) {
	d := extractor.NewDocument(&extractor.Article{})
	d.Text = "flying from san salvador to vietnam over turkey and mobile"
	at := 0
	for w := range strings.FieldsSeq(d.Text) {
		i := at + strings.Index(d.Text[at:], w)
		at = i + len(w)
		d.Tokens = append(d.Tokens, extractor.Token{Span: extractor.TextSpan{Begin: extractor.TextOffset(i), End: extractor.TextOffset(at)}})
	}
	var found []string
	for i := 0; i < len(d.Tokens); i++ {
		if r := English().MatchSmall(d, i, len(d.Tokens)); !r.Empty() {
			found = append(found, d.RangeText(r))
			i = int(r.Last) - 1
		}
	}
	if want := []string{"san salvador", "vietnam"}; !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
	for e := range English().LookupSmall("vietnam") {
		if e.Kind != KindCountry {
			t.Errorf("vietnam is a %v", e.Kind)
		}
	}
}

func TestLeaders(t *testing.T) {
	g := English()
	countries := func(found func(func(*Leader) bool)) string {
		var out []string
		for l := range found {
			if !slices.Contains(out, l.Country) {
				out = append(out, l.Country)
			}
		}
		return strings.Join(out, " ")
	}
	for name, want := range map[string]string{"Sauli Niinisto": "FIN", "Kim Dae-jung": "KOR", "Abdel Fattah el-Sisi": "EGY", "Niinistö": "", "John Smithers": ""} {
		if got := countries(g.Leaders(name)); got != want {
			t.Errorf("Leaders(%q): %q, want %q", name, got, want)
		}
	}
	for surname, want := range map[string]string{"Niinistö": "FIN", "Sisi": "EGY", "Suu Kyi": "MMR", "Kim": "PRK KOR", "Francis": "VAT", "Sauli": ""} {
		if got := countries(g.LeadersBySurname(surname)); got != want {
			t.Errorf("LeadersBySurname(%q): %q, want %q", surname, got, want)
		}
	}
	for l := range g.Leaders("Luiz Inácio Lula da Silva") {
		if !l.In(2024, 0) || !l.In(2010, 0) || l.In(2014, 0) || !l.In(2014, 4) || l.In(2002, 4) {
			t.Errorf("terms: %v", l.Terms)
		}
	}
}
