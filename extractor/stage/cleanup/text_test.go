package cleanup

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestText holds characters that mean something else than they are against their reading, and a word of the text
// against the place that it has in the source.
func TestText(t *testing.T) {
	for _, c := range []struct {
		name, source, text string
		word, place        string // a word of the text, and what stands for it in the source
		kind               extractor.ContentType
	}{
		{"no-break space", "Foreign Minister Alar\u00a0Kask spoke.", "Foreign Minister Alar Kask spoke.", "Alar Kask", "Alar\u00a0Kask", 0},
		{"soft hyphen", "The govern\u00adment fell.", "The government fell.", "government", "govern\u00adment", 0},
		{"zero width", "The \u200bgovern\u200cment\ufeff fell.", "The government fell.", "government", "govern\u200cment", 0},
		{"ligature", "An o\ufb03cial con\ufb01rmed it.", "An official confirmed it.", "official", "o\ufb03cial", 0},
		{"spaces", "He   went \t home.", "He went home.", "went home", "went \t home", 0},
		{"curly", "“No,” he said — and left…", "“No,” he said — and left…", "“No,”", "“No,”", 0},
		{"CRLF", "The first line ends here.\r\n\r\nThe second one ends there.", "The first line ends here.\n\nThe second one ends there.", "second", "second", 0},
		{"encoded twice", "The ministerâ€™s cafÃ© closed.", "The minister’s café closed.", "minister’s", "ministerâ€™s", 0},
		{"entity in plain text", "Marks &amp; Sons lost &#163;2m.", "Marks & Sons lost £2m.", "£2m", "&#163;2m", 0},
		{"no entity", "AT&T rose; x < y.", "AT&T rose; x < y.", "AT&T", "AT&T", 0},
		{"entity", "<p>Caf&eacute;&nbsp;Riga &ldquo;closed&rdquo;.</p>", "Café Riga “closed”.", "Café Riga", "Caf&eacute;&nbsp;Riga", extractor.HTML},
		{"entity encoded twice", "<p>Caf&amp;eacute; Riga closed.</p>", "Café Riga closed.", "Café", "Caf&amp;eacute;", extractor.HTML},
		{"comment", "<p>The govern<!-- x -->ment fell.</p>", "The government fell.", "fell", "fell", extractor.HTML},
		{"line breaks", "<p>The\n   government\n fell.</p>", "The government fell.", "government", "government", extractor.HTML},
	} {
		d := analyze(t, c.source, c.kind)
		if d.Text != c.text {
			t.Errorf("%s: %q", c.name, d.Text)
			continue
		}
		at := indexOf(d.Text, c.word)
		span := extractor.TextSpan{Begin: extractor.TextOffset(at), End: extractor.TextOffset(at + len(c.word))}
		hull, ok := d.Offsets.Hull(span)
		if !ok || c.source[hull.Begin:hull.End] != c.place {
			t.Errorf("%s: %q stands at %v", c.name, c.word, hull)
		}
		if back, ok := d.Offsets.ToText(hull); !ok || back != span {
			t.Errorf("%s: %v leads back to %v, not %v", c.name, hull, back, span)
		}
	}
}

func indexOf(text, word string) int {
	for i := range text {
		if len(text) >= i+len(word) && text[i:i+len(word)] == word {
			return i
		}
	}
	return -1
}

// TestCutSentence joins a sentence that a page break has cut: two segments, one block, two places in the source.
func TestCutSentence(t *testing.T) {
	const source = "Harbour to close\n\nThe harbour of Tallinn will be closed for two weeks because of ice, and ships must wait\n\n\n" +
		"Page 2 of 3\n\noutside the bay until the ice has gone, officials said on Monday.\n"
	d := analyze(t, source, extractor.PlainText)
	const sentence = "ships must wait outside the bay"
	at := indexOf(d.Text, sentence)
	if at < 0 {
		t.Fatalf("not joined: %q", d.Text)
	}
	spans := d.Offsets.ToSource(extractor.TextSpan{Begin: extractor.TextOffset(at), End: extractor.TextOffset(at + len(sentence))})
	if len(spans) != 2 || source[spans[0].Begin:spans[0].End] != "ships must wait" || source[spans[1].Begin:spans[1].End] != "outside the bay" {
		t.Errorf("spans %v", spans)
	}
	if n := len(d.Blocks); n != 2 {
		t.Errorf("%d blocks", n)
	}
}

// TestInlineTags keeps a paragraph with tags inside as one segment; a span across a tag has two places.
func TestInlineTags(t *testing.T) {
	const source = "<p>Minister <b>Alar</b> Kask spoke in Tartu on Monday.</p>"
	d := analyze(t, source, extractor.HTML)
	at := indexOf(d.Text, "Alar Kask")
	spans := d.Offsets.ToSource(extractor.TextSpan{Begin: extractor.TextOffset(at), End: extractor.TextOffset(at + 9)})
	if len(spans) != 2 || source[spans[0].Begin:spans[0].End] != "Alar" || source[spans[1].Begin:spans[1].End] != " Kask" {
		t.Errorf("spans %v", spans)
	}
	body := 0
	for _, s := range d.Segments {
		if s.Type == extractor.SegmentBody {
			body++
		}
	}
	if body != 1 {
		t.Errorf("%d body segments: %v", body, d.Segments)
	}
}

// A single sentence is too short to read like running text, but its dateline is one.
func TestDatelineOfASingleSentence(t *testing.T) {
	for content, want := range map[string]string{
		"TALLINN, 10 May 2019 – Alar Kask met Ingrid Solberg on Thursday.": "Alar Kask met Ingrid Solberg on Thursday.",
		"KOTKA (BNS) - Mara Lind won.":                                     "Mara Lind won.",
		"Alar Kask – a president – met Ingrid Solberg.":                    "",
	} {
		d := analyze(t, content, extractor.PlainText)
		got := ""
		if len(d.Segments) > 1 && d.Segments[0].Type == extractor.SegmentDateline {
			got = d.Segments[len(d.Segments)-1].Text
		}
		if got != want {
			t.Errorf("%s: after the dateline %q, want %q", content, got, want)
		}
	}
}
