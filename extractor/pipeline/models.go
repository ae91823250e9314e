package pipeline

import "github.com/dateline-news/dateline/extractor/model"

// Models returns what is known of the models that English reads with, sorted by name.
func Models() ([]model.Entry, error) { return model.Manifest() }
