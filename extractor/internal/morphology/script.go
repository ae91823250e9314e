package morphology

import "strings"

// script turns a word in lower case into its lemma: strip so many bytes off its end, then add.
type script struct {
	strip int
	add   string
}

// scriptOf returns the script that makes the lemma from the form; ok is false when nothing of the form is left.
func scriptOf(form, lemma string) (s script, ok bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return script{len(form) - n, lemma[n:]}, n > 0 || form == lemma
}

func (s script) apply(form string) (string, bool) {
	if s.strip >= len(form) {
		return "", false
	}
	return form[:len(form)-s.strip] + s.add, true
}

// encode writes the script as "2|y".
func (s script) encode() string { return string(rune('0'+s.strip)) + s.add }

func decodeScript(text string) (script, bool) {
	if text == "" {
		return script{}, false
	}
	return script{int(text[0] - '0'), text[1:]}, text[0] >= '0' && text[0] < '0'+40
}

// fields splits a line at tabs.
func fields(line string) []string { return strings.Split(strings.TrimRight(line, "\n"), "\t") }
