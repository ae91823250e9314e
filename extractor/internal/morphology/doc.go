// Package morphology gives words their lemmas and features from their parts of speech: what the treebanks say of the
// very word, else what words with the same ending do. Where that would make a verb or noun that does not exist, a list
// of verbs and the gazetteer's nouns tell which other one the word is a form of.
package morphology
