package corpus

import "testing"

func TestEventSpans(t *testing.T) {
	text := "Chad has agreed to reopen the road to Niger."
	spans := eventSpans("(SRC: Chad) has (EVT: agreed) to (EVT: reopen the road) to (TAR: Niger).", text)
	if len(spans) != 2 || text[spans[0].Begin:spans[0].End] != "agreed" || text[spans[1].Begin:spans[1].End] != "reopen the road" {
		t.Errorf("spans: %v", spans)
	}
}
