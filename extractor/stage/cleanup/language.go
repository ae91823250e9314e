package cleanup

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

//go:embed languages.tsv
var languageTable string

// languages tells the language of a text by its script and its commonest words, which every language has in
// every sentence; longer statistics are not needed to know English from another language.
type languages struct {
	codes []string
	of    map[string]uint64 // word → set of languages, bits in the order of codes
}

// maxDetected bounds how much of a text is looked at.
const maxDetected = 6000

func newLanguages() *languages {
	l := &languages{of: map[string]uint64{}}
	for i, row := range rows(languageTable, 2) {
		l.codes = append(l.codes, row[0])
		for _, w := range strings.Fields(row[1]) {
			l.of[w] |= 1 << i
		}
	}
	return l
}

// set writes the language of the document's text, and warns when it is not English. english tells that its stop
// words have already shown it to be English.
func (l *languages) set(d *extractor.Document, english bool) {
	code := "en"
	if !english {
		code = l.detect(d.Text)
	}
	if code == "" {
		code = "en"
		if given := d.Article.LanguageCode; given != "" {
			code = given
		}
	}
	d.Metadata.LanguageCode = code
	d.English = code == "en" || strings.HasPrefix(strings.ToLower(code), "en-")
	if !d.English {
		d.Warn("LANGUAGE_UNSUPPORTED", "the article is in "+code+": segments only", extractor.SourceSpan{})
	}
}

// detect returns the BCP-47 code of a text's language, or "" when it is too short to tell.
func (l *languages) detect(text string) string {
	if len(text) > maxDetected {
		text = text[:maxDetected]
	}
	if code := scriptLanguage(text); code != "" {
		return code
	}
	counts := make([]int, len(l.codes))
	words := 0
	for w := range strings.FieldsSeq(text) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if w == "" {
			continue
		}
		words++
		if len(w) > 12 {
			continue
		}
		for set, i := l.of[strings.ToLower(w)], 0; set != 0; set, i = set>>1, i+1 {
			counts[i] += int(set & 1)
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	if words < 4 || counts[best] == 0 {
		return ""
	}
	// English unless another language is clearly more likely: names and quotes bring foreign words into English.
	if best != 0 && (counts[best] < counts[0]+3 || counts[best]*10 < words) {
		if words < 20 { // too short to tell against what the caller says
			return ""
		}
		return "en"
	}
	return l.codes[best]
}

// scriptLanguage returns the language that a text's script gives away, or "" for Latin letters.
func scriptLanguage(text string) string {
	var latin, cyrillic, arabic, hebrew, greek, han, kana, hangul, thai, devanagari, ukrainian, persian int
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			if c := text[i] | 0x20; c >= 'a' && c <= 'z' {
				latin++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case r < 0x250:
			latin++
		case r >= 0x370 && r < 0x400:
			greek++
		case r >= 0x400 && r < 0x530:
			cyrillic++
			if strings.ContainsRune("іїєґІЇЄҐ", r) {
				ukrainian++
			}
		case r >= 0x590 && r < 0x600:
			hebrew++
		case r >= 0x600 && r < 0x780:
			arabic++
			if strings.ContainsRune("پچژگکی", r) {
				persian++
			}
		case r >= 0x900 && r < 0x980:
			devanagari++
		case r >= 0xE00 && r < 0xE80:
			thai++
		case r >= 0x3040 && r < 0x3100:
			kana++
		case r >= 0x4E00 && r < 0xA000:
			han++
		case r >= 0xAC00 && r < 0xD7B0:
			hangul++
		}
	}
	// A character of these scripts says about as much as two Latin letters.
	ideographs := (han + kana + hangul) * 2
	switch most := max(latin, cyrillic, arabic, hebrew, greek, thai, devanagari, ideographs); {
	case most == latin:
		return ""
	case most == cyrillic && ukrainian*50 > cyrillic:
		return "uk"
	case most == cyrillic:
		return "ru"
	case most == arabic && persian*20 > arabic:
		return "fa"
	case most == arabic:
		return "ar"
	case most == hebrew:
		return "he"
	case most == greek:
		return "el"
	case most == thai:
		return "th"
	case most == devanagari:
		return "hi"
	case hangul > han+kana:
		return "ko"
	case kana*10 > han:
		return "ja"
	}
	return "zh"
}
