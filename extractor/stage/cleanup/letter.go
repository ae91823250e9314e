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
