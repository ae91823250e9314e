package extractor

// SegmentType says what a stretch of the source is: what the author wrote, or what the page added.
type SegmentType uint8

// The segment types, as in the contract.
const (
	SegmentBody SegmentType = iota + 1
	SegmentTitle
	SegmentDateline
	SegmentByline
	SegmentCaption
	SegmentCredit
	SegmentSubheading
	SegmentNavigation
	SegmentRelatedLink
	SegmentLinkStub
	SegmentSocialEmbed
	SegmentPageBreak
	SegmentPageNumber
	SegmentDuplicate
	SegmentFooter
	SegmentMarkup
	SegmentSignoff
)

// Analyzed reports whether text of this type goes into Document.Text: sentences, names and times come from
// TITLE, BODY, SUBHEADING, CAPTION, CREDIT, DATELINE and BYLINE alone.
func (t SegmentType) Analyzed() bool {
	return t >= SegmentBody && t <= SegmentSubheading
}

// Segment is a stretch of the source with one type. The segments of a document tile its content: the first
// begins at 0, each begins where the one before it ends, the last ends at len(Content). White space between two
// pieces of text belongs to the segment before it (at the very start, to the first).
type Segment struct {
	Type   SegmentType
	Source SourceSpan
	// Text is the segment's cleaned reading, without leading or trailing white space.
	Text string
}

// Block is a run of Document.Text that no sentence crosses: a headline, a paragraph, a caption. A paragraph cut
// in two by a page break is two segments and one block. Blocks ascend and are apart by "\n\n" in Document.Text.
type Block struct {
	Type SegmentType
	Span TextSpan
}
