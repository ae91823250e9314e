// Package wire translates between the contract (package datelinev1) and the extractor's own vocabulary.
// FromProto takes a request apart and refuses what cannot be analysed; ToProto writes a document as an Analysis.
// Offsets are bytes of the content inside; here alone they become the unit that the caller asked for.
package wire
