// Package events finds who did what to whom, when, where, whether it happened, and according to whom.
//
//	senses.go candidate.go match.go light.go discourse.go
//	                words that may name events, their senses (internal/frames) held against the tree
//	model.go network.go
//	                the learned judge of eventhood and sense; features.go kind.go what it sees, learned_senses.go
//	slots*.go       grammatical places: passives, control, coordination, relative clauses undone
//	arguments.go recipients.go circumstances.go
//	                places filled into roles and linked to entities, times, events
//	status.go climb.go status_noun.go factuality.go
//	                ACTUAL, PLANNED, DENIED …, from factuality.tsv, tense, modals, dates (when.go)
//	same.go apart.go pair.go pair_words.go
//	                mentions of one happening become one event
//	build.go settle.go visit.go mode.go propagate*.go
//	                the event as a whole: status, time, place, mode
//	attribution.go reported.go
//	                who says so, from the quotes, else from the tree
//	confidence.go standing.go tell.go doubtful.go
//	                how sure a happening is, and so whether it is told; what is left for other articles to make sure
//	salience.go main_*.go title.go
//	                which is the main event: how the events stand to headline, lede, days, parties and one another
//	context.go summary.go
//	                what an event is about, one line for people
//	index.go words.go arena.go
//	                what is looked up of a document's words, in memory that is used again
//	aside.go        what is told only to say who somebody is has a time of its own
//	lend.go locate*.go linear.go int8_weights.go
//	                whose time an event without one has; where events were
//	roles*.go       a model learned from annotated news confirms, changes and refuses roles, and finds missed ones
//	train*.go fit.go refit_main.go
//	                learning
//
// Types, modes, statuses and the conventions of actor and recipient are those of the ontology in the README, which
// follows PLOVER (Open Event Data Alliance); status takes up FactBank (Saurí and Pustejovsky 2009).
package events
