// Package timeml reads documents of TimeML as the TempEval-3 corpora write them: tags inside the text, the day of
// publication in <DCT>.
package timeml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval"
)

// Document is an article with its gold time expressions; their offsets are bytes of Text.
type Document struct {
	Name string
	Text string
	// PublishTime is the TIMEX3 value of the DCT: “1998-01-08”, or with a time of day.
	PublishTime string
	Times       []eval.Timex
}

// ReadFolders reads the *.tml files of folders, in the order of their names.
func ReadFolders(root fs.FS, folders ...string) ([]Document, error) {
	var docs []Document
	for _, folder := range folders {
		names, err := fs.Glob(root, path.Join(folder, "*.tml"))
		if err != nil {
			return nil, err
		}
		sort.Strings(names)
		for _, name := range names {
			f, err := root.Open(name)
			if err != nil {
				return nil, err
			}
			d, err := Read(f)
			f.Close()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			d.Name = name
			docs = append(docs, d)
		}
	}
	return docs, nil
}

// Read reads one document. White space at the ends of an expression is no part of it.
func Read(r io.Reader) (Document, error) {
	var d Document
	dec := xml.NewDecoder(r)
	var text strings.Builder
	var open *eval.Timex
	inText, inDCT := false, false
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			d.Text = text.String()
			return d, nil
		}
		if err != nil {
			return d, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "TEXT":
				inText = true
			case "DCT":
				inDCT = true
			case "TIMEX3":
				x := eval.Timex{Begin: text.Len(), Type: attribute(t, "type"), Value: attribute(t, "value")}
				if inDCT {
					d.PublishTime = x.Value
				}
				open = &x
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		case xml.EndElement:
			switch {
			case t.Name.Local == "TEXT":
				inText = false
			case t.Name.Local == "DCT":
				inDCT = false
			case t.Name.Local == "TIMEX3" && inText && open != nil:
				open.End = text.Len()
				d.Times = append(d.Times, trimmed(*open, text.String()))
				open = nil
			}
		}
	}
}

func trimmed(x eval.Timex, text string) eval.Timex {
	for x.Begin < x.End && strings.IndexByte(" \n\t", text[x.Begin]) >= 0 {
		x.Begin++
	}
	for x.End > x.Begin && strings.IndexByte(" \n\t", text[x.End-1]) >= 0 {
		x.End--
	}
	return x
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
