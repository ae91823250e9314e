package gazetteer

import "strings"

// OfficeCountry returns the alpha-3 code of the only country that has an office of that title, in any case: "GBR" for
// "home secretary", with words before it or not ("former home secretary"); "" where there may be several.
func (g *Gazetteer) OfficeCountry(title string) string {
	for rest, more := title, true; more; _, rest, more = strings.Cut(rest, " ") {
		if i := g.byOffice.first(keyOf(rest), strings.ToUpper(rest)); i > 0 {
			return g.countries[g.byOffice.links[i].id].Alpha3
		}
	}
	return ""
}

// offices: country, titles.
func (g *Gazetteer) addOffices(f []string) {
	for _, title := range list(f[1]) {
		g.byOffice.add(title, g.byCode[f[0]])
	}
}
