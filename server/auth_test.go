package server

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

func TestAuth(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tokens")
	if err := os.WriteFile(file, []byte("# callers\nfirst-token\n\n second-token \n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, conn := serve(t, func(c *Config) { c.Auth, c.AuthTokenFile = "on", file })
	for _, c := range []struct {
		header string
		want   codes.Code
	}{
		{"", codes.Unauthenticated},
		{"Bearer wrong", codes.Unauthenticated},
		{"Basic first-token", codes.Unauthenticated},
		{"Bearer first-token", codes.OK},
		{"bearer second-token", codes.OK},
	} {
		ctx := t.Context()
		if c.header != "" {
			ctx = metadata.AppendToOutgoingContext(ctx, "authorization", c.header)
		}
		client := pb.NewExtractionServiceClient(conn)
		_, err := client.GetServiceInfo(ctx, &pb.GetServiceInfoRequest{})
		if status.Code(err) != c.want {
			t.Errorf("unary with %q: %v", c.header, err)
		}
		if err != nil {
			if reason, _ := reasonOf(t, status.Convert(err)); reason != "UNAUTHENTICATED" {
				t.Errorf("reason %s", reason)
			}
		}
		stream, err := client.AnalyzeArticles(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if _, err = exchange(t, stream, articleRequest("a", "word")); status.Code(err) != c.want {
			t.Errorf("stream with %q: %v", c.header, err)
		}
	}
	if _, err := healthpb.NewHealthClient(conn).Check(t.Context(), &healthpb.HealthCheckRequest{}); err != nil {
		t.Errorf("the health check needs no token: %v", err)
	}
}

func TestAuthIsRequiredOffLocalhost(t *testing.T) {
	for _, c := range []struct {
		listen, auth, token string
		ok                  bool
	}{
		{"localhost:0", "auto", "", true},
		{"127.0.0.1:0", "auto", "", true},
		{"[::1]:0", "auto", "", true},
		{":0", "auto", "", false},
		{"0.0.0.0:0", "auto", "", false},
		{"0.0.0.0:0", "auto", "t", true},
		{"0.0.0.0:0", "off", "", true},
		{"localhost:0", "on", "", false},
		{"localhost:0", "perhaps", "", false},
	} {
		config := DefaultConfig()
		config.Pipeline = fakePipeline(t, nil)
		config.Listen, config.Auth, config.AuthToken = c.listen, c.auth, c.token
		if _, err := New(config); (err == nil) != c.ok {
			t.Errorf("listen %s, auth %s, token %q: %v", c.listen, c.auth, c.token, err)
		}
	}
}

func TestRateLimit(t *testing.T) {
	_, conn := serve(t, func(c *Config) { c.RateLimit = 2 })
	var err error
	for range 5 {
		if _, err = pb.NewExtractionServiceClient(conn).GetServiceInfo(t.Context(), &pb.GetServiceInfoRequest{}); err != nil {
			break
		}
	}
	if reason, _ := reasonOf(t, status.Convert(err)); status.Code(err) != codes.ResourceExhausted || reason != "RATE_LIMITED" {
		t.Errorf("got %v", err)
	}
}

func TestRateLimiterRefills(t *testing.T) {
	now := time.Unix(0, 0)
	l := newRateLimiter(2)
	l.now = func() time.Time { return now }
	allowed := 0
	for range 40 { // four seconds
		if l.Limit(context.Background()) == nil {
			allowed++
		}
		now = now.Add(100 * time.Millisecond)
	}
	if allowed != 9 && allowed != 10 { // two at once, then two a second
		t.Errorf("%d calls in four seconds", allowed)
	}
}

// authority is a certificate authority for tests.
type authority struct {
	t    *testing.T
	dir  string
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	a := &authority{t: t, dir: t.TempDir()}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Test CA"}, IsCA: true,
		BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign, NotAfter: time.Now().Add(time.Hour)}
	a.key, _ = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	der := a.sign(template, template, a.key)
	a.cert, _ = x509.ParseCertificate(der)
	a.write("ca.pem", "CERTIFICATE", der)
	return a
}

func (a *authority) sign(template, parent *x509.Certificate, key *ecdsa.PrivateKey) []byte {
	der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, a.key)
	if err != nil {
		a.t.Fatal(err)
	}
	return der
}

// issue writes NAME.pem and NAME.key for localhost.
func (a *authority) issue(name string) {
	key, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	template := &x509.Certificate{SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: name},
		DNSNames: []string{"localhost"}, NotAfter: time.Now().Add(time.Hour)}
	a.write(name+".pem", "CERTIFICATE", a.sign(template, a.cert, key))
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		a.t.Fatal(err)
	}
	a.write(name+".key", "EC PRIVATE KEY", der)
}

func (a *authority) path(name string) string { return filepath.Join(a.dir, name) }

func (a *authority) write(name, kind string, der []byte) {
	block := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
	if err := os.WriteFile(a.path(name), block, 0o600); err != nil {
		a.t.Fatal(err)
	}
}

func TestMutualTLS(t *testing.T) {
	a := newAuthority(t)
	a.issue("server")
	a.issue("client")
	pool, err := certPool(a.path("ca.pem"))
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := tls.LoadX509KeyPair(a.path("client.pem"), a.path("client.key"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name         string
		certificates []tls.Certificate
		ok           bool
	}{{"with a certificate", []tls.Certificate{certificate}, true}, {"without", nil, false}} {
		t.Run(c.name, func(t *testing.T) {
			_, conn := serve(t, func(s *Config) {
				s.TLSCert, s.TLSKey, s.TLSClientCA = a.path("server.pem"), a.path("server.key"), a.path("ca.pem")
			}, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{RootCAs: pool, Certificates: c.certificates, ServerName: "localhost"})))
			_, err := pb.NewExtractionServiceClient(conn).GetServiceInfo(t.Context(), &pb.GetServiceInfoRequest{})
			if (err == nil) != c.ok {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestParseConfig(t *testing.T) {
	env := map[string]string{"DATELINE_LISTEN": "localhost:1", "DATELINE_MAX_IN_FLIGHT": "7"}
	lookup := func(k string) (string, bool) { v, ok := env[k]; return v, ok }
	var help strings.Builder
	c, err := ParseConfig([]string{"--listen", "localhost:2"}, lookup, &help)
	if err != nil || c.Listen != "localhost:2" || c.MaxInFlight != 7 || c.MaxArticleBytes != 8<<20 {
		t.Errorf("got %+v, %v", c, err)
	}
	if _, err := ParseConfig([]string{"--help"}, lookup, &help); err == nil || !strings.Contains(help.String(), "DATELINE_MAX_ARTICLE_BYTES") {
		t.Errorf("--help: %v, %s", err, help.String())
	}
	for _, bad := range [][]string{{"--no-such"}, {"extra"}, {"--workers", "0"}, {"--tls-cert", "x"}, {"--grace", "-1s"},
		{"--log-level", "loud"}, {"--log-format", "xml"}, {"--max-message-bytes", "99999999999"}, {"--tls-client-ca", "x"}} {
		if _, err := ParseConfig(bad, lookup, &help); err == nil {
			t.Errorf("%v was taken", bad)
		}
	}
	env["DATELINE_WORKERS"] = "many"
	if _, err := ParseConfig(nil, lookup, &help); err == nil || !strings.Contains(err.Error(), "DATELINE_WORKERS") {
		t.Errorf("a bad environment variable: %v", err)
	}
}
