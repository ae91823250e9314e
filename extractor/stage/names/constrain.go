package names

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// veto is a score that no evidence outweighs.
const veto = 1 << 20

// constrain rules out labels that a small word cannot have: a possessive, “and” or a comma is no part of a person's or
// place's name (save where the gazetteer knows the name: Trinidad and Tobago), and no name begins with “of”.
func constrain(dst *scores, a *atom, text string) {
	if len(text) > 5 && a.isName && isFile(text) {
		dst[outside] += veto
	}
	switch text {
	case "'s", "’s", "'", "’", "and", "of", ",", "(", ")", ";", ":", "\"", "“", "”":
	default:
		return
	}
	for t := extractor.EntityPerson; t <= extractor.EntityLanguage; t++ {
		dst[beginOf(t)] -= veto
	}
	dst[insideOf(extractor.EntityPerson)] -= veto
	dst[insideOf(extractor.EntityNORP)] -= veto
	if a.kinds == 0 && text != "of" {
		dst[insideOf(extractor.EntityGPE)] -= veto
		dst[insideOf(extractor.EntityLoc)] -= veto
		if text == "," {
			dst[insideOf(extractor.EntityFac)] -= veto
		}
	}
}

// isFile reports whether a token is the name of a file or an address of electronic mail.
func isFile(text string) bool {
	dot := strings.LastIndexByte(text, '.')
	if at := strings.IndexByte(text, '@'); at > 0 && at < dot {
		return true
	}
	if dot <= 0 || len(text)-dot > 5 {
		return false
	}
	switch strings.ToLower(text[dot+1:]) {
	case "doc", "docx", "pdf", "xls", "xlsx", "ppt", "txt", "htm", "html", "jpg", "jpeg", "gif", "png", "zip", "exe":
		return true
	}
	return false
}

// titleAlone reports whether a name of one token is a title after all: “King” before a name, “Minister”.
func (f *finder) titleAlone(d *extractor.Document, n extractor.Name) bool {
	if n.Type != extractor.EntityPerson || n.Tokens.Len() != 1 {
		return false
	}
	i := int(n.Tokens.First)
	a := &f.scanner.atoms[i]
	if a.title == 0 || f.scanner.gazetteer.Title(d.TokenText(i)) == nil {
		return false
	}
	return a.person == 0 || i+1 < int(a.runLast)
}
