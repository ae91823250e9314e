package times

import (
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// publisher finds the day of publication: what the caller gave, the page says, the article's date line says, or its
// own dates imply; in this order.
type publisher struct {
	d      *extractor.Document
	r      *resolver
	atoms  []atom
	frames []frame
	// monthFirst: 10/05/2017 is October 5.
	monthFirst bool
}

// given is the day that caller or page state; without a value when neither does.
func (p *publisher) given() extractor.PublishTime {
	a := p.d.Article
	if a != nil && !a.PublishTime.IsZero() {
		zone := a.Location
		if zone == nil {
			zone = time.UTC
		}
		at := a.PublishTime.In(zone)
		if h, m, s := at.Clock(); h == 0 && m == 0 && s == 0 {
			return extractor.PublishTime{Value: at.Format("2006-01-02"), Provenance: extractor.ProvenanceProvided}
		}
		return extractor.PublishTime{Value: at.Format("2006-01-02T15:04Z07:00"), Provenance: extractor.ProvenanceProvided}
	}
	if value := fromMetadata(p.d.Metadata.PublishTime); value != "" {
		return extractor.PublishTime{Value: value, Provenance: extractor.ProvenanceMetadata}
	}
	return extractor.PublishTime{Provenance: extractor.ProvenanceUnknown}
}

// fromMetadata reads RFC 3339 or a date; "" for anything else.
func fromMetadata(s string) string {
	if s == "" {
		return ""
	}
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return at.Format("2006-01-02T15:04Z07:00")
	}
	if len(s) >= len("2006-01-02") {
		if at, err := time.Parse("2006-01-02", s[:len("2006-01-02")]); err == nil {
			return at.Format("2006-01-02")
		}
	}
	return ""
}

// find is the day of publication. It also settles how numeric dates are read.
func (p *publisher) find() extractor.PublishTime {
	given := p.given()
	p.r.publishedAt(given)
	p.settleOrder()
	if given.Known() {
		return given
	}
	if stated, ok := p.dateline(); ok {
		return stated
	}
	if !p.d.English {
		return given // the clues are English words
	}
	return p.inferred()
}
