package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// options are the command line of analyze and stories.
type options struct {
	server, token          string
	useTLS                 bool
	tlsCA, tlsCert, tlsKey string
	format, color          string
	publish                publishTime
	timeZone               string
	analyze                pb.AnalyzeOptions
	collection             string
	paths                  []string
}

// parse reads a command line; flags and paths may come in any order. It returns flag.ErrHelp after it wrote
// the help to output.
func parse(command string, args []string, output io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	o.register(flags, command)
	for {
		if err := flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				printUsage(flags, output)
			}
			return nil, err
		}
		rest := flags.Args()
		if len(rest) == 0 {
			break
		}
		if len(rest) < len(args) && args[len(args)-len(rest)-1] == "--" {
			o.paths = append(o.paths, rest...)
			break
		}
		o.paths = append(o.paths, rest[0])
		args = rest[1:]
	}
	return o, o.check()
}

func (o *options) register(f *flag.FlagSet, command string) {
	f.StringVar(&o.server, "server", os.Getenv("DATELINE_SERVER"), "ask the service at `HOST:PORT`; empty: run it in this process")
	f.StringVar(&o.token, "token", os.Getenv("DATELINE_TOKEN"), "bearer `TOKEN` for the service; better set by DATELINE_TOKEN")
	f.BoolVar(&o.useTLS, "tls", false, "use TLS with the system's certificate authorities")
	f.StringVar(&o.tlsCA, "tls-ca", "", "use TLS with the certificate authorities in a PEM `FILE`")
	f.StringVar(&o.tlsCert, "tls-cert", "", "present this certificate, PEM `FILE`; with --tls-key")
	f.StringVar(&o.tlsKey, "tls-key", "", "key of the certificate, PEM `FILE`")
	f.StringVar(&o.format, "format", "text", "`FORMAT` of the output: text for people, jsonl for programs")
	f.StringVar(&o.color, "color", "auto", "colours in text: auto, always or never; `WHEN`")
	f.Var(&o.publish, "publish-time", "publication of articles that carry none: `TIME` as YYYY-MM-DD or RFC 3339")
	f.StringVar(&o.timeZone, "time-zone", "", "IANA time `ZONE` of articles that carry none, such as Europe/Tallinn")
	f.Func("encoding", "`UNIT` of offsets: utf8 (the default), utf16 or utf32", o.setEncoding)
	f.Func("layers", "`LAYERS` to answer, with commas between: segments, tokens, entities, times, events, quotes; default: all but tokens", o.setLayers)
	if command == "stories" {
		f.StringVar(&o.collection, "collection", "dateline", "keep the stories in the collection `NAME`; \"dateline\" unless told otherwise")
	}
}

func printUsage(f *flag.FlagSet, output io.Writer) {
	fmt.Fprintf(output, "dateline %s [flags] PATH…\n\nA PATH is a .txt, .html or .jsonl file, a folder of such files, or - for standard input.\n\n", f.Name())
	f.VisitAll(func(one *flag.Flag) {
		name, text := flag.UnquoteUsage(one)
		fmt.Fprintf(output, "  --%s %s\n        %s\n", one.Name, name, text)
	})
}

func (o *options) setEncoding(value string) error {
	n, ok := pb.EncodingType_value["ENCODING_TYPE_"+strings.ToUpper(value)]
	if !ok || n == 0 {
		return errors.New("must be utf8, utf16 or utf32")
	}
	o.analyze.EncodingType = pb.EncodingType(n)
	return nil
}

func (o *options) setLayers(value string) error {
	for name := range strings.SplitSeq(value, ",") {
		n, ok := pb.Layer_value["LAYER_"+strings.ToUpper(strings.TrimSpace(name))]
		if !ok || n == 0 {
			return fmt.Errorf("no layer %q", name)
		}
		o.analyze.Layers = append(o.analyze.Layers, pb.Layer(n))
	}
	return nil
}

func (o *options) check() error {
	if o.format != "text" && o.format != "jsonl" {
		return fmt.Errorf("--format must be text or jsonl, not %q", o.format)
	}
	if o.color != "auto" && o.color != "always" && o.color != "never" {
		return fmt.Errorf("--color must be auto, always or never, not %q", o.color)
	}
	if (o.tlsCert == "") != (o.tlsKey == "") {
		return errors.New("--tls-cert and --tls-key go together")
	}
	if o.server == "" && (o.useTLS || o.tlsCA != "" || o.tlsCert != "") {
		return errors.New("--tls, --tls-ca and --tls-cert need --server: without it the service runs in this process")
	}
	if _, _, err := net.SplitHostPort(o.server); err != nil && o.server != "" && !strings.Contains(o.server, ":///") {
		return fmt.Errorf("--server must be HOST:PORT, not %q", o.server)
	}
	if len(o.paths) == 0 {
		return errors.New("at least one PATH is needed")
	}
	return nil
}

// colored says whether to use colours, where auto means what the terminal can show.
func (o *options) colored(auto bool) bool {
	return o.color == "always" || o.color == "auto" && auto
}

// publishTime is the value of --publish-time: a day, which begins in each article's own time zone, or a moment.
type publishTime struct {
	text  string
	isDay bool
	at    time.Time
}

// String implements flag.Value.
func (p *publishTime) String() string { return p.text }

// Set implements flag.Value.
func (p *publishTime) Set(value string) (err error) {
	p.text = value
	if p.at, err = time.Parse(time.DateOnly, value); err == nil {
		p.isDay = true
		return nil
	}
	if p.at, err = time.Parse(time.RFC3339, value); err != nil {
		return errors.New("must be YYYY-MM-DD or RFC 3339")
	}
	p.isDay = false
	return nil
}

// in returns the moment for an article of that time zone; an unknown zone is left to the service to refuse.
func (p *publishTime) in(zone string) time.Time {
	if !p.isDay {
		return p.at
	}
	location, err := time.LoadLocation(zone) // "" is UTC
	if err != nil {
		return p.at
	}
	year, month, day := p.at.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, location)
}
