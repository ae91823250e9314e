package pages

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

//go:embed first second third fourth fifth blind
var files embed.FS

// Page is one page with its truth.
type Page struct {
	// Name is the file's, with its set before it: "first/07.txt".
	Name        string
	Content     string
	ContentType extractor.ContentType
	Stretches   []Stretch
	// Class has an entry for each byte of Content: 1 + the index into Stretches, or 0 where nothing is to be
	// decided (white space, markup, the head of an HTML page).
	Class []int32
	// Title, Author, Outlet and PublishTime (a day, 2006-01-02) are what the page states; empty when it does not.
	Title, Author, Outlet, PublishTime string
}

// Stretch is a piece of the page with one type.
type Stretch struct {
	// Types are the right answers, the first the one that decides whose text it is; empty for hidden text, which
	// may be of any type that is not analysed.
	Types []extractor.SegmentType
	Text  string
}

// Sets are the sets of pages, each a folder.
var Sets = []string{"first", "second", "third", "fourth", "fifth", "blind"}

// Load returns the pages of all sets in the order of their names.
func Load() ([]Page, error) {
	var pages []Page
	for _, set := range Sets {
		entries, err := files.ReadDir(set)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			name, ext := path.Join(set, e.Name()), path.Ext(e.Name())
			if ext == ".gold" {
				continue
			}
			p, err := load(name, ext)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			pages = append(pages, p)
		}
	}
	return pages, nil
}

// Set returns the set that the page is of.
func (p *Page) Set() string { return path.Dir(p.Name) }

// Unread reports whether nobody who works on the clean-up reads the page: those of the blind set, and those of the
// second with an odd number.
func (p *Page) Unread() bool {
	return p.Set() == "blind" || p.Set() == "second" && p.Name[len(p.Name)-len(path.Ext(p.Name))-1]%2 == 1
}

func load(name, ext string) (Page, error) {
	content, err := files.ReadFile(name)
	if err != nil {
		return Page{}, err
	}
	gold, err := files.ReadFile(strings.TrimSuffix(name, ext) + ".gold")
	if err != nil {
		return Page{}, err
	}
	p := Page{Name: name, Content: string(content)}
	if ext == ".html" {
		p.ContentType = extractor.HTML
	}
	if err := p.readGold(string(gold)); err != nil {
		return Page{}, err
	}
	return p, p.align()
}

// readGold reads the lines of a gold file.
func (p *Page) readGold(gold string) error {
	for line := range strings.Lines(gold) {
		kind, text, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok {
			return fmt.Errorf("gold line %q has no tab", line)
		}
		if kind == "META" {
			if err := p.readMeta(text); err != nil {
				return err
			}
			continue
		}
		types, err := parseTypes(kind)
		if err != nil {
			return err
		}
		p.Stretches = append(p.Stretches, Stretch{types, text})
	}
	return nil
}

func (p *Page) readMeta(text string) error {
	name, value, _ := strings.Cut(text, "\t")
	switch name {
	case "title":
		p.Title = value
	case "author":
		p.Author = value
	case "outlet":
		p.Outlet = value
	case "publish_time":
		p.PublishTime = value
	default:
		return fmt.Errorf("no META is called %q", name)
	}
	return nil
}

// typeNames are the contract's names, by value.
var typeNames = [...]string{"", "BODY", "TITLE", "DATELINE", "BYLINE", "CAPTION", "CREDIT", "SUBHEADING", "NAVIGATION",
	"RELATED_LINK", "LINK_STUB", "SOCIAL_EMBED", "PAGE_BREAK", "PAGE_NUMBER", "DUPLICATE", "FOOTER", "MARKUP", "SIGNOFF"}

// parseTypes reads a type or a choice of them; HIDDEN alone is nil.
func parseTypes(kind string) ([]extractor.SegmentType, error) {
	var types []extractor.SegmentType
	for name := range strings.SplitSeq(kind, "/") {
		if name == "HIDDEN" {
			continue
		}
		i := slices.Index(typeNames[:], name)
		if i <= 0 {
			return nil, fmt.Errorf("no segment type is called %q", name)
		}
		types = append(types, extractor.SegmentType(i))
	}
	return types, nil
}
