package server

import (
	"time"

	grpcprom "github.com/grpc-ecosystem/go-grpc-middleware/providers/prometheus"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// metrics are what Prometheus reads from the admin listener. Each server has a registry of its own.
type metrics struct {
	registry *prometheus.Registry
	calls    *grpcprom.ServerMetrics
	articles *prometheus.CounterVec
	bytes    prometheus.Counter
	seconds  prometheus.Histogram
	inFlight prometheus.Gauge
	panics   prometheus.Counter
}

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		calls:    grpcprom.NewServerMetrics(grpcprom.WithServerHandlingTimeHistogram()),
		articles: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "dateline_articles_total", Help: "Articles answered, by gRPC code of their outcome."}, []string{"code"}),
		bytes: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "dateline_article_bytes_total", Help: "Bytes of content analysed."}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "dateline_analysis_seconds", Help: "Time to analyse one article.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 2, 16)}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "dateline_articles_in_flight", Help: "Articles accepted and not yet answered."}),
		panics: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "dateline_panics_total", Help: "Panics that were turned into INTERNAL errors."}),
	}
	m.registry.MustRegister(m.calls, m.articles, m.bytes, m.seconds, m.inFlight, m.panics,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// analysed records one article.
func (m *metrics) analysed(code string, bytes int, took time.Duration) {
	m.articles.WithLabelValues(code).Inc()
	m.bytes.Add(float64(bytes))
	m.seconds.Observe(took.Seconds())
}

// refused records an article that was not fit to be analysed.
func (m *metrics) refused(err error) { m.articles.WithLabelValues(toStatus(err).Code().String()).Inc() }
