package server

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc"
)

// articleCount is how many articles TestMemoryStaysFlat sends: go test ./server -run Flat -articles 100000
var articleCount = flag.Int("articles", 2000, "articles that the memory test sends over one stream")

// BenchmarkStream measures one stream over one connection: articles/s, the time from sending an article to its
// answer (p50, p99), the peak of the heap, and allocations per article for client and server together.
//
//	go test ./server -run '^$' -bench Stream -benchtime 2000x
func BenchmarkStream(b *testing.B) {
	conn := serveEnglish(b, nil)
	articles := samples(b)
	_, _ = exchange(b, openStream(b, conn), articleRequest("warm", report))
	b.ReportAllocs()
	runtime.GC()
	peak := watchHeap(b)
	b.ResetTimer()
	latencies := pump(b, conn, articles, b.N)
	b.StopTimer()
	slices.Sort(latencies)
	bytes := 0
	for i := range b.N {
		bytes += len(articles[i%len(articles)].GetContent())
	}
	b.SetBytes(int64(bytes / b.N))
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(latencies[len(latencies)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(latencies[len(latencies)*99/100].Seconds()*1000, "p99-ms")
	b.ReportMetric(float64(peak())/(1<<20), "peak-heap-MB")
}

// pump sends n articles, in turn, and returns how long each took. At most a few are under way, as with a caller
// that has use for the answers: more would measure the queue.
func pump(t testing.TB, conn *grpc.ClientConn, articles []*pb.Article, n int) []time.Duration {
	stream := openStream(t, conn)
	sent := make([]time.Time, n)
	var mu sync.Mutex
	room := make(chan struct{}, 2*runtime.GOMAXPROCS(0))
	go func() {
		for i := range n {
			room <- struct{}{}
			mu.Lock()
			sent[i] = time.Now()
			mu.Unlock()
			if stream.Send(&pb.AnalyzeArticlesRequest{Article: articles[i%len(articles)]}) != nil {
				return
			}
		}
		_ = stream.CloseSend()
	}()
	latencies := make([]time.Duration, 0, n)
	for {
		r, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return latencies
		}
		if err != nil || r.GetError() != nil {
			t.Fatalf("%v, %v", err, r.GetError())
		}
		mu.Lock()
		latencies = append(latencies, time.Since(sent[r.GetSequence()]))
		mu.Unlock()
		<-room
	}
}

// watchHeap samples the heap until the returned function is called, which returns the most seen.
func watchHeap(t testing.TB) (peak func() uint64) {
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
			select {
			case <-stop:
				done <- most
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(stop); return <-done }
}

// liveHeap is what is left after a collection.
func liveHeap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// The heap that lives after many articles is what lived after the first hundred.
func TestMemoryStaysFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	conn := serveEnglish(t, nil)
	articles := samples(t)
	for i, a := range articles { // no two alike, in case anything keeps what it has seen
		articles[i] = &pb.Article{Content: a.GetContent(), ContentType: a.GetContentType(), ArticleId: fmt.Sprint(i)}
	}
	pump(t, conn, articles, 100)
	before := liveHeap()
	peak := watchHeap(t)
	pump(t, conn, articles, *articleCount)
	most := peak()
	after := liveHeap()
	t.Logf("%d articles: live heap %.1f MB before, %.1f MB after; peak %.1f MB in use", *articleCount,
		float64(before)/(1<<20), float64(after)/(1<<20), float64(most)/(1<<20))
	if after > before+8<<20 {
		t.Errorf("the heap grew from %d to %d bytes over %d articles", before, after, *articleCount)
	}
}

// A reader that stops reading holds its own stream back and costs no more than its window.
func TestMemoryIsBoundedWhenNobodyReads(t *testing.T) {
	conn := serveEnglish(t, nil)
	before := liveHeap()
	for range 4 {
		stream := openStream(t, conn)
		go func() {
			for stream.Send(articleRequest("x", strings.Repeat(report, 30))) == nil {
			}
		}()
	}
	time.Sleep(2 * time.Second)
	if grown := int64(liveHeap()) - int64(before); grown > 200<<20 {
		t.Errorf("four streams that nobody reads hold %d MB", grown>>20)
	}
}
