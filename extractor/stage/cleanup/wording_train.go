package cleanup

import "math"

// usage counts in how many lessons the author, or the page, uses the words of a slot.
type usage struct {
	text, page   [2 * wordings]int16 // of words, and then of two in a row
	texts, pages float64
}

// slots are those that a lesson uses.
type slots struct{ text, page map[int]bool }

func (s *studied) used() slots {
	u := slots{map[int]bool{}, map[int]bool{}}
	for i := range s.owned {
		words := s.of(i)
		own, page := s.owned[i].split()
		use := u.page
		switch {
		case page > own:
		case own > 0:
			use = u.text
		default:
			continue
		}
		for k := range words {
			use[words[k].wordingSlot()] = true
			if k > 0 {
				use[wordings+pairSlot(&words[k-1], &words[k])] = true
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

// table returns the log odds of all slots.
func (u *usage) table() *wording {
	t := &wording{}
	for k := range u.text {
		u.fill(t, k)
	}
	return t
}

// fill writes the log odds of a slot, 0 where it is not used often enough to tell.
func (u *usage) fill(t *wording, k int) {
	odds := int8(0)
	if u.page[k] >= 2 || u.text[k] >= 4 {
		page := (float64(u.page[k]) + 0.3) / (u.pages + 1)
		text := (float64(u.text[k]) + 2) / (u.texts + 6)
		odds = int8(max(-120, min(120, math.Round(wordingScale*math.Log(page/text)))))
	}
	if k < wordings {
		t.one[k] = odds
	} else {
		t.two[k-wordings] = odds
	}
}

// without returns the table as it would be without a lesson that was counted.
func (u *usage) without(t *wording, s slots) *wording {
	own := *t
	u.add(s, -1)
	for k := range s.text {
		u.fill(&own, k)
	}
	for k := range s.page {
		u.fill(&own, k)
	}
	u.add(s, 1)
	return &own
}

// worded returns the lessons outside two folds (-1: none) that the judge is for, with the evidence of their wording, and the
// table of words. What a lesson's own furniture says of its words must not count for itself.
func worded(all []studied, a, b int) ([]studied, *wording) {
	u := &usage{}
	used := make([]slots, len(all))
	for k := range all {
		if s := &all[k]; s.Fold != a && s.Fold != b && !s.Variant {
			if s.use.text == nil {
				s.use = s.used()
			}
			used[k] = s.use
			u.add(used[k], 1)
		}
	}
	words := u.table()
	var list []studied
	own := words // what the other lessons say
	for k := range all {
		s := all[k]
		if s.Fold == a || s.Fold == b {
			continue
		}
		if !s.Variant {
			own = words
			if len(used[k].page) > 0 {
				own = u.without(words, used[k])
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
		out = append(out, t.evidence(append(make(vector, 0, allEvidence), v...), s.of(i)))
	}
	return out
}
