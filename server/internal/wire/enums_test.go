package wire

import (
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// Enums cross by number: the extractor's constants stand in the contract's order. This test holds the two lists
// of names against each other.
func TestEnumsAgree(t *testing.T) {
	for _, c := range []struct {
		prefix string
		wire   map[int32]string
		name   func(int32) string
	}{
		{"ENTITY_TYPE_", pb.EntityType_name, func(i int32) string { return extractor.EntityType(i).String() }},
		{"MENTION_TYPE_", pb.MentionType_name, func(i int32) string { return extractor.MentionType(i).String() }},
		{"TIME_TYPE_", pb.TimeType_name, func(i int32) string { return extractor.TimeType(i).String() }},
		{"TIME_MODIFIER_", pb.TimeModifier_name, func(i int32) string { return extractor.TimeModifier(i).String() }},
		{"EVENT_TYPE_", pb.EventType_name, func(i int32) string { return extractor.EventType(i).String() }},
		{"EVENT_STATUS_", pb.EventStatus_name, func(i int32) string { return extractor.EventStatus(i).String() }},
		{"ARGUMENT_ROLE_", pb.ArgumentRole_name, func(i int32) string { return extractor.ArgumentRole(i).String() }},
		{"QUOTE_TYPE_", pb.QuoteType_name, func(i int32) string { return extractor.QuoteType(i).String() }},
		{"STANCE_", pb.Stance_name, func(i int32) string { return extractor.Stance(i).String() }},
	} {
		for number := range int32(len(c.wire)) {
			want := strings.TrimPrefix(c.wire[number], c.prefix)
			if number == 0 {
				want = ""
			}
			if got := c.name(number); got != want {
				t.Errorf("%s%s is %q in the extractor", c.prefix, want, got)
			}
		}
		if c.name(int32(len(c.wire))) != "" {
			t.Errorf("the extractor has more values than %s…", c.prefix)
		}
	}
}

// The enums without names in the extractor, by the constants themselves.
func TestUnnamedEnumsAgree(t *testing.T) {
	for _, c := range []struct{ got, want int }{
		{int(extractor.SegmentBody), int(pb.SegmentType_SEGMENT_TYPE_BODY)},
		{int(extractor.SegmentTitle), int(pb.SegmentType_SEGMENT_TYPE_TITLE)},
		{int(extractor.SegmentDateline), int(pb.SegmentType_SEGMENT_TYPE_DATELINE)},
		{int(extractor.SegmentByline), int(pb.SegmentType_SEGMENT_TYPE_BYLINE)},
		{int(extractor.SegmentCaption), int(pb.SegmentType_SEGMENT_TYPE_CAPTION)},
		{int(extractor.SegmentCredit), int(pb.SegmentType_SEGMENT_TYPE_CREDIT)},
		{int(extractor.SegmentSubheading), int(pb.SegmentType_SEGMENT_TYPE_SUBHEADING)},
		{int(extractor.SegmentNavigation), int(pb.SegmentType_SEGMENT_TYPE_NAVIGATION)},
		{int(extractor.SegmentRelatedLink), int(pb.SegmentType_SEGMENT_TYPE_RELATED_LINK)},
		{int(extractor.SegmentLinkStub), int(pb.SegmentType_SEGMENT_TYPE_LINK_STUB)},
		{int(extractor.SegmentSocialEmbed), int(pb.SegmentType_SEGMENT_TYPE_SOCIAL_EMBED)},
		{int(extractor.SegmentPageBreak), int(pb.SegmentType_SEGMENT_TYPE_PAGE_BREAK)},
		{int(extractor.SegmentPageNumber), int(pb.SegmentType_SEGMENT_TYPE_PAGE_NUMBER)},
		{int(extractor.SegmentDuplicate), int(pb.SegmentType_SEGMENT_TYPE_DUPLICATE)},
		{int(extractor.SegmentFooter), int(pb.SegmentType_SEGMENT_TYPE_FOOTER)},
		{int(extractor.SegmentMarkup), int(pb.SegmentType_SEGMENT_TYPE_MARKUP)},
		{int(extractor.SegmentSignoff), int(pb.SegmentType_SEGMENT_TYPE_SIGNOFF)},
		{int(extractor.MetonymGovernment), int(pb.Metonym_METONYM_GOVERNMENT)},
		{int(extractor.MetonymPlace), int(pb.Metonym_METONYM_PLACE)},
		{int(extractor.PolarityPositive), int(pb.Polarity_POLARITY_POSITIVE)},
		{int(extractor.PolarityNegative), int(pb.Polarity_POLARITY_NEGATIVE)},
		{int(extractor.ModalityAsserted), int(pb.Modality_MODALITY_ASSERTED)},
		{int(extractor.ModalityOther), int(pb.Modality_MODALITY_OTHER)},
		{int(extractor.TensePast), int(pb.Tense_TENSE_PAST)},
		{int(extractor.TensePresent), int(pb.Tense_TENSE_PRESENT)},
		{int(extractor.TenseFuture), int(pb.Tense_TENSE_FUTURE)},
		{int(extractor.GenericitySpecific), int(pb.Genericity_GENERICITY_SPECIFIC)},
		{int(extractor.GenericityGeneric), int(pb.Genericity_GENERICITY_GENERIC)},
		{int(extractor.ProvenanceProvided), int(pb.Provenance_PROVENANCE_PROVIDED)},
		{int(extractor.ProvenanceMetadata), int(pb.Provenance_PROVENANCE_METADATA)},
		{int(extractor.ProvenanceDateline), int(pb.Provenance_PROVENANCE_DATELINE)},
		{int(extractor.ProvenanceInferred), int(pb.Provenance_PROVENANCE_INFERRED)},
		{int(extractor.ProvenanceUnknown), int(pb.Provenance_PROVENANCE_UNKNOWN)},
	} {
		if c.got != c.want {
			t.Errorf("the extractor's %d is %d in the contract", c.got, c.want)
		}
	}
}
