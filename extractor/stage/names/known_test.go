package names

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// wantFound holds what a rule makes of the names that were found in a text, a sentence a line, against what it should.
func wantFound(t *testing.T, text string, names []extractor.Name, rule func(*finder, *extractor.Document), want string) {
	t.Helper()
	f := newFinder(tinyModel(t))
	d, _ := written(text)
	f.scanner.scan(d)
	f.names = names
	rule(f, d)
	d.Names = f.names
	if got := found(d); got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

func TestCountryType(t *testing.T) {
	f := newFinder(tinyModel(t))
	for text, want := range map[string]extractor.EntityType{"South Korea": extractor.EntityGPE, "Velo Korea": extractor.EntityOrg, "Latvian": extractor.EntityOrg} {
		d, _ := written(text)
		if got := f.countryType(d, name(0, int32(len(d.Tokens)), extractor.EntityOrg)); got != want {
			t.Errorf("%s is %v", text, got)
		}
	}
}

func TestTitled(t *testing.T) {
	f := newFinder(tinyModel(t))
	for text, want := range map[string]string{"met President Park there": "PERSON Park", "in President Park there": "FAC President Park", "saw Kask Park there": "FAC Kask Park"} {
		d, _ := written(text)
		n := name(1, 3, extractor.EntityFac)
		f.titled(d, &n)
		d.Names = []extractor.Name{n}
		if got := found(d); got != want {
			t.Errorf("%s: found %s, want %s", text, got, want)
		}
	}
}

func TestSurnames(t *testing.T) {
	wantFound(t, "Aino Kask left Baltline\nKask met Jon Berg\nBerg Motors paid Berg",
		[]extractor.Name{name(0, 2, extractor.EntityPerson), name(3, 4, extractor.EntityOrg), name(4, 5, extractor.EntityOrg), name(6, 8, extractor.EntityPerson),
			name(8, 10, extractor.EntityOrg), name(11, 12, extractor.EntityOrg)},
		(*finder).surnames, "PERSON Aino Kask; ORG Baltline; PERSON Kask; PERSON Jon Berg; ORG Berg Motors; ORG Berg")
}

func TestDistrict(t *testing.T) {
	f := newFinder(tinyModel(t))
	for text, want := range map[string]string{"Washington , D.C.": "GPE Washington , D.C.", "Oslo , Norway": "GPE Oslo; GPE Norway"} {
		d, _ := written(text)
		d.Tokens[1].SpaceBefore = false
		f.names = []extractor.Name{name(0, 1, extractor.EntityGPE), name(2, 3, extractor.EntityGPE)}
		f.district(d)
		d.Names = f.names
		if got := found(d); got != want {
			t.Errorf("%s: found %s, want %s", text, got, want)
		}
	}
}

func TestCapitals(t *testing.T) {
	wantFound(t, "Khartoum accused Chad\nKask met Chad Berg\nSudan paid",
		[]extractor.Name{name(0, 1, extractor.EntityPerson), name(2, 3, extractor.EntityPerson), name(3, 4, extractor.EntityPerson), name(5, 7, extractor.EntityPerson), name(7, 8, extractor.EntityGPE)},
		(*finder).capitals, "GPE Khartoum; PERSON Chad; PERSON Kask; PERSON Chad Berg; GPE Sudan")
}

func TestDescribed(t *testing.T) {
	wantFound(t, "the airline Baltwing fell\nBaltwing paid\nthe banker Kask left",
		[]extractor.Name{name(2, 3, extractor.EntityPerson), name(4, 5, extractor.EntityPerson), name(8, 9, extractor.EntityPerson)},
		(*finder).described, "ORG Baltwing; ORG Baltwing; PERSON Kask")
}

func TestRejoined(t *testing.T) {
	wantFound(t, "Aino Kask left\nAino Kask met Jon Berg",
		[]extractor.Name{name(0, 2, extractor.EntityPerson), name(3, 4, extractor.EntityPerson), name(4, 5, extractor.EntityPerson), name(6, 7, extractor.EntityPerson), name(7, 8, extractor.EntityPerson)},
		func(f *finder, _ *extractor.Document) { f.rejoined() }, "PERSON Aino Kask; PERSON Aino Kask; PERSON Jon; PERSON Berg")
}
