package wire

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"
)

// built is a document written by hand: "Zoë met <b>Alar</b> Kask [page 2] on Friday." where the markup and the
// page number are not the author's.
func built(t testing.TB) *extractor.Document {
	t.Helper()
	const content = "Zoë met <b>Alar</b> Kask [page 2] on Friday."
	d := extractor.NewDocument(&extractor.Article{ID: "a1", Content: content, Source: extractor.Source{Outlet: "Courier"}})
	d.English = true
	d.Text = "Zoë met Alar Kask on Friday."
	at := 0
	take := func(text string, gap bool) {
		source := at + strings.Index(content[at:], text)
		d.Offsets.Append(extractor.TextOffset(strings.Index(d.Text, text)), len(text), extractor.SourceOffset(source), len(text), gap)
		at = source + len(text)
	}
	take("Zoë met ", false)
	take("Alar", false)
	take(" Kask ", false)
	take("on Friday.", true)
	for _, word := range []string{"Zoë", "met", "Alar", "Kask", "on", "Friday", "."} {
		begin := strings.Index(d.Text, word)
		d.Tokens = append(d.Tokens, extractor.Token{Span: extractor.TextSpan{Begin: extractor.TextOffset(begin), End: extractor.TextOffset(begin + len(word))}})
		d.Tags = append(d.Tags, extractor.Tag{UPOS: extractor.PROPN, XPOS: extractor.PennNNP, Lemma: word})
		d.Arcs = append(d.Arcs, extractor.Arc{Head: 1, Rel: extractor.RelNsubj})
	}
	d.Arcs[1] = extractor.Arc{Head: -1, Rel: extractor.RelRoot}
	d.Sentences = []extractor.Sentence{{Tokens: extractor.TokenRange{Last: 7}}}
	span := func(first, last int32) extractor.TextSpan {
		return d.SpanOf(extractor.TokenRange{First: first, Last: last})
	}
	d.Segments = []extractor.Segment{{Type: extractor.SegmentBody, Source: extractor.SourceSpan{End: extractor.SourceOffset(len(content))}, Text: d.Text}}
	d.Times = []extractor.TimeExpression{{Span: span(5, 6), Type: extractor.TimeDate, Value: "2019-05-10", AnchorTime: -1,
		AnchorTokens: extractor.TokenRange{First: 1, Last: 2}, Interval: extractor.Interval{Begin: "2019-05-10", End: "2019-05-11"}}}
	d.PublishTime = extractor.PublishTime{Value: "2019-05-11", Provenance: extractor.ProvenanceInferred}
	d.Entities = []extractor.Entity{
		{Type: extractor.EntityPerson, Name: "Zoë", Mentions: []extractor.Mention{{Span: span(0, 1), Type: extractor.MentionProper}}, Salience: 0.5},
		{Type: extractor.EntityPerson, Name: "Alar Kask", Members: []int32{0}, Mentions: []extractor.Mention{{Span: span(2, 4), Type: extractor.MentionProper}}},
	}
	d.Quotes = []extractor.Quote{{Type: extractor.QuoteIndirect, Spans: []extractor.TextSpan{span(3, 6)}}}
	d.Speakers = []extractor.Speaker{{Entity: 1, Via: -1}}
	d.Events = []extractor.Event{{Type: extractor.EventConsult, Status: extractor.StatusActual, Time: "2019-05-10",
		Triggers: []extractor.Trigger{{Tokens: extractor.TokenRange{First: 1, Last: 2}, Span: span(1, 2), Lemma: "meet"}},
		Arguments: []extractor.Argument{
			{Role: extractor.RoleActor, Entity: 0, Time: -1, Event: -1, Span: span(0, 1)},
			{Role: extractor.RoleActor, Entity: 1, Time: -1, Event: -1},
			{Role: extractor.RoleTime, Entity: -1, Time: 0, Event: -1, Span: span(5, 6)},
		},
		Attributions: []extractor.Attribution{{Entity: -1, Via: -1, Quote: 0, Source: extractor.TokenRange{First: 2, Last: 4}, Stance: extractor.StanceAssert}},
	}}
	d.MainEvent = 0
	d.Warn("AMBIGUOUS_DATE", "Friday may be two days.", extractor.SourceSpan{Begin: 38, End: 44})
	return d
}

// cut returns what a span of an encoding covers.
func cut(content string, e pb.EncodingType, s *pb.Span) string {
	o := NewOffsets(content, e)
	return content[o.ToBytes(s.GetBeginOffset()):o.ToBytes(s.GetEndOffset())]
}

func TestToProtoKeepsPlaces(t *testing.T) {
	d := built(t)
	all := &pb.AnalyzeOptions{Layers: []pb.Layer{1, 2, 3, 4, 5, 6}}
	for _, e := range encodings {
		all.EncodingType = e
		a := ToProto(d, all, "test")
		content := d.Article.Content
		texts := func(spans []*pb.Span) string {
			var out []string
			for _, s := range spans {
				out = append(out, cut(content, e, s))
			}
			return strings.Join(out, "|")
		}
		for _, c := range []struct{ what, got, want string }{
			{"a mention across markup", texts(a.GetEntities()[1].GetMentions()[0].GetSpans()), "Alar</b> Kask"},
			{"a trigger", texts(a.GetEvents()[0].GetTrigger().GetSpans()), "met"},
			{"a time", texts(a.GetTimes()[0].GetSpans()), "Friday"},
			{"a quote across a page break", texts(a.GetQuotes()[0].GetSpans()), "Kask |on Friday"},
			{"a sentence", cut(content, e, a.GetSentences()[0].GetSpan()), content},
			{"a sentence's places", texts(a.GetSentences()[0].GetSpans()), "Zoë met <b>Alar</b> Kask |on Friday."},
			{"a token after a two-byte letter", cut(content, e, a.GetSentences()[0].GetTokens()[1].GetSpan()), "met"},
			{"a warning", cut(content, e, a.GetWarnings()[0].GetSpan()), "Friday"},
			{"a source", cut(content, e, a.GetEvents()[0].GetAttributions()[0].GetSource()), "Alar</b> Kask"},
		} {
			if c.got != c.want {
				t.Errorf("%v: %s is %q, want %q", e, c.what, c.got, c.want)
			}
		}
	}
}

func TestToProtoRefersById(t *testing.T) {
	a := ToProto(built(t), &pb.AnalyzeOptions{Layers: []pb.Layer{1, 2, 3, 4, 5, 6}}, "test")
	event := a.GetEvents()[0]
	for _, c := range []struct{ what, got, want string }{
		{"the main event", a.GetMainEventId(), event.GetEventId()},
		{"an actor", event.GetArguments()[0].GetEntityId(), a.GetEntities()[0].GetEntityId()},
		{"an actor without words", event.GetArguments()[1].GetText(), "Alar Kask"},
		{"a time", event.GetArguments()[2].GetTimeId(), a.GetTimes()[0].GetTimeId()},
		{"an anchor", a.GetTimes()[0].GetAnchorEventId(), event.GetEventId()},
		{"a speaker", a.GetQuotes()[0].GetSpeakerEntityId(), a.GetEntities()[1].GetEntityId()},
		{"no via", a.GetQuotes()[0].GetViaEntityId(), ""},
		{"a quote", event.GetAttributions()[0].GetQuoteId(), a.GetQuotes()[0].GetQuoteId()},
		{"a member", a.GetEntities()[1].GetMemberEntityIds()[0], a.GetEntities()[0].GetEntityId()},
		{"the outlet", a.GetSource().GetOutlet(), "Courier"},
		{"the article", a.GetArticleId(), "a1"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
	tokens := a.GetSentences()[0].GetTokens()
	if tokens[0].GetHead() != 1 || tokens[1].GetHead() != -1 || tokens[1].GetDeprel() != "root" || tokens[0].GetUpos() != "PROPN" {
		t.Errorf("tokens %v", tokens)
	}
}

func TestToProtoAnswersTheWantedLayers(t *testing.T) {
	d := built(t)
	for _, c := range []struct {
		layers []pb.Layer
		want   string
	}{
		{nil, "segments sentences entities times events quotes"},
		{[]pb.Layer{pb.Layer_LAYER_TIMES, pb.Layer_LAYER_TIMES}, "sentences times"},
		{[]pb.Layer{pb.Layer_LAYER_TOKENS}, "sentences tokens"},
		{[]pb.Layer{pb.Layer_LAYER_EVENTS, pb.Layer_LAYER_SEGMENTS}, "segments sentences events"},
	} {
		a := ToProto(d, &pb.AnalyzeOptions{Layers: c.layers}, "test")
		var got []string
		for _, l := range []struct {
			name string
			has  bool
		}{
			{"segments", len(a.GetSegments()) > 0}, {"sentences", len(a.GetSentences()) > 0},
			{"tokens", len(a.GetSentences()[0].GetTokens()) > 0}, {"entities", len(a.GetEntities()) > 0},
			{"times", len(a.GetTimes()) > 0}, {"events", len(a.GetEvents()) > 0 && a.GetMainEventId() != ""},
			{"quotes", len(a.GetQuotes()) > 0},
		} {
			if l.has {
				got = append(got, l.name)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: got %v, want %s", c.layers, got, c.want)
		}
	}
}

func TestToProtoOfABareDocument(t *testing.T) {
	a := ToProto(extractor.NewDocument(&extractor.Article{Content: "Bonjour"}), nil, "test")
	if a.GetEncodingType() != pb.EncodingType_ENCODING_TYPE_UTF8 || a.GetPublishTime().GetProvenance() != pb.Provenance_PROVENANCE_UNKNOWN || a.GetMainEventId() != "" {
		t.Errorf("got %v", a)
	}
}

func TestFromProtoKeepsTheArticle(t *testing.T) {
	in := &pb.Article{ArticleId: "a", Title: "T", Content: "C", ContentType: pb.ContentType_CONTENT_TYPE_HTML,
		PublishTime: timestamppb.New(time.Date(2019, 5, 10, 22, 30, 0, 0, time.UTC)), TimeZone: "Europe/Tallinn",
		Source: &pb.Source{Outlet: "O", Uri: "u:1", Author: "A"}, LanguageCode: "en-GB"}
	a, err := FromProto(in, 100)
	if err != nil {
		t.Fatal(err)
	}
	if a.ID != "a" || a.Title != "T" || a.Content != "C" || a.ContentType != extractor.HTML || a.LanguageCode != "en-GB" ||
		a.Source != (extractor.Source{Outlet: "O", URI: "u:1", Author: "A"}) {
		t.Errorf("got %+v", a)
	}
	if got := a.PublishTime.Format(time.RFC3339); got != "2019-05-11T01:30:00+03:00" || a.Location.String() != "Europe/Tallinn" {
		t.Errorf("published %s in %v", got, a.Location)
	}
}

// FuzzFromProto feeds strangers' bytes: each is refused with the name of a field, or taken and comes through a
// document unchanged.
func FuzzFromProto(f *testing.F) {
	seed, err := proto.Marshal(&pb.Article{ArticleId: "a", Content: "Kask met Solberg.", TimeZone: "Asia/Tokyo", LanguageCode: "en"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		in := &pb.Article{}
		if proto.Unmarshal(data, in) != nil {
			return
		}
		article, err := FromProto(in, 1<<16)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "article") {
				t.Errorf("no field in %q", err)
			}
			return
		}
		if article.Content != in.GetContent() || article.ID != in.GetArticleId() {
			t.Error("the article changed")
		}
		answer := ToProto(extractor.NewDocument(article), nil, "test")
		if _, err := proto.Marshal(answer); err != nil {
			t.Errorf("cannot be answered: %v", err)
		}
	})
}
