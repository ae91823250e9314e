package cleanup

import (
	"encoding/json"
	"html"
	"strings"
)

// maxJSON bounds how many values of a page's JSON-LD are looked at.
const maxJSON = 2000

// readJSON notes what a page's JSON-LD says of its article (schema.org's NewsArticle and its kin).
func (a *about) readJSON(script, window string) {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<![CDATA["), "]]>")
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		return
	}
	budget := maxJSON
	if article := findArticle(v, &budget); article != nil {
		a.readArticle(article, window)
	}
}

// findArticle returns the first object of an article's type, outer ones first.
func findArticle(v any, budget *int) map[string]any {
	queue := []any{v}
	for len(queue) > 0 && *budget > 0 {
		*budget--
		v := queue[0]
		queue = queue[1:]
		switch v := v.(type) {
		case []any:
			queue = append(queue, v...)
		case map[string]any:
			if articleType(v["@type"]) {
				return v
			}
			for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"} {
				if inner, ok := v[key]; ok {
					queue = append(queue, inner)
				}
			}
		}
	}
	return nil
}

// articleType reports whether a @type names an article.
func articleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") || strings.HasSuffix(v, "Report") ||
			v == "SocialMediaPosting"
	case []any:
		for _, t := range v {
			if articleType(t) {
				return true
			}
		}
	}
	return false
}

// readArticle notes an article's facts. Some sites put a subtitle into headline: what the window's title begins with
// is the title.
func (a *about) readArticle(v map[string]any, window string) {
	name, headline := text(v["name"]), text(v["headline"])
	if headline == "" || name != "" && strings.HasPrefix(window, name) && !strings.HasPrefix(window, headline) {
		headline = name
	}
	a.title.offer(headline, 18)
	a.author.offer(names(v["author"]), 18)
	a.site.offer(names(v["publisher"]), 14)
	a.publish.offer(publishTime(text(v["datePublished"])), 18)
}

// text returns a string, its entities decoded.
func text(v any) string {
	s, _ := v.(string)
	return html.UnescapeString(s)
}

// names joins the names of a person or organisation, or of several.
func names(v any) string {
	switch v := v.(type) {
	case string:
		if !strings.Contains(v, "://") {
			return html.UnescapeString(v)
		}
	case map[string]any:
		return text(v["name"])
	case []any:
		var all []string
		for _, x := range v {
			if s := names(x); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}
