package named

import (
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// gumTypes maps GUM's entity types; what is absent is no name of ours or not for certain one.
var gumTypes = map[string]Types{"person": Person, "place": Place, "organization": Organization, "event": Event}

// GUM reads the names among GUM's entities: mentions whose head is a proper noun, the outermost where they are nested,
// without their articles, titles and lower-case modifiers. part is "train" or "dev".
func GUM(data, part string) ([]Text, error) {
	docs, err := conllu.ReadFile(filepath.Join(data, "gum_open", "gum_open_"+part+".conllu"))
	if err != nil {
		return nil, err
	}
	texts := make([]Text, 0, len(docs))
	for _, doc := range docs {
		texts = append(texts, gumText(doc))
	}
	return texts, nil
}

func gumText(doc conllu.Document) Text {
	var b builder
	space := false
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		switch {
		case s.Paragraph:
			b.paragraph()
		case space:
			b.text.WriteByte(' ')
		}
		space = s.SpaceAfter
		base := b.text.Len()
		b.text.WriteString(s.Text)
		for _, n := range gumNames(s) {
			n.Begin, n.End = n.Begin+base, n.End+base
			b.names = append(b.names, n)
		}
	}
	return Text{ID: doc.ID, Text: b.text.String(), Names: b.names, Missing: Misc}
}

// gumMention is an entity's mention: words [first, last), head among them.
type gumMention struct {
	first, last, head int
	etype             string
}

// gumMentions reads the brackets of a sentence's Entity= annotation.
func gumMentions(s *conllu.Sentence) []gumMention {
	var done []gumMention
	open := map[string][]gumMention{}
	for i, w := range s.Words {
		field := miscField(w.Misc, "Entity=")
		for field != "" {
			if field[0] == '(' {
				end := strings.IndexAny(field[1:], "()") + 1
				if end == 0 {
					end = len(field)
				}
				m, id := gumOpen(field[1:end], i)
				if end < len(field) && field[end] == ')' {
					m.last = i + 1
					done = append(done, m)
					end++
				} else {
					open[id] = append(open[id], m)
				}
				field = field[end:]
				continue
			}
			id, rest, ok := strings.Cut(field, ")")
			if !ok {
				break
			}
			field = rest
			if n := len(open[id]); n > 0 {
				m := open[id][n-1]
				open[id] = open[id][:n-1]
				m.last = i + 1
				done = append(done, m)
			}
		}
	}
	return done
}

// gumOpen reads id-etype-infstat-salience-centering-minspan-link-identity.
func gumOpen(text string, at int) (gumMention, string) {
	f := strings.SplitN(text, "-", 8)
	m := gumMention{first: at, head: at}
	if len(f) > 1 {
		m.etype = f[1]
	}
	if len(f) > 5 {
		first, _, _ := strings.Cut(f[5], ",")
		if n, err := strconv.Atoi(first); err == nil {
			m.head = at + n - 1
		}
	}
	return m, f[0]
}

func miscField(misc, name string) string {
	for field := range strings.SplitSeq(misc, "|") {
		if rest, ok := strings.CutPrefix(field, name); ok {
			return rest
		}
	}
	return ""
}

// gumNames returns the outermost names of a sentence, in order.
func gumNames(s *conllu.Sentence) []Name {
	taken := make([]bool, len(s.Words))
	names := make([]Name, len(s.Words))
	mentions := gumMentions(s)
	for len(mentions) > 0 {
		longest := 0
		for i, m := range mentions {
			if m.last-m.first > mentions[longest].last-mentions[longest].first {
				longest = i
			}
		}
		m := mentions[longest]
		mentions = append(mentions[:longest], mentions[longest+1:]...)
		if first, last := nameWithin(s, m); first < last && !anyOf(taken[first:last]) {
			for i := first; i < last; i++ {
				taken[i] = true
			}
			n := Name{Begin: s.Words[first].Begin, End: s.Words[last-1].End, Types: gumTypes[m.etype]}
			if n.Types&(Person|Event|Place|Organization) != 0 && isGroup(s.Text[n.Begin:n.End]) {
				n.Types = NORP
			}
			n.Unsure = n.Types == 0 && m.etype != "time" || n.Types == Person && gazetteer.English().Title(s.Text[n.Begin:n.End]) != nil
			names[first] = n
		}
	}
	var kept []Name
	for _, n := range names {
		if n.Types != 0 || n.Unsure {
			kept = append(kept, n)
		}
	}
	return kept
}

func anyOf(taken []bool) bool {
	for _, t := range taken {
		if t {
			return true
		}
	}
	return false
}

// isGroup reports whether a name is that of a people, faith or party's members.
func isGroup(name string) bool {
	for e := range gazetteer.English().Lookup(name) {
		return e.Kind == gazetteer.KindDemonym || e.Kind == gazetteer.KindGroup
	}
	return false
}

// nameWithin returns the words of a mention's name: around its head, if that is a proper noun, whatever is written like a
// part of the name.
func nameWithin(s *conllu.Sentence, m gumMention) (first, last int) {
	if m.head >= m.last || m.head < m.first || !properWord(s, m.head) {
		return 0, 0
	}
	person := m.etype == "person"
	first, last = m.head, m.head+1
	for first > m.first && (properWord(s, first-1) || link(s, first-1, person) && first-1 > m.first && properWord(s, first-2)) {
		first--
	}
	for last < m.last && (properWord(s, last) || link(s, last, person) && nextProper(s, last, m.last, person)) {
		last++
	}
	for first < last && link(s, first, person) {
		first++
	}
	if person {
		first = withoutTitle(s, first, last)
	}
	return first, last
}

func nextProper(s *conllu.Sentence, i, end int, person bool) bool {
	for i++; i < end && link(s, i, person); i++ {
	}
	return i < end && properWord(s, i)
}

// properWord: a proper noun, another part of one (“United” States is a verb to UPOS alone), or another word with a capital.
func properWord(s *conllu.Sentence, i int) bool {
	w := &s.Words[i]
	r, _ := utf8.DecodeRuneInString(w.Form)
	return w.UPOS == "PROPN" || strings.HasPrefix(w.XPOS, "NNP") || unicode.IsUpper(r) && (w.UPOS == "NOUN" || w.UPOS == "ADJ") && i > 0
}

// link: a small word or mark that joins the parts of a name.
func link(s *conllu.Sentence, i int, person bool) bool {
	switch strings.ToLower(s.Words[i].Form) {
	case "de", "la", "del", "di", "da", "van", "von", "der", "-", "–", ".", "al", "bin":
		return true
	case "of", "the", "and", "&", "for", "'s", "’s", "on", "in":
		return !person
	}
	return false
}

// withoutTitle skips the titles at a name's beginning unless nothing else is left.
func withoutTitle(s *conllu.Sentence, first, last int) int {
	g := gazetteer.English()
	for n := last - first - 1; n >= 1; n-- {
		text := s.Text[s.Words[first].Begin:s.Words[first+n-1].End]
		if t := g.Title(text); t != nil && t.Prefix {
			return withoutTitle(s, first+n, last)
		}
	}
	return first
}
