// Package notation is the compact plain-text form in which readers write
// annotations, and its compiler to standoff.
//
// A file annotates one article. Readers see the article as numbered lines
// ([Lines]) and quote the words they mean, so that nobody counts offsets; the
// compiler finds the words and refuses what it cannot place exactly. The form
// is described with an example in ../wikinews/GUIDELINES.md:
//
//	e kask PERSON 2:Alar Kask; 3,5:Kask; 4:he % 2:Foreign Minister @estonia
//	t mon 2019-05-06 2:Monday
//	q DIRECT kask 3:said | 3:We will ... again
//	v visit CONSULT/visit ACTUAL 2:visited; 5:trip | a=kask | p=riga | t=mon | ctx=diplomatic
package notation
