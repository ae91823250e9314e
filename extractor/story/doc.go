// Package story puts together what many articles say: it groups articles into stories, recognises the same entity
// and the same event across them, and finds where they contradict one another.
//
// An article comes in as a Report (NewReport reads it off a Document) and belongs to a Collection. Its stories are a
// function of the set of reports alone, never of the order in which they came: pairs of articles are judged by a
// symmetric score, each connected part of the graph of linked articles is clustered anew, in canonical order, when
// one of its articles changes, and so a later article may join two stories or split one.
//
// “Norway's premier will meet Kask on Friday” (an outlet on Wednesday) and “Kask received Solberg in Tallinn” (another
// one on Saturday) are one story with one CONSULT event of two reports and the history PLANNED, ACTUAL.
package story
