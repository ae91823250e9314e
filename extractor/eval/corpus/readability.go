package corpus

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
)

// WebPage is one of Mozilla's test pages for Readability with the content that it is to yield.
type WebPage struct {
	Name, HTML string
	// Content is the text of the expected content, blocks on lines of their own.
	Content string
	// Title and PublishTime are what the page states; empty where it states none.
	Title, PublishTime string
}

// WebPages reads the readability corpus, sorted by name.
func WebPages(shared string) ([]WebPage, error) {
	folders, err := filepath.Glob(filepath.Join(shared, "data", "readability", "pages", "*"))
	if err != nil || len(folders) == 0 {
		return nil, fmt.Errorf("corpus: no web pages under %s", shared)
	}
	var out []WebPage
	for _, folder := range folders {
		page, err := webPage(folder)
		if err != nil {
			return nil, fmt.Errorf("corpus: readability: %w", err)
		}
		out = append(out, page)
	}
	return out, nil
}

func webPage(folder string) (WebPage, error) {
	page := WebPage{Name: filepath.Base(folder)}
	source, err := os.ReadFile(filepath.Join(folder, "source.html"))
	if err != nil {
		return page, err
	}
	page.HTML = strings.ToValidUTF8(string(source), "\uFFFD")
	expected, err := os.ReadFile(filepath.Join(folder, "expected.html"))
	if err != nil {
		return page, err
	}
	root, err := html.Parse(strings.NewReader(string(expected)))
	if err != nil {
		return page, err
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && !silent(n.Parent.Data):
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && !inline[n.Data]:
			b.WriteByte('\n')
		}
	}
	page.Content = b.String()
	var facts struct{ Title, PublishedTime string }
	raw, err := os.ReadFile(filepath.Join(folder, "expected-metadata.json"))
	if err != nil {
		return page, err
	}
	if err := json.Unmarshal(raw, &facts); err != nil {
		return page, err
	}
	page.Title, page.PublishTime = facts.Title, facts.PublishedTime
	return page, nil
}

// silent reports whether the text of an element is not to be read.
func silent(tag string) bool {
	return tag == "script" || tag == "style" || tag == "noscript" || tag == "iframe" || tag == "template"
}

// inline lists the elements that do not begin a line.
var inline = map[string]bool{"a": true, "abbr": true, "b": true, "cite": true, "code": true, "em": true, "font": true, "i": true,
	"mark": true, "q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true}
