package wire

import (
	"errors"
	"strings"
	"sync"

	"buf.build/go/protovalidate"
	"github.com/dateline-news/dateline/extractor"
	"google.golang.org/protobuf/proto"
)

// The reasons of errors that this package finds, as the contract lists them.
const (
	ReasonEmptyContent       = "EMPTY_CONTENT"
	ReasonInvalidUTF8        = "INVALID_UTF8"
	ReasonInvalidField       = "INVALID_FIELD"
	ReasonInvalidTimeZone    = "INVALID_TIME_ZONE"
	ReasonInvalidPublishTime = "INVALID_PUBLISH_TIME"
	ReasonTooLarge           = "ARTICLE_TOO_LARGE"
	ReasonMissingCollection  = "MISSING_COLLECTION"
	ReasonInvalidPageToken   = "INVALID_PAGE_TOKEN"
)

// Violations are the fields of a message that break the contract's rules; never empty. errors.Is finds
// extractor.ErrInvalid.
type Violations []extractor.FieldError

// Error implements error: the first violation, and how many there are besides.
func (v Violations) Error() string {
	texts := make([]string, len(v))
	for i := range v {
		texts[i] = v[i].Error()
	}
	return strings.Join(texts, "; ")
}

// Unwrap makes errors.Is find the kind.
func (v Violations) Unwrap() error { return extractor.ErrInvalid }

// validator compiles the contract's rules once, on first use.
var validator = sync.OnceValues(func() (protovalidate.Validator, error) { return protovalidate.New() })

// Validate holds a message against the rules that its .proto file declares. Strings that may hold invalid UTF-8
// must have been checked before.
func Validate(m proto.Message) error { return validate("", m) }

func validate(prefix string, m proto.Message) error {
	v, err := validator()
	if err != nil {
		return err
	}
	err = v.Validate(m)
	var failed *protovalidate.ValidationError
	if !errors.As(err, &failed) {
		return err
	}
	var out Violations
	for _, violation := range failed.Violations {
		out = append(out, extractor.FieldError{
			Field:  join(prefix, protovalidate.FieldPathString(violation.Proto.GetField())),
			Reason: ReasonInvalidField,
			Detail: violation.Proto.GetMessage(),
		})
	}
	return out
}

func join(prefix, path string) string {
	if prefix == "" || path == "" {
		return prefix + path
	}
	return prefix + "." + path
}
