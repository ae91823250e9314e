package notation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// entity compiles "ID TYPE [members=a,b] items [% roles]".
func (c *compiler) entity(rest string) {
	body, roles, _ := strings.Cut(rest, "%")
	id, body, _ := strings.Cut(body, " ")
	typ, body, _ := strings.Cut(strings.TrimSpace(body), " ")
	e := corpus.Entity{ID: id, Type: typ}
	if !c.labels.has("entity", typ) {
		c.errorf("unknown entity type %q", typ)
	}
	body = strings.TrimSpace(body)
	if list, ok := strings.CutPrefix(body, "members="); ok {
		list, body, _ = strings.Cut(list, " ")
		e.Members = c.ids(list, 'e')
	}
	longest := 0
	for _, p := range c.items(body, nil) {
		m := c.mention(p)
		if other, ok := c.mentions[m.Span]; ok {
			c.errorf("%q is already a mention of %s", c.text(m.Span), other)
			continue
		}
		c.mentions[m.Span] = id
		e.Mentions = append(e.Mentions, m)
		if n := m.Span.End - m.Span.Begin; m.Type == "PROPER" && n > longest {
			longest = n
			e.Name = &corpus.Span{Begin: m.Span.Begin, End: m.Span.End}
		}
	}
	if len(e.Mentions) == 0 {
		c.errorf("entity %s has no mention", id)
		return
	}
	c.doubtfulName(&e)
	slices.SortFunc(e.Mentions, func(a, b corpus.Mention) int { return a.Span.Begin - b.Span.Begin })
	lines := ""
	for _, role := range strings.Split(roles, ";") {
		role = strings.TrimSpace(role)
		if m := itemLines.FindStringSubmatch(role); m != nil {
			lines = m[1]
		} else if role != "" {
			role = lines + ":" + role
		}
		c.role(&e, role)
	}
	c.out.Entities = append(c.out.Entities, e)
}

// role compiles "3:Foreign Minister @estonia former".
func (c *compiler) role(e *corpus.Entity, text string) {
	if text == "" {
		return
	}
	text, former := strings.CutSuffix(text, " former")
	title, org, _ := strings.Cut(text, "@")
	org = strings.TrimSpace(org)
	if org != "" && c.kinds[org] != 'e' {
		c.errorf("role: no entity %q", org)
	}
	for _, p := range c.items(title, nil) {
		e.Roles = append(e.Roles, corpus.Role{Title: p.span, Organization: org, Former: former})
	}
}

const pronouns = " he him his himself she her hers herself it its itself they them their theirs themselves themself i me my mine myself we us our ours ourselves you your yours yourself this that these those both "

const openers = " the a an his her its their our my your this that these those some several many both all another one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred at over about around nearly almost roughly approximately more fewer up other others such half dozens hundreds thousands most each every any no "

func (c *compiler) mention(p place) corpus.Mention {
	p.span = c.wholeAbbreviation(p.span)
	m := corpus.Mention{Span: p.span, Type: mentionType(c.text(p.span))}
	for _, flag := range p.flags {
		switch flag {
		case "P":
			m.Type = "PROPER"
		case "C":
			m.Type = "COMMON"
		case "N":
			m.Type = "PRONOUN"
		case "gov":
			m.Metonym = "GOVERNMENT"
		case "place":
			m.Metonym = "PLACE"
		default:
			c.errorf("unknown mention flag ^%s", flag)
		}
	}
	return m
}

// wholeAbbreviation takes in the last full stop of "U.S." or "Washington D.C.".
func (c *compiler) wholeAbbreviation(s corpus.Span) corpus.Span {
	if initials.MatchString(c.text(s)) && strings.HasPrefix(c.article.Content[s.End:], ".") {
		s.End++
	}
	return s
}

var initials = regexp.MustCompile(`(?:^|[ .])\pL\.\pL$`)

// classNouns end names although they are written small ("Northern province").
const classNouns = " party movement province district county state region island islands river city town village diocese airport station line pipeline route rainforest forest desert valley telescope project rocket capsule cathedral mosque prison court committee committees office news newspaper election elections season primary rally crisis parade championship field "

// particles open names although they are written small ("van den Berg").
const particles = " al el an as ad at ash bin ibn ben abu de del della da di du la le van von den der ter ten dos das "

// mentionType guesses from pronouns, determiners and capitals; the reader
// overrides with ^P, ^C, ^N.
func mentionType(text string) string {
	words := strings.Fields(text)
	first, last := words[0], words[len(words)-1]
	listed := func(list, word string) bool { return strings.Contains(list, " "+strings.ToLower(word)+" ") }
	capital := func(word string) bool { return strings.ContainsFunc(word, unicode.IsUpper) }
	particle, _, _ := strings.Cut(first, "-")
	switch {
	case listed(pronouns, text) && !(len(text) > 1 && text == strings.ToUpper(text)): // "US" is no "us"
		return "PRONOUN"
	case listed(openers, first):
		return "COMMON"
	case !unicode.IsUpper([]rune(first)[0]) && !unicode.IsDigit(rune(first[0])):
		if listed(particles, particle) && capital(text) || len(words) == 1 && capital(text) {
			return "PROPER"
		}
		return "COMMON"
	case capital(last) || len(words) > 1 && isNumber(last) && capital(text):
		return "PROPER"
	case listed(classNouns, last) && capital(text) && !strings.Contains(plainText(text), "'s "):
		return "PROPER"
	}
	return "COMMON"
}

func isNumber(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) })
}

func plainText(s string) string { return strings.Map(plain, s) }

// doubtfulName warns of a "name" whose only capital may be that of a sentence's
// first word ("Officials").
func (c *compiler) doubtfulName(e *corpus.Entity) {
	for _, m := range e.Mentions {
		if m.Type != "PROPER" {
			continue
		}
		text := c.text(m.Span)
		capitals := strings.IndexFunc(text[1:], unicode.IsUpper) >= 0
		if capitals || !c.startsLine(m.Span.Begin) {
			return
		}
	}
	if e.Name != nil && (e.Type == "PERSON" || e.Type == "ORG" || e.Type == "FAC") {
		c.warnf("is %q a name? else add ^C", c.text(*e.Name))
	}
}

func (c *compiler) text(s corpus.Span) string { return c.article.Content[s.Begin:s.End] }

func (c *compiler) startsLine(offset int) bool {
	for _, l := range c.lines {
		if l.Begin == offset {
			return true
		}
	}
	return false
}

// ids splits "a,b" and checks that each is declared with the kind.
func (c *compiler) ids(list string, kinds ...byte) []string {
	var out []string
	for _, id := range strings.Split(list, ",") {
		id = strings.TrimSpace(id)
		if !slices.Contains(kinds, c.kinds[id]) {
			c.errorf("no such id %q", id)
			continue
		}
		out = append(out, id)
	}
	return out
}
