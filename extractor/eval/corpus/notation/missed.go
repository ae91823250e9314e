package notation

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

var (
	wordForm = regexp.MustCompile(`[\p{L}\d][\p{L}\d'’.&-]*[\p{L}\d]|[\p{L}\d]`)
	dateWord = regexp.MustCompile(`^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|June|July|August|September|October|November|December|(?:1[89]|20)\d\d|yesterday|today|tomorrow|tonight|ago)$`)
)

const personal = " he him his himself she her hers herself they them their theirs themselves i me my we us our its "

// missed warns of capitals, personal pronouns and date words of the body that
// no annotation covers.
func (c *compiler) missed() {
	covered := make([]bool, len(c.article.Content))
	mark := func(s corpus.Span) {
		for i := s.Begin; i < s.End; i++ {
			covered[i] = true
		}
	}
	for _, s := range c.out.Segments {
		mark(s.Span)
	}
	for _, e := range c.out.Entities {
		for _, m := range e.Mentions {
			mark(m.Span)
		}
		for _, r := range e.Roles {
			mark(r.Title)
		}
	}
	inTime := make([]bool, len(c.article.Content))
	for _, t := range c.out.Times {
		for i := t.Span.Begin; i < t.Span.End; i++ {
			inTime[i], covered[i] = true, true
		}
	}
	var names, prons, dates []string
	for n, l := range c.lines {
		if l.Begin >= c.out.Through {
			break
		}
		for _, at := range wordForm.FindAllStringIndex(c.text(l), -1) {
			word, begin := c.text(l)[at[0]:at[1]], l.Begin+at[0]
			switch {
			case dateWord.MatchString(word) && !covered[begin] && c.out.Depth != "names":
				dates = append(dates, fmt.Sprintf("%d:%s", n+1, word))
			case covered[begin]:
			case strings.Contains(personal, " "+strings.ToLower(word)+" "):
				prons = append(prons, fmt.Sprintf("%d:%s", n+1, word))
			case unicode.IsUpper([]rune(word)[0]) && !c.sentenceStart(l, at[0]):
				names = append(names, fmt.Sprintf("%d:%s", n+1, word))
			}
		}
	}
	for _, list := range [][]string{names, prons, dates} {
		if len(list) > 0 {
			c.warnf("not annotated: %s", strings.Join(list, " "))
		}
	}
}

func (c *compiler) sentenceStart(l corpus.Span, at int) bool {
	before := strings.TrimRight(c.text(l)[:at], " \u00a0\"“'‘([")
	return before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "!") || strings.HasSuffix(before, "?")
}
