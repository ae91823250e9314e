// Package quant runs the networks that package nn trains: the same layers with weights of int8 and activations of 7
// bits, multiplied 32 at a time in AVX2 (VPMADDUBSW) and summed exactly, so that the assembly and its Go twin give the
// same integers. What remains in floating point (norms, gates, residual sums) is plain IEEE addition, multiplication
// and division in a fixed order, without fusing: the same bits, and with them the same tags and trees, on every
// machine.
//
// Sums stay in 16 bits for 128 rows of weights, 64 of them to a lane, before they are widened: this is what makes the
// kernel twice as fast as one on int16. So a column's scale is not only as coarse as its greatest weight asks for, but
// as the sum of its weights does, that no activations whatever can make a lane overflow. This costs nothing: with 12
// bits for activations and 11 for weights LAS of the development sets is the same within 0.0003. The products of
// words and heads, of which there are few, are on int16. Embeddings, which are most of a model, are int8 with a scale
// a row.
//
// A Linear and an Encoder are immutable and safe for concurrent use; a Workspace belongs to one goroutine.
package quant
