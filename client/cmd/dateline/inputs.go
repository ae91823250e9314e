package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/types/known/timestamppb"
)

// input is one article, or why it could not be read.
type input struct {
	id      string
	article *pb.Article
	err     error
}

// inputs yields the articles of every path, in order. A path that cannot be read yields its error and the next
// go on.
func (o *options) inputs(s streams) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, path := range o.paths {
			for in := range readPath(path, s) {
				in.id = strings.ToValidUTF8(in.id, "\uFFFD") // names of files may be anything
				if in.err == nil {
					o.complete(in.article)
				}
				if !yield(in) {
					return
				}
			}
		}
	}
}

// complete gives an article what the command line says where it says nothing itself.
func (o *options) complete(a *pb.Article) {
	if a.GetTimeZone() == "" {
		a.TimeZone = o.timeZone
	}
	if a.GetPublishTime() == nil && o.publish.text != "" {
		a.PublishTime = timestamppb.New(o.publish.in(a.GetTimeZone()))
	}
}

func readPath(path string, s streams) iter.Seq[input] {
	if path == "-" {
		return readStdin(s.in)
	}
	info, err := os.Stat(path)
	if err != nil {
		return one(input{id: path, err: err})
	}
	if info.IsDir() {
		return readFolder(path, s.err)
	}
	return readFile(path)
}

// readFolder yields the articles of a folder and the folders in it, by name; files of other kinds and hidden
// ones are passed over. Where nothing else is there, it says so.
func readFolder(folder string, notes io.Writer) iter.Seq[input] {
	return func(yield func(input) bool) {
		files := 0
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return goOn(yield(input{id: path, err: err}))
			}
			if path != folder && strings.HasPrefix(entry.Name(), ".") {
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if entry.IsDir() || !slices.Contains([]string{".txt", ".html", ".htm", ".jsonl"}, extension(path)) {
				return nil
			}
			files++
			for in := range readFile(path) {
				if !yield(in) {
					return fs.SkipAll
				}
			}
			return nil
		})
		if err != nil {
			yield(input{id: folder, err: err})
		} else if files == 0 {
			fmt.Fprintf(notes, "dateline: no .txt, .html or .jsonl file in %s\n", folder)
		}
	}
}

func goOn(more bool) error {
	if more {
		return nil
	}
	return fs.SkipAll
}

// maxFile is what one message takes by default, less what an article has besides its content: a larger one would end the
// stream for all that come after it.
const maxFile = 64<<20 - 64<<10

func readFile(path string) iter.Seq[input] {
	kind := extension(path)
	if kind == ".jsonl" {
		return readLinesOf(path)
	}
	if info, err := os.Stat(path); err == nil && info.Size() > maxFile {
		return one(input{id: path, err: tooLarge(info.Size())})
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return one(input{id: path, err: err})
	}
	if begin := bytes.TrimSpace(content[:min(len(content), 512)]); kind != ".txt" && kind != ".html" && kind != ".htm" &&
		(bytes.HasPrefix(begin, []byte("{")) || bytes.HasPrefix(begin, []byte("["))) && json.Valid(content) {
		return one(readJSON(path, content))
	}
	article := &pb.Article{ArticleId: strings.ToValidUTF8(path, "\uFFFD"), Content: string(content)}
	if kind == ".html" || kind == ".htm" {
		article.ContentType = pb.ContentType_CONTENT_TYPE_HTML
	}
	return one(input{id: path, article: article})
}

// readJSON reads a file that is JSON as a whole: one article.
func readJSON(path string, content []byte) input {
	if bytes.HasPrefix(bytes.TrimSpace(content), []byte("[")) {
		return input{id: path, err: errors.New("a list in JSON: write one Article a line in a .jsonl file, such as with jq -c '.[]'")}
	}
	return readLine(path, content)
}

func tooLarge(size int64) error {
	return fmt.Errorf("%d bytes are more than one message takes, %d", size, maxFile)
}

// readStdin takes standard input as lines of JSON, as a page of HTML or as text, by how it begins.
func readStdin(stdin io.Reader) iter.Seq[input] {
	buffered := bufio.NewReaderSize(stdin, 4096)
	head, _ := buffered.Peek(512) // as much as there is
	begin := strings.ToLower(strings.TrimLeft(string(head), " \t\r\n\ufeff"))
	if strings.HasPrefix(begin, "{") {
		return readLines("-", buffered)
	}
	content, err := io.ReadAll(buffered)
	if err != nil {
		return one(input{id: "-", err: err})
	}
	article := &pb.Article{ArticleId: "-", Content: string(content)}
	if strings.HasPrefix(begin, "<!doctype html") || strings.HasPrefix(begin, "<html") {
		article.ContentType = pb.ContentType_CONTENT_TYPE_HTML
	}
	return one(input{id: "-", article: article})
}

func readLinesOf(path string) iter.Seq[input] {
	return func(yield func(input) bool) {
		file, err := os.Open(path)
		if err != nil {
			yield(input{id: path, err: err})
			return
		}
		defer file.Close()
		readLines(path, file)(yield)
	}
}

// readLines yields an article for each line of JSON; blank lines are passed over.
func readLines(name string, r io.Reader) iter.Seq[input] {
	return func(yield func(input) bool) {
		lines := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			line, err := lines.ReadBytes('\n')
			if len(bytes.TrimSpace(line)) > 0 && !yield(readLine(fmt.Sprintf("%s:%d", name, number), line)) {
				return
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(input{id: name, err: err})
				}
				return
			}
		}
	}
}

func readLine(id string, line []byte) input {
	if len(line) > maxFile {
		return input{id: id, err: tooLarge(int64(len(line)))}
	}
	article := &pb.Article{}
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	if err := protojson.Unmarshal(prefixed(line), article); err != nil {
		return input{id: id, err: fmt.Errorf("not an Article in JSON: %w", err)}
	}
	if article.GetArticleId() == "" {
		article.ArticleId = id
	}
	return input{id: article.GetArticleId(), article: article}
}

// shortContentType finds a content type without its prefix, at the place of a value.
var shortContentType = regexp.MustCompile(`("content(?:T|_t)ype"\s*:\s*")(PLAIN_TEXT|HTML)"`)

// prefixed spells the content type as the wire does: files of articles often say "PLAIN_TEXT" or "HTML" alone.
func prefixed(line []byte) []byte {
	return shortContentType.ReplaceAll(line, []byte(`${1}CONTENT_TYPE_${2}"`))
}

func one(in input) iter.Seq[input] {
	return func(yield func(input) bool) { yield(in) }
}

func extension(path string) string { return strings.ToLower(filepath.Ext(path)) }
