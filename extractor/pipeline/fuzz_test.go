package pipeline

import (
	"context"
	"reflect"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// FuzzEnglish reads anything at all as an article: no stage fails, and whatever it finds lies within the article.
func FuzzEnglish(f *testing.F) {
	for _, a := range samples(f) {
		f.Add(a.Content, false)
	}
	f.Add("<h1>Talks</h1><p>Kask met Tamm on May 4.</p><p>“No,” he said.", true)
	f.Add("He said he\n\nhe said\n\nsaid on Friday “", false)
	p, err := English()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content string, html bool) {
		a := &extractor.Article{ID: "a", Content: content, ContentType: extractor.PlainText}
		if html {
			a.ContentType = extractor.HTML
		}
		d, err := p.Analyze(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		check(t, d, "Document", reflect.ValueOf(*d))
	})
}

// check finds the ranges in a value and wants them within the document.
func check(t *testing.T, d *extractor.Document, path string, v reflect.Value) {
	begin, end, most := 0, 0, 0
	switch x := v.Interface().(type) {
	case extractor.TokenRange:
		begin, end, most = int(x.First), int(x.Last), len(d.Tokens)
	case extractor.TextSpan:
		begin, end, most = int(x.Begin), int(x.End), len(d.Text)
	case extractor.SourceSpan:
		begin, end, most = int(x.Begin), int(x.End), len(d.Article.Content)
	}
	if begin < 0 || end < begin || end > most {
		t.Errorf("%s is %v of %d", path, v, most)
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				check(t, d, path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			check(t, d, path, v.Index(i))
		}
	}
}
