// Package features turns tokens into the sparse features that the networks of segment and parse embed: the word,
// its prefixes and suffixes, its shape, and how its capitals stand to those of the sentence. Training and use share
// this code, so that both normalise alike: case, digits, curly quotes and dashes.
package features
