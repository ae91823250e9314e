package cleanup

import "math"

// usage counts in how many lessons the author, or the page, uses the words of a slot.
type usage struct {
	text, page   [wordings]int16
	texts, pages float64
}

// slots are those that a lesson uses.
type slots struct{ text, page map[int]bool }

func (s *studied) slots() slots {
	u := slots{map[int]bool{}, map[int]bool{}}
	for i, words := range s.words {
		own, page := s.owned[i][Authors]+s.owned[i][Beside], s.owned[i][Pages]
		for k := range words {
			if page > own {
				u.page[words[k].wordingSlot()] = true
			} else if own > 0 {
				u.text[words[k].wordingSlot()] = true
			}
		}
	}
	return u
}

// add counts a lesson n times, 1 or -1.
func (u *usage) add(s slots, n int16) {
	for k := range s.text {
		u.text[k] += n
	}
	for k := range s.page {
		u.page[k] += n
	}
	u.texts += float64(n)
	if len(s.page) > 0 {
		u.pages += float64(n)
	}
}

// table returns the log odds of the slots that are used often enough to tell.
func (u *usage) table() *wording {
	t := &wording{}
	for k := range t {
		if u.page[k] < 2 && u.text[k] < 4 {
			continue
		}
		page := (float64(u.page[k]) + 0.3) / (u.pages + 1)
		text := (float64(u.text[k]) + 2) / (u.texts + 6)
		t[k] = int8(max(-120, min(120, math.Round(wordingScale*math.Log(page/text)))))
	}
	return t
}

// worded returns the lessons outside a fold (-1: all) that the judge is for, with the evidence of their wording, and the
// table of words. What a lesson's own furniture says of its words must not count for itself.
func worded(all []studied, out int) ([]studied, *wording) {
	u := &usage{}
	used := make([]slots, len(all))
	for k := range all {
		if s := &all[k]; s.Fold != out && !s.Variant {
			used[k] = s.slots()
			u.add(used[k], 1)
		}
	}
	words := u.table()
	var list []studied
	own := words // what the other lessons say
	for k := range all {
		s := all[k]
		if s.Fold == out {
			continue
		}
		if !s.Variant {
			own = words
			if len(used[k].page) > 0 {
				u.add(used[k], -1)
				own = u.table()
				u.add(used[k], 1)
			}
		}
		if s.judged {
			s.vectors = s.completed(own)
			list = append(list, s)
		}
	}
	return list, words
}

// completed returns the vectors of a lesson with the evidence of its wording.
func (s *studied) completed(t *wording) []vector {
	var out []vector
	for i, v := range s.vectors {
		out = append(out, t.evidence(append(vector(nil), v...), s.words[i]))
	}
	return out
}
