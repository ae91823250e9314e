package server

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// authenticator accepts calls that carry one of its bearer tokens. Only digests are kept, so that a lookup
// takes the same time however much of a wrong token is right.
type authenticator struct {
	tokens map[[sha256.Size]byte]bool
}

// newAuthenticator returns nil when the configuration asks for no tokens: by --auth=off, or by --auth=auto on
// localhost without any token configured.
func newAuthenticator(c *Config) (*authenticator, error) {
	tokens, err := c.tokens()
	if err != nil {
		return nil, err
	}
	switch c.Auth {
	case "off":
		return nil, nil
	case "auto":
		if loopback(c.Listen) && len(tokens) == 0 {
			return nil, nil
		}
	}
	if len(tokens) == 0 {
		return nil, fmt.Errorf("listening on %s needs --auth-token-file or --auth-token; --auth=off lets everybody in", c.Listen)
	}
	a := &authenticator{tokens: map[[sha256.Size]byte]bool{}}
	for _, t := range tokens {
		a.tokens[sha256.Sum256([]byte(t))] = true
	}
	return a, nil
}

func (c *Config) tokens() ([]string, error) {
	var tokens []string
	if c.AuthToken != "" {
		tokens = append(tokens, c.AuthToken)
	}
	if c.AuthTokenFile == "" {
		return tokens, nil
	}
	file, err := os.Open(c.AuthTokenFile)
	if err != nil {
		return nil, fmt.Errorf("--auth-token-file: %w", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && !strings.HasPrefix(line, "#") {
			tokens = append(tokens, line)
		}
	}
	return tokens, lines.Err()
}

// authenticate is an auth.AuthFunc.
func (a *authenticator) authenticate(ctx context.Context) (context.Context, error) {
	token, err := auth.AuthFromMD(ctx, "bearer")
	if err != nil {
		return nil, toStatus(errNoToken).Err()
	}
	if !a.tokens[sha256.Sum256([]byte(token))] {
		return nil, toStatus(errWrongToken).Err()
	}
	return ctx, nil
}

var (
	errNoToken    = errors.New("a bearer token is required: metadata authorization: Bearer …")
	errWrongToken = errors.New("the bearer token is not known")
)

// needsAuth exempts the health check, which probes ask for without credentials.
func needsAuth(_ context.Context, call interceptors.CallMeta) bool {
	return call.Service != healthpb.Health_ServiceDesc.ServiceName
}

// loopback reports whether an address can be reached from this machine alone.
func loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
