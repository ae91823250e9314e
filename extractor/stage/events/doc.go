// Package events finds who did what to whom, when, where, whether it happened, and according to whom.
//
//	candidate.go   words that may name events, their senses held against the tree (internal/frames)
//	model.go       the learned judge of eventhood and sense; features.go what it sees
//	slots.go       grammatical places: passives, control, coordination, relative clauses undone
//	arguments.go   places filled into roles and linked to entities, times, events
//	status.go      ACTUAL, PLANNED, DENIED …, from factuality.tsv, tense, modals, dates
//	when.go where.go   time and place
//	same.go        mentions of one happening become one event
//	attribution.go who says so, from the quotes
//	salience.go context.go summary.go   what matters, what it is about, one line for people
//
// Types, modes, statuses and the conventions of actor and recipient are those of the ontology in the README, which
// follows PLOVER (Open Event Data Alliance); status takes up FactBank (Saurí and Pustejovsky 2009).
package events
