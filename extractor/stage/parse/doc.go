// Package parse gives tokens their tags and sentences their trees, after Universal Dependencies: one stage for both
// layers, because one network computes both. (Two stages would either run the network twice or hand its states from
// one to the other behind the document's back.)
//
// The network embeds a hash of each word, of its affixes, shape and capitals (package features), sums that up, and
// reads the sentence with a convolution, two minGRU layers in both directions and another convolution. On top are
// linear heads for UPOS and XPOS, biaffine attention for the heads of words (Dozat and Manning 2017) and an additive
// scorer for relations. Trees are the best ones with a single root (Chu and Liu 1965, Edmonds 1967). Lemmas and
// features follow from word and tag (package morphology). Training is float32 (package nn); use is in integers
// (package quant), with the same trees on every machine.
//
// What was tried, and what each step brought (LAS on gold tokens of the development sets, EWT / GUM, without subtypes of
// relations as in CoNLL 2018; one seed each, trained on both treebanks; layers C = convolution, S = scan):
//
//	CSSC, 128 columns, 128 hidden, 6 epochs            81.5 / 81.2
//	the same, 20 epochs (at the 9th: 83.2 / 83.1)      84.4 / 84.6
//	192 columns, 192 hidden, 16 epochs                 84.7 / 84.5   twice the time, nothing gained
//	the scores of both added up (the teachers)         85.0 / 85.0
//	rounding float32 to integers                       ±0.01
//	CSSC, 128 columns, 96 hidden, 12 epochs, taught    84.8 / 84.6   a fifth fewer products than the first
//
// From raw text the last row is 82.7 / 84.1 with given paragraphs, of which sentences and tokens cost the most.
//
// The best head of each word is no tree with one root in 192 of the 3023 development sentences.
//
// In “Solberg has met the minister.” `Solberg` is PROPN, nsubj of `met`, which is VERB VBN, lemma `meet`, the root.
package parse
