package gazetteer

import "strings"

// title: kind and marks by commas; sectors; names.
func (g *Gazetteer) addTitle(f []string) {
	kind, marks, _ := strings.Cut(f[0], ",")
	t := Title{Kind: titleKinds[kind], Sectors: list(f[1])}
	if t.Kind == 0 {
		panic("no such kind of title: " + kind)
	}
	for mark := range strings.SplitSeq(marks, ",") {
		switch mark {
		case "prefix":
			t.Prefix = true
		case "speaks":
			t.Speaks = true
		case "relation":
			t.Relation = true
		case "male":
			t.Gender = Male
		case "female":
			t.Gender = Female
		}
	}
	for _, t.Name = range list(f[2]) {
		g.addTitleName(t)
	}
}

// addTitleName adds a title with its plural; the words of a gender tell it ("spokeswoman").
func (g *Gazetteer) addTitleName(t Title) {
	if t.Gender == 0 {
		t.Gender = genderOfTitle(t.Name)
	}
	id := int32(len(g.titles))
	g.titles = append(g.titles, t)
	g.byTitle.add(t.Name, id)
	if p := plural(t.Name); p != "" {
		g.byTitle.add(p, id)
	}
}

func genderOfTitle(name string) Gender {
	last := name[strings.LastIndexAny(name, " -")+1:]
	switch {
	case strings.HasSuffix(last, "woman"), femaleTitles[last]:
		return Female
	case strings.HasSuffix(last, "man"), maleTitles[last]:
		return Male
	}
	return 0
}

// plural returns the plural of a title in lower case, "" for abbreviations and plurals.
func plural(name string) string {
	if name != strings.ToLower(name) || strings.HasSuffix(name, ".") {
		return ""
	}
	for _, tail := range []string{" of ", " to ", " for ", " in ", "-in-"} {
		if head, rest, ok := strings.Cut(name, tail); ok {
			return pluralWord(head) + tail + rest
		}
	}
	for _, tail := range []string{" general", "-general"} {
		if head, ok := strings.CutSuffix(name, tail); ok && !strings.Contains("lieutenant major brigadier army", head) {
			return pluralWord(head) + tail
		}
	}
	return pluralWord(name)
}

func pluralWord(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-2] + "en"
	case strings.HasSuffix(w, "child"):
		return w + "ren"
	case strings.HasSuffix(w, "person"):
		return w[:len(w)-5] + "eople"
	case strings.HasSuffix(w, "wife"):
		return w[:len(w)-2] + "ves"
	case strings.HasSuffix(w, "thief"):
		return w[:len(w)-1] + "ves"
	case strings.HasSuffix(w, "y") && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeiou"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}

var (
	femaleTitles = map[string]bool{"actress": true, "waitress": true, "wife": true, "mother": true, "daughter": true,
		"sister": true, "aunt": true, "niece": true, "grandmother": true, "granddaughter": true, "widow": true,
		"girlfriend": true, "fiancée": true, "girl": true, "lady": true, "heiress": true, "nun": true, "headmistress": true,
		"stepmother": true, "stepdaughter": true, "godmother": true, "housewife": true, "ballerina": true, "heroine": true,
		"stewardess": true, "midwife": true, "schoolgirl": true, "seamstress": true, "law": false}
	maleTitles = map[string]bool{"husband": true, "father": true, "son": true, "brother": true, "uncle": true,
		"nephew": true, "grandfather": true, "grandson": true, "widower": true, "boyfriend": true, "fiancé": true, "boy": true,
		"monk": true, "headmaster": true, "stepfather": true, "stepson": true, "godfather": true, "pope": true,
		"schoolboy": true, "priest": true, "waiter": true}
)
