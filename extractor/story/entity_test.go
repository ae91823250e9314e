package story

import (
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestEntitiesAcrossArticles joins the names of articles, one name an article and in its order.
func TestEntitiesAcrossArticles(t *testing.T) {
	person := func(name string, aliases ...string) ReportEntity {
		return ReportEntity{Type: extractor.EntityPerson, Name: name, Aliases: aliases, Mentions: 1}
	}
	org := func(name string) ReportEntity {
		return ReportEntity{Type: extractor.EntityOrg, Name: name, Mentions: 2}
	}
	for _, c := range []struct {
		name     string
		entities []ReportEntity
		want     []int32
	}{
		{"accents", []ReportEntity{person("Inés Córdoba"), person("Ines Cordoba")}, []int32{0, 0}},
		{"an article of a name", []ReportEntity{person("Karim al-Sayegh"), person("Karim Al Sayegh")}, []int32{0, 0}},
		{"a junior", []ReportEntity{person("Carl Otto Berg Jr.", "Berg"), person("Carl Otto Berg")}, []int32{0, 0}},
		{"a brother", []ReportEntity{person("Liv Haugen", "Haugen"), person("Odd Haugen")}, []int32{0, 1}},
		{"a surname", []ReportEntity{person("Liv Haugen"), person("Haugen")}, []int32{0, 0}},
		{"a firm taken for a person", []ReportEntity{person("Rauma Kraft"), org("Rauma Kraft")}, []int32{0, 0}},
		{"a place that bears a surname", []ReportEntity{person("Ada Jordan", "Jordan"), {Type: extractor.EntityGPE, Name: "Jordan", Country: "JOR"}}, []int32{0, 1}},
	} {
		b := &builder{model: &Model{}, story: &Story{}}
		for i := range c.entities {
			b.reports = append(b.reports, &Report{Entities: c.entities[i : i+1]})
		}
		b.mergeEntities()
		var got []int32
		for _, of := range b.entityOf {
			got = append(got, of[0])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhatIsMisreadIsWhatMostTakeItFor(t *testing.T) {
	b := &builder{model: &Model{}, story: &Story{}, reports: []*Report{
		{Entities: []ReportEntity{{Type: extractor.EntityPerson, Name: "Rauma Kraft", Mentions: 1}}},
		{Entities: []ReportEntity{{Type: extractor.EntityOrg, Name: "Rauma Kraft", Mentions: 3}}},
	}}
	b.mergeEntities()
	if len(b.story.Entities) != 1 || b.story.Entities[0].Type != extractor.EntityOrg {
		t.Errorf("%+v", b.story.Entities)
	}
}
