package server

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc"
	channelzpb "google.golang.org/grpc/channelz/grpc_channelz_v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"
	reflectionv1alpha "google.golang.org/grpc/reflection/grpc_reflection_v1alpha"
	"google.golang.org/grpc/status"
)

func TestAdminListener(t *testing.T) {
	s, conn := serve(t, nil)
	if _, err := exchange(t, openStream(t, conn), articleRequest("a", "word"), articleRequest("b", "")); err != nil {
		t.Fatal(err)
	}
	admin := httptest.NewUnstartedServer(s.adminHandler())
	admin.Config.Protocols = new(http.Protocols)
	admin.Config.Protocols.SetHTTP1(true)
	admin.Config.Protocols.SetUnencryptedHTTP2(true)
	admin.Start()
	defer admin.Close()
	for path, want := range map[string]string{
		"/metrics":                       "dateline_articles_total{code=\"InvalidArgument\"} 1\ndateline_articles_total{code=\"OK\"} 1",
		"/healthz":                       "ok",
		"/debug/pprof/goroutine?debug=1": "goroutine profile",
	} {
		response, err := http.Get(admin.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != http.StatusOK || !strings.Contains(string(body), want) {
			t.Errorf("%s: %s, no %q", path, response.Status, want)
		}
	}
	calls, err := grpc.NewClient(strings.TrimPrefix(admin.URL, "http://"), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	defer calls.Close()
	servers, err := channelzpb.NewChannelzClient(calls).GetServers(t.Context(), &channelzpb.GetServersRequest{})
	if err != nil || len(servers.GetServer()) == 0 {
		t.Errorf("channelz: %v, %v", servers, err)
	}
}

func TestHealthAndReflection(t *testing.T) {
	_, conn := serve(t, nil)
	for service, want := range map[string]healthpb.HealthCheckResponse_ServingStatus{
		"":                              healthpb.HealthCheckResponse_SERVING,
		"dateline.v1.ExtractionService": healthpb.HealthCheckResponse_SERVING,
	} {
		got, err := healthpb.NewHealthClient(conn).Check(t.Context(), &healthpb.HealthCheckRequest{Service: service})
		if err != nil || got.GetStatus() != want {
			t.Errorf("health of %q: %v, %v", service, got.GetStatus(), err)
		}
	}
	v1, err := reflectionv1.NewServerReflectionClient(conn).ServerReflectionInfo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_ = v1.Send(&reflectionv1.ServerReflectionRequest{MessageRequest: &reflectionv1.ServerReflectionRequest_ListServices{}})
	answer, err := v1.Recv()
	if err != nil || !strings.Contains(answer.String(), "dateline.v1.ExtractionService") {
		t.Errorf("reflection v1: %v, %v", answer, err)
	}
	v1alpha, err := reflectionv1alpha.NewServerReflectionClient(conn).ServerReflectionInfo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	//nolint:staticcheck // deprecated, and what older clients speak
	_ = v1alpha.Send(&reflectionv1alpha.ServerReflectionRequest{MessageRequest: &reflectionv1alpha.ServerReflectionRequest_ListServices{}})
	if alpha, err := v1alpha.Recv(); err != nil || !strings.Contains(alpha.String(), "dateline.v1.StoryService") {
		t.Errorf("reflection v1alpha: %v, %v", alpha, err)
	}
}

func TestUnaryErrorsAndInfo(t *testing.T) {
	_, conn := serve(t, nil)
	client := pb.NewExtractionServiceClient(conn)
	for content, want := range map[string]codes.Code{"": codes.InvalidArgument, "word": codes.OK, panics: codes.Internal} {
		_, err := client.AnalyzeArticle(t.Context(), &pb.AnalyzeArticleRequest{Article: &pb.Article{Content: content}})
		if status.Code(err) != want {
			t.Errorf("%q: %v, want %v", content, err, want)
		}
		if err != nil {
			reasonOf(t, status.Convert(err))
		}
	}
	info, err := client.GetServiceInfo(t.Context(), &pb.GetServiceInfoRequest{})
	if err != nil || info.GetVersion() == "" || len(info.GetLayers()) != 6 || info.GetLimits().GetMaxArticleBytes() != 8<<20 {
		t.Errorf("info %v, %v", info, err)
	}
}
