package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// output prints responses in the order in which it gets them and counts them.
type output struct {
	w      *bufio.Writer
	jsonl  bool
	view   view
	bar    *progress
	total  int32
	failed int32
	err    error
}

func newOutput(o *options, s streams, bar *progress) *output {
	return &output{w: bufio.NewWriter(s.out), jsonl: o.format == "jsonl", bar: bar,
		view: view{style: style{s.color}, width: s.width, read: newReading(o.analyze.GetEncodingType())}}
}

// print prints one response. Its sequence becomes its place among all inputs, unreadable ones included.
func (p *output) print(r *pb.AnalyzeArticlesResponse) {
	r.Sequence = p.total
	p.total++
	if r.GetError() != nil {
		p.failed++
	}
	p.bar.step()
	switch {
	case p.jsonl:
		p.line(r)
	case r.GetError() != nil:
		p.view.failure(p.w, r.GetArticleId(), status.FromProto(r.GetError()))
	default:
		p.view.analysis(p.w, r.GetAnalysis())
	}
	p.flush() // whoever reads along sees each article as it is done
}

// line prints a message as a line of JSON. protojson varies its spacing from build to build on purpose; compact
// JSON has none.
func (p *output) line(m proto.Message) {
	text, err := protojson.Marshal(m)
	var compact bytes.Buffer
	if err == nil {
		err = json.Compact(&compact, text)
	}
	if err != nil {
		p.err = err
		return
	}
	compact.WriteByte('\n')
	_, _ = p.w.Write(compact.Bytes()) // bufio keeps the error for flush
}

func (p *output) flush() {
	if err := p.w.Flush(); err != nil && p.err == nil {
		p.err = err
	}
}

// finish returns the exit status.
func (p *output) finish(s streams) int {
	p.flush()
	if p.err != nil {
		fmt.Fprintln(s.err, "dateline:", p.err)
		return exitFailed
	}
	if p.failed == 0 {
		return exitOK
	}
	fmt.Fprintf(s.err, "dateline: %d of %d articles failed\n", p.failed, p.total)
	return exitFailed
}
