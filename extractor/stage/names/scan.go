package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// scanner computes the atoms of a document. Its memory is reused; it belongs to one goroutine at a time.
type scanner struct {
	gazetteer *gazetteer.Gazetteer
	clusters  *clusters
	atoms     []atom
	counts    counter
	// informal: the document speaks to its reader, as mail, reviews and forums do.
	informal bool
}

// scan sets the atoms of all tokens.
func (s *scanner) scan(d *extractor.Document) {
	if cap(s.atoms) < len(d.Tokens) {
		s.atoms = make([]atom, len(d.Tokens)+len(d.Tokens)/4)
	}
	s.atoms = s.atoms[:len(d.Tokens)]
	clear(s.atoms)
	s.counts.reset(len(d.Tokens))
	personal := 0
	for i := range s.atoms {
		a, text := &s.atoms[i], d.TokenText(i)
		a.lexical(text)
		a.glued, a.opens = !d.Tokens[i].SpaceBefore, text == "("
		personal += boolBit(isPersonal(text))
	}
	s.informal = personal*informalEvery >= len(s.atoms)
	for i := range d.Sentences {
		s.sentence(d, d.Sentences[i].Tokens)
	}
	s.tree(d)
	for i := range s.atoms {
		a := &s.atoms[i]
		if a.near {
			a.lowerSeen, a.upperSeen = s.counts.get(a.word)
			a.cluster = s.clusters.of(a)
		}
	}
}

// informalEvery is how many tokens an informal document has at most for each that speaks to the reader.
const informalEvery = 33

// isPersonal reports whether a token speaks of the writer or to the reader.
func isPersonal(w string) bool {
	switch w {
	case "I", "i", "my", "My", "me", "you", "You", "your", "Your", "we", "We", "our", "Our", "u", "im", "!", "?":
		return true
	}
	return false
}

// sentence sets what depends on the sentence.
func (s *scanner) sentence(d *extractor.Document, r extractor.TokenRange) {
	first, last := int(r.First), int(r.Last)
	var count features.CaseCount
	begun := false
	for i := first; i < last; i++ {
		a := &s.atoms[i]
		count.See(d.TokenText(i), a.caps)
		if !begun && a.caps != features.NoLetters {
			a.first, begun = true, true
		}
	}
	kind := count.Case()
	for i := first; i < last; i++ {
		a := &s.atoms[i]
		a.sentence = kind
		if kind != features.Running {
			continue
		}
		if a.caps == features.Lower {
			s.counts.add(a.word, false)
		} else if a.caps != features.NoLetters && !a.first {
			s.counts.add(a.word, true)
		}
	}
	s.runs(d, first, last)
	s.smallPlaces(d, first, last)
	s.activate(first, last, kind)
	for i := first; i < last; i++ {
		if a := &s.atoms[i]; a.near {
			a.known(s.gazetteer, d.TokenText(i))
		}
	}
	s.matches(d, first, last)
}

// matches marks the names and titles of the gazetteer, the longest at each place.
func (s *scanner) matches(d *extractor.Document, first, last int) {
	for i := first; i < last; {
		a := &s.atoms[i]
		if !a.near || a.caps == features.NoLetters {
			i++
			continue
		}
		if a.title == 0 {
			if t, r := s.gazetteer.MatchTitle(d, i, last); t != nil {
				for j := r.First; j < r.Last; j++ {
					s.atoms[j].title = 1 + uint8(t.Kind)
				}
				s.atoms[r.Last-1].titleEnd = true
			}
		}
		i = s.name(d, i, last)
	}
}

// name marks the longest known name at token i, and returns the token after it, or after i.
func (s *scanner) name(d *extractor.Document, i, last int) int {
	var r extractor.TokenRange
	switch a := &s.atoms[i]; {
	case a.small:
		r = s.gazetteer.MatchSmall(d, i, last)
	case a.caps == features.Lower && (i+1 >= last || s.atoms[i+1].caps == features.Lower):
		return i + 1 // only "al-Shabab" and the like begin small
	default:
		r = s.gazetteer.Match(d, i, last)
	}
	if r.Empty() {
		return i + 1
	}
	kinds := kindsOf(s.gazetteer, d.RangeText(r), s.atoms[i].small)
	for j := r.First; j < r.Last; j++ {
		a := &s.atoms[j]
		a.kinds |= kinds
		switch {
		case r.Len() == 1:
			a.place = 4
		case j == r.First:
			a.place = 1
		case j == r.Last-1:
			a.place = 3
		default:
			a.place = 2
		}
	}
	return int(r.Last)
}

// runs finds the runs of capitalised tokens, small words between two of them included.
func (s *scanner) runs(d *extractor.Document, first, last int) {
	for i := first; i < last; i++ {
		a := &s.atoms[i]
		a.isName = a.caps != features.Lower && a.caps != features.NoLetters
	}
	for i := first; i < last; {
		if !s.atoms[i].isName {
			s.atoms[i].runFirst, s.atoms[i].runLast = int32(i), int32(i)
			i++
			continue
		}
		end := i + 1
		for end < last && (s.atoms[end].isName || end+1 < last && linkWord(d.TokenText(end)) && s.atoms[end+1].isName) {
			end++
		}
		for j := i; j < end; j++ {
			s.atoms[j].runFirst, s.atoms[j].runLast = int32(i), int32(end)
		}
		i = end
	}
}

// linkWord reports whether a small word may stand inside a name.
func linkWord(w string) bool {
	switch w {
	case "of", "for", "&", "-", "de", "la", "al", "bin", "'s", "’s", ".", "'", "’", "and":
		return true
	}
	return false
}

// smallPlaces marks the known places that are written without capitals.
func (s *scanner) smallPlaces(d *extractor.Document, first, last int) {
	for i := first; i < last; i++ {
		if s.atoms[i].caps != features.Lower {
			continue
		}
		r := s.gazetteer.MatchSmall(d, i, last)
		for j := r.First; j < r.Last; j++ {
			s.atoms[j].small = true
		}
		i += max(r.Len()-1, 0)
	}
}

// activate marks the tokens that may be in a name: those within two tokens of a capital, and places without any; the
// others are outside without being looked at. What is near them is looked up in the gazetteer. Where a sentence has no capitals, all are active.
func (s *scanner) activate(first, last int, kind features.Case) {
	const reach, lookup = 2, 5
	for i := first; i < last; i++ {
		if kind == features.Uncapitalised {
			s.atoms[i].active, s.atoms[i].near = true, true
			continue
		}
		if s.atoms[i].small {
			s.atoms[i].active, s.atoms[i].near = true, true
		}
		if !s.atoms[i].isName {
			continue
		}
		for j := max(i-lookup, first); j < min(i+lookup+1, last); j++ {
			s.atoms[j].near = true
		}
		for j := max(i-reach, first); j < min(i+reach+1, last); j++ {
			s.atoms[j].active = true
		}
	}
}
