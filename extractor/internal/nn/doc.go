// Package nn trains small neural networks: matrices of float32, layers with a Forward and a hand-written Backward
// (each checked against finite differences in the tests), and Adam. What ships runs in package quant, with the
// weights in int8; nn is for cmd/train alone, though its forward pass is the reference that quant is tested against.
//
// A batch packs the tokens of many sentences into one matrix, a row a token; Batch tells where sentences begin, so
// that nothing flows from one into the next. A network belongs to one goroutine.
package nn
