package events

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/deptree"
	"github.com/dateline-news/dateline/extractor/internal/frames"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// analysis is the state of one document. It is used for one after the other: see reset.
type analysis struct {
	*extractor.Document
	lex       *frames.Lexicon
	facts     *factuality
	model     *judge
	gazetteer *gazetteer.Gazetteer
	human     *frames.Class
	befalling *frames.Class
	tree      deptree.Tree
	// nameAt is the index of the name that holds a token, timeAt of the time expression, quotedIn of the quote; -1 for none.
	nameAt, timeAt, quotedIn []int32
	// mentionAt is the entity whose mention has the token as its head; nearAt the one whose proper mention covers it.
	mentionAt, nearAt []mentionRef
	// present has a bit for each entity that is named in a sentence; one above the 64th shares it with another.
	present []uint64
	// triggerAt is the index of the candidate whose head is the token, -1 for none.
	triggerAt  []int32
	candidates []candidate
	publish    string
	words      words
	contexts   contextSums
	hasher     hasher
	judged     judged
	rows       []int32
	fits       []fit
	work       *quant.Workspace
	around     []party
	mains      []mainDescription
	toldAt     []int32
	places     []place
	spots      []spot
	placings   []placing
	clusters   clusterSpace
	// indices and refs are the memory of the indexes, fillers and argSpace that of the candidates.
	indices  []int32
	refs     []mentionRef
	fillers  arena[filler]
	argSpace arena[extractor.Argument]
}

// mentionRef points to a mention; entity is -1 for none.
type mentionRef struct{ entity, mention int32 }

func newAnalysis(lex *frames.Lexicon, facts *factuality, model *judge, d *extractor.Document) *analysis {
	a := &analysis{lex: lex, facts: facts, model: model, gazetteer: model.gazetteer, human: lex.Class("human"), befalling: lex.Class("befalling"), work: quant.NewWorkspace()}
	a.reset(d)
	return a
}

// reset begins a document in the memory of the one before.
func (a *analysis) reset(d *extractor.Document) {
	n := len(d.Tokens)
	a.Document, a.publish = d, ""
	a.tree.Reset(d)
	a.indices, a.refs = resized(a.indices, 4*n), resized(a.refs, 2*n)
	a.nameAt, a.timeAt, a.triggerAt, a.quotedIn = a.indices[:n], a.indices[n:2*n], a.indices[2*n:3*n], a.indices[3*n:]
	a.mentionAt, a.nearAt = a.refs[:n], a.refs[n:]
	for i := range a.indices {
		a.indices[i] = -1
	}
	for i := range a.refs {
		a.refs[i] = mentionRef{-1, 0}
	}
	clear(a.candidates)
	a.candidates = a.candidates[:0]
	a.placings = a.placings[:0]
	a.fillers.reset()
	a.argSpace.reset()
	if day, ok := d.PublishTime.Date(); ok {
		a.publish = day.Format("2006-01-02")
	}
	a.indexNames()
	a.indexMentions()
	a.indexPresent()
	a.words.index(d)
	a.contexts.reset(len(d.Sentences))
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
	for i := len(a.Quotes) - 1; i >= 0; i-- { // the first one counts
		for _, span := range a.Quotes[i].Spans {
			t, _ := slices.BinarySearchFunc(a.Tokens, span.Begin, func(t extractor.Token, at extractor.TextOffset) int { return cmp.Compare(t.Span.Begin, at) })
			for ; t < len(a.Tokens) && span.Contains(a.Tokens[t].Span); t++ {
				a.quotedIn[t] = int32(i)
			}
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
