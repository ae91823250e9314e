// Package gazetteer knows names and words of the world's news: countries with their demonyms and capitals, the
// names that stand for governments, regions and cities, organisations with their PLOVER sectors, offices and titles,
// given names with gender, surnames, and the classes of common nouns.
//
// [English] loads everything once; lookups after that neither allocate nor lock:
//
//	g := gazetteer.English()
//	g.Country("Estonian").Alpha3        // "EST": by name, adjective, person or code
//	g.Metonym("Kremlin").Country        // "RUS": what a seat or house stands for
//	g.Lookup("NATO")                    // entries: ORG, IGO, Q7184
//	g.Title("foreign minister").Sectors // ["GOV"]
//	g.Given("Ingrid")                   // Female
//	g.NounClass("spokeswoman")          // ClassPerson|ClassFemale
//	g.Match(doc, i, end)                // the longest known name at token i of a document
//
// Phrases are compared without regard to case, accents, spaces, hyphens, periods and apostrophes, so that "U.S." is
// "US" and "Port-au-Prince" is "Port au Prince"; but a proper name must begin with a capital where it is looked up, and an
// acronym be written in capitals: "us" and "who" are no names.
//
// The data lie in data/ as tab-separated text; data/README.md names their sources.
package gazetteer
