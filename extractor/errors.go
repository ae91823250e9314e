package extractor

import (
	"errors"
	"fmt"
)

// The domain errors. They know nothing of gRPC; server/status.go alone gives them codes.
var (
	// ErrInvalid: the article or its options cannot be used; see FieldError.
	ErrInvalid = errors.New("invalid input")
	// ErrTooLarge: the article is over the configured limit.
	ErrTooLarge = errors.New("too large")
)

// FieldError says which field of the input is at fault and why. errors.Is(err, ErrInvalid) holds unless Kind
// says otherwise.
type FieldError struct {
	// Field is the path in the request's terms, such as "article.content".
	Field string
	// Reason is a stable UPPER_SNAKE word, such as "INVALID_UTF8".
	Reason string
	// Detail is a sentence for people.
	Detail string
	// Kind is ErrInvalid (the default when nil) or ErrTooLarge.
	Kind error
}

// Error implements error.
func (e *FieldError) Error() string { return fmt.Sprintf("%s: %s", e.Field, e.Detail) }

// Unwrap makes errors.Is find the kind.
func (e *FieldError) Unwrap() error {
	if e.Kind == nil {
		return ErrInvalid
	}
	return e.Kind
}
