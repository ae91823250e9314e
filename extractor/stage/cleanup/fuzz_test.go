package cleanup

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

func FuzzPlain(f *testing.F) {
	for _, s := range oddPlain {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { analyze(t, s, extractor.PlainText) })
}

func FuzzHTML(f *testing.F) {
	for _, s := range oddHTML {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { analyze(t, s, extractor.HTML) })
}

var oddPlain = []string{
	"", " ", "\n\n", "\r\n\r\n", "a", ".", "<", "&", "&amp", "&#x110000;", "&amp;nbsp;", "\xff\xfe", "\u00ad", "\ufeffTitle\n\nBody text.",
	"The o\u00adffice \ufb03 said\u00a0so.", "Minister\u200b says: â€œno\u009d", "<b>bold</b> text <br> more <!-- x --> end", "a\u2028b\u2029c",
	"Page 3 of 3", "- 2 -", "By A\n\nB", "KALA\n\n-\n\n--", "<!doctype html><p>x", "Read more:\n\nRead more:\n\n", "@a http://b\n\n— C (@d) May 4, 2017",
	"Share\nPrint\nCopy link\nTweet\n", "> \n> a\n>\n>\n> b\n>", "17:46\nA\n17:50\nB.\n17:59\n",
	"The line stops here and\n\n\nPage 2 of 4\n\ngoes on there, he said in a long sentence.",
}

var oddHTML = []string{
	"", "<", "<p", "<p>", "</p>", "<p>a<p>b", "<a href=x>a<div>b</a>c</div>", "<script>", "<script>x</script>y", "<title>t", "<title></title><title>b</title>", "<title>\xef",
	"<p hidden>x<div>y</div>", "<div style='display: none'>x", "a&amp;b&nbsp;c&#8217;d&ffilig;e", "<p>a&nbsp;<b> b</b> c<br>d<br><br>e", "<ul><li>a<li>b</ul>",
	"<table><tr><td>a<td>b<tr><th>c</table>", "<pre>a\n  b</pre>", "<!-- <p> -->x", "<svg><title>a</title></svg>", "<p>\ufb03ce &acE; \xff", "<svg/>a<br/>b<p/>c",
	"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"H\"}</script><h1>H</h1><p>x", "<body><h1>A</h1><p>B.", "<a-b>x</a-b>", "<template><p>x</template>z", "0&nbsp &nbsp0;",
}

// TestOdd runs the odd inputs that fuzzing begins with, and their ends cut off.
func TestOdd(t *testing.T) {
	for _, s := range oddPlain {
		analyze(t, s, extractor.PlainText)
	}
	for _, s := range oddHTML {
		for i := range len(s) + 1 {
			analyze(t, s[:i], extractor.HTML)
		}
	}
}

// TestLinear holds the stage to time in proportion to length, on inputs that tempt to search again and again:
// four times the length may take at most twelve times as long.
func TestLinear(t *testing.T) {
	if os.Getenv("DATELINE_TIMED") == "" {
		t.Skip("measures time, which scatters on a busy machine: set DATELINE_TIMED=1 to run it")
	}
	for name, unit := range map[string]string{
		"no space": "x", "lines": "word\n", "lone brackets": "<", "ampersands": "&", "short lines": "a\n\n", "open tags": "<b ", "soft hyphens": "\u00ad",
		"titles": "The Minister Says No\n", "cues": "Read more: ", "dashes": "- ", "dates": "May 4\n",
		"cookies": "We use cookies on our website to help you.\n\nHome\nShare this\nCopy link\n", "quoted": "> a quote of it here\n", "entries": "17:46\nA heading\nIt rained, he said.\n",
		"one line": "Home News Sport ", "comments": "Old Fritz July 3, 2014 at 10:12\nIt was good.\n", "columns": "News   Sport   Here\n", "owners": "© 2019 The Daily Times\n",
	} {
		linear(t, name, unit, extractor.PlainText)
	}
	for name, unit := range map[string]string{
		"deep": "<div>", "deep inline": "<b>", "closing": "</div>", "misnested": "<b><div></b>", "paragraphs": "<p>a", "siblings": "<p>The minister said so.</p>", "tables": "<table><tr><td>",
		"headings": "<h1>a b c d</h1>", "breaks": "a<br>", "links": "<a href=x>y</a>", "lists": "<ul><li>", "hidden": "<p hidden>", "comments": "<!--", "titles": "<title>a b c | d</title>",
		"scripts": "<script type=application/ld+json>{\"a\":[", "boxes": "<div class=related><p>The minister, he said, came.</p></div>", "spans": "<span hidden><span>", "attributes": "<p a=b ",
		"sections": "<section><h2>a</h2><div>", "custom": "<x-y>",
	} {
		linear(t, name, unit, extractor.HTML)
	}
}

func linear(t *testing.T, name, unit string, kind extractor.ContentType) {
	t.Helper()
	n := 1 << 17 / len(unit)
	small := best(t, strings.Repeat(unit, n), kind)
	large := best(t, strings.Repeat(unit, 4*n), kind)
	if large > 12*small+150*time.Millisecond {
		t.Errorf("%s: %v for one part, %v for four", name, small, large)
	}
}

func best(t *testing.T, content string, kind extractor.ContentType) time.Duration {
	least := time.Hour
	for range 3 {
		start := time.Now()
		runStage(t, content, kind)
		least = min(least, time.Since(start))
	}
	return least
}
