package features

import (
	"math/rand/v2"
	"testing"
)

func TestAppendNormal(t *testing.T) {
	for in, want := range map[string]string{
		"Alar’s": "alar's", "2019": "0000", "“": `"`, "''": `"`, "—": "--", "ÉTÉ": "été", "``": `"`, "…": "...", "": "",
	} {
		if got := string(AppendNormal(nil, in)); got != want {
			t.Errorf("AppendNormal(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCapsOf(t *testing.T) {
	for in, want := range map[string]Caps{
		"Tallinn": Initial, "NATO": Upper, "A": SingleUpper, "iPhone": Mixed, "word": Lower, "10-4": NoLetters, "Élan": Initial, "McKay": Mixed,
	} {
		if got := CapsOf(in); got != want {
			t.Errorf("CapsOf(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestCase(t *testing.T) {
	for want, words := range map[Case][]string{
		Title:         {"Minister", "Meets", "the", "Press", "in", "Riga"},
		Capitals:      {"MINISTER", "MEETS", "THE", "PRESS"},
		Running:       {"The", "minister", "meets", "journalists", "in", "Riga"},
		Uncapitalised: {"minister", "meets", "the", "press"},
	} {
		var c CaseCount
		for _, w := range words {
			c.See(w, CapsOf(w))
		}
		if got := c.Case(); got != want {
			t.Errorf("%v: case %d, want %d", words, got, want)
		}
	}
}

func TestKeysDistinguishWhatTheyShould(t *testing.T) {
	var e Extractor
	keys := make([]Keys, 3)
	e.Sentence([]Token{{"Harbours", true, true}, {"harbours", false, true}, {"is", false, true}}, keys)
	a, b, is := keys[0], keys[1], keys[2]
	if a[SlotWord] != b[SlotWord] || a[SlotSuffix3] != b[SlotSuffix3] || a[SlotPrefix2] != b[SlotPrefix2] {
		t.Error("case must not change word, prefix and suffix")
	}
	if a[SlotShape] == b[SlotShape] || a[SlotContext] == b[SlotContext] {
		t.Error("case must change shape and context")
	}
	if is[SlotPrefix2] != 0 || is[SlotSuffix2] != 0 || is[SlotSuffix1] == 0 {
		t.Error("affixes must be shorter than the word")
	}
}

func TestVocabulary(t *testing.T) {
	var keys []uint64
	for i := range 1000 {
		keys = append(keys, mix(uint64(i), 0))
	}
	v, rest, err := ReadVocabulary(append(NewVocabulary(keys).AppendBinary(nil), 7))
	if err != nil || len(rest) != 1 || v.Rows() != 1000 {
		t.Fatalf("%d rows, %d bytes left, %v", v.Rows(), len(rest), err)
	}
	for i, key := range keys {
		if got := v.Row(key); got != int32(i) {
			t.Fatalf("row of key %d is %d", i, got)
		}
	}
	if v.Row(mix(5000, 0)) != -1 || v.Row(0) != -1 {
		t.Error("an unknown key has a row")
	}
	for _, b := range [][]byte{nil, {1, 0, 0, 0, 3, 0, 0, 0}, NewVocabulary(keys).AppendBinary(nil)[:100]} {
		if _, _, err := ReadVocabulary(b); err == nil {
			t.Error("a broken vocabulary was read")
		}
	}
}

func TestExtractorDoesNotAllocate(t *testing.T) {
	var e Extractor
	tokens := []Token{{"Kask’s", true, true}, {"ministry", false, true}}
	keys := make([]Keys, len(tokens))
	e.Sentence(tokens, keys)
	if n := testing.AllocsPerRun(100, func() { e.Sentence(tokens, keys) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// A reader gives the rows of the very keys, whatever it read before.
func TestReaderAgreesWithKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	letters := []rune("aabeEtTZx’-9.é")
	var e Extractor
	counter := Counter{}
	sentences := make([][]Token, 400)
	for i := range sentences {
		for j := range 1 + r.IntN(12) {
			text := ""
			for range 1 + r.IntN(1+r.IntN(30)) {
				text += string(letters[r.IntN(len(letters))])
			}
			sentences[i] = append(sentences[i], Token{text, j == 0, r.IntN(3) > 0})
		}
		keys := make([]Keys, len(sentences[i]))
		e.Sentence(sentences[i], keys)
		for k := range keys {
			if i%3 > 0 { // the words of the others are unknown
				counter.Add(&keys[k])
			}
		}
	}
	v := NewVocabulary(counter.Frequent(1))
	reader := NewReader(v)
	for i := range 3 * len(sentences) {
		sentence := sentences[i%len(sentences)]
		keys := make([]Keys, len(sentence))
		e.Sentence(sentence, keys)
		rows := reader.AppendRows(nil, sentence)
		for k := range keys {
			for slot, key := range keys[k] {
				if got, want := rows[k*Width+slot], v.Row(key); got != want {
					t.Fatalf("%q: slot %d has row %d, want %d", sentence[k].Text, slot, got, want)
				}
			}
		}
		if reader.Case() != e.Case() {
			t.Fatalf("%v: case %d, want %d", sentence, reader.Case(), e.Case())
		}
	}
}
