package cleanup

import "testing"

func TestSignatures(t *testing.T) {
	p := &page{observer: observer{lex: newLexicon()}}
	for _, c := range []struct{ line, names string }{
		{"By Alar Kask", "Alar Kask"},
		{"by: Alar Kask, Staff Writer", "Alar Kask"},
		{"By Alar Kask and Jane Webb", "Alar Kask and Jane Webb"},
		{"By Alar Kask, Jane Webb and Ole Brandt", "Alar Kask and Jane Webb and Ole Brandt"},
		{"Alar Kask, Tartu, and Jane Webb, Riga", "Alar Kask and Jane Webb"},
		{"BYLINE: Alar Kask, Staff Writer", "Alar Kask"},
		{"By ALAR KASK Courts Reporter", "Alar Kask"},
		{"ANNE-MARI O'DOWD, Political Staff", "Anne-Mari O'Dowd"},
		{"By Alar Kask Local democracy reporter", "Alar Kask"},
		{"Alar Kask · Harsk News · Posted: May 4, 2017 5:00 AM", "Alar Kask"},
		{"4 May 2017 - 12:07 Alar Kask, correspondent", "Alar Kask"},
		{"5/4/2017 @ 8:50am // By Alar Kask, Field Editor", "Alar Kask"},
		{"Words and pictures: Alar Kask", "Alar Kask"},
		{"Words Alar Kask", "Alar Kask"},
		{"Written by Alar Kask, RN on April 4, 2022", "Alar Kask, RN"},
		{"ALAR KASK akask@harsk.example", "Alar Kask"},
		{"Alar Kask (now) and Jane Webb (earlier)", "Alar Kask"},
		{"Alar KaskMay 4, 2017", "Alar Kask"},
		{"Posted by Hanna at 22:14", "Hanna"},
		{"_Alar Kask, Geneva_", "Alar Kask"},
		{"Maria de la Cruz", "Maria de la Cruz"},
		{"By PTI", ""},
		{"World News", ""},
		{"Harsk Evening Mail | Monday, March 4, 2019", ""},
		{"By Our Correspondent", ""},
		{"Sign in", ""},
		{"(Harsk State Patrol)", ""},
		{"The bridge was closed on Monday", ""},
	} {
		if got := p.signatureOf(c.line).names; got != c.names {
			t.Errorf("%q is by %q, not %q", c.line, got, c.names)
		}
	}
}
