package wire

import (
	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

func (w *writer) timeID(index int32) string { return timeIDs.of(index, len(w.d.Times)) }

func (w *writer) times() []*pb.TimeExpression {
	out := make([]*pb.TimeExpression, len(w.d.Times))
	for i := range w.d.Times {
		t := &w.d.Times[i]
		out[i] = &pb.TimeExpression{
			TimeId:        w.timeID(int32(i)),
			Type:          pb.TimeType(t.Type),
			Spans:         w.places(t.Span),
			Text:          w.d.TextOf(t.Span),
			Value:         t.Value,
			Modifier:      pb.TimeModifier(t.Modifier),
			Interval:      interval(t.Interval),
			AnchorTimeId:  w.timeID(t.AnchorTime),
			AnchorEventId: w.eventAt(t.AnchorTokens),
		}
	}
	return out
}

func interval(i extractor.Interval) *pb.Interval {
	if i == (extractor.Interval{}) {
		return nil
	}
	return &pb.Interval{BeginTime: i.Begin, EndTime: i.End}
}

// eventAt returns the id of the event with a trigger in the range; "" when there is none.
func (w *writer) eventAt(r extractor.TokenRange) string {
	if r.Empty() {
		return ""
	}
	for i := range w.d.Events {
		for _, t := range w.d.Events[i].Triggers {
			if t.Tokens.Overlaps(r) {
				return w.eventID(int32(i))
			}
		}
	}
	return ""
}
