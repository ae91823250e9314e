// Package quant runs the networks that package nn trains: the same layers with weights and activations as integers of
// 11 to 13 bits, multiplied 16 at a time in AVX2 (VPMADDWD) and summed exactly in 32 bits. What remains in floating
// point (norms, gates, residual sums) is plain IEEE addition, multiplication and division in a fixed order, without
// fusing, so that the assembly and its Go twin give the same bits, and with them the same tags and trees, on every
// machine.
//
// On the width: VPMADDUBSW on int8 needs a widening VPMADDWD behind it, and so does no more products a cycle on
// AVX2 than VPMADDWD does on int16, at a fraction of the precision. Embeddings, which are most of a model, are int8.
//
// A Network is immutable and safe for concurrent use; a Workspace belongs to one goroutine.
package quant
