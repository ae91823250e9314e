package timeml

import (
	"reflect"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor/eval"
)

func TestRead(t *testing.T) {
	d, err := Read(strings.NewReader(`<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-05-11">May 11</TIMEX3></DCT>
<TEXT>Pay &amp; terms <EVENT eid="e1">changed</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2017-05-10">Wednesday
</TIMEX3>.</TEXT></TimeML>`))
	if err != nil {
		t.Fatal(err)
	}
	want := Document{Text: "Pay & terms changed on Wednesday\n.", PublishTime: "2017-05-11",
		Times: []eval.Timex{{Begin: 23, End: 32, Type: "DATE", Value: "2017-05-10"}}}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("got %+v", d)
	}
}
