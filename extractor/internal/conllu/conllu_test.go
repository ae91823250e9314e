package conllu

import (
	"strings"
	"testing"
)

const sample = `# newdoc id = a
# newpar
# sent_id = a-1
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	Mood=Imp	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	wait	wait	VERB	VB	Mood=Imp	0	root	_	SpaceAfter=No
3.1	now	now	ADV	RB	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = a-2
1	Go	go	VERB	VB	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_

# newpar
# newpar_block = p
1	Done	do	VERB	VBN	_	0	root	_	_
`

func TestRead(t *testing.T) {
	docs, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 || len(docs[0].Sentences) != 3 {
		t.Fatalf("read %d documents", len(docs))
	}
	raw := docs[0].Raw()
	if want := "Don't wait. Go!\n\nDone"; raw.Text != want {
		t.Errorf("text %q, want %q", raw.Text, want)
	}
	if len(raw.Paragraphs) != 2 || raw.Text[raw.Paragraphs[0].Begin:raw.Paragraphs[0].End] != "Don't wait. Go!" {
		t.Errorf("paragraphs %v", raw.Paragraphs)
	}
	s := docs[0].Sentences[0]
	var words []string
	for _, w := range s.Words {
		words = append(words, s.Text[w.Begin:w.End])
	}
	if got := strings.Join(words, "|"); got != "Do|n't|wait|." {
		t.Errorf("words %s", got)
	}
	if w := s.Words[1]; !w.Multiword || w.First || w.Head != 2 || w.Rel != "advmod" {
		t.Errorf("second word %+v", w)
	}
}

func TestReadRefusesBrokenLines(t *testing.T) {
	for _, line := range []string{"1\tx\n", "a\tx\tx\tX\tX\t_\t0\troot\t_\t_\n"} {
		if _, err := Read(strings.NewReader(line)); err == nil {
			t.Errorf("Read(%q) reported no error", line)
		}
	}
}
