package cleanup

import "bytes"

// findCue looks for the phrases of cues.tsv. A phrase at the start of a sentence that goes on as a sentence does
// is no cue: "Read more than one book a week, he said."
func (o *observer) findCue(f *features, text []byte) {
	if len(o.tokens) == 0 {
		return
	}
	if f.urls+f.handles > 0 && f.social(text) {
		f.cue = cueSocial
		return
	}
	if f.words > 90 {
		return
	}
	if f.mails > 0 && (f.you > 0 && f.self == 0 && f.words <= 30 || f.words <= 8 && f.final == 0) && !bytes.ContainsAny(text, "\"“") {
		f.cue = cueShare
		return
	}
	if f.handles > 0 && f.words <= 25 && o.follows() && !bytes.ContainsAny(text, "\"“") {
		f.cue = cueShare
		return
	}
	best := cueNone
	for i := range o.tokens {
		for _, p := range o.lex.entries[o.tokens[i].id].phrases {
			if !o.matches(p, i) {
				continue
			}
			end := i + len(p.words)
			if !o.holds(f, p, i, end, text) {
				continue
			}
			if best == cueNone || int(o.tokens[end-1].end) > int(f.cueEnd) && p.cue == best && p.where == atStart {
				best = p.cue
				f.cueEnd = o.tokens[end-1].end
				f.cueWhole = i == 0 && (end == len(o.tokens) || f.final == ':' && f.words <= 7 || p.cue == cueLink && o.listed(f)) ||
					p.cue == cueLink && p.where == atAny && f.words <= 15
			}
		}
	}
	f.cue = best
	if best == cueNone && f.words <= 25 && bytes.HasPrefix(text, []byte("©")) {
		f.cue = cueShare
	}
}

// follows reports whether "follow" is among the paragraph's words.
func (o *observer) follows() bool {
	id := o.lex.ids["follow"]
	for _, t := range o.tokens {
		if t.id == id {
			return true
		}
	}
	return false
}

// listed reports whether the paragraph is a label over a list of links: "More Africa stories".
func (o *observer) listed(f *features) bool {
	return f.words <= 5 && f.final == 0 && o.lex.entries[o.tokens[len(o.tokens)-1].id].class&classItem != 0
}

// matches reports whether the phrase's words stand at token i.
func (o *observer) matches(p phrase, i int) bool {
	if i+len(p.words) > len(o.tokens) {
		return false
	}
	for k, id := range p.words {
		if o.tokens[i+k].id != id {
			return false
		}
	}
	return true
}

// holds reports whether a phrase found at tokens i to end stands where it must to mean something.
func (o *observer) holds(f *features, p phrase, i, end int, text []byte) bool {
	switch p.where {
	case atWhole:
		return i == 0 && end == len(o.tokens)
	case atEnd:
		return end == len(o.tokens) && f.final == 0 && f.words <= 12
	case atWeak:
		return f.final != '.' && o.parenHolds(f, p, i, end, text)
	case atParen:
		return f.words <= 50 && o.parenHolds(f, p, i, end, text)
	case atEdge:
		return i == 0 || end == len(o.tokens) || o.opened(i, text)
	case atCredited:
		e := int(o.tokens[end-1].end)
		if i < 3 || end+6 < len(o.tokens) || f.words > 60 {
			return false
		}
		return e < len(text) && text[e] == ':' || text[o.tokens[i].begin] == 0xC2 // ©
	case atAddress:
		return i == 0 && f.words <= 25 && f.told+f.self == 0 && !bytes.ContainsAny(text, "\"“")
	case atBrief:
		return f.words <= 12
	case atAny:
		if p.cue == cueSignoff && f.words > 30 {
			return false
		}
		if (p.cue == cueShare || p.cue == cuePromo) && f.final == '.' && f.reader == 0 && !f.bracket {
			return false
		}
		return f.words <= 60 && !bytes.ContainsAny(text, "\"“")
	case atLegal:
		return f.words <= 80 && !bytes.ContainsAny(text, "\"“")
	}
	return i == 0 && o.startHolds(f, p, end, text)
}

// opened reports whether token i stands behind an opening bracket or a mark that sets a credit off.
func (o *observer) opened(i int, text []byte) bool {
	b := int(o.tokens[i].begin) - 1
	for b > 0 && text[b] == ' ' {
		b--
	}
	return b >= 0 && (text[b] == '(' || text[b] == '[' || text[b] == '/' || text[b] == '|')
}

// parenHolds asks a mark in brackets to fill its brackets or to be followed by a name: "(L)", "(Photo by AFP)".
func (o *observer) parenHolds(f *features, p phrase, i, end int, text []byte) bool {
	b := int(o.tokens[i].begin) - 1
	if b < 0 || text[b] != '(' && (text[b] != '[' || b > 0 || f.words > 8) {
		return false
	}
	e := int(o.tokens[end-1].end)
	if e < len(text) && (text[e] == ')' || text[e] == ']' || text[e] == ':' || text[e] == ',' || text[e] == '/') {
		return true
	}
	return len(p.words) > 1
}

// startHolds judges a phrase at the start by how the paragraph goes on.
func (o *observer) startHolds(f *features, p phrase, end int, text []byte) bool {
	if end == len(o.tokens) {
		return f.final != '.' || p.cue != cueLink || len(p.words) > 1
	}
	e := int(o.tokens[end-1].end)
	after := byte(0)
	for e < len(text) && text[e] == ' ' {
		e++
	}
	if e < len(text) {
		after = text[e]
	}
	marked := after == ':' || after == '|' || after == '>' || bytes.Contains(text[:e], []byte("..."))
	sentence := f.final == '.' || f.final == ','
	next := text[o.tokens[end].begin]
	capital := next >= 'A' && next <= 'Z' || next >= '0' && next <= '9'
	switch p.cue {
	case cueLink:
		if len(p.words) == 1 {
			return marked && (!sentence && f.words <= 30 || f.words <= 12) || o.listed(f)
		}
		return marked || !sentence && f.words <= 30 && (capital || next == '\'' || f.words <= 8)
	case cueShare, cuePromo:
		if len(p.words) == 1 {
			return (marked || f.urls > 0 && !sentence) && f.words <= 30 || f.words <= 5 && !sentence
		}
		return f.words <= 40 && (!sentence || marked || f.words <= 8 || len(p.words) >= 3 && f.reader > 0)
	case cueCredit:
		return marked && f.words <= 15 || len(p.words) > 1 && f.words <= 10 && capital
	case cueByline:
		if f.bracket || f.final == '?' || f.words > 20 || sentence && f.words > 8 {
			return false
		}
		return marked || capital && f.caps*2 >= f.words || len(p.words) > 1 && f.words <= 8 && f.final == 0 && f.lower || (f.clock || f.day && f.dates >= 2) && len(p.words) > 1
	case cueSignoff:
		if len(p.words) == 1 {
			return marked && f.words <= 20 && f.final == 0
		}
		return f.words <= 40 && (marked || capital || after == '(' || after == '[')
	}
	return f.words <= 40
}

// social reports whether a paragraph with addresses or @names is a post embedded in the page.
func (f *features) social(text []byte) bool {
	if f.words > 90 {
		return false
	}
	if bytes.Contains(text, []byte("twitter.com/")) || bytes.Contains(text, []byte("//t.co/")) {
		return true
	}
	if f.handles == 0 {
		return false
	}
	if text[0] == '@' && f.urls > 0 {
		return true
	}
	// "— Alar Kask (@alarkask) May 4, 2017"
	attribution := bytes.HasPrefix(text, []byte("—")) || bytes.HasPrefix(text, []byte("–")) || text[0] == '-'
	return attribution && bytes.Contains(text, []byte("(@")) || f.urls > 0 && f.final != '.'
}
