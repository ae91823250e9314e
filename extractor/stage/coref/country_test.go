package coref_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestCountries holds invented articles against whose the people, bodies and places are: "name=EST", a name without a
// code for nobody's, a second code for a sector: "name=EST/GOV".
func TestCountries(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"called so elsewhere", `President Mari Tamm arrived in Oslo on Monday. The Estonian leader met King Harald. Sweden and Latvia sent ministers.`,
			"Mari Tamm=EST/GOV"},
		{"a known leader without a title", `OSLO, 4 June 2015 - Barack Obama called Angela Merkel on Friday. Germany and the U.S. will sign.`,
			"Barack Obama=USA/GOV, Angela Merkel=DEU/GOV, Germany=DEU, United States=USA"},
		{"a leader by surname and title", `President Niinisto met Prime Minister Trudeau in Geneva on Monday.`, "Niinisto=FIN/GOV, Trudeau=CAN/GOV"},
		{"a leader of old", `OSLO, 4 June 2019 - Tarja Halonen spoke in Helsinki on Friday.`, "Tarja Halonen=FIN/ELI"},
		{"a namesake", `Striker Mark Carney scored twice for Leeds on Saturday. Carney joined from Canada in 2018.`, "Mark Carney="},
		{"a namesake of another country", `Norwegian Finance Minister John Howard resigned in Oslo on Monday. Australia thanked him.`, "John Howard=NOR/GOV"},
		{"the only country", `Prime Minister Jon Berg resigned on Friday. Parliament in Riga will vote on Monday, Latvia's news agency said.`, "Jon Berg=LVA/GOV"},
		{"the country that the article is about", `Latvian Prime Minister Jon Berg resigned on Friday. The minister of transport, Peteris Liepa, stayed. Estonia was told.`,
			"Jon Berg=LVA/GOV, Peteris Liepa=LVA/GOV"},
		{"who speaks for somebody", `Estonian Foreign Minister Alar Kask left Oslo on Monday. His spokeswoman, Marta Liepa, said that he was pleased. Norway was glad.`,
			"Marta Liepa=EST"},
		{"an office of one country", `Former secretary of state Dana Hill met Russian and Chinese officials in Geneva on Monday.`, "Dana Hill=USA/ELI"},
		{"titles of two countries", `Reporters asked France's president and Estonian Foreign Minister Alar Kask about the plan.`, "Alar Kask=EST/GOV"},
		{"one king of two", `King Abdullah opened the dam near Amman on Monday, Jordan's news agency said.`, "Abdullah=JOR/ELI"},
		{"short names in full", `The UAE, the UK and the DRC sent aid. The EU did not.`,
			"United Arab Emirates=ARE, United Kingdom=GBR, Democratic Republic of the Congo=COD, European Union="},
		{"an earlier state", `He fled East Germany in 1961. Germany gave him a medal in 2019.`, "East Germany=DEU, Germany=DEU"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := analyze(t, c.text)
			for want := range strings.SplitSeq(c.want, ", ") {
				name, code, _ := strings.Cut(want, "=")
				code, sector, _ := strings.Cut(code, "/")
				i := slices.IndexFunc(d.Entities, func(e extractor.Entity) bool { return e.Name == name })
				if i < 0 {
					t.Errorf("no entity %s", name)
					continue
				}
				if e := &d.Entities[i]; e.CountryCode != code || sector != "" && !slices.Contains(e.SectorCodes, sector) {
					t.Errorf("%s: %s %v, want %s", name, e.CountryCode, e.SectorCodes, want)
				}
			}
			if t.Failed() {
				for i := range d.Entities {
					t.Log(describe(d, &d.Entities[i]))
				}
			}
		})
	}
}
