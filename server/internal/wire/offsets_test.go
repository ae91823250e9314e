package wire

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"pgregory.net/rapid"
)

var encodings = []pb.EncodingType{
	pb.EncodingType_ENCODING_TYPE_UNSPECIFIED,
	pb.EncodingType_ENCODING_TYPE_UTF8,
	pb.EncodingType_ENCODING_TYPE_UTF16,
	pb.EncodingType_ENCODING_TYPE_UTF32,
}

// unitsBefore counts the slow way.
func unitsBefore(content string, offset int, e pb.EncodingType) int32 {
	head := content[:offset]
	switch e {
	case pb.EncodingType_ENCODING_TYPE_UTF16:
		return int32(len(utf16.Encode([]rune(head))))
	case pb.EncodingType_ENCODING_TYPE_UTF32:
		return int32(utf8.RuneCountInString(head))
	}
	return int32(len(head))
}

func checkOffsets(t interface{ Errorf(string, ...any) }, content string) {
	for _, e := range encodings {
		o := NewOffsets(content, e)
		for at := range len(content) + 1 {
			if at < len(content) && !utf8.RuneStart(content[at]) {
				continue
			}
			want := unitsBefore(content, at, e)
			if got := o.ToUnits(at); got != want {
				t.Errorf("%v: ToUnits(%d) of %q = %d, want %d", e, at, content, got, want)
			}
			if got := o.ToBytes(want); got != at {
				t.Errorf("%v: ToBytes(%d) of %q = %d, want %d", e, want, content, got, at)
			}
		}
	}
}

func TestOffsetsAgreeWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "ש", "漢", "😀", "e\u0301", "\r\n", "\u00a0",
			"a long run of plain letters that fills more than one block of the index"})).Draw(t, "words")
		content := ""
		for _, w := range words {
			content += w
		}
		checkOffsets(t, content)
	})
}

func TestOffsetsClamp(t *testing.T) {
	for _, e := range encodings {
		o := NewOffsets("né", e)
		if o.ToUnits(-1) != 0 || o.ToUnits(99) != unitsBefore("né", 3, e) || o.ToBytes(-1) != 0 || o.ToBytes(99) != 3 {
			t.Errorf("%v does not clamp", e)
		}
		if e != pb.EncodingType_ENCODING_TYPE_UTF8 && e != pb.EncodingType_ENCODING_TYPE_UNSPECIFIED && o.ToUnits(2) != 1 {
			t.Errorf("%v: an offset inside a code point counts as its begin, not %d", e, o.ToUnits(2))
		}
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("Kask visited Tórshavn 😀.")
	f.Fuzz(func(t *testing.T, content string) {
		if utf8.ValidString(content) && len(content) < 4096 {
			checkOffsets(t, content)
		}
	})
}

func BenchmarkOffsets(b *testing.B) {
	content := ""
	for len(content) < 1<<20 {
		content += "The minister’s visit ended on Friday – “a success”. "
	}
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		o := NewOffsets(content, pb.EncodingType_ENCODING_TYPE_UTF16)
		for at := 0; at < len(content); at += 16 {
			o.ToUnits(at)
		}
	}
}
