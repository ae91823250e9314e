package main

import (
	"slices"
	"strings"
	"unicode/utf16"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// reading keeps the articles that were read, by their ids, so that what the stories point at can be shown in its own words.
// Articles that the collection had before are not among them.
type reading struct {
	articles map[string]*pb.Article
	unit     pb.EncodingType
}

func newReading(unit pb.EncodingType) *reading {
	return &reading{articles: map[string]*pb.Article{}, unit: unit}
}

func (r *reading) add(a *pb.Article) { r.articles[a.GetArticleId()] = a }

// words returns what stands at a place of an article; "" where that is unknown.
func (r *reading) words(articleID string, s *pb.Span) string {
	text, begin, end := r.place(articleID, s)
	return strings.Join(strings.Fields(text[begin:end]), " ")
}

// sentence returns the sentence around a place of an article, from its first line break or full stop to the next; "" where that is
// unknown or has markup in it.
func (r *reading) sentence(articleID string, s *pb.Span) string {
	text, begin, end := r.place(articleID, s)
	if end == 0 {
		return ""
	}
	if i := lastStop(text[:begin]); i >= 0 {
		begin = i
	} else {
		begin = 0
	}
	end = nextStop(text, end)
	if sentence := strings.Join(strings.Fields(text[begin:end]), " "); !strings.Contains(sentence, "<") {
		return sentence
	}
	return ""
}

// place returns an article's text with the bytes at which a place of it begins and ends, all zero where it is unknown.
func (r *reading) place(articleID string, s *pb.Span) (text string, begin, end int) {
	text = r.articles[articleID].GetContent()
	begin, end = r.offset(text, int(s.GetBeginOffset())), r.offset(text, int(s.GetEndOffset()))
	if begin < 0 || end < begin || end > len(text) {
		return "", 0, 0
	}
	return text, begin, end
}

// offset turns an offset in the units that were asked for into one in bytes.
func (r *reading) offset(text string, units int) int {
	switch r.unit {
	case pb.EncodingType_ENCODING_TYPE_UTF16, pb.EncodingType_ENCODING_TYPE_UTF32:
	default:
		return units
	}
	for i, c := range text {
		if units <= 0 {
			return i
		}
		units--
		if r.unit == pb.EncodingType_ENCODING_TYPE_UTF16 {
			units -= utf16.RuneLen(c) - 1
		}
	}
	return len(text)
}

// lastStop returns where the last sentence of a text begins, -1 for its beginning.
func lastStop(text string) int {
	for i := len(text) - 1; i > 0; i-- {
		if text[i] == '\n' || text[i] == ' ' && isStop(text[:i]) {
			return i + 1
		}
	}
	return -1
}

// nextStop returns where the sentence ends that goes on at a place.
func nextStop(text string, at int) int {
	for ; at < len(text); at++ {
		if text[at] == '\n' || text[at] == ' ' && isStop(text[:at]) {
			break
		}
	}
	return at
}

// isStop reports whether a text ends a sentence: not with an initial or a short form such as “Col.”.
func isStop(text string) bool {
	trimmed := strings.TrimRight(text, "\"”')")
	if trimmed == "" || !strings.ContainsRune(".!?", rune(trimmed[len(trimmed)-1])) {
		return false
	}
	word := strings.TrimRight(trimmed[strings.LastIndexAny(trimmed, " \n")+1:], ".")
	short := len(word) <= 1 || strings.Contains(word, ".") ||
		slices.Contains([]string{"Mr", "Mrs", "Ms", "Dr", "Col", "Gen", "Lt", "Sgt", "Capt", "St", "No", "Sen", "Rep", "Gov"}, word)
	return !strings.HasSuffix(trimmed, ".") || !short
}
