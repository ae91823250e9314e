package server

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server/internal/wire"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// What must hold of every answer of the English pipeline, whatever the article.

// serveEnglish starts a server with the pipeline that it has in earnest.
func serveEnglish(t testing.TB, change func(*Config)) *grpc.ClientConn {
	t.Helper()
	_, conn := serve(t, func(c *Config) {
		c.Pipeline = nil
		if change != nil {
			change(c)
		}
	})
	return conn
}

// samples are the project's own articles.
func samples(t testing.TB) []*pb.Article {
	t.Helper()
	const folder = "../client/cmd/dateline/testdata/articles"
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var articles []*pb.Article
	for _, e := range entries {
		a := &pb.Article{ArticleId: e.Name()}
		switch filepath.Ext(e.Name()) {
		case ".html":
			a.ContentType = pb.ContentType_CONTENT_TYPE_HTML
		case ".txt":
		default:
			continue
		}
		content, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		a.Content = string(content)
		articles = append(articles, a)
	}
	return articles
}

const report = "Alar Kask met Ingrid Solberg in Tallinn on 10 May 2019. “It was a good day,” he said.\n\n"

// reports is a long article of paragraphs of which no two are alike.
func reports(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "Report %d: the council of district %d met %d delegates in Tallinn on %d May %d. ", i, i%97, i%1013, 1+i%31, 1990+i%30)
		b.WriteString(report)
	}
	return b.String()
}

// strange are articles that nobody wrote for reading.
func strange() []*pb.Article {
	html := pb.ContentType_CONTENT_TYPE_HTML
	return []*pb.Article{
		{ArticleId: "one letter", Content: "x"},
		{ArticleId: "white space", Content: " \t\r\n\u00a0\n"},
		{ArticleId: "control characters", Content: "a\x00b\x01\x1b[31mc\u0085\u2028d\ufeff\ufffe"},
		{ArticleId: "a megabyte without a space", Content: strings.Repeat("x", 1<<20)},
		{ArticleId: "ten thousand one-word lines", Content: strings.Repeat("word\n", 10_000)},
		{ArticleId: "a sentence without end", Content: strings.Repeat("and the minister said that ", 1_000)},
		{ArticleId: "quotation marks", Content: strings.Repeat(`" ' “ ”`, 1_000)},
		{ArticleId: "capitals", Content: strings.Repeat("KASK MEETS SOLBERG IN TALLINN ", 1_000)},
		{ArticleId: "digits", Content: strings.Repeat("10/05/2017 ", 2_000)},
		{ArticleId: "deep HTML", ContentType: html, Content: strings.Repeat("<div><p>", 20_000) + "Kask spoke." + strings.Repeat("</p></div>", 20_000)},
		{ArticleId: "unclosed HTML", ContentType: html, Content: strings.Repeat("<a href=\"", 5_000) + "<!--" + report},
		{ArticleId: "markup alone", ContentType: html, Content: "<html><head><script>var x = '</p>'</script></head></html>"},
		{ArticleId: "entities", ContentType: html, Content: strings.Repeat("&amp;&#x1F600;&nbsp;&bogus;&#0;&#xD800;", 1_000)},
		{ArticleId: "right to left", Content: "נועה ברזילי קראה ראשונה. قال الوزير إن المحادثات انتهت.\n\n" + report},
		{ArticleId: "emoji and combining marks", Content: "👩🏽‍🎤🇪🇪 e\u0301e\u0301 Za\u0323\u0307lgo\u0300\u0301\u0302 met Kask 😀😀 in Tallinn.\n\n" + report},
		{ArticleId: "ligatures and soft hyphens", Content: "The ﬁrst of\u00adﬁcer met Mr\u00a0Kask\u200b on 10\u202fMay.\n\n" + report},
		{ArticleId: "another language", Content: "Die Ministerpräsidentin ist am Freitag in Tallinn mit dem Präsidenten zusammengetroffen. Beide unterzeichneten eine Erklärung über den Schutz von Seekabeln."},
		{ArticleId: "no language", Content: "漢字かな交じり文。" + strings.Repeat("測試", 500)},
	}
}

var allLayers = []pb.Layer{1, 2, 3, 4, 5, 6}

func inEncoding(a *pb.Article, e pb.EncodingType) *pb.AnalyzeArticlesRequest {
	return &pb.AnalyzeArticlesRequest{Article: a, Options: &pb.AnalyzeOptions{EncodingType: e, Layers: allLayers}}
}

func TestEveryOffsetIsSound(t *testing.T) {
	conn := serveEnglish(t, nil)
	articles := samples(t)
	if !testing.Short() {
		articles = append(articles, strange()...)
	}
	for _, article := range articles {
		t.Run(article.GetArticleId(), func(t *testing.T) {
			responses, err := exchange(t, openStream(t, conn), inEncoding(article, 1), inEncoding(article, 2), inEncoding(article, 3))
			if err != nil {
				t.Fatal(err)
			}
			var first []string
			for i, r := range responses {
				if r.GetError() != nil {
					t.Fatalf("not analysed: %v", r.GetError())
				}
				pieces := piecesOf(t, article.GetContent(), r.GetAnalysis())
				if i == 0 {
					first = pieces
					checkSegments(t, article.GetContent(), r.GetAnalysis())
					checkTokens(t, r.GetAnalysis())
				} else if !slices.Equal(first, pieces) {
					t.Errorf("%v marks other places than UTF8", r.GetAnalysis().GetEncodingType())
				}
			}
		})
	}
}

// piecesOf returns what every span of an analysis covers, in the order of the message, and reports spans out of
// range or order.
func piecesOf(t *testing.T, content string, a *pb.Analysis) []string {
	t.Helper()
	offsets := wire.NewOffsets(content, a.GetEncodingType())
	end := offsets.ToUnits(len(content))
	var pieces []string
	eachSpan(a.ProtoReflect(), func(s *pb.Span) {
		begin, to := offsets.ToBytes(s.GetBeginOffset()), offsets.ToBytes(s.GetEndOffset())
		switch {
		case s.GetBeginOffset() < 0 || s.GetEndOffset() < s.GetBeginOffset() || s.GetEndOffset() > end:
			t.Errorf("span %v in a content of %d", s, end)
		case offsets.ToUnits(begin) != s.GetBeginOffset() || offsets.ToUnits(to) != s.GetEndOffset() ||
			begin < len(content) && !utf8.RuneStart(content[begin]) || to < len(content) && !utf8.RuneStart(content[to]):
			t.Errorf("span %v cuts a code point", s)
		default:
			pieces = append(pieces, content[begin:to])
		}
	})
	return pieces
}

// eachSpan visits every Span in a message.
func eachSpan(m protoreflect.Message, visit func(*pb.Span)) {
	if s, ok := m.Interface().(*pb.Span); ok {
		visit(s)
		return
	}
	fields := m.Descriptor().Fields()
	for i := range fields.Len() { // Range has no order
		field := fields.Get(i)
		if field.Message() == nil || !m.Has(field) {
			continue
		}
		if !field.IsList() {
			eachSpan(m.Get(field).Message(), visit)
			continue
		}
		list := m.Get(field).List()
		for j := range list.Len() {
			eachSpan(list.Get(j).Message(), visit)
		}
	}
}

// checkSegments: segments tile the content.
func checkSegments(t *testing.T, content string, a *pb.Analysis) {
	t.Helper()
	at := int32(0)
	for _, s := range a.GetSegments() {
		if s.GetSpan().GetBeginOffset() != at || s.GetSpan().GetEndOffset() <= at || s.GetType() == 0 {
			t.Errorf("segment %v after %d", s, at)
		}
		at = s.GetSpan().GetEndOffset()
	}
	if int(at) != len(content) {
		t.Errorf("segments end at %d of %d", at, len(content))
	}
}

// checkTokens: sentences ascend; their tokens ascend, never overlap, and have their heads among themselves.
func checkTokens(t *testing.T, a *pb.Analysis) {
	t.Helper()
	at := int32(0)
	for _, s := range a.GetSentences() {
		roots := 0
		for i, token := range s.GetTokens() {
			if token.GetSpan().GetBeginOffset() < at {
				t.Errorf("token %v overlaps the one before", token)
			}
			at = token.GetSpan().GetEndOffset()
			if token.GetHead() == -1 {
				roots++
			}
			if token.GetHead() < -1 || int(token.GetHead()) >= len(s.GetTokens()) || int(token.GetHead()) == i {
				t.Errorf("head %d of %d tokens", token.GetHead(), len(s.GetTokens()))
			}
		}
		if len(s.GetTokens()) == 0 || roots != 1 && a.GetSentences()[0].GetTokens()[0].GetDeprel() != "" {
			t.Errorf("a sentence of %d tokens with %d roots", len(s.GetTokens()), roots)
		}
	}
}

func TestOutputDoesNotDependOnOrderOrCores(t *testing.T) {
	articles := append(samples(t), strange()[10:]...)
	want := map[string][]byte{}
	for _, c := range []struct {
		workers  int
		ordering pb.Ordering
		backward bool
	}{{1, pb.Ordering_ORDERING_REQUEST, false}, {8, pb.Ordering_ORDERING_COMPLETION, false}, {8, pb.Ordering_ORDERING_REQUEST, true}} {
		conn := serveEnglish(t, func(s *Config) { s.Workers = c.workers })
		var requests []*pb.AnalyzeArticlesRequest
		for _, a := range slices.Concat(articles, articles) {
			requests = append(requests, &pb.AnalyzeArticlesRequest{Article: a, Options: &pb.AnalyzeOptions{Ordering: c.ordering, Layers: allLayers}})
		}
		if c.backward {
			slices.Reverse(requests)
		}
		responses, err := exchange(t, openStream(t, conn), requests...)
		if err != nil || len(responses) != len(requests) {
			t.Fatalf("%d of %d responses, %v", len(responses), len(requests), err)
		}
		for _, r := range responses {
			got, err := proto.MarshalOptions{Deterministic: true}.Marshal(r.GetAnalysis())
			if err != nil {
				t.Fatal(err)
			}
			if want[r.GetArticleId()] == nil {
				want[r.GetArticleId()] = got
			} else if string(want[r.GetArticleId()]) != string(got) {
				t.Errorf("%s: another answer with %d workers", r.GetArticleId(), c.workers)
			}
		}
	}
}

// Five megabytes pass through a stream between two ordinary articles. The layers are those that take seconds, not a
// minute, for so much text; TestTimeGrowsLinearly has all of them.
func TestLargeArticleInAStream(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	conn := serveEnglish(t, nil)
	large := articleRequest("large", reports(5<<20))
	large.Options = &pb.AnalyzeOptions{Layers: []pb.Layer{pb.Layer_LAYER_SEGMENTS}, EncodingType: pb.EncodingType_ENCODING_TYPE_UTF16}
	responses, err := exchange(t, openStream(t, conn), articleRequest("a", report), large, articleRequest("b", report))
	if err != nil || len(responses) != 3 {
		t.Fatalf("%d responses, %v", len(responses), err)
	}
	for _, r := range responses {
		if r.GetError() != nil {
			t.Errorf("%s: %v", r.GetArticleId(), r.GetError())
		}
	}
	piecesOf(t, large.GetArticle().GetContent(), responses[1].GetAnalysis())
	if n := len(responses[1].GetAnalysis().GetSentences()); n < 50_000 {
		t.Errorf("%d sentences in five megabytes", n)
	}
}

// A caller's deadline ends the work too, not just the waiting: every stage looks at its context.
func TestDeadlineStopsALongAnalysis(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds under the race detector")
	}
	s, _ := serve(t, func(c *Config) { c.Pipeline = nil })
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	begin := time.Now()
	_, err := s.analyzer.analyze(ctx, &extractor.Article{Content: reports(2 << 20)}, nil)
	if took := time.Since(begin); toStatus(err).Code() != codes.DeadlineExceeded || took > 3*time.Second {
		t.Errorf("%v after %v", err, took)
	}
}

// Four times the text may take four times the time, with room for noise; sixteen would be quadratic.
func TestTimeGrowsLinearly(t *testing.T) {
	if os.Getenv("DATELINE_TIMED") == "" {
		t.Skip("measures time, which scatters on a busy machine: set DATELINE_TIMED=1 to run it")
	}
	if testing.Short() {
		t.Skip("takes seconds")
	}
	conn := serveEnglish(t, nil)
	again := func(unit string) func(int) string {
		return func(size int) string { return strings.Repeat(unit, size/len(unit)) }
	}
	for name, text := range map[string]func(int) string{
		"reports": reports, "no spaces": again("xyzw"), "one-word lines": again("word\n"), "no end": again("and the minister said that "),
		"marks": again(`" “ ' `), "names": again("Alar Kask, Ingrid Solberg, "), "dates": again("10/05/2017 "), "links": again("Read more: Kask flies home\n"),
	} {
		took := func(size int) time.Duration {
			best := time.Hour
			for range 2 {
				begin := cpuTime()
				if _, err := exchange(t, openStream(t, conn), articleRequest(name, text(size))); err != nil {
					t.Fatal(err)
				}
				best = min(best, cpuTime()-begin)
			}
			return best
		}
		took(10_000)
		small, large := took(20_000), took(80_000)
		t.Logf("%s: %v for 20 kB, %v for 80 kB", name, small, large)
		if large > 10*small+100*time.Millisecond {
			t.Errorf("%s: %v for 20 kB, %v for 80 kB", name, small, large)
		}
	}
}
