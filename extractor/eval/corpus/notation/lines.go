package notation

import (
	"strings"
	"unicode"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// Lines cuts an article's content into the numbered lines that readers see:
// one sentence a line, about. Line 1 is Lines(content)[0].
//
// The cut is part of the notation: changing it would move the line numbers of
// everything already written. It need not be right linguistically.
func Lines(content string) []corpus.Span {
	var out []corpus.Span
	for begin := 0; begin < len(content); {
		end := begin + strings.IndexByte(content[begin:], '\n')
		if end < begin {
			end = len(content)
		}
		out = appendSentences(out, content, begin, end)
		begin = end + 1
	}
	return out
}

func appendSentences(out []corpus.Span, content string, begin, end int) []corpus.Span {
	start := begin
	for i := begin; i < end; i++ {
		if c := content[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		stop := i + 1
		for stop < end && strings.ContainsRune("\"')]", rune(content[stop])) {
			stop++
		}
		for stop < end && strings.HasPrefix(content[stop:], "”") {
			stop += len("”")
		}
		next := stop
		for next < end && content[next] == ' ' {
			next++
		}
		if next == stop || next == end || !opensSentence(content[next:end]) {
			continue
		}
		if content[i] == '.' && isAbbreviation(content[start:i]) {
			continue
		}
		out = appendTrimmed(out, content, start, stop)
		start, i = next, next-1
	}
	return appendTrimmed(out, content, start, end)
}

func opensSentence(rest string) bool {
	for _, r := range rest {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"“'‘([", r)
	}
	return false
}

func isAbbreviation(before string) bool {
	word := before[strings.LastIndexAny(before, " ( \"\u00a0")+1:]
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "Jr", "Sr", "No", "vs", "v", "Lt", "Col", "Prof", "Sgt", "Capt",
		"Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return len(word) == 1 || strings.Contains(word, ".")
}

func appendTrimmed(out []corpus.Span, content string, begin, end int) []corpus.Span {
	text := content[begin:end]
	left := strings.TrimLeftFunc(text, unicode.IsSpace)
	begin += len(text) - len(left)
	left = strings.TrimRightFunc(left, unicode.IsSpace)
	if left == "" {
		return out
	}
	return append(out, corpus.Span{Begin: begin, End: begin + len(left)})
}
