package gazetteer

import (
	"strconv"
	"strings"
)

// leaders: country, office, names with years.
func (g *Gazetteer) addLeaders(f []string) {
	office := map[string]Office{"state": OfficeState, "government": OfficeGovernment, "foreign": OfficeForeign}[f[1]]
	if office == 0 {
		panic("no such office: " + f[1])
	}
	for _, person := range list(f[2]) {
		cut := strings.LastIndexByte(person, ' ')
		l := Leader{Country: f[0], Office: office, Terms: terms(person[cut+1:])}
		spellings := strings.Split(person[:cut], "/")
		for i, s := range spellings {
			title, name, surname := readLeader(s)
			if i == 0 {
				l.Name, l.Title = name, title
				g.leaders = append(g.leaders, l)
			}
			id := int32(len(g.leaders) - 1)
			if strings.Contains(name, " ") {
				g.byLeader.add(name, id)
			}
			g.bySurname.add(surname, id)
			if _, plain, ok := strings.Cut(surname, "l-"); ok && len(surname)-len(plain) == len("al-") {
				g.bySurname.add(plain, id)
			}
		}
	}
}

// terms reads "2000-2008,2012-".
func terms(list string) []Term {
	var out []Term
	for t := range strings.SplitSeq(list, ",") {
		from, to, _ := strings.Cut(t, "-")
		term := Term{From: year(from)}
		if to != "" {
			term.To = year(to)
		}
		out = append(out, term)
	}
	return out
}

func year(s string) int {
	y, err := strconv.Atoi(s)
	if err != nil {
		panic("no year: " + s)
	}
	return y
}

// readLeader takes a name apart: the title before it, the name as it is usually written, and the surname: what stands in
// capitals, else the last word; what follows the title where there is one.
func readLeader(s string) (title, name, surname string) {
	words := strings.Fields(s)
	switch words[0] {
	case "King", "Queen", "Pope", "Emperor", "Prince", "Sultan", "Sheikh", "Ayatollah", "Cardinal":
		title, words = strings.ToLower(words[0]), words[1:]
	}
	var capital []string
	for i, w := range words {
		if isCapitalized(w, i == 0) {
			words[i] = inTitleCase(w)
			capital = append(capital, words[i])
		}
	}
	name = strings.Join(words, " ")
	switch {
	case title != "":
		return title, name, name
	case capital != nil:
		return "", name, strings.Join(capital, " ")
	}
	return "", name, words[len(words)-1]
}

// isCapitalized tells a surname in capitals from other words, initials and, after the first word, numerals.
func isCapitalized(w string, first bool) bool {
	for _, article := range []string{"al-", "el-", "d'"} {
		w = strings.TrimPrefix(w, article)
	}
	return len(w) > 1 && w == strings.ToUpper(w) && !strings.Contains(w, ".") && (first || strings.Trim(w, "IVX") != "")
}

// inTitleCase writes "el-SISI" as "el-Sisi", "KIM" as "Kim", "FILS-AIMÉ" as "Fils-Aimé".
func inTitleCase(w string) string {
	var b strings.Builder
	first := true
	for i, r := range w {
		if first {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.ToLower(string(r)))
		}
		first = r == '-' || r == '\'' && i == 1
	}
	return b.String()
}
