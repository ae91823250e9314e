package names

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

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
	f := newFinder(tinyModel(t))
	d, _ := written("Aino Kask left Baltline\nKask met Jon Berg\nBerg Motors paid Berg")
	f.scanner.scan(d)
	f.names = []extractor.Name{name(0, 2, extractor.EntityPerson), name(3, 4, extractor.EntityOrg), name(4, 5, extractor.EntityOrg), name(6, 8, extractor.EntityPerson),
		name(8, 10, extractor.EntityOrg), name(11, 12, extractor.EntityOrg)}
	f.surnames(d)
	d.Names = f.names
	if got, want := found(d), "PERSON Aino Kask; ORG Baltline; PERSON Kask; PERSON Jon Berg; ORG Berg Motors; ORG Berg"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
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
	f := newFinder(tinyModel(t))
	d, _ := written("Khartoum accused Chad\nKask met Chad Berg\nSudan paid")
	f.scanner.scan(d)
	f.names = []extractor.Name{name(0, 1, extractor.EntityPerson), name(2, 3, extractor.EntityPerson), name(3, 4, extractor.EntityPerson), name(5, 7, extractor.EntityPerson), name(7, 8, extractor.EntityGPE)}
	f.capitals(d)
	d.Names = f.names
	if got, want := found(d), "GPE Khartoum; PERSON Chad; PERSON Kask; PERSON Chad Berg; GPE Sudan"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

func TestDescribed(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("the airline Baltwing fell\nBaltwing paid\nthe banker Kask left")
	f.scanner.scan(d)
	f.names = []extractor.Name{name(2, 3, extractor.EntityPerson), name(4, 5, extractor.EntityPerson), name(8, 9, extractor.EntityPerson)}
	f.described(d)
	d.Names = f.names
	if got, want := found(d), "ORG Baltwing; ORG Baltwing; PERSON Kask"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

func TestRejoined(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("Aino Kask left\nAino Kask met Jon Berg")
	f.scanner.scan(d)
	f.names = []extractor.Name{name(0, 2, extractor.EntityPerson), name(3, 4, extractor.EntityPerson), name(4, 5, extractor.EntityPerson), name(6, 7, extractor.EntityPerson), name(7, 8, extractor.EntityPerson)}
	f.rejoined()
	d.Names = f.names
	if got, want := found(d), "PERSON Aino Kask; PERSON Aino Kask; PERSON Jon; PERSON Berg"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}
