// Package coref is the stage that finds out who is meant: it joins names, noun phrases and pronouns into entities,
// gives them roles, countries and sectors, and resolves the speakers of quotes.
//
// “Estonian Foreign Minister Alar Kask met his Finnish colleague. The minister said he was pleased.” has the entity
// `Alar Kask` with the mentions `Alar Kask`, `his`, `The minister` and `he`, and the role `Foreign Minister` of
// `Estonia`.
//
// It goes from the sure to the unsure, as the sieves of Raghunathan et al. (2010) do: names with names by their words
// and by knowledge (clusterNames), titles and appositions (findRoles), then, from left to right, pronouns and noun
// phrases by a ranking model (Durrett and Klein 2013) over the entities before them, a new entity among the choices.
// First and second persons go by the quote that they stand in.
package coref
