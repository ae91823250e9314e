// Package morphology gives words their lemmas and features from their parts of speech: what the treebanks say of the
// very word, else what words with the same ending do. Both are learned; nothing is listed by hand.
package morphology
