// Package story puts together what many articles say: it groups articles into stories, recognises the same entity
// and the same event across them, and finds where they contradict one another.
//
// An article comes in as a Report (NewReport reads it off a Document) and belongs to a Collection. After a flush its
// stories are a function of the set of reports alone, never of the order in which they came: pairs of articles are judged
// by a symmetric score, the set decides which pairs are (graph.go), each connected part of the graph of linked articles is
// clustered anew, in canonical order, when one of its articles changes, and so a later article may join two stories or
// split one. What an article costs does not grow with the collection: parts too large to cluster at once wait for the
// flush, stories of several articles are made anew as they grow, or when there is time (CatchUp), and judge only the pairs
// of their new articles then (memo.go). Copies of one text count as one article. Only the graph is in memory; reports and
// stories stay in the store.
//
// “Norway's premier will meet Kask on Friday” (an outlet on Wednesday) and “Kask received Solberg in Tallinn” (another
// one on Saturday) are one story with one CONSULT event of two reports and the history PLANNED, ACTUAL.
package story
