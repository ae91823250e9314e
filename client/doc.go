// Package client calls Dateline. Dial gives a Client with sane defaults. Analyze reads one article, AnalyzeStream as many as
// an iterator yields, in order, over one pipelined stream. TrackStream adds articles to a collection whose stories
// ListStories, ListStoryEvents and WatchStories tell; Stories and Extraction give the generated clients for the rest:
// GetStory, DeleteArticle, ListCollections, DeleteCollection, GetServiceInfo.
//
// Calls that fail with UNAVAILABLE before anything was answered are tried again, five times in all. A stream that breaks
// later ends with its error: what was answered by then holds.
package client
