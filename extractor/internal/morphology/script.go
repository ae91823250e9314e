package morphology

import "strings"

// script turns a word in lower case into its lemma: take strip off its end, then add.
type script struct{ strip, add string }

// scriptOf returns the script that makes the lemma from the form; ok is false when nothing of the form is left.
func scriptOf(form, lemma string) (s script, ok bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return script{form[n:], lemma[n:]}, n > 0 || form == lemma
}

// fits reports whether the script can be applied to a word, and something is left of it.
func (s script) fits(word []byte) bool {
	return len(word) > len(s.strip) && string(word[len(word)-len(s.strip):]) == s.strip
}

// encode writes the script as "ies>y".
func (s script) encode() string { return s.strip + ">" + s.add }

func decodeScript(text string) (s script, ok bool) {
	s.strip, s.add, ok = strings.Cut(text, ">")
	return s, ok
}

// fields splits a line at tabs.
func fields(line string) []string { return strings.Split(strings.TrimRight(line, "\n"), "\t") }
