package corpus

import (
	"cmp"
	_ "embed" // the labels
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// ECBDocument is an article of ECB+ (Cybulska and Vossen 2014), its tokens put together to running text.
type ECBDocument struct {
	// Topic is a number; Subtopic "1" for the ECB half and "1plus" for the other: two happenings of a kind.
	Topic          int
	File, Subtopic string
	Text           string
	// Sentences are the validated ones: mentions elsewhere are incomplete.
	Sentences []Span
	Mentions  []ECBMention
	// Names are all proper names in the sentences Named (our own annotation, see ecbplus/README.md).
	Named []Span
	Names []TypedSpan
}

// ECBMention is a mention of an action, time, place or participant.
type ECBMention struct {
	// Type is the corpus's: ACTION_OCCURRENCE, NEG_ACTION_STATE, HUMAN_PART_PER, LOC_GEO, TIME_DATE …
	Type string
	// Spans are one or, where the mention is interrupted, several.
	Spans []Span
	// Instance is equal for mentions of one thing, in all documents of a topic; a lone mention has one of its own.
	Instance string
	// Validated: it stands in a validated sentence.
	Validated bool
	// Label is our own type of the event, perhaps with a mode (“ASSAULT/firearms”), NoEvent where our guidelines would not
	// mark it; "" for what nobody labelled.
	Label string
}

// NoEvent labels what ECB+ marks and our guidelines leave out.
const NoEvent = "-"

// Event reports whether the mention is of an action.
func (m *ECBMention) Event() bool { return strings.Contains(m.Type, "ACTION") }

// ECBDevTopics are the topics that the literature tunes on; all others of the folder are for training.
var ECBDevTopics = []int{2, 5, 12, 18, 21, 23, 34, 35}

// ECBPlus reads the documents of the topics for which want is true, by topic and file name. The address that begins
// the files of the second half is left out.
func ECBPlus(shared string, want func(topic int) bool) ([]ECBDocument, error) {
	folder := filepath.Join(shared, "data", "ecbplus")
	valid, err := validatedSentences(filepath.Join(folder, "ECBplus_coreference_sentences.csv"))
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	labels := ecbLabels()
	files, err := filepath.Glob(filepath.Join(folder, "ECB+", "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	names, err := readECBNames()
	if err != nil {
		return nil, err
	}
	var out []ECBDocument
	for _, file := range files {
		topic, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err != nil || !want(topic) {
			continue
		}
		d, err := readECB(file, topic, valid, names, labels)
		if err != nil {
			return nil, fmt.Errorf("corpus: %s: %w", filepath.Base(file), err)
		}
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b ECBDocument) int {
		return cmp.Or(cmp.Compare(a.Topic, b.Topic), cmp.Compare(a.File, b.File))
	})
	return out, nil
}

// ECBArticles reads the texts of the training topics alone, in the order of ECBPlus. An article's ID is "SUBTOPIC/FILE"; no
// title and no publication day is known.
func ECBArticles(shared string) ([]Article, error) {
	docs, err := ECBPlus(shared, func(topic int) bool { return !slices.Contains(ECBDevTopics, topic) })
	if err != nil {
		return nil, err
	}
	out := make([]Article, 0, len(docs))
	for i := range docs {
		out = append(out, Article{ID: docs[i].Subtopic + "/" + docs[i].File, Content: docs[i].Text})
	}
	return out, nil
}

//go:embed ecbplus/types.tsv
var ecbTypes string

// ecbLabels returns our labels by document and m_id.
func ecbLabels() map[[2]string]string {
	labels := map[[2]string]string{}
	for line := range strings.Lines(ecbTypes) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 3 {
			labels[[2]string{f[0], f[1]}] = f[2]
		}
	}
	return labels
}

func validatedSentences(file string) (map[string]bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	valid := map[string]bool{}
	for _, r := range rows {
		valid[r[0]+"_"+r[1]+" "+r[2]] = true
	}
	return valid, err
}

// ecbFile is the CAT XML of a document.
type ecbFile struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence string `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName  xml.Name
			ID       string `xml:"m_id,attr"`
			Instance string `xml:"instance_id,attr"`
			Anchors  []struct {
				Token string `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []struct {
			XMLName xml.Name
			ID      string `xml:"r_id,attr"`
			Note    string `xml:"note,attr"`
			Sources []struct {
				ID string `xml:"m_id,attr"`
			} `xml:"source"`
		} `xml:",any"`
	} `xml:"Relations"`
}

func readECB(file string, topic int, valid map[string]bool, names ecbNames, labels map[[2]string]string) (*ECBDocument, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var x ecbFile
	if err := xml.Unmarshal(data, &x); err != nil {
		return nil, err
	}
	name := strings.TrimSuffix(filepath.Base(file), ".xml")
	d := &ECBDocument{Topic: topic, File: name, Subtopic: strconv.Itoa(topic)}
	plus := strings.HasSuffix(name, "plus")
	if plus {
		d.Subtopic += "plus"
	}
	places, inValid := d.join(&x, name, plus, valid)
	tokens := map[string][]Span{}
	for _, t := range x.Tokens {
		if p, ok := places[t.ID]; ok {
			tokens[t.Sentence] = append(tokens[t.Sentence], p)
		}
	}
	d.name(names[name], tokens)
	instance := map[string]string{}
	for _, r := range x.Relations.All {
		for _, s := range r.Sources {
			id := r.Note
			if r.XMLName.Local != "CROSS_DOC_COREF" || id == "" {
				id = name + "/" + r.ID
			}
			instance[s.ID] = id
		}
	}
	for _, m := range x.Markables.All {
		mention := ECBMention{Type: m.XMLName.Local, Instance: cmp.Or(instance[m.ID], name+"/m"+m.ID), Label: labels[[2]string{name, m.ID}]}
		for _, a := range m.Anchors {
			p, ok := places[a.Token]
			if !ok {
				continue
			}
			mention.Validated = inValid[a.Token]
			if n := len(mention.Spans); n > 0 && p.Begin <= mention.Spans[n-1].End+1 {
				mention.Spans[n-1].End = p.End
				continue
			}
			mention.Spans = append(mention.Spans, p)
		}
		if len(mention.Spans) > 0 {
			d.Mentions = append(d.Mentions, mention)
		}
	}
	slices.SortFunc(d.Mentions, func(a, b ECBMention) int { return cmp.Compare(a.Spans[0].Begin, b.Spans[0].Begin) })
	return d, nil
}

// join puts the tokens together, a paragraph a sentence, and returns where each stands and whether its sentence was
// validated.
func (d *ECBDocument) join(x *ecbFile, name string, plus bool, valid map[string]bool) (map[string]Span, map[string]bool) {
	places, inValid := map[string]Span{}, map[string]bool{}
	var b strings.Builder
	sentence, quoted, glue := "", false, true
	for _, t := range x.Tokens {
		if plus && t.Sentence == "0" {
			continue
		}
		if t.Sentence != sentence {
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			sentence, quoted, glue = t.Sentence, false, true
			if valid[name+" "+sentence] {
				d.Sentences = append(d.Sentences, Span{Begin: b.Len()})
			}
		}
		text := t.Text
		switch text {
		case "``", "''":
			text = `"`
		}
		closing := text == `"` && quoted
		if !glue && !closing && !clings(text) {
			b.WriteByte(' ')
		}
		begin := b.Len()
		b.WriteString(text)
		places[t.ID] = Span{begin, b.Len()}
		inValid[t.ID] = valid[name+" "+sentence]
		glue = text == "(" || text == "[" || text == "$" || text == `"` && !quoted
		if text == `"` {
			quoted = !quoted
		}
		if n := len(d.Sentences); n > 0 && inValid[t.ID] {
			d.Sentences[n-1].End = b.Len()
		}
	}
	d.Text = b.String()
	return places, inValid
}

// clings tells the tokens that stand without a space after the one before.
func clings(text string) bool {
	switch text {
	case ".", ",", ";", ":", "?", "!", ")", "]", "%", "'", "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "...":
		return true
	}
	return false
}
