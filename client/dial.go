package client

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"math"
	"net"
	"os"
	"time"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/keepalive"
)

// DefaultTarget is where datelined listens unless told otherwise.
const DefaultTarget = "localhost:8980"

// serviceConfig retries what AIP-194 allows: UNAVAILABLE, before the first response, at most five times.
const serviceConfig = `{
	"methodConfig": [{
		"name": [{"service": "dateline.v1.ExtractionService"}, {"service": "dateline.v1.StoryService"}],
		"retryPolicy": {
			"maxAttempts": 5,
			"initialBackoff": "0.1s",
			"maxBackoff": "5s",
			"backoffMultiplier": 2,
			"retryableStatusCodes": ["UNAVAILABLE"]
		}
	}]
}`

// Client is a connection to Dateline. It is safe for concurrent use.
type Client struct {
	conn       *grpc.ClientConn
	extraction pb.ExtractionServiceClient
	stories    pb.StoryServiceClient
}

// Option changes how Dial connects.
type Option func(*settings) error

type settings struct {
	tls   *tls.Config
	token string
	gzip  bool
	grpc  []grpc.DialOption
}

// WithTLS verifies the server against the system's certificate authorities.
func WithTLS() Option {
	return func(s *settings) error { s.secure(); return nil }
}

// WithCA verifies the server against the certificate authorities in a PEM file alone.
func WithCA(file string) Option {
	return func(s *settings) error {
		pem, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		pool := x509.NewCertPool()
		if !pool.AppendCertsFromPEM(pem) {
			return errors.New("no PEM certificate in " + file)
		}
		s.secure().RootCAs = pool
		return nil
	}
}

// WithCertificate presents a client certificate (mutual TLS), PEM files.
func WithCertificate(certFile, keyFile string) Option {
	return func(s *settings) error {
		certificate, err := tls.LoadX509KeyPair(certFile, keyFile)
		if err != nil {
			return err
		}
		s.secure().Certificates = []tls.Certificate{certificate}
		return nil
	}
}

// WithToken sends a bearer token with every call. Without TLS it is sent only to this machine.
func WithToken(token string) Option {
	return func(s *settings) error { s.token = token; return nil }
}

// WithGzip compresses requests and asks for compressed answers: worth it over slow networks.
func WithGzip() Option {
	return func(s *settings) error { s.gzip = true; return nil }
}

// WithDialOptions passes options to grpc.NewClient, after Dial's own.
func WithDialOptions(options ...grpc.DialOption) Option {
	return func(s *settings) error { s.grpc = append(s.grpc, options...); return nil }
}

func (s *settings) secure() *tls.Config {
	if s.tls == nil {
		s.tls = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	return s.tls
}

// Dial returns a client of the service at a target, "host:port" or any other name that gRPC resolves; empty
// means DefaultTarget. It connects on first use, in plain text unless an option brings TLS.
func Dial(target string, options ...Option) (*Client, error) {
	if target == "" {
		target = DefaultTarget
	}
	var s settings
	for _, o := range options {
		if err := o(&s); err != nil {
			return nil, fmt.Errorf("dial %s: %w", target, err)
		}
	}
	if s.token != "" && s.tls == nil && !local(target) {
		return nil, fmt.Errorf("dial %s: a token is sent in plain text to this machine alone; use TLS", target)
	}
	conn, err := grpc.NewClient(target, s.dialOptions()...)
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", target, err)
	}
	return NewClient(conn), nil
}

// NewClient returns a client over a connection that the caller made; Close closes it.
func NewClient(conn *grpc.ClientConn) *Client {
	return &Client{conn, pb.NewExtractionServiceClient(conn), pb.NewStoryServiceClient(conn)}
}

func (s *settings) dialOptions() []grpc.DialOption {
	transport := insecure.NewCredentials()
	if s.tls != nil {
		transport = credentials.NewTLS(s.tls)
	}
	calls := []grpc.CallOption{
		// An analysis is several times the article; the server bounds what it reads, not what it answers.
		grpc.MaxCallRecvMsgSize(math.MaxInt32),
		grpc.MaxCallSendMsgSize(math.MaxInt32),
	}
	if s.gzip {
		calls = append(calls, grpc.UseCompressor(gzip.Name))
	}
	options := []grpc.DialOption{
		grpc.WithTransportCredentials(transport),
		grpc.WithDefaultServiceConfig(serviceConfig),
		grpc.WithDefaultCallOptions(calls...),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: 30 * time.Second, Timeout: 20 * time.Second}),
	}
	if s.token != "" {
		options = append(options, grpc.WithPerRPCCredentials(bearer{s.token, s.tls != nil}))
	}
	return append(options, s.grpc...)
}

// bearer sends a token as the metadata "authorization".
type bearer struct {
	token  string
	secure bool
}

// GetRequestMetadata implements credentials.PerRPCCredentials.
func (b bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + b.token}, nil
}

// RequireTransportSecurity implements credentials.PerRPCCredentials.
func (b bearer) RequireTransportSecurity() bool { return b.secure }

// local reports whether a target can only be this machine.
func local(target string) bool {
	host, _, err := net.SplitHostPort(target)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Close closes the connection; calls in flight fail.
func (c *Client) Close() error { return c.conn.Close() }

// Extraction returns the generated client, for what this package does not wrap.
func (c *Client) Extraction() pb.ExtractionServiceClient { return c.extraction }

// Stories returns the generated client of StoryService.
func (c *Client) Stories() pb.StoryServiceClient { return c.stories }
