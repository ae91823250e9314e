package extractor

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/dateline-news/dateline"

// rules says who may import which packages of this repository, the first match deciding: the walls of the house.
// Folders are relative to the repository; a trailing "/…" means everything below.
var rules = []struct {
	who string
	may []string
}{
	{"proto/…", nil},
	{"extractor", nil},
	{"extractor/internal/…", []string{"extractor", "extractor/internal/…"}},
	{"extractor/model", nil},
	{"extractor/pipeline", []string{"extractor", "extractor/stage/…", "extractor/model", "extractor/internal/…", "extractor/story"}},
	{"extractor/story/…", []string{"extractor", "extractor/story/…", "extractor/internal/…"}},
	{"extractor/eval/…", []string{"extractor", "extractor/internal/…", "extractor/story/…", "extractor/eval/…"}},
	{"extractor/cmd/…", []string{"extractor", "extractor/…"}},
	{"server/cmd/…", []string{"server", "server/…", "proto/…", "extractor", "extractor/…"}},
	{"server/…", []string{"server/…", "proto/…", "extractor", "extractor/pipeline", "extractor/story/…"}},
	{"client/cmd/…", []string{"client", "client/…", "proto/…", "server"}},
	{"client/…", []string{"client/…", "proto/…"}},
}

// TestImports holds every non-test file of the repository against the rules.
func TestImports(t *testing.T) {
	err := filepath.WalkDir("..", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && file != ".." && strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata" {
			return filepath.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		folder := path.Dir(strings.TrimPrefix(filepath.ToSlash(file), "../"))
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if reason := forbidden(folder, imported); reason != "" {
				t.Errorf("%s imports %s: %s", file, imported, reason)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// forbidden says why a folder may not import a path, or "".
func forbidden(folder, imported string) string {
	inHouse, ours := strings.CutPrefix(imported, module+"/")
	if !ours {
		external := strings.Contains(strings.SplitN(imported, "/", 2)[0], ".")
		if external && (folder == "extractor" || folder == "extractor/model") {
			return "it keeps to the standard library"
		}
		if strings.HasPrefix(folder, "extractor") && (strings.Contains(imported, "grpc") || strings.Contains(imported, "protobuf")) {
			return "the extractor knows no gRPC and no protobuf"
		}
		return ""
	}
	if stage, ok := strings.CutPrefix(folder, "extractor/stage/"); ok {
		own := "extractor/stage/" + strings.SplitN(stage, "/", 2)[0]
		if matches(inHouse, "extractor", "extractor/internal/…", own, own+"/…") {
			return ""
		}
		return "a stage imports extractor and extractor/internal, never another stage"
	}
	for _, r := range rules {
		if !matches(folder, r.who) && !matches(folder, strings.TrimSuffix(r.who, "/…")) {
			continue
		}
		if matches(inHouse, r.may...) {
			return ""
		}
		return "it may import " + strings.Join(r.may, ", ") + " alone"
	}
	return "its folder has no rule: add one to imports_test.go"
}

func matches(folder string, patterns ...string) bool {
	for _, p := range patterns {
		below, deep := strings.CutSuffix(p, "…")
		if folder == p || deep && strings.HasPrefix(folder+"/", below) {
			return true
		}
	}
	return false
}

func TestForbidden(t *testing.T) {
	for _, c := range []struct {
		folder, imported string
		ok               bool
	}{
		{"extractor", "strings", true},
		{"extractor", "golang.org/x/text/cases", false},
		{"extractor/stage/times", module + "/extractor", true},
		{"extractor/stage/times", module + "/extractor/stage/names", false},
		{"extractor/stage/times", module + "/extractor/internal/calendar", true},
		{"extractor/pipeline", "google.golang.org/grpc", false},
		{"client", module + "/server", false},
		{"client/cmd/dateline", module + "/server", true},
		{"server/internal/wire", module + "/proto/dateline/v1", true},
	} {
		if got := forbidden(c.folder, c.imported); (got == "") != c.ok {
			t.Errorf("forbidden(%s, %s) = %q", c.folder, c.imported, got)
		}
	}
}
