package server

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"go.opentelemetry.io/otel/trace"
)

// EnvPrefix begins the name of every environment variable that sets a flag: --admin-listen is
// DATELINE_ADMIN_LISTEN.
const EnvPrefix = "DATELINE_"

// Config says how a server runs. DefaultConfig is where to start from; each field but the last few is a flag.
type Config struct {
	Listen      string
	AdminListen string
	Data        string

	TLSCert     string
	TLSKey      string
	TLSClientCA string

	Auth          string // "auto", "on" or "off"
	AuthToken     string
	AuthTokenFile string

	MaxArticleBytes      int
	MaxMessageBytes      int
	MaxInFlightPerStream int
	MaxInFlight          int
	RateLimit            float64
	Workers              int

	Grace     time.Duration
	LogLevel  string
	LogFormat string // "text" or "json"

	// Pipeline analyses the articles; nil means pipeline.English.
	Pipeline *extractor.Pipeline
	// Logger replaces the one that LogLevel and LogFormat describe.
	Logger *slog.Logger
	// TracerProvider receives OpenTelemetry spans; nil means the global one.
	TracerProvider trace.TracerProvider
}

// DefaultConfig returns what holds where nothing else is said.
func DefaultConfig() Config {
	return Config{
		Listen:               "localhost:8980",
		Auth:                 "auto",
		MaxArticleBytes:      8 << 20,
		MaxMessageBytes:      64 << 20,
		MaxInFlightPerStream: 64,
		MaxInFlight:          1024,
		Workers:              runtime.GOMAXPROCS(0),
		Grace:                30 * time.Second,
		LogLevel:             "info",
		LogFormat:            "text",
	}
}

// ParseConfig reads a configuration from the environment and from arguments, which win. It returns
// flag.ErrHelp after it wrote the help text to output.
func ParseConfig(args []string, environ func(string) (string, bool), output io.Writer) (Config, error) {
	c := DefaultConfig()
	flags := flag.NewFlagSet("datelined", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	c.register(flags)
	if err := setFromEnv(flags, environ); err != nil {
		return c, err
	}
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			usage(flags, output)
		}
		return c, err
	}
	if flags.NArg() > 0 {
		return c, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	return c, c.check()
}

func (c *Config) register(f *flag.FlagSet) {
	f.StringVar(&c.Listen, "listen", c.Listen, "serve gRPC on `HOST:PORT`; port 0 picks a free one")
	f.StringVar(&c.AdminListen, "admin-listen", c.AdminListen, "serve metrics, pprof, health and channelz on `HOST:PORT`; empty: not at all")
	f.StringVar(&c.Data, "data", c.Data, "keep stories in the folder `DIR`; empty: in memory")
	f.StringVar(&c.TLSCert, "tls-cert", c.TLSCert, "certificate chain, PEM `FILE`; with --tls-key switches TLS on")
	f.StringVar(&c.TLSKey, "tls-key", c.TLSKey, "key of the certificate, PEM `FILE`")
	f.StringVar(&c.TLSClientCA, "tls-client-ca", c.TLSClientCA, "ask callers for a certificate signed by this CA, PEM `FILE`")
	f.StringVar(&c.Auth, "auth", c.Auth, "ask for a bearer token: on, off, or auto: on unless listening on localhost alone")
	f.StringVar(&c.AuthToken, "auth-token", c.AuthToken, "accept this `TOKEN`; better set by its environment variable")
	f.StringVar(&c.AuthTokenFile, "auth-token-file", c.AuthTokenFile, "accept the tokens in `FILE`, one a line")
	f.IntVar(&c.MaxArticleBytes, "max-article-bytes", c.MaxArticleBytes, "refuse articles with a content of more than `N` bytes")
	f.IntVar(&c.MaxMessageBytes, "max-message-bytes", c.MaxMessageBytes, "end streams at messages of more than `N` bytes")
	f.IntVar(&c.MaxInFlightPerStream, "max-in-flight-per-stream", c.MaxInFlightPerStream, "accept `N` articles of a stream before the first is answered")
	f.IntVar(&c.MaxInFlight, "max-in-flight", c.MaxInFlight, "accept `N` articles of all callers before one is answered")
	f.Float64Var(&c.RateLimit, "rate-limit", c.RateLimit, "accept `N` calls a second, streams counting once; 0: any number")
	f.IntVar(&c.Workers, "workers", c.Workers, "analyse `N` articles at a time")
	f.DurationVar(&c.Grace, "grace", c.Grace, "after a signal, wait this `DURATION` for accepted articles to be answered")
	f.StringVar(&c.LogLevel, "log-level", c.LogLevel, "debug, info, warn or error")
	f.StringVar(&c.LogFormat, "log-format", c.LogFormat, "text or json")
}

// EnvName returns the environment variable of a flag.
func EnvName(flagName string) string {
	return EnvPrefix + strings.ToUpper(strings.ReplaceAll(flagName, "-", "_"))
}

func setFromEnv(flags *flag.FlagSet, environ func(string) (string, bool)) (err error) {
	flags.VisitAll(func(f *flag.Flag) {
		if value, ok := environ(EnvName(f.Name)); ok && err == nil {
			if e := flags.Set(f.Name, value); e != nil {
				err = fmt.Errorf("%s: %w", EnvName(f.Name), e)
			}
		}
	})
	return err
}

func usage(flags *flag.FlagSet, output io.Writer) {
	fmt.Fprint(output, "datelined serves Dateline over gRPC; datelined --version says which one.\n\nEvery flag is also an environment variable; the flag wins.\n\n")
	flags.VisitAll(func(f *flag.Flag) {
		name, text := flag.UnquoteUsage(f)
		fmt.Fprintf(output, "  --%s %s\n        %s\n        default %q, environment %s\n", f.Name, name, text, f.DefValue, EnvName(f.Name))
	})
}

func (c *Config) check() error {
	for _, positive := range []struct {
		flag  string
		value int
	}{
		{"max-article-bytes", c.MaxArticleBytes},
		{"max-message-bytes", c.MaxMessageBytes},
		{"max-in-flight-per-stream", c.MaxInFlightPerStream},
		{"max-in-flight", c.MaxInFlight},
		{"workers", c.Workers},
	} {
		if positive.value <= 0 {
			return fmt.Errorf("--%s must be positive, not %d", positive.flag, positive.value)
		}
	}
	const most = 1 << 30 // offsets and sizes are int32
	if c.MaxArticleBytes > most || c.MaxMessageBytes > most {
		return fmt.Errorf("--max-article-bytes and --max-message-bytes must be at most %d", most)
	}
	for _, address := range []struct{ flag, value string }{{"listen", c.Listen}, {"admin-listen", c.AdminListen}} {
		if _, _, err := net.SplitHostPort(address.value); err != nil && (address.value != "" || address.flag == "listen") {
			return fmt.Errorf("--%s must be HOST:PORT, not %q", address.flag, address.value)
		}
	}
	if c.Auth != "auto" && c.Auth != "on" && c.Auth != "off" {
		return fmt.Errorf("--auth must be on, off or auto, not %q", c.Auth)
	}
	if c.RateLimit < 0 || c.Grace < 0 {
		return errors.New("--rate-limit and --grace must not be negative")
	}
	if (c.TLSCert == "") != (c.TLSKey == "") {
		return errors.New("--tls-cert and --tls-key go together")
	}
	if c.TLSClientCA != "" && c.TLSCert == "" {
		return errors.New("--tls-client-ca needs --tls-cert and --tls-key")
	}
	if c.LogFormat != "text" && c.LogFormat != "json" {
		return fmt.Errorf("--log-format must be text or json, not %q", c.LogFormat)
	}
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.LogLevel)); err != nil {
		return fmt.Errorf("--log-level must be debug, info, warn or error, not %q", c.LogLevel)
	}
	return nil
}

func (c *Config) logger() *slog.Logger {
	if c.Logger != nil {
		return c.Logger
	}
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.LogLevel)) // check has seen it
	options := &slog.HandlerOptions{Level: level}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(os.Stderr, options))
	}
	return slog.New(slog.NewTextHandler(os.Stderr, options))
}
