// Package names finds proper names and their types (OntoNotes): in “Estonian Foreign Minister Alar Kask met Baltline's
// owners in Oslo” `Estonian` NORP, `Alar Kask` PERSON, `Baltline` ORG and `Oslo` GPE.
//
// The tagger is a linear-chain conditional random field over IOB2 labels (Lafferty et al. 2001) with the features of
// Ratinov and Roth (2009): words and shapes around, Brown clusters, a gazetteer, how the article writes the word
// elsewhere, the run of capitalised words around, and in the tree what governs the phrase. Documents that speak to their
// reader (mail, forums, reviews) have some features of their own instead of the tree's. It learns from corpora of differing
// schemes: a label may be a set (see package crf). Weights are integers of eight bits in a hashed table. Tokens far from any
// capital are outside without being looked at. Rules after it put right what words such as “Act”, “Bridge” or “Bank” tell.
package names
