// Package extractor is the vocabulary of Dateline: what an article is, what its analysis holds, and how a
// pipeline of stages gets from one to the other. It imports the standard library alone and knows no protobuf.
//
// The tour, in the order of the pipeline (package pipeline joins it; one folder under stage/ each):
//
//	cleanup   the page comes apart into segments; the author's words become Document.Text, offsets kept
//	segment   sentences and tokens (syntactic words of Universal Dependencies)
//	tag       parts of speech, lemmas, features
//	parse     dependency trees
//	names     proper names and their types
//	times     time expressions, the day of publication, both resolved (TIMEX3)
//	quotes    reported speech: contents, cues, speakers' phrases
//	coref     entities: who is meant by each name, noun phrase and pronoun; who speaks each quote
//	events    who did what to whom, when, where, whether it happened, and according to whom
//
// To add a stage: make a folder under stage/ with a function New that returns an extractor.Stage, name the
// layers it requires and provides, and put it into the list in package pipeline. NewPipeline refuses a list whose
// needs are not met.
package extractor
