// Package crf learns linear-chain conditional random fields (Lafferty et al. 2001) from chains whose labels may be known
// only in part: each position allows a set of labels, and what is maximised is the probability of the set, summed over
// the labels in it (Tsuboi et al. 2008). Learning is stochastic gradient ascent with AdaGrad, dropping features at
// random; it is single-threaded and deterministic.
//
// Using a model (package names does so with integers) needs nothing of this package but Viterbi.
package crf
