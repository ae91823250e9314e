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
// In “Solberg has met the minister.” `Solberg` is PROPN, nsubj of `met`, which is VERB VBN, lemma `meet`, the root.
package parse
