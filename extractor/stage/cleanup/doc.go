// Package cleanup is the first stage: it takes an article as crawled apart into what its author wrote and what
// the page added, and writes the former as Document.Text, every byte of which knows its place in the source.
//
// The way through the package:
//
//	read_plain.go, rune.go, tag.go    plain text becomes a flat text (flat.go) whose runs map it back to the source,
//	lines.go, quoting.go, oneline.go  and its lines paragraphs (paragraph.go)
//	read_html.go, dom.go              HTML becomes the same, one paragraph for each text block of a light tree (tree.go)
//	attributes.go, hints.go           with what tags, classes and styles say of it
//	content.go, candidate.go,         which of the blocks are the article
//	prune.go, regions.go              and what the others are
//	metadata.go, jsonld.go,           what the page says of itself
//	window_title.go
//	features.go, shape.go, cue.go     what can be seen of a paragraph: words, stop words, capitals, final punctuation,
//	lexicon.go, marks.go              and phrases that give furniture away (words.tsv, cues.tsv)
//	classify.go, head.go, title.go,   each paragraph gets a segment type from its features, its neighbours
//	prefix.go, middle.go, tail.go,    and its place on the page
//	appendix.go, embed.go, cut.go,
//	appeal.go, foot.go, boxes.go, letter.go,
//	blocks.go, extent.go, live.go, thread.go, cohesion.go
//	judge.go, judge_decide.go,        which a learned judge then overrules where it is surer: first by the paragraph's
//	judge_model.go, evidence.go,      own features, its neighbours', its words, its place in the running text and, in
//	survey.go, evidence_dom.go,       HTML, among the elements; then by what its surroundings were judged to be
//	wording.go, field.go, roles.go    and which lines are title, date and byline
//	headline.go, headline_walk.go     the headline is the line that most speaks for, also below a page's own sentences
//	author.go, byline.go, edition.go  what the page shows of its author, day
//	outlet.go, outlet_vote.go         and outlet, beside the text
//	assemble.go, complete.go          paragraphs become segments, blocks, Document.Text, offsets and metadata
//	language.go                       and the language is told by its commonest words
//
// The decision follows the line of boilerpipe (Kohlschütter et al. 2010), jusText (Pomikálek 2011) and Readability:
// shallow features of a block and of its neighbours, no list of outlets. Where nothing speaks for furniture, a
// text is BODY. `go run ./extractor/cmd/train pages` makes the judge's model (judge_train.go, wording_train.go,
// judge_measure.go). Every step is linear in the length of the source.
package cleanup
