package client

import (
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/status"
)

// Reason returns why a call or an article failed, such as "INVALID_UTF8", and the field at fault, such as
// "article.content". Both are empty for an error that did not come from the service.
func Reason(err error) (reason, field string) {
	for _, detail := range status.Convert(err).Details() {
		switch d := detail.(type) {
		case *errdetails.ErrorInfo:
			reason = d.GetReason()
		case *errdetails.BadRequest:
			for _, v := range d.GetFieldViolations() {
				field = v.GetField()
				break
			}
		}
	}
	return reason, field
}
