package memstore

import (
	"testing"

	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) story.Store { return New() })
}
