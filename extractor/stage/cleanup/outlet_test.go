package cleanup

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func TestRunsOfCapitals(t *testing.T) {
	p := &page{observer: observer{lex: newLexicon()}}
	for _, c := range []struct{ text, run string }{
		{"The Harsk Mail | News | Sport", "The Harsk Mail"},
		{"The Harsk Mail Friday 26 January 2001", "The Harsk Mail"},
		{"<< back to index The Skerry Herald", "The Skerry Herald"},
		{"Bank of the Gulf of Harsk is open", "Bank of the Gulf of Harsk"},
		{"KWXV 9 – Your River Station", "KWXV 9"},
		{"Subscribe to The Southern Sun on your phone", "The Southern Sun"},
		{"nothing here", ""},
	} {
		if got := p.runAt(c.text, 0).text; got != c.run {
			t.Errorf("%q has %q, not %q", c.text, got, c.run)
		}
	}
	if got := named("Harsk Diplomatic Review Regions Topics Diplomacy"); got != "Harsk Diplomatic Review" {
		t.Errorf("a menu behind a masthead: %q", got)
	}
}

// Where the lines of a page name several things, the one wins that stands where outlets stand.
func TestOutletOfPlainPages(t *testing.T) {
	const body = "\nBridge over Arle closed after crack is found\nBy Ellen Marsh\n4 May 2017\n" +
		"The bridge over the Arle was closed on Thursday after divers had found a crack in one of its piers, the road office said.\n" +
		"Some 4,000 cars a day will have to go round by Tolm, which takes half an hour, until the pier has been mended in the autumn.\n" +
		"The office said that the crack was as wide as a hand, and that it had not been there when the pier was last looked at.\n"
	for _, c := range []struct{ name, head, foot, outlet string }{
		{"masthead", "Northfield Courier\nHome | News | Sport | Jobs\n", "Share\nTweet\n", "Northfield Courier"},
		{"copyright", "Home | News | Sport | Jobs\nLog in\n", "Share\nTweet\n© 2017 Northfield Courier Ltd. All rights reserved.\n", "Northfield Courier"},
		{"appeal", "Home | News | Sport | Jobs\nLog in\n", "Share\nThe Northfield Courier is free for its readers. Please subscribe to The Northfield Courier today.\n", "The Northfield Courier"},
		{"none", "Home | News | Sport | Jobs\nLog in\n", "Share\nTweet\n", ""},
	} {
		d := analyze(t, c.head+body+c.foot, extractor.PlainText)
		if d.Metadata.Outlet != c.outlet {
			t.Errorf("%s: %q, not %q", c.name, d.Metadata.Outlet, c.outlet)
		}
	}
}
