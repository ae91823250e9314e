// Package segment splits the blocks of an article into tokens and sentences.
//
// Tokens are the syntactic words of Universal Dependencies as the English treebanks write them: `don't` is `do` and
// `n't`, `Kask's` is `Kask` and `'s`, `15-year` is `15`, `-` and `year`, while `U.S.`, `10:30` and addresses stay whole.
// Text is cut at white space into chunks; within a chunk a perceptron decides at each change of character class
// whether a token begins there; words of letters alone (`cannot`) are looked up.
//
// Sentences never cross a block. A small network over the tokens of a block (convolution, minGRU in both directions,
// convolution) says after which of them a sentence ends, with or without punctuation. No sentence is longer than 160
// tokens, so that later stages stay linear in the text.
//
// “Mr. Kask arrived at 10:30 a.m. He wasn't alone.” has two sentences; the second is `He was n't alone .`.
package segment
