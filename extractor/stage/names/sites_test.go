package names

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func TestSiteType(t *testing.T) {
	f := newFinder(tinyModel(t))
	for text, want := range map[string]extractor.EntityType{
		"Kask Bridge": extractor.EntityFac, "RAF Velo": extractor.EntityFac, "Roads Act": extractor.EntityLaw, "Roads Act No.": extractor.EntityLaw,
		"Hagia Sophia": extractor.EntityFac, "Wall Street": extractor.EntityOrg, "Fort Worth": extractor.EntityOrg, "Velo Group": extractor.EntityOrg, "Street": extractor.EntityOrg,
	} {
		d, _ := written(text)
		f.scanner.scan(d)
		if got := f.siteType(d, name(0, int32(len(d.Tokens)), extractor.EntityOrg)); got != want {
			t.Errorf("%s is %v, want %v", text, got, want)
		}
	}
}

func TestRoads(t *testing.T) {
	f := newFinder(tinyModel(t))
	for _, c := range []struct {
		text, want string
		at         int32
		names      []extractor.Name
	}{
		{"on Route 9 near", "FAC Route 9", 1, nil},
		{"on U.S. Route 9 near", "FAC U.S. Route 9", 2, []extractor.Name{name(1, 2, extractor.EntityGPE)}},
		{"in Oslo Route 1998 ended", "GPE Oslo", 2, []extractor.Name{name(1, 2, extractor.EntityGPE)}},
		{"on Route nine near", "", 1, nil},
	} {
		d, _ := written(c.text)
		f.scanner.scan(d)
		f.resize(len(d.Tokens))
		f.names = append(f.names[:0], c.names...)
		f.road(d, c.at, int32(len(d.Tokens)))
		d.Names = f.names
		if got := found(d); got != c.want {
			t.Errorf("%s: found %q, want %q", c.text, got, c.want)
		}
	}
}

func TestInformal(t *testing.T) {
	f := newFinder(tinyModel(t))
	for text, want := range map[string]bool{
		"I loved my stay ! You must see Oslo .": true, "The line to Oslo opened on Monday , said the mayor of Bergen .": false,
	} {
		d, _ := written(text)
		if f.scanner.scan(d); f.scanner.informal != want {
			t.Errorf("%s: informal is %v", text, f.scanner.informal)
		}
	}
}

func TestLean(t *testing.T) {
	m := tinyModel(t)
	d, _ := written("Ingrid Berg came . The line to Oslo opened . The line to Bergen opened . The line to Riga opened .")
	plain := len(newFinder(m).find(d))
	if n := len(newFinder(m.Lean(50, 0)).find(d)); plain == 0 || n != 0 {
		t.Errorf("%d names, %d with a strong bias against them", plain, n)
	}
	if n := len(newFinder(m.Lean(0, 50)).find(d)); n != plain {
		t.Errorf("%d names, %d with a bias for informal documents", plain, n)
	}
}

func TestNamesakeOfItsOwn(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("The MV Ada Kask sank .")
	f.scanner.scan(d)
	f.names = []extractor.Name{name(1, 2, extractor.EntityOrg), name(2, 4, extractor.EntityPerson)}
	f.namesakes(d)
	d.Names = f.names
	if got := found(d); got != "PRODUCT MV Ada Kask" {
		t.Errorf("found %s", got)
	}
}
