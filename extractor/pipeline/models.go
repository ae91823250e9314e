package pipeline

import (
	"fmt"

	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/story"
)

// Models returns what is known of the models that English reads with, sorted by name.
func Models() ([]model.Entry, error) { return model.Manifest() }

// Stories returns the embedded model that articles and events of several articles are compared with.
func Stories() (*story.Model, error) {
	data, err := model.Read("stories")
	if err != nil {
		return nil, err
	}
	m, err := story.Load(data)
	if err != nil {
		return nil, fmt.Errorf("model stories: %w", err)
	}
	return m, nil
}
