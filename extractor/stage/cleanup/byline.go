package cleanup

import (
	"strings"
	"unicode/utf8"
)

// byline returns the names of a byline: "By Alar Kask, Staff Writer" is by "Alar Kask".
func byline(text string) string {
	for _, label := range [...]string{"written by ", "posted by: ", "posted by ", "reporting by ", "published by ", "reported by ", "interview by ", "story by ", "by ", "by: ", "author: ",
		"reporter: ", "text: ", "words: "} {
		if len(text) > len(label) && strings.EqualFold(text[:len(label)], label) {
			text = strings.TrimLeft(text[len(label):], " ")
			break
		}
	}
	if i := strings.IndexAny(text, ",|·@;[<0123456789"); i >= 0 {
		text = text[:i]
	}
	if len(text) > 80 {
		return ""
	}
	for _, place := range [...]string{" in ", " at ", " on "} {
		text, _, _ = strings.Cut(text+" ", place)
	}
	return inSmallLetters(withoutCalling(strings.TrimRight(strings.TrimSpace(text), " -–—:;.")))
}

// withoutCalling drops the words behind a name that say what its bearer is, or begin a date: "Alar Kask Staff Writer",
// "Alar Kask Aug".
func withoutCalling(text string) string {
	for {
		i := strings.LastIndexByte(text, ' ')
		if i < 0 || !bylineTail[strings.ToLower(strings.TrimRight(text[i+1:], "."))] {
			return text
		}
		text = strings.TrimRight(text[:i], " -–—:;.")
	}
}

var bylineTail = map[string]bool{
	"staff": true, "writer": true, "reporter": true, "correspondent": true, "editor": true, "columnist": true, "contributor": true,
	"senior": true, "special": true, "chief": true, "bureau": true, "political": true, "business": true, "sports": true, "freelance": true,
	"published": true, "updated": true, "posted": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true,
	"oct": true, "nov": true, "dec": true,
}

// inSmallLetters writes a name that is all in capitals as names are written: "ALAR KASK" is "Alar Kask".
func inSmallLetters(name string) string {
	if name != strings.ToUpper(name) || strings.IndexByte(name, ' ') < 0 {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		_, n := utf8.DecodeRuneInString(w)
		if len(w) > 2 {
			words[i] = w[:n] + strings.ToLower(w[n:])
		}
	}
	return strings.Join(words, " ")
}
