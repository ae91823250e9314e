package names

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// written returns a document of paragraphs whose tokens are apart by blanks; [ORG …] marks a name.
func written(text string) (*extractor.Document, []Gold) {
	d := extractor.NewDocument(&extractor.Article{})
	d.English = true
	var gold []Gold
	for paragraph := range strings.SplitSeq(text, "\n") {
		begin, first := extractor.TextOffset(len(d.Text)), int32(len(d.Tokens))
		for w := range strings.FieldsSeq(paragraph) {
			if t, ok := extractor.ParseEntityType(strings.TrimPrefix(w, "[")); ok && w[0] == '[' {
				gold = append(gold, Gold{Tokens: extractor.TokenRange{First: int32(len(d.Tokens))}, Types: 1 << t})
				continue
			}
			w, ends := strings.CutSuffix(w, "]")
			at := extractor.TextOffset(len(d.Text))
			d.Text += w + " "
			d.Tokens = append(d.Tokens, extractor.Token{Span: extractor.TextSpan{Begin: at, End: at + extractor.TextOffset(len(w))}, SpaceBefore: true})
			if ends {
				gold[len(gold)-1].Tokens.Last = int32(len(d.Tokens))
			}
		}
		d.Text += "\n\n"
		block := int32(len(d.Blocks))
		d.Blocks = append(d.Blocks, extractor.Block{Type: extractor.SegmentBody, Span: extractor.TextSpan{Begin: begin, End: extractor.TextOffset(len(d.Text) - 2)}})
		d.Sentences = append(d.Sentences, extractor.Sentence{Tokens: extractor.TokenRange{First: first, Last: int32(len(d.Tokens))}, Block: block})
	}
	return d, gold
}

// lessons are enough to learn that who says something is a person and where somebody is a place.
var lessons = []string{
	"[PERSON Alar Kask] said on Monday that the line to [GPE Oslo] would open .\nThe mayor of [GPE Bergen] , [PERSON Ingrid Solberg] , agreed .",
	"[ORG Baltline Ltd.] ships left [GPE Tallinn] , said [PERSON Jon Berg] .\n[PERSON Berg] owns [ORG Nordkai Ltd.] in [GPE Riga] .",
	"[NORP Estonian] Foreign Minister [PERSON Mart Saar] met [PERSON Aino Salmi] in [GPE Helsinki] .\nMr [PERSON Saar] said the [ORG European Union] would pay .",
	"In [GPE Oslo] the police arrested [PERSON Nils Dahl] .\nThe [NORP Danish] firm [ORG Havn Ltd.] said [PERSON Dahl] was ill .",
}

func tinyModel(t testing.TB) *Model {
	var examples []Example
	for range 4 {
		for _, l := range lessons {
			d, gold := written(l)
			examples = append(examples, Example{Doc: d, Names: gold})
		}
	}
	r := Default()
	r.Epochs, r.CaseChanged, r.Dropout = 12, 0, 0
	m, err := Load(Train(r, examples, nil, 1, io.Discard).Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func found(d *extractor.Document) string {
	var all []string
	for _, n := range d.Names {
		all = append(all, n.Type.String()+" "+d.RangeText(n.Tokens))
	}
	return strings.Join(all, "; ")
}

func TestFindsNamesWithoutTitles(t *testing.T) {
	stage := New(tinyModel(t))
	d, _ := written("Danish Prime Minister Ingrid Berg met Aino Kask in Tallinn .\nShe said Kask 's firm , Kaskline Ltd. , would pay .")
	if err := stage.Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	want := "NORP Danish; PERSON Ingrid Berg; PERSON Aino Kask; GPE Tallinn; PERSON Kask; ORG Kaskline Ltd."
	if got := found(d); got != want {
		t.Errorf("found %s\nwant  %s", got, want)
	}
	for _, n := range d.Names {
		if n.Confidence <= 0 || n.Confidence > 1 {
			t.Errorf("%s: confidence %v", d.RangeText(n.Tokens), n.Confidence)
		}
	}
}

func TestNamesStayWithinSentences(t *testing.T) {
	stage := New(tinyModel(t))
	d, _ := written("Politics Ingrid\nBerg said so .\nOslo")
	if err := stage.Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	for _, n := range d.Names {
		if d.SentenceOf(int(n.Tokens.First)) != d.SentenceOf(int(n.Tokens.Last-1)) {
			t.Errorf("%q crosses a sentence", d.RangeText(n.Tokens))
		}
	}
}

func TestBareNamesOfStorms(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("Hurricane Alma hit Riga .\nAlma weakened .")
	f.scanner.scan(d)
	f.names = []extractor.Name{
		{Tokens: extractor.TokenRange{First: 0, Last: 2}, Type: extractor.EntityPerson},
		{Tokens: extractor.TokenRange{First: 3, Last: 4}, Type: extractor.EntityGPE},
		{Tokens: extractor.TokenRange{First: 5, Last: 6}, Type: extractor.EntityPerson},
	}
	f.namesakes(d)
	for i, want := range []extractor.EntityType{extractor.EntityEvent, extractor.EntityGPE, extractor.EntityEvent} {
		if f.names[i].Type != want {
			t.Errorf("%s is %v, want %v", d.RangeText(f.names[i].Tokens), f.names[i].Type, want)
		}
	}
}

func TestHyphenatedGivenNames(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("Park Ji - won spoke")
	d.Tokens[2].SpaceBefore, d.Tokens[3].SpaceBefore = false, false
	f.scanner.scan(d)
	n := extractor.Name{Tokens: extractor.TokenRange{First: 0, Last: 2}, Type: extractor.EntityPerson}
	if f.hyphenated(d, &n, 5); n.Tokens.Last != 4 {
		t.Errorf("%q", d.RangeText(n.Tokens))
	}
	d, _ = written("Park Ji - led talks")
	d.Tokens[2].SpaceBefore, d.Tokens[3].SpaceBefore = false, false
	f.scanner.scan(d)
	n.Tokens.Last = 2
	if f.hyphenated(d, &n, 5); n.Tokens.Last != 2 {
		t.Errorf("%q", d.RangeText(n.Tokens))
	}
}

func TestTrainIsDeterministic(t *testing.T) {
	d, gold := written(lessons[0])
	r := Default()
	r.Epochs = 3
	var first []byte
	for range 2 {
		data := Train(r, []Example{{Doc: d, Names: gold}, {Doc: d, Names: gold}}, nil, 7, io.Discard).Bytes()
		if first != nil && string(first) != string(data) {
			t.Error("the same examples gave another model")
		}
		first = data
	}
}

func TestLoadRefusesOtherFiles(t *testing.T) {
	if _, err := Load([]byte("no model")); err == nil {
		t.Error("no error")
	}
}

func TestRunAllocatesOnlyTheNames(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written(strings.Repeat("Alar Kask of Baltline Ltd. flew from Oslo to Riga while the crew slept in the hold .\n", 30))
	f.find(d)
	if allocs := testing.AllocsPerRun(20, func() { f.find(d) }); allocs > 1 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestTrimmed(t *testing.T) {
	f := newFinder(tinyModel(t))
	for text, want := range map[string]string{
		"Foreign Minister Alar Kask": "Alar Kask", "the Kask 's": "Kask", "President": "President", "Gen. Mart Saar": "Mart Saar",
		"Interim Grand Chief Alar Kask": "Alar Kask", "Jon Luther King": "Jon Luther King",
		"Dean Berg": "Dean Berg",
	} {
		d, _ := written(text)
		r := trimmed(f.scanner.gazetteer, d, extractor.TokenRange{First: 0, Last: int32(len(d.Tokens))}, extractor.EntityPerson)
		if got := d.RangeText(r); got != want {
			t.Errorf("trimmed(%q) = %q, want %q", text, got, want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	f := newFinder(tinyModel(b))
	d, _ := written(strings.Repeat("Alar Kask of Baltline Ltd. flew from Oslo to Riga while the crew slept in the hold below the deck of the old ship .\n", 100))
	for b.Loop() {
		f.find(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func TestWholeOrganizations(t *testing.T) {
	f := newFinder(tinyModel(t))
	for _, c := range []struct {
		text, want string
		names      []extractor.Name
	}{
		{"The Ministry of Roads , Water and Housing Affairs said so .", "Ministry of Roads , Water and Housing Affairs", []extractor.Name{name(1, 4, extractor.EntityOrg), name(5, 8, extractor.EntityOrg)}},
		{"The Ministry of Roads and Baltline Bank said so .", "Ministry of Roads|Baltline Bank", []extractor.Name{name(1, 4, extractor.EntityOrg), name(5, 7, extractor.EntityOrg)}},
		{"The Ministry of Roads and Minister Kask said so .", "Ministry of Roads|Kask", []extractor.Name{name(1, 4, extractor.EntityOrg), name(6, 7, extractor.EntityPerson)}},
		{"The Supreme Court of the Philippines agreed .", "Supreme Court of the Philippines", []extractor.Name{name(1, 3, extractor.EntityOrg), name(5, 6, extractor.EntityGPE)}},
		{"The Velo Group of Latvia agreed .", "Velo Group|Latvia", []extractor.Name{name(1, 3, extractor.EntityOrg), name(4, 5, extractor.EntityGPE)}},
		{"The Latvian Roads Authority agreed .", "Latvian Roads Authority", []extractor.Name{name(1, 2, extractor.EntityNORP), name(2, 4, extractor.EntityOrg)}},
		{"The Latvian Parliament agreed .", "Latvian|Parliament", []extractor.Name{name(1, 2, extractor.EntityNORP), name(2, 3, extractor.EntityOrg)}},
		{"The Government of the Philippines agreed .", "Government of the Philippines", []extractor.Name{name(4, 5, extractor.EntityGPE)}},
	} {
		d, _ := written(c.text)
		f.scanner.scan(d)
		f.resize(len(d.Tokens))
		f.names = append(f.names[:0], c.names...)
		f.wholeOrganizations(d)
		var got []string
		for _, n := range f.names {
			got = append(got, strings.TrimSpace(d.RangeText(n.Tokens)))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func name(first, last int32, t extractor.EntityType) extractor.Name {
	return extractor.Name{Tokens: extractor.TokenRange{First: first, Last: last}, Type: t}
}

func TestNamesakes(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("The MV Alma sank .\nAlma was old .")
	f.scanner.scan(d)
	f.names = []extractor.Name{name(2, 3, extractor.EntityPerson), name(5, 6, extractor.EntityPerson)}
	f.namesakes(d)
	if found := d.RangeText(f.names[0].Tokens); found != "MV Alma" || f.names[0].Type != extractor.EntityProduct || f.names[1].Type != extractor.EntityProduct {
		t.Errorf("found %q %v", found, f.names)
	}
}

func TestNumbered(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("The Roads Act , 1998 , lists Route 9 and Oslo 9 . Roads Act No. 12 of 1998")
	f.scanner.scan(d)
	for _, c := range []struct {
		n    extractor.Name
		want string
	}{
		{name(1, 3, extractor.EntityLaw), "Roads Act , 1998"},
		{name(7, 8, extractor.EntityFac), "Route 9"},
		{name(10, 11, extractor.EntityGPE), "Oslo"},
		{name(13, 16, extractor.EntityLaw), "Roads Act No. 12"},
	} {
		if f.numbered(d, &c.n, int32(len(d.Tokens))); d.RangeText(c.n.Tokens) != c.want {
			t.Errorf("found %q, want %q", d.RangeText(c.n.Tokens), c.want)
		}
	}
}

func TestCommonAcronymsAndFilesAreNoNames(t *testing.T) {
	if !commonAcronym("CEO") || commonAcronym("NATO") {
		t.Error("acronyms")
	}
	for text, want := range map[string]bool{"list.pdf": true, "a.berg@velo.example": true, "Berg@VELO": false, "Velo.com": false, "St.": false} {
		if isFile(text) != want {
			t.Errorf("isFile(%q) is not %v", text, want)
		}
	}
}

func TestCompounds(t *testing.T) {
	f := newFinder(tinyModel(t))
	for text, want := range map[string]string{"Latvian - Danish": "NORP Latvian; NORP Danish", "pro - Latvia": "GPE Latvia", "Kask - Berg": "ORG Kask - Berg"} {
		d, _ := written("The " + text + " talks ended .")
		d.Tokens[2].SpaceBefore, d.Tokens[3].SpaceBefore = false, false
		f.scanner.scan(d)
		f.names = append(f.names[:0], name(1, 4, extractor.EntityOrg))
		f.compounds(d)
		d.Names = f.names
		if got := found(d); got != want {
			t.Errorf("%s: found %s, want %s", text, got, want)
		}
	}
}

func TestBodyType(t *testing.T) {
	f := newFinder(tinyModel(t))
	d, _ := written("The West Bank and Kask Bank")
	f.scanner.scan(d)
	if got := f.bodyType(d, name(1, 3, extractor.EntityLoc)); got != extractor.EntityLoc {
		t.Errorf("the West Bank is %v", got)
	}
	if got := f.bodyType(d, name(4, 6, extractor.EntityPerson)); got != extractor.EntityOrg {
		t.Errorf("Kask Bank is %v", got)
	}
}

func TestShortBodies(t *testing.T) {
	wantFound(t, "Baltline Bank and Kask Bank\nBaltline met Aino Kask\nKask paid",
		[]extractor.Name{name(0, 2, extractor.EntityOrg), name(3, 5, extractor.EntityOrg), name(5, 6, extractor.EntityPerson), name(7, 9, extractor.EntityPerson), name(9, 10, extractor.EntityPerson)},
		(*finder).shortBodies, "ORG Baltline Bank; ORG Kask Bank; ORG Baltline; PERSON Aino Kask; PERSON Kask")
}
