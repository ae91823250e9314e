// Package eval holds the scorers. A scorer takes what is right (gold) and what was found (predicted) and never runs
// a model, so that every figure of the README can be checked on hand-written pairs. Readers of the corpora are in
// eval/corpus; extractor/cmd/evaluate joins the two with the pipeline.
//
//	Spans, Labelled       exact-match precision, recall and F1 of spans (CoNLL-2002 style), also by label
//	Overlap               the share of characters or tokens that two spans have in common
//	Coreference           MUC, B³, CEAF-φ4 and their mean, the CoNLL-2012 measure
//	Syntax                words, sentences, tags, lemmas, UAS and LAS on raw text, as in the CoNLL 2018 shared task
//	Accuracy              right of total
//
// Counts add up: score each document on its own, Add the counts, and take F1 of the sum (micro average).
package eval
