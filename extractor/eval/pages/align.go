package pages

import (
	"fmt"
	"strings"
	"unicode"
)

// align finds the stretches in the content: their characters in order must be the visible characters of the page.
func (p *Page) align() error {
	p.Class = make([]int32, len(p.Content))
	visible := []rune(nil)
	places := []int(nil)
	skip := invisible(p.Content, p.ContentType != 0)
	for i, r := range p.Content {
		for len(skip) > 0 && i >= skip[0][1] {
			skip = skip[1:]
		}
		if (len(skip) == 0 || i < skip[0][0]) && counts(r) {
			visible, places = append(visible, r), append(places, i)
		}
	}
	at := 0
	for k, s := range p.Stretches {
		for _, r := range s.Text {
			if !counts(r) {
				continue
			}
			if at == len(visible) || visible[at] != r {
				return fmt.Errorf("gold stretch %d (%.40q) is not where it should be: the page has %.40q", k+1, s.Text, string(visible[at:]))
			}
			for b := range len(string(r)) {
				p.Class[places[at]+b] = int32(k + 1)
			}
			at++
		}
	}
	if at < len(visible) {
		return fmt.Errorf("the gold ends before %.40q", string(visible[at:]))
	}
	return nil
}

// counts reports whether a character is to be classified: white space and format characters are not.
func counts(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) }

// unread are the elements whose contents are no text of the page.
var unread = []string{"head", "script", "style"}

// invisible returns the tags, comments and unread elements of HTML as half-open ranges of bytes; nothing of plain
// text, where a tag is a visible slip. It reads well-formed pages: no ">" stands in an attribute.
func invisible(content string, html bool) [][2]int {
	if !html {
		return nil
	}
	var ranges [][2]int
	for i := 0; i < len(content); {
		open := strings.IndexByte(content[i:], '<')
		if open < 0 {
			break
		}
		begin := i + open
		i = begin + tagLen(content[begin:])
		ranges = append(ranges, [2]int{begin, i})
	}
	return ranges
}

// tagLen returns the length of the comment, element or tag that the text begins with.
func tagLen(s string) int {
	if strings.HasPrefix(s, "<!--") {
		return through(s, "-->")
	}
	for _, name := range unread {
		if rest := len(name) + 1; len(s) > rest && strings.EqualFold(s[1:rest], name) && (s[rest] == '>' || s[rest] == ' ') {
			return through(strings.ToLower(s), "</"+name+">")
		}
	}
	return through(s, ">")
}

// through returns the index behind the first end in s, or the length of s.
func through(s, end string) int {
	if i := strings.Index(s, end); i >= 0 {
		return i + len(end)
	}
	return len(s)
}
