package cleanup

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
)

// field is what a first judgement of all paragraphs of a page says of each one's surroundings, for a second.
type field struct {
	paragraphs []paragraph
	words      []contentWord
	begin      []int32 // of each paragraph, its first word; one more at the end
	scores     []float32
	roles      [roleCount][]float32
	title      int       // the likeliest one
	text       []float32 // of each paragraph, how likely it is the author's
	sums, all  []float32 // of the paragraphs before each, the words that are likely the author's, and all; one more at the end
	before     []int32   // of each paragraph, the distance to the next one at either side that surely is the author's
	after      []int32
	slots      []holders // by word
}

// holders are the paragraphs that have a word.
type holders struct {
	text, page float32 // how many are the author's, and the page's
	last       int32   // the last one counted, and 1
}

// fieldEvidence is how many numbers a paragraph's surroundings give.
const fieldEvidence = 49

// reset begins with a page. Words know their slots, of which there are slots.
func (f *field) reset(paragraphs []paragraph, words []contentWord, begin []int32, slots int) {
	f.paragraphs, f.words, f.begin = paragraphs, words, begin
	f.scores = f.scores[:0]
	for r := range f.roles {
		f.roles[r] = f.roles[r][:0]
	}
	if cap(f.slots) < slots {
		f.slots = make([]holders, slots)
	}
	f.slots = f.slots[:slots]
	clear(f.slots)
}

// see judges the next paragraph for the first time, by the evidence on it.
func (f *field) see(m *Model, i int, v vector) {
	f.scores = append(f.scores, m.first.Score(v))
	for r, role := range m.roles {
		score := float32(noRole)
		if f.paragraphs[i].words <= maxRole {
			score = max(score, role.Score(v))
		}
		f.roles[r] = append(f.roles[r], score)
	}
}

// judge judges a paragraph for the second time, by the evidence on it and on its surroundings, if the first one was not
// sure.
func (f *field) judge(m *Model, i int, v vector) float32 {
	if s := f.scores[i]; s > surely || s < -surely {
		return s
	}
	return m.second.Score(f.evidence(v, i))
}

// surely is the score of a first judgement that needs no second one.
const surely = 5

// survey measures the page when all paragraphs are judged.
func (f *field) survey() {
	n := len(f.paragraphs)
	f.text, f.sums, f.all = f.text[:0], append(f.sums[:0], 0), append(f.all[:0], 0)
	f.before, f.after = resize(f.before, n), resize(f.after, n)
	f.title = 0
	far := int32(reach)
	for i, s := range f.scores {
		t := float32(1 / (1 + math.Exp(-float64(s))))
		w := float32(f.paragraphs[i].words)
		f.text, f.sums, f.all = append(f.text, t), append(f.sums, f.sums[i]+t*w), append(f.all, f.all[i]+w)
		f.before[i] = far
		far = min(far+1, reach)
		if f.sure(i) {
			far = 1
		}
		for _, word := range f.words[f.begin[i]:f.begin[i+1]] {
			if h := &f.slots[word.slot]; h.last != int32(i+1) {
				h.text, h.page, h.last = h.text+t, h.page+1-t, int32(i+1)
			}
		}
		if f.roles[roleTitle][i] > f.roles[roleTitle][f.title] {
			f.title = i
		}
	}
	far = reach
	for i := n - 1; i >= 0; i-- {
		f.after[i] = far
		far = min(far+1, reach)
		if f.sure(i) {
			far = 1
		}
	}
}

// sure reports whether a paragraph is running text, surely the author's.
func (f *field) sure(i int) bool { return f.text[i] > 0.8 && f.paragraphs[i].words >= 12 }

// evidence appends the evidence on paragraph i.
func (f *field) evidence(v vector, i int) vector {
	n := len(f.paragraphs)
	for d := -3; d <= 3; d++ {
		v.add(f.score(i + d))
	}
	for _, reach := range [...]int{2, 5, 12} {
		v.add(f.mean(i-reach, i), f.mean(i+1, i+1+reach))
	}
	from, to := f.group(i)
	v.add(f.mean(from, i), f.mean(i+1, to), float32(f.before[i]), float32(f.after[i]))
	total := f.sums[n]
	v.add(f.sums[i]/(total+1), (total-f.sums[i+1])/(total+1), logarithm(int32(total)), total/(f.all[n]+1), f.mean(0, i), f.mean(i+1, n))
	f.kinEvidence(&v, i)
	f.typeEvidence(&v, i)
	f.roleEvidence(&v, i)
	return v
}

// score returns a paragraph's first score; beyond the ends all is the page's.
func (f *field) score(i int) float32 {
	if i < 0 || i >= len(f.scores) {
		return -4
	}
	return max(-6, min(f.scores[i], 6))
}

// mean returns which part of the words of paragraphs [from,to) is likely the author's.
func (f *field) mean(from, to int) float32 {
	from, to = max(from, 0), min(to, len(f.paragraphs))
	if from >= to {
		return -1
	}
	return (f.sums[to] - f.sums[from]) / (f.all[to] - f.all[from] + 1)
}

// group returns the paragraphs around i without blank lines between them.
func (f *field) group(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && !f.paragraphs[from].apart && i-from < maxLines {
		from--
	}
	for to < len(f.paragraphs) && !f.paragraphs[to].apart && to-i < maxLines {
		to++
	}
	return from, to
}

// kinEvidence tells whose the other paragraphs are that share words, and names, with paragraph i.
func (f *field) kinEvidence(v *vector, i int) {
	own := f.text[i]
	var words, sum, known, strange, lone, named, knownNames, strangeNames float32
	for k := f.begin[i]; k < f.begin[i+1]; k++ {
		w := &f.words[k]
		if w.stop {
			continue
		}
		h := &f.slots[w.slot]
		text, page := max(h.text-own, 0), max(h.page-(1-own), 0)
		words++
		if text+page < 0.5 {
			lone++
		} else {
			sum += text / (text + page)
		}
		if w.name {
			named++
		}
		if text > 0.5 {
			known++
			if w.name {
				knownNames++
			}
		}
		if page > 0.5 {
			strange++
			if w.name {
				strangeNames++
			}
		}
	}
	if words == 0 {
		v.add(-1, -1, -1, -1, -1, -1)
		return
	}
	v.add(sum/(words-lone+0.5), known/words, strange/words, lone/words)
	if named == 0 {
		v.add(-1, -1)
		return
	}
	v.add(knownNames/named, strangeNames/named)
}

// typeEvidence tells what the rules make of a paragraph and of those beside it.
func (f *field) typeEvidence(v *vector, i int) {
	kind := f.paragraphs[i].kind
	v.flags(kind == extractor.SegmentBody, kind == extractor.SegmentSubheading, ofPage(kind), kind == extractor.SegmentRelatedLink || kind == extractor.SegmentLinkStub,
		kind == extractor.SegmentCaption || kind == extractor.SegmentCredit, kind == extractor.SegmentDateline || kind == extractor.SegmentByline)
	for _, d := range [...]int{-2, -1, 1, 2} {
		x := float32(-1)
		if k := i + d; k >= 0 && k < len(f.paragraphs) {
			switch kind := f.paragraphs[k].kind; {
			case kind == extractor.SegmentBody:
				x = 2
			case kind.Analyzed():
				x = 1
			default:
				x = 0
			}
		}
		v.add(x)
	}
	from, to := max(i-6, 0), min(i+7, len(f.paragraphs))
	body, n := 0, 0
	for k := from; k < to; k++ {
		if k != i {
			n++
			if f.paragraphs[k].kind == extractor.SegmentBody {
				body++
			}
		}
	}
	v.add(ratio(int32(body), int32(n)))
}

// noRole is the score of a paragraph that surely has no role.
const noRole = -6

// roleEvidence tells how likely a paragraph, and those beside it, are title, date and byline, and how it stands to the
// likeliest title.
func (f *field) roleEvidence(v *vector, i int) {
	title, date, by := f.roles[roleTitle], f.roles[roleDate], f.roles[roleByline]
	v.add(title[i], date[i], by[i])
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(title) {
			v.add(noRole, noRole)
			continue
		}
		v.add(title[k], max(date[k], by[k]))
	}
	v.add(float32(min(max(i-f.title, -reach), reach)), title[f.title])
}
