package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/deptree"
	"github.com/dateline-news/dateline/extractor/internal/frames"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// analysis is the state of one document.
type analysis struct {
	*extractor.Document
	lex       *frames.Lexicon
	facts     *factuality
	model     *judge
	gazetteer *gazetteer.Gazetteer
	human     *frames.Class
	tree      *deptree.Tree
	// nameAt is the index of the name that holds a token, timeAt of the time expression, -1 for none.
	nameAt, timeAt []int32
	// mentionAt is the entity whose mention has the token as its head; nearAt the one whose proper mention covers it.
	mentionAt, nearAt []mentionRef
	// triggerAt is the index of the candidate whose head is the token, -1 for none.
	triggerAt  []int32
	candidates []candidate
	publish    string
	// frequency counts lemmas of verbs and nouns, headline holds the stems of the title's words.
	frequency map[string]int
	headline  map[string]bool
	hasher    hasher
	scratch   []uint32
	rows      []int32
	fits      []fit
	work      *quant.Workspace
	around    []party
}

// mentionRef points to a mention; entity is -1 for none.
type mentionRef struct{ entity, mention int32 }

func newAnalysis(lex *frames.Lexicon, facts *factuality, model *judge, d *extractor.Document) *analysis {
	n := len(d.Tokens)
	space := make([]int32, 3*n)
	refs := make([]mentionRef, 2*n)
	a := &analysis{
		Document: d, lex: lex, facts: facts, model: model, tree: deptree.New(d), gazetteer: model.gazetteer, human: lex.Class("human"),
		nameAt: space[:n], timeAt: space[n : 2*n], triggerAt: space[2*n:],
		mentionAt: refs[:n], nearAt: refs[n:], work: quant.NewWorkspace(),
	}
	if day, ok := d.PublishTime.Date(); ok {
		a.publish = day.Format("2006-01-02")
	}
	for i := range n {
		a.nameAt[i], a.timeAt[i], a.triggerAt[i] = -1, -1, -1
		a.mentionAt[i].entity, a.nearAt[i].entity = -1, -1
	}
	a.indexNames()
	a.indexMentions()
	a.indexWords()
	return a
}

func (a *analysis) indexWords() {
	a.frequency, a.headline = make(map[string]int, len(a.Tokens)/4), map[string]bool{}
	for i := range a.Tokens {
		switch a.Tags[i].UPOS {
		case extractor.VERB, extractor.NOUN:
			a.frequency[a.Tags[i].Lemma]++
		}
	}
	for b := range a.Blocks {
		if a.Blocks[b].Type == extractor.SegmentTitle {
			r := a.TokensIn(a.Blocks[b].Span)
			for i := r.First; i < r.Last; i++ {
				a.headline[stem(strings.ToLower(a.lemma(i)))] = true
			}
		}
	}
	if a.Article != nil {
		for w := range strings.FieldsSeq(a.Article.Title) {
			w = strings.ToLower(strings.Trim(w, ".,:;'\"?!"))
			a.headline[stem(w)] = true
			a.headline[stem(strings.TrimSuffix(w, "s"))] = true
		}
	}
}

func (a *analysis) indexNames() {
	for i := range a.Names {
		for t := a.Names[i].Tokens.First; t < a.Names[i].Tokens.Last; t++ {
			a.nameAt[t] = int32(i)
		}
	}
	for i := range a.Times {
		for t := a.Times[i].Tokens.First; t < a.Times[i].Tokens.Last; t++ {
			a.timeAt[t] = int32(i)
		}
	}
}

func (a *analysis) indexMentions() {
	for e := range a.Entities {
		for m := range a.Entities[e].Mentions {
			ref, mention := mentionRef{int32(e), int32(m)}, &a.Entities[e].Mentions[m]
			if int(mention.Head) < len(a.mentionAt) && mention.Head >= 0 {
				a.mentionAt[mention.Head] = a.smaller(a.mentionAt[mention.Head], ref)
			}
			if mention.Type == extractor.MentionProper {
				for t := mention.Tokens.First; t < mention.Tokens.Last; t++ {
					a.nearAt[t] = a.smaller(a.nearAt[t], ref)
				}
			}
		}
	}
}

// smaller returns the shorter of two mentions.
func (a *analysis) smaller(old, ref mentionRef) mentionRef {
	if old.entity < 0 || a.mentionOf(ref).Tokens.Len() < a.mentionOf(old).Tokens.Len() {
		return ref
	}
	return old
}

func (a *analysis) mentionOf(r mentionRef) *extractor.Mention {
	return &a.Entities[r.entity].Mentions[r.mention]
}

// entityAt returns the entity that a head word means, -1 for none.
func (a *analysis) entityAt(head int32) mentionRef {
	if r := a.mentionAt[head]; r.entity >= 0 {
		if a.mentionOf(r).Type == extractor.MentionCommon {
			if b := a.bearer(head); b.entity >= 0 {
				return b
			}
		}
		return r
	}
	if r := a.nearAt[head]; r.entity >= 0 {
		return r
	}
	return a.bearer(head)
}

// bearer returns the person whose title a word is the head of: “Secretary of State Ada Brandt”.
func (a *analysis) bearer(head int32) mentionRef {
	none := mentionRef{-1, 0}
	if u := a.Tags[head].UPOS; u != extractor.NOUN && u != extractor.PROPN {
		return none
	}
	for i := head + 1; int(i) < len(a.Tokens) && i < head+6; i++ {
		if n := a.nameAt[i]; n >= 0 && a.Names[n].Type == extractor.EntityPerson {
			return a.nearAt[i]
		}
		switch a.Tags[i].UPOS {
		case extractor.NOUN, extractor.PROPN, extractor.ADJ, extractor.ADP, extractor.DET:
		default:
			return none
		}
		if a.Tags[i].UPOS == extractor.ADP && a.lemma(i) != "of" && a.lemma(i) != "for" || a.Arcs[i].Rel == extractor.RelPunct {
			return none
		}
	}
	return none
}

// nameType returns the type of the name that holds the token, 0 for none.
func (a *analysis) nameType(i int32) extractor.EntityType {
	if n := a.nameAt[i]; n >= 0 {
		return a.Names[n].Type
	}
	return 0
}

func (a *analysis) lemma(i int32) string { return a.Tags[i].Lemma }

func (a *analysis) rel(i int32) extractor.Deprel { return a.Arcs[i].Rel }

func (a *analysis) head(i int32) int32 { return a.Arcs[i].Head }
