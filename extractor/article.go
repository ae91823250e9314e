package extractor

import "time"

// ContentType says how Article.Content is to be read.
type ContentType uint8

// The content types. The zero value is read as plain text.
const (
	PlainText ContentType = iota
	HTML
)

// Article is a news article as received. Only Content is required. It is never changed by the pipeline.
type Article struct {
	// ID is the caller's; it may be empty.
	ID string
	// Title is context alone: it yields no spans.
	Title string
	// Content is valid UTF-8, exactly as the caller sent it. All source offsets point into it.
	Content     string
	ContentType ContentType
	// PublishTime is the zero time when unknown; the times stage then infers the day of publication.
	PublishTime time.Time
	// Location is the zone in which the publication day is taken; nil means UTC.
	Location *time.Location
	Source   Source
	// LanguageCode is BCP-47, as the caller believes; empty when unknown.
	LanguageCode string
}

// Source names who published an article.
type Source struct {
	Outlet string
	URI    string
	Author string
}
