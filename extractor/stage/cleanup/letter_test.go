package cleanup

import (
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

const letter = `Marta,

I have attached the contract for the harbour office. Please send it on to jonas@port.example.com when you have signed.

Please forward a copy of the guaranty to my attention.

Thanks!!

Ilse`

// TestLetterKeepsRequests: what a page's foot would say is the author's own in a letter.
func TestLetterKeepsRequests(t *testing.T) {
	for _, s := range analyze(t, letter, extractor.PlainText).Segments {
		if !s.Type.Analyzed() {
			t.Errorf("%q became %d", s.Text, s.Type)
		}
	}
}

// TestPageLosesRequests: the same request below a page's buttons is the page's.
func TestPageLosesRequests(t *testing.T) {
	const page = `Harbour office signs contract

The harbour office signed a contract with three shipping companies on Monday, its director said.

Ships will call at the port twice a week from May, according to the companies.

Share this article

Please send your tips to newsroom@port.example.com`
	d := analyze(t, page, extractor.PlainText)
	if last := d.Segments[len(d.Segments)-1]; last.Type.Analyzed() {
		t.Errorf("%q became %d", last.Text, last.Type)
	}
}

// TestMailKeepsItsEnd: below mail, who else wrote it and what they quote is no page's foot, whatever the text is about
// and whatever the programs that sent it add.
func TestMailKeepsItsEnd(t *testing.T) {
	const mail = `The harbour office signed the contract with three shipping companies on Monday.

The ships call at the port twice a week from May, and the pilots agreed on Tuesday.

The follow-up contract is in the archive of the customs house.

Regards,

Ilse Tamm

Get your free copy of the Velo browser at http://velo.example.com

Jonas Berg

05/11/2004 09:41 AM

The companies have the contract.

Marta`
	for _, s := range analyze(t, mail, extractor.PlainText).Segments {
		if strings.Contains(s.Text, "Berg") && !s.Type.Analyzed() {
			t.Errorf("%q became %d", s.Text, s.Type)
		}
	}
}
