package main

import (
	"html"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/pages"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/stage/cleanup"
)

// pagesTrainer learns which paragraphs of plain text are the page's, for stage/cleanup.
func pagesTrainer() trainer {
	return trainer{
		Name:        "pages",
		Doc:         "which paragraphs of a page in plain text are its own (boosted trees), from invented pages",
		Corpora:     []string{"ud_ewt", "gum_open", "wikinews"},
		Attribution: append(treebankAttribution(), "Wikinews contributors, CC BY 2.5"),
		Licence:     "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			lessons, err := pageLessons(j)
			if err != nil {
				return nil, err
			}
			m, scores := cleanup.Train(lessons, j.Seed, j.Log)
			return &product{Model: m.Bytes(), Scores: scores}, nil
		},
	}
}

// How many texts of a corpus are lessons, how much those weigh in which all is the author's, and how much a page in
// another form.
const (
	ownTexts      = 300
	ownWeight     = 0.3
	variantWeight = 0.4
	pageFolds     = 5
)

// pageLessons are the invented pages that may be read, and articles and letters that are all their authors'.
func pageLessons(j *job) ([]cleanup.Lesson, error) {
	news, err := wikinewsText(j)
	if err != nil {
		return nil, err
	}
	all, err := pages.Load()
	if err != nil {
		return nil, err
	}
	lessons, err := labelledLessons()
	if err != nil {
		return nil, err
	}
	for i := range all {
		if p := &all[i]; !p.Unread() {
			lessons = append(lessons, lessonsOfPage(p, news[len(news)-1-i], i%pageFolds)...)
		}
	}
	for i, text := range news[:min(len(news), ownTexts)] {
		lessons = append(lessons, ownText(text, i%pageFolds))
	}
	for _, file := range treebanks(j, "train") {
		docs, err := conllu.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for i := range docs[:min(len(docs), ownTexts)] {
			lessons = append(lessons, ownText(docs[i].Raw().Text, i%pageFolds))
		}
	}
	return lessons, nil
}

// lessonsOfPage are the page as it is; its stretches line by line with and without blank lines
// between them; and its furniture around an article of news.
func lessonsOfPage(p *pages.Page, news string, fold int) []cleanup.Lesson {
	lessons := []cleanup.Lesson{lessonOfPage(p)}
	var paragraphs []string
	for line := range strings.Lines(news) {
		if line = strings.TrimSpace(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	lessons = append(lessons, linesOfPage(p, "\n", nil), linesOfPage(p, "\n\n", nil), linesOfPage(p, "\n", paragraphs),
		linesOfPage(shortened(p), "\n\n", nil))
	if p.ContentType == extractor.HTML {
		strange := lessons[0]
		strange.Content, strange.Weight, strange.Measured = inStrangeNames(p.Content), variantWeight, false
		lessons = append(lessons, strange)
	}
	for i := range lessons {
		lessons[i].Fold, lessons[i].Variant = fold, i > 0
	}
	return lessons
}

// shortText is how many paragraphs of its author a page keeps that is made short.
const shortText = 4

// shortened returns a page without the end of its article.
func shortened(p *pages.Page) *pages.Page {
	short, n := *p, 0
	short.Stretches = slices.DeleteFunc(slices.Clone(p.Stretches), func(s pages.Stretch) bool {
		if ownerOf(s.Main()) == cleanup.Authors {
			n++
		}
		return n > shortText && ownerOf(s.Main()) == cleanup.Authors
	})
	return &short
}

// namings are the attributes that name elements.
var namings = regexp.MustCompile(`\b(?:class|id)="[^"]*"`)

// inStrangeNames returns HTML with the names of its elements in no language: only the tags then tell what they are.
func inStrangeNames(content string) string {
	return namings.ReplaceAllStringFunc(content, func(attribute string) string {
		name, value, _ := strings.Cut(attribute, "=")
		return name + "=" + strings.Map(func(r rune) rune {
			switch {
			case r >= 'a' && r <= 'z':
				return 'a' + (r-'a'+13)%26
			case r >= 'A' && r <= 'Z':
				return 'A' + (r-'A'+13)%26
			}
			return r
		}, value)
	})
}

func lessonOfPage(p *pages.Page) cleanup.Lesson {
	l := cleanup.Lesson{Content: p.Content, Owners: make([]cleanup.Owner, len(p.Content)), Weight: 1, Measured: true,
		HTML: p.ContentType == extractor.HTML, Set: p.Set() + path.Ext(p.Name)}
	for i, class := range p.Class {
		if class > 0 {
			l.Owners[i] = ownerOf(p.Stretches[class-1].Main())
		}
	}
	return l
}

// linesOfPage makes a text of the page's stretches. Paragraphs, if there are any, stand in the place of the author's.
func linesOfPage(p *pages.Page, between string, paragraphs []string) cleanup.Lesson {
	l := cleanup.Lesson{Weight: variantWeight}
	var b strings.Builder
	mixed := len(paragraphs) > 0
	for _, s := range p.Stretches {
		if len(s.Types) == 0 {
			continue
		}
		text, owner := html.UnescapeString(s.Text), ownerOf(s.Types[0])
		if mixed && owner != cleanup.Pages {
			if owner != cleanup.Authors || len(paragraphs) == 0 {
				continue
			}
			text, paragraphs = paragraphs[0], paragraphs[1:]
		}
		b.WriteString(text)
		for len(l.Owners) < b.Len() {
			l.Owners = append(l.Owners, owner)
		}
		b.WriteString(between)
		l.Owners = append(l.Owners, make([]cleanup.Owner, len(between))...)
	}
	l.Content = b.String()
	return l
}

// ownText is a lesson in which all is the author's.
func ownText(text string, fold int) cleanup.Lesson {
	l := cleanup.Lesson{Content: text, Owners: make([]cleanup.Owner, len(text)), Fold: fold, Weight: ownWeight}
	for i := range l.Owners {
		if text[i] != ' ' && text[i] != '\n' {
			l.Owners[i] = cleanup.Authors
		}
	}
	return l
}

// ownerOf returns whose a stretch of a type is.
func ownerOf(kind extractor.SegmentType) cleanup.Owner {
	switch {
	case kind == extractor.SegmentBody || kind == extractor.SegmentSubheading:
		return cleanup.Authors
	case kind == extractor.SegmentTitle:
		return cleanup.Titles
	case kind == extractor.SegmentDateline:
		return cleanup.Dates
	case kind == extractor.SegmentByline:
		return cleanup.Bylines
	case kind.Analyzed():
		return cleanup.Beside
	}
	return cleanup.Pages
}
