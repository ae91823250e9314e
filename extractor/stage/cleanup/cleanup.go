package cleanup

import (
	"context"
	"strings"
	"sync"

	"github.com/dateline-news/dateline/extractor"
)

// New returns the clean-up stage. It provides LayerText: Text, Offsets, Segments, Blocks, Metadata, English. Without a
// model, nil, its rules alone decide.
func New(m *Model) extractor.Stage {
	lex, hints, lang := newLexicon(), newHinter(), newLanguages()
	pool := sync.Pool{New: func() any { return &page{observer: observer{lex: lex}, dom: dom{hints: hints}, model: m} }}
	return extractor.Stage{
		Name:     "cleanup",
		Doc:      "Takes an article as crawled apart into segments and keeps its author's words as clean text with exact offsets.",
		Provides: []extractor.Layer{extractor.LayerText},
		Run: func(ctx context.Context, d *extractor.Document) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			p := pool.Get().(*page)
			defer func() {
				p.article, p.about, p.whole = nil, about{}, ""
				p.ballot.forget()
				pool.Put(p)
			}()
			p.reset(d.Article)
			p.read()
			if err := ctx.Err(); err != nil {
				return err
			}
			p.classify()
			p.assemble(d)
			lang.set(d, p.english())
			return nil
		},
	}
}

// page is the article under study. Its memory is reused from article to article.
type page struct {
	flat
	observer
	dom
	cohesion   cohesion
	survey     survey
	ahead      ahead
	ballot     ballot
	whole      string // a copy of the flat text, once it is asked for
	grove      grove
	field      field
	model      *Model
	scores     []float32
	vectors    []float32 // the evidence on each paragraph, a row of the forests'
	verdicts   []bool
	plan       [][2]float32
	html       bool
	about      about
	article    *extractor.Article
	lines      []line
	paragraphs []paragraph
	seen       map[uint64]int32 // hash of a paragraph → how often it occurs
	first      map[uint64]int32 // hash of a paragraph → the first one of it that was kept
	capitals   bool             // the page is written in capitals
	direct     bool             // the article speaks to its reader
	letter     bool             // it is no page, see isLetter
	furnished  bool             // a page's furniture stands around it, see isFurnished
	live       bool             // it is a live blog, see entries
	body       int              // the first paragraph of running text
	last       int              // the last one
	anchor     int              // the headline in HTML, or where it would stand
	author     []byte           // the name in the byline above the text
	writer     string           // who wrote the article, as far as the page shows
	dated      bool             // a date or a byline was seen below the headline
	title      int              // the paragraph that is the title, or -1
	lead, own  []uint64         // the content words of the first running text, and of a headline
	meta       extractor.Metadata
}

func (p *page) reset(a *extractor.Article) {
	p.flat.reset()
	p.article = a
	p.lines, p.paragraphs = p.lines[:0], p.paragraphs[:0]
	if p.seen == nil {
		p.seen, p.first = map[uint64]int32{}, map[uint64]int32{}
	}
	clear(p.seen)
	clear(p.first)
	p.meta = extractor.Metadata{}
	p.about = about{}
	p.title = -1
	p.author = nil
	p.whole = ""
	p.furnished, p.live = false, false
	p.cohesion.done = false
}

// read makes the flat text and its paragraphs.
func (p *page) read() {
	src := p.article.Content
	if p.article.ContentType == extractor.HTML || looksLikeHTML(src) {
		p.html = true
		p.readHTML(src)
		p.joinSoft()
	} else {
		p.html = false
		p.readPlain(src)
		p.lines = splitLines(p.lines, p.text)
		p.paragraphs = joinLines(p.paragraphs, p.text, p.lines)
		p.cutLine()
	}
	p.capitals = capitals(p.text)
	wide := p.wide
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		q.features = p.observe(p.text[q.begin:q.end])
		for len(wide) > 0 && wide[0] < q.end {
			if wide[0] > q.begin && (q.numbers+q.dates)*4 <= q.words {
				q.bars++
			}
			wide = wide[1:]
		}
		q.hash = hashOf(p.text[q.begin:q.end])
		p.seen[q.hash]++
	}
	if p.html {
		p.metadata()
		p.findContent()
		p.regions()
	}
}

// looksLikeHTML reports whether a text sent as plain is a whole HTML page.
func looksLikeHTML(src string) bool {
	head := strings.TrimLeft(src[:min(len(src), 200)], " \t\r\n\ufeff")
	if head == "" || head[0] != '<' {
		return false
	}
	head = strings.ToLower(head)
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// maxHashed bounds how much of a paragraph its hash covers.
const maxHashed = 256

// hashOf hashes a text's letters and digits (FNV-1a), so that copies which differ in case or punctuation agree. Of a
// long text the beginning and the length count.
func hashOf(text []byte) uint64 {
	h := uint64(14695981039346656037)
	if len(text) > maxHashed {
		h ^= uint64(len(text))
		text = text[:maxHashed]
	}
	for _, c := range text {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	return h
}

// stringOf returns the paragraph's text as part of one copy of the flat text, which no longer changes.
func (p *page) stringOf(i int) string {
	if p.whole == "" {
		p.whole = string(p.text)
	}
	return p.whole[p.paragraphs[i].begin:p.paragraphs[i].end]
}

// textOf returns the paragraph's text.
func (p *page) textOf(i int) []byte { return p.text[p.paragraphs[i].begin:p.paragraphs[i].end] }

// english reports whether a quarter of the words that are kept are stop words of English, which no other language
// comes near.
func (p *page) english() bool {
	words, stops := int32(0), int32(0)
	for i := range p.paragraphs {
		if q := &p.paragraphs[i]; q.kind.Analyzed() {
			words, stops = words+q.words, stops+q.stops
		}
	}
	return words >= 20 && stops*4 >= words
}
