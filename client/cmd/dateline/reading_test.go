package main

import (
	"testing"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

func TestSentenceAroundAPlace(t *testing.T) {
	const text = "Zoë Lund spoke.\nCol. Béla Nagy said 14 men were held. “None was hurt.” He left."
	for _, c := range []struct {
		unit       pb.EncodingType
		begin, end int32
		words      string
		sentence   string
	}{
		{pb.EncodingType_ENCODING_TYPE_UNSPECIFIED, 38, 40, "14", "Col. Béla Nagy said 14 men were held."},
		{pb.EncodingType_ENCODING_TYPE_UTF16, 36, 38, "14", "Col. Béla Nagy said 14 men were held."},
		{pb.EncodingType_ENCODING_TYPE_UTF32, 0, 3, "Zoë", "Zoë Lund spoke."},
		{pb.EncodingType_ENCODING_TYPE_UTF8, 38, 55, "14 men were held.", "Col. Béla Nagy said 14 men were held."},
		{pb.EncodingType_ENCODING_TYPE_UTF8, 38, 900, "", ""},
	} {
		r := newReading(c.unit)
		r.add(&pb.Article{ArticleId: "a", Content: text})
		place := &pb.Span{BeginOffset: c.begin, EndOffset: c.end}
		if got := r.words("a", place); got != c.words {
			t.Errorf("%v [%d,%d): %q, want %q", c.unit, c.begin, c.end, got, c.words)
		}
		if got := r.sentence("a", place); got != c.sentence {
			t.Errorf("%v [%d,%d): %q, want %q", c.unit, c.begin, c.end, got, c.sentence)
		}
		if got := r.sentence("b", place); got != "" {
			t.Errorf("an article that was not read says %q", got)
		}
	}
}
