// Package frames is the knowledge of words that name events: which words, as which event type and mode, under which
// conditions (particle, object, preposition, modifier), and which grammatical place fills which role. It is read
// from the readable tables under lexicon/ (their comments explain the form) and knows no document: package events
// holds it against trees.
//
// The types and the conventions of actor and recipient are PLOVER's (Open Event Data Alliance), and our own for the
// rest of the news.
package frames
