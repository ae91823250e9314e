// Package quotes finds reported speech: words in quotation marks, reported clauses (“said that …”, “…, the ministry
// confirmed”, “according to …”) and mixtures of both, each with its cue and the phrase of its speaker. It knows no
// entities: who is meant by “she said” is the business of package coref.
//
// The shape of the task is that of the Penn Attribution Relations Corpus (Pareti 2012) and PolNeAR (Newell et al.
// 2018): source, cue, content. The method is rules over quotation marks and dependency trees:
//
//	marks.go      which quotation marks belong together, over paragraphs too
//	direct*.go    which of the marked stretches is speech, and whose; fragment.go those inside the writer's sentence
//	indirect*.go  reported clauses
//	according.go  “according to …”, before and after either
//	phrase.go     the phrases of speakers; bearer.go the person behind a title; via.go the outlet between
//	cue.go        the words that report, from cues.tsv and nouns.tsv
package quotes
