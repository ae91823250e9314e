package cleanup

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline-news/dateline/extractor"
)

// about collects what a page says of itself. For each fact the most explicit source wins: JSON-LD, then OpenGraph
// and its kin, then Dublin Core and other names, then <time> and <title>.
type about struct {
	scripts []string
	lang    string
	title   fact
	site    fact
	author  fact
	publish fact
}

// fact is a value and how much its source is trusted; 0 is none.
type fact struct {
	value string
	rank  int
}

// offer takes a value if its source is better than what is known. An address is no title, name or day.
func (f *fact) offer(value string, rank int) {
	value = strings.Join(strings.Fields(strings.ToValidUTF8(value, "\uFFFD")), " ")
	if value != "" && !strings.Contains(value, "://") && rank > f.rank {
		f.value, f.rank = value, rank
	}
}

// metaTag is what a <meta>, or an element with a date, states.
type metaTag struct{ name, property, content, datetime []byte }

// metaTag notes a fact of the page's head, or the time of publication in its text.
func (p *page) metaTag(m metaTag, tag atom.Atom) {
	a := &p.about
	if m.datetime != nil {
		rank := 2
		if string(m.property) == "datePublished" {
			rank = 8
		}
		if day := publishTime(string(m.datetime)); day != "" {
			a.publish.offer(day, rank)
		}
		return
	}
	if tag != atom.Meta || m.content == nil {
		return
	}
	value := html.UnescapeString(string(m.content))
	for _, key := range strings.Fields(strings.ToLower(string(m.property))) {
		a.named(key, value, 1)
	}
	for _, key := range strings.Fields(strings.ToLower(string(m.name))) {
		a.named(key, value, 0)
	}
}

// named notes a fact by the name that a <meta> gives it. A name given as a property outranks the same one given
// as a name by bonus.
func (a *about) named(key, value string, bonus int) {
	switch key {
	case "dc:title", "dcterm:title", "dcterms:title", "dc.title", "dcterms.title", "dcterm.title":
		a.title.offer(value, 16+bonus)
	case "og:title":
		a.title.offer(value, 14+bonus)
	case "title", "headline":
		a.title.offer(value, 10+bonus)
	case "twitter:title":
		a.title.offer(value, 8+bonus)
	case "parsely-title", "sailthru.title":
		a.title.offer(value, 6+bonus)
	case "og:site_name":
		a.site.offer(value, 16+bonus)
	case "application-name", "publisher", "dc.publisher":
		a.site.offer(value, 4+bonus)
	case "author", "dc:creator", "dc.creator", "dcterms.creator", "dcterm:creator", "parsely-author", "sailthru.author", "byl":
		a.author.offer(value, 10+bonus)
	case "article:author":
		a.author.offer(value, 8+bonus)
	case "article:published_time", "og:article:published_time":
		a.publish.offer(publishTime(value), 16+bonus)
	case "parsely-pub-date":
		a.publish.offer(publishTime(value), 14+bonus)
	case "datepublished", "article:published", "og:published_time", "pubdate", "publishdate", "publish-date", "publication_date",
		"article.published", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "originalpublicationdate",
		"dcterms.date", "dc.date", "dc:date", "dc.date.created", "cxenseparse:recs:publishtime", "article_date_original", "pdate", "ptime":
		a.publish.offer(publishTime(value), 12+bonus)
	case "date":
		a.publish.offer(publishTime(value), 6+bonus)
	}
}

// layouts are the forms in which pages write a time; those without a zone yield the day alone.
var layouts = []struct {
	layout string
	zone   bool
}{
	{time.RFC3339Nano, true}, {"2006-01-02T15:04:05Z0700", true}, {"2006-01-02T15:04:05.999Z0700", true}, {"2006-01-02T15:04Z07:00", true},
	{"2006-01-02T15:04Z0700", true}, {"2006-01-02 15:04:05Z07:00", true}, {"2006-01-02 15:04:05 Z0700", true}, {"2006-01-02 15:04:05 -07:00", true},
	{time.RFC1123Z, true}, {time.RFC1123, false}, {"Mon Jan 02 2006 15:04:05 GMT-0700", true},
	{"January 2, 2006", false}, {"Jan 2, 2006", false}, {"Jan. 2, 2006", false}, {"2 January 2006", false}, {"2 Jan 2006", false},
	{"Monday, January 2, 2006", false}, {"2006/01/02", false}, {"20060102", false},
}

// publishTime returns a time as RFC 3339, or as a date where no zone is stated; "" for what is no time.
func publishTime(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 60 {
		return ""
	}
	for _, l := range layouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		if l.zone {
			return t.Format(time.RFC3339)
		}
		return t.Format(time.DateOnly)
	}
	if len(s) >= 10 {
		if t, err := time.Parse(time.DateOnly, s[:10]); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// metadata writes what the page says of itself into the document's metadata.
func (p *page) metadata() {
	a := &p.about
	window := p.window()
	for _, s := range a.scripts {
		a.readJSON(s, window)
	}
	p.meta = extractor.Metadata{Title: a.title.value, Outlet: a.site.value, Author: a.author.value, PublishTime: a.publish.value}
	if p.meta.Title == "" {
		p.meta.Title = p.windowTitle(window)
	}
}
