package cleanup

import "bytes"

// maxNote is up to how many paragraphs a text that shows nothing of a page is a note.
const maxNote = 3

// isLetter reports whether a plain text is what somebody wrote to somebody, or for a forum, rather than a page: nothing
// of a page's furniture is in it, and a third or more of its sentences say "I" or "you" outside quotation marks, or there
// is next to nothing in it. Nothing then speaks for its requests and addresses being a page's.
func (p *page) isLetter() bool {
	if p.html {
		return false
	}
	if p.isMail() {
		return true
	}
	voice, all := 0, 0
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.section > 0 && q.words <= 2 {
			return false
		}
		switch q.cue {
		case cueShare, cuePromo, cueSocial, cueLink, cueByline, cueCaption, cueCredit:
			return false
		}
		if q.words < 4 || q.words < 8 && q.final == 0 {
			continue
		}
		all++
		if q.self+q.reader > 0 && !bytes.ContainsAny(p.textOf(i), "\"“") {
			voice++
		}
	}
	return voice*3 >= all && voice > 0 || len(p.paragraphs) <= maxNote
}

// isMail reports whether a plain text has what mail ends with, a word of farewell in a line of its own, and under it a
// name, or anywhere the name of whom it is to or the address of whom it is from.
func (p *page) isMail() bool {
	to, farewell := false, false
	for i := range p.paragraphs {
		text := p.textOf(i)
		if len(text) == 0 || len(text) > longestSalutation {
			continue
		}
		q := &p.paragraphs[i]
		named := q.words <= 3 && text[0] >= 'A' && text[0] <= 'Z'
		switch {
		case isFarewell(text):
			farewell = true
		case named && q.final == 0 && i > 0 && isFarewell(p.textOf(i-1)):
			return true
		case named && bytes.ContainsAny(text[len(text)-1:], ",!:"), q.mails > 0 && text[len(text)-1] == '>':
			to = true
		}
	}
	return to && farewell
}

// longestSalutation is how many bytes a line may have that names whom mail is to or from.
const longestSalutation = 80

// isFarewell reports whether a paragraph is a word of farewell and nothing else.
func isFarewell(text []byte) bool {
	switch string(bytes.ToLower(bytes.TrimRight(text, " ,.!"))) {
	case "thanks", "thank you", "many thanks", "thanks again", "thx", "regards", "best regards", "kind regards", "warm regards", "kindest regards", "best wishes", "best",
		"sincerely", "yours sincerely", "sincerely yours", "yours truly", "yours", "respectfully", "cheers", "love", "take care":
		return true
	}
	return false
}
