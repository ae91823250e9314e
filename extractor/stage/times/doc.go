// Package times finds time expressions, infers the day of publication and resolves both to TIMEX3 (TimeML;
// ISO 24617-1), after the TempEval-3 guidelines.
//
// How “The talks resumed late Tuesday” becomes 2017-05-09, END:
//
//	atom.go        the text comes apart into words, numbers and signs, whatever the tokens are: “10:30am” is four
//	number.go      number words join: “twenty-five”, “nineteen ninety-six”
//	lexicon.go     rules/lexicon.tsv: which words are months, units, zones, ...
//	grammar.go     rules/*.rules become small programs (compile.go), indexed by their first two words (first.go)
//	find.go        the longest matches (machine.go) that do not overlap, less what is no time (accept.go)
//	publish*.go    the day of publication: given, stated in a date line, or inferred from the article's own dates
//	resolve*.go    each match (frame.go) against its anchor, with the tense of its clause (tense.go)
//	value.go       points of the calendar (point.go) as TIMEX3 values and intervals; amount.go for durations
//	anchor.go      durations that hang on an event: “two days after the accord was signed”
//
// To add an expression: write a rule with an example into one of the files in rules/; the test runs every example.
// The rules' notation is at the top of rules/dates.rules.
package times
