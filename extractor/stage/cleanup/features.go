package cleanup

import (
	"bytes"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// features are what can be seen of a paragraph without understanding it. Counts are of words.
type features struct {
	words    int32
	stops    int32 // of English
	caps     int32 // with a capital first letter
	upper    int32 // wholly in capitals, two letters or more
	numbers  int32
	urls     int32
	handles  int32   // "@name"
	wide     int32   // of scripts without spaces: each character counts as half a word
	dates    int32   // months, weekdays, clock words, numbers in date shape
	labels   int32   // words that stand beside a date: "updated", "on"
	section  int32   // names of sections: "Sport"
	reader   int32   // words that speak to the reader: "your"
	you      int32   // of these "you", "your"
	self     int32   // words by which a writer speaks of himself: "my"
	site     int32   // words that pages use of themselves: "website"
	counter  int32   // what pages count: "shares"
	comment  int32   // "comments", "reply"
	mails    int32   // addresses of electronic mail
	acts     int32   // sentences that begin by asking the reader to do something
	past     int32   // verbs that tell what has happened or been said
	told     int32   // of these the common ones: "said"
	networks int32   // where pages are shared: "Facebook"
	calling  int32   // what writers are: "columnist"
	appeal   float32 // how much the page speaks here to its reader, see weigh
	breaks   int32   // full stops inside
	bars     int32   // marks between items: "Home / World / Asia"
	slashes  int32   // words with a slash inside, capitals at both sides: "AFP/Ana Petrova"
	final    byte    // '.', '?', '!', ':', ',', ';', or 0
	lower    bool    // begins with a small letter
	quoted   bool    // begins with a quotation mark
	bracket  bool    // begins with a bracket: "(REPORTER) Why?"
	bullet   bool    // begins with a dash or a bullet
	ago      bool    // "3 hours ago"
	day      bool    // a month, a weekday or a date in digits
	full     bool    // a date in digits with its year
	dated    bool    // begins with a word that stands beside a date: "Published in …"
	clock    bool    // a time of day: 08:15
	tag      bool    // a word such as "exclusive" that heads no place
	cue      cue
	cueWhole bool  // the cue is all there is
	cueEnd   int32 // where the cue ends, in the paragraph
	topics   [len(topics)]uint8
}

// token is a word of the paragraph under study.
type token struct {
	begin, end int32
	id         uint16
}

// observer measures paragraphs; its buffers are reused. It belongs to one goroutine.
type observer struct {
	lex    *lexicon
	tokens []token
}

// maxObserved bounds how many bytes of a paragraph are looked at: more says nothing new.
const maxObserved = 700

// observe fills in the features of a paragraph's text.
func (o *observer) observe(text []byte) features {
	var f features
	o.tokens = o.tokens[:0]
	f.final = finalPunctuation(text)
	f.opening(text)
	seen := text
	if len(seen) > maxObserved {
		seen = seen[:maxObserved]
	}
	for i := 0; i < len(seen); {
		if c := seen[i]; c == ' ' || c == '\n' {
			i++
			continue
		}
		from, address := i, false
		for i < len(seen) && seen[i] != ' ' && seen[i] != '\n' {
			address = address || seen[i] == '/' || seen[i] == '@' || seen[i] == '.' && i+1 < len(seen) && seen[i+1] == '.'
			i++
		}
		o.word(&f, seen, from, i, address)
	}
	if len(text) > len(seen) {
		scale(&f, len(text), len(seen))
	}
	o.findCue(&f, text)
	o.weigh(&f, text)
	return f
}

// scale carries the counts of a paragraph's first part over to all of it.
func scale(f *features, all, seen int) {
	for _, n := range []*int32{&f.words, &f.stops, &f.caps, &f.upper, &f.wide, &f.breaks} {
		*n = int32(int64(*n) * int64(all) / int64(seen))
	}
}

// opening looks at the paragraph's first characters.
func (f *features) opening(text []byte) {
	for i := 0; i < len(text) && i < 12; {
		r, n := utf8.DecodeRune(text[i:])
		switch {
		case unicode.IsLetter(r):
			f.lower = unicode.IsLower(r)
			return
		case unicode.IsDigit(r):
			return
		case i == 0 && (r == '-' || r == '*' || r == '•' || r == '–' || r == '—' || r == '·' || r == '▪' || r == '●' || r == '►' || r == '»' || r == '>' || r == '♦' || r == '■'):
			f.bullet = true
		case i == 0 && r == '(':
			f.bracket = true
		case r == '"' || r == '“' || r == '‘' || r == '\'' || r == '«' || r == '„':
			f.quoted = true
		}
		i += n
	}
}

// finalPunctuation returns the mark that ends a text, looking through closing quotation marks and brackets.
func finalPunctuation(text []byte) byte {
	for n := len(text); n > 0; {
		r, size := utf8.DecodeLastRune(text[:n])
		switch r {
		case '.', '?', '!', ':', ',', ';':
			return byte(r)
		case '…', '。', '؟', '।', '۔':
			return '.'
		case '？':
			return '?'
		case '！':
			return '!'
		case '"', '\'', '”', '’', '»', '“', ' ', ']', '*':
		case ')', '）':
		default:
			return 0
		}
		if len(text)-n > 12 {
			return 0
		}
		n -= size
	}
	return 0
}

// word counts one word, text[from:to]. address tells that it has a slash, an @ or an
// ellipsis in it.
func (o *observer) word(f *features, text []byte, from, to int, address bool) {
	begin, end := trimPunctuation(text, from, to)
	if begin == end {
		switch text[from] {
		case '&':
			o.tokens = append(o.tokens, token{int32(from), int32(to), o.lex.ids["&"]})
		default:
			if r, _ := utf8.DecodeRune(text[from:]); strings.ContainsRune("/|>»·›•→│", r) {
				f.bars++
			}
		}
		return
	}
	w := text[begin:end]
	if wide := wideRunes(w); wide > 1 {
		f.wide += int32(wide+1) / 2
		f.words += int32(wide+1) / 2
	} else {
		f.words++
	}
	if end < to && to < len(text) && (text[end] == '.' || text[end] == '?' || text[end] == '!') && end-begin > 2 {
		f.breaks++
	}
	name := w
	if address {
		name, _, _ = bytes.Cut(w, []byte("..."))
		if slash := bytes.IndexByte(w, '/'); slash > 0 {
			name = w[:slash]
			if slash+1 < len(w) && upperByte(w[0]) && upperByte(w[slash+1]) {
				f.slashes++
			}
		}
	}
	id := o.lookup(name)
	f.count(o.lex.entries[id].class, shapeOf(w, address))
	if begin > from && text[begin-1] == '@' {
		f.handles++
	}
	if n := end - begin; n >= 5 && o.lex.entries[id].topical() && text[end-2] == 'e' && text[end-1] == 'd' && !upperByte(text[begin]) {
		f.past++
	}
	o.tokens = append(o.tokens, token{int32(begin), int32(end), id})
}

// count adds a word to the counters that its class and shape concern.
func (f *features) count(class wordClass, shape shape) {
	if shape == shapeCap || shape == shapeUpper {
		f.caps++
	}
	switch {
	case shape == shapeUpper:
		f.upper++
	case shape == shapeNumber:
		f.numbers++
	case shape == shapeURL:
		f.urls++
	}
	if class&classStop != 0 {
		f.stops++
	}
	switch {
	case class&(classMonth|classWeekday|classClock) != 0 || shape == shapeNumber || shape == shapeDate || shape == shapeFullDate || shape == shapeClock:
		f.dates++
		f.day = f.day || class&(classMonth|classWeekday) != 0 || shape == shapeDate || shape == shapeFullDate || shape == shapeClock
		f.full = f.full || shape == shapeFullDate
	case class&(classDateWord|classAgoUnit) != 0:
		f.labels++
	}
	if class&classSection != 0 {
		f.section++
	}
	if class&classReader != 0 {
		f.reader++
	}
	if class&classSite != 0 {
		f.site++
	}
	f.dated = f.dated || f.words == 1 && class&classDateWord != 0
	f.tag = f.tag || class&classLabel != 0
	f.clock = f.clock || shape == shapeClock
	if class&classYou != 0 {
		f.you++
	}
	if class&classSelf != 0 {
		f.self++
	}
	if class&classCounter != 0 {
		f.counter++
	}
	if class&classComment != 0 {
		f.comment++
	}
	if shape == shapeMail {
		f.mails++
	}
	if class&classPast != 0 {
		f.past++
		f.told++
	}
	if class&classNetwork != 0 {
		f.networks++
	}
	if class&classCalling != 0 {
		f.calling++
	}
	for c := uint32(class / classTopic); c != 0; c &= c - 1 {
		if n := &f.topics[bits.TrailingZeros32(c)]; *n < 255 {
			*n++
		}
	}
	if class&classAgo != 0 && f.words <= 6 && f.numbers > 0 {
		f.ago = true
	}
}

// lookup returns the id of a word in small letters, curly apostrophes made straight.
func (o *observer) lookup(w []byte) uint16 {
	var buf [maxWord]byte
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		if n == len(buf) {
			return 0
		}
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == 0xE2 && bytes.HasPrefix(w[i:], []byte("’")):
			c, i = '\'', i+2
		}
		buf[n] = c
		n++
	}
	return o.lex.find(buf[:n])
}
