// Package server is Dateline as a gRPC service: a thin shell around an extractor pipeline. Config says how it
// runs; New checks it and builds the server; Run serves until its context ends and then stops gracefully.
//
// The way of a request: chain.go (what every call passes), extraction.go and stream.go (the handlers),
// internal/wire (translation), the pipeline, and back. status.go alone turns errors into gRPC codes.
package server
