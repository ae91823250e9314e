// Package cleanup is the first stage: it takes an article as crawled apart into what its author wrote and what
// the page added, and writes the former as Document.Text, every byte of which knows its place in the source.
//
// The way through the package:
//
//	read_plain.go, read_html.go   the source becomes a flat text (flat.go) with runs that map it back, and a list
//	                              of paragraphs over it (paragraph.go)
//	features.go                   what can be seen of a paragraph: words, stop words, capitals, final punctuation
//	classify.go, head.go,         each paragraph gets a segment type from its features, its cues (cue.go), its
//	middle.go, tail.go            neighbours and its place
//	assemble.go                   paragraphs become segments, blocks, Document.Text and the offset map
//
// The decision follows the line of boilerpipe (Kohlschütter et al. 2010), jusText (Pomikálek 2011) and Readability:
// shallow features of a block and of its neighbours, no list of outlets. Where nothing speaks for furniture, a
// text is BODY. Every step is linear in the length of the source.
package cleanup
