// Package client calls Dateline. Dial gives a Client with sane defaults; Analyze reads one article and
// AnalyzeStream as many as an iterator yields, in order, over one pipelined stream.
package client
