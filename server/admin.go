package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/pprof"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"google.golang.org/grpc"
	channelz "google.golang.org/grpc/channelz/service"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
)

// startAdmin serves the admin listener, where one is configured, and returns how to close it. What it shows is
// for operators: it belongs on localhost or a private network.
func (s *Server) startAdmin() (close func(), err error) {
	if s.config.AdminListen == "" {
		return func() {}, nil
	}
	listener, err := net.Listen("tcp", s.config.AdminListen)
	if err != nil {
		return nil, err
	}
	s.log.Info("admin listening", "address", listener.Addr().String())
	admin := &http.Server{Handler: s.adminHandler(), ReadHeaderTimeout: 10 * time.Second, Protocols: new(http.Protocols)}
	admin.Protocols.SetHTTP1(true)
	admin.Protocols.SetUnencryptedHTTP2(true)
	go func() {
		if err := admin.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			s.log.Error("admin", "error", err)
		}
	}()
	return func() { _ = admin.Close() }, nil
}

// adminHandler answers /metrics, /healthz, /debug/pprof/ and, over gRPC on the same port, channelz and health.
func (s *Server) adminHandler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("/healthz", s.healthz)
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	calls := grpc.NewServer()
	channelz.RegisterChannelzServiceToServer(calls)
	healthpb.RegisterHealthServer(calls, s.health)
	reflection.Register(calls)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor == 2 && strings.HasPrefix(r.Header.Get("Content-Type"), "application/grpc") {
			calls.ServeHTTP(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	})
}

// healthz answers 200 while the service takes articles and 503 once it is stopping.
func (s *Server) healthz(w http.ResponseWriter, r *http.Request) {
	answer, err := s.health.Check(context.WithoutCancel(r.Context()), &healthpb.HealthCheckRequest{})
	if err != nil || answer.GetStatus() != healthpb.HealthCheckResponse_SERVING {
		http.Error(w, "not serving", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ok\n"))
}
