package cleanup

import "bytes"

// The score of an appeal from which a paragraph is the page's: between running text, behind it, and beside furniture.
const (
	appealMiddle = 3.5
	appealTail   = 2.5
	appealBeside = 2.2
)

// weigh says how much a paragraph speaks to the reader of the page rather than of the news: it asks him to do
// something, names the page and what it offers, gives addresses, and tells of nothing that has happened. The sum is
// of evidence for (positive) and against; each word counts a few times at most.
func (o *observer) weigh(f *features, text []byte) {
	if f.words < 2 || f.words > 80 || f.wide > 0 || len(o.tokens) == 0 {
		return
	}
	o.acts(f, text)
	our := f.reader - f.you
	s := 0.8*float32(min(f.you, 2)) + 0.6*float32(min(our, 2)) + 0.8*float32(min(f.site, 4))
	s += 2*float32(min(f.mails, 1)) + 1.5*float32(min(f.urls, 1)) + 1.5*float32(min(f.handles, 1))
	s += 2*float32(min(f.acts, 2)) + 0.6*float32(min(f.networks, 2))
	if bytes.Contains(text, []byte("©")) || bytes.HasPrefix(text, []byte("(c) ")) || bytes.HasPrefix(text, []byte("(C) ")) {
		s += 3
	}
	if s == 0 {
		return
	}
	if f.past == 0 {
		s += 0.5
	}
	s -= float32(min(f.past, 3)+min(f.told, 3)) / 2
	if f.day {
		s--
	}
	if text[0] >= '0' && text[0] <= '9' || f.bullet && text[0] != '*' {
		// A step of a recipe.
		s -= 1.5
	}
	if f.words > 20 {
		s -= float32(f.words-20) / 10
	}
	if f.quoted || bytes.ContainsAny(text, "\"“") {
		s -= 3
	}
	// Politicians speak to "you", too, and news gives addresses: both must come together.
	if f.site+f.mails+f.urls+f.handles == 0 || f.reader+f.acts+f.mails == 0 && f.site < 2 {
		s = min(s, appealTail-0.1)
	}
	f.appeal = s
}

// acts counts the sentences that begin with a request: "Sign up here", "To receive our letters, …".
func (o *observer) acts(f *features, text []byte) {
	for i, t := range o.tokens {
		if o.lex.entries[t.id].class&classAct == 0 {
			continue
		}
		switch {
		case i == 0 || text[max(t.begin-2, 0)] == '.' || text[max(t.begin-2, 0)] == '!' || text[max(t.begin-2, 0)] == '?':
			f.acts++
		case i == 1 && o.tokens[0].id == o.lex.ids["to"], f.you > 0 && text[max(t.begin-2, 0)] == ',' && f.words <= 40:
			f.acts++
		}
	}
}

// appealing reports whether paragraph i speaks to the reader of the page; least is the score that it needs.
func (p *page) appealing(i int, least float32) bool {
	q := &p.paragraphs[i]
	if p.letter {
		return false
	}
	if p.html {
		// Inside the article's element little is the page's, and articles there are also manuals and reviews.
		return q.appeal >= least+1.5 && !q.long()
	}
	if q.appeal >= least {
		return least < appealMiddle || q.appeal >= least+2 || !p.direct
	}
	return q.appeal >= appealBeside && (i > 0 && p.furniture(i-1) || i+1 < len(p.paragraphs) && p.furniture(i+1))
}
