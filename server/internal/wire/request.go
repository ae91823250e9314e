package wire

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // time zones also where the machine has none
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// FromProto returns the article of a request. An article that cannot be analysed is refused with a
// *extractor.FieldError or with Violations; their fields are paths such as "article.content". maxBytes bounds
// the content.
func FromProto(a *pb.Article, maxBytes int) (*extractor.Article, error) {
	if a == nil {
		return nil, &extractor.FieldError{Field: "article", Reason: ReasonInvalidField, Detail: "an article is required"}
	}
	if err := checkContent(a.GetContent(), maxBytes); err != nil {
		return nil, err
	}
	if err := checkStrings(a); err != nil {
		return nil, err
	}
	if err := validate("article", a); err != nil {
		return nil, err
	}
	location, err := location(a.GetTimeZone())
	if err != nil {
		return nil, err
	}
	published, err := publishTime(a, location)
	if err != nil {
		return nil, err
	}
	article := &extractor.Article{
		ID:           a.GetArticleId(),
		Title:        a.GetTitle(),
		Content:      a.GetContent(),
		PublishTime:  published,
		Location:     location,
		LanguageCode: a.GetLanguageCode(),
		Source: extractor.Source{
			Outlet: a.GetSource().GetOutlet(),
			URI:    a.GetSource().GetUri(),
			Author: a.GetSource().GetAuthor(),
		},
	}
	if a.GetContentType() == pb.ContentType_CONTENT_TYPE_HTML {
		article.ContentType = extractor.HTML
	}
	return article, nil
}

// CheckOptions refuses options with an unknown enum number or too many layers; nil options are fine.
func CheckOptions(o *pb.AnalyzeOptions) error {
	if o == nil {
		return nil
	}
	for i, l := range o.GetLayers() {
		if l == pb.Layer_LAYER_UNSPECIFIED {
			return &extractor.FieldError{Field: fmt.Sprintf("options.layers[%d]", i), Reason: ReasonInvalidField,
				Detail: "names no layer"}
		}
	}
	return validate("options", o)
}

// CheckRequestID refuses a request id that is too long or not valid UTF-8.
func CheckRequestID(id string) error {
	if !utf8.ValidString(id) {
		return invalidUTF8("request_id", id)
	}
	if len(id) > 1024 {
		return &extractor.FieldError{Field: "request_id", Reason: ReasonInvalidField, Detail: "must be at most 1024 bytes"}
	}
	return nil
}

// maxCollection is how many bytes a collection's name may have.
const maxCollection = 256

// CheckCollection refuses a collection's name that is missing, too long or not valid UTF-8.
func CheckCollection(name string) error {
	const field = "collection"
	switch {
	case name == "":
		return &extractor.FieldError{Field: field, Reason: ReasonMissingCollection, Detail: "a collection is required"}
	case len(name) > maxCollection:
		return &extractor.FieldError{Field: field, Reason: ReasonInvalidField, Detail: fmt.Sprintf("must be at most %d bytes", maxCollection)}
	case !utf8.ValidString(name):
		return invalidUTF8(field, name)
	}
	return nil
}

func checkContent(content string, maxBytes int) error {
	const field = "article.content"
	if content == "" {
		return &extractor.FieldError{Field: field, Reason: ReasonEmptyContent, Detail: "must not be empty"}
	}
	if len(content) > maxBytes {
		return &extractor.FieldError{Field: field, Reason: ReasonTooLarge, Kind: extractor.ErrTooLarge,
			Detail: fmt.Sprintf("is %d bytes long; at most %d are accepted", len(content), maxBytes)}
	}
	if !utf8.ValidString(content) {
		return invalidUTF8(field, content)
	}
	return nil
}

func checkStrings(a *pb.Article) error {
	for _, s := range [...]struct{ field, value string }{
		{"article.article_id", a.GetArticleId()},
		{"article.title", a.GetTitle()},
		{"article.time_zone", a.GetTimeZone()},
		{"article.source.outlet", a.GetSource().GetOutlet()},
		{"article.source.uri", a.GetSource().GetUri()},
		{"article.source.author", a.GetSource().GetAuthor()},
		{"article.language_code", a.GetLanguageCode()},
	} {
		if !utf8.ValidString(s.value) {
			return invalidUTF8(s.field, s.value)
		}
	}
	return nil
}

func invalidUTF8(field, value string) error {
	at := 0
	for i, r := range value {
		if r == utf8.RuneError && !strings.HasPrefix(value[i:], "\uFFFD") {
			at = i
			break
		}
	}
	return &extractor.FieldError{Field: field, Reason: ReasonInvalidUTF8,
		Detail: fmt.Sprintf("must be valid UTF-8; the byte at offset %d (0x%X) is not", at, value[at])}
}

// location finds an IANA time zone. "Local" is refused: it would depend on the machine.
func location(name string) (*time.Location, error) {
	if name == "" {
		return nil, nil
	}
	l, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, &extractor.FieldError{Field: "article.time_zone", Reason: ReasonInvalidTimeZone,
			Detail: fmt.Sprintf("%q is not a time zone of the IANA database", name)}
	}
	return l, nil
}

func publishTime(a *pb.Article, location *time.Location) (time.Time, error) {
	if a.GetPublishTime() == nil {
		return time.Time{}, nil
	}
	if err := a.GetPublishTime().CheckValid(); err != nil {
		return time.Time{}, &extractor.FieldError{Field: "article.publish_time", Reason: ReasonInvalidPublishTime,
			Detail: "must be a valid timestamp from year 1 to 9999"}
	}
	t := a.GetPublishTime().AsTime()
	if location != nil {
		t = t.In(location)
	}
	return t, nil
}
