// Package pages holds six sets of invented news pages as crawlers leave them, NN.txt or NN.html, each with the
// truth beside it in NN.gold, and the measure of a clean-up against them. They were written before anybody ran the
// clean-up on them, by somebody who had not seen it; names, outlets and events are invented. They measure: no rule is
// to be made for them. The second set, twenty of plain text and ten of HTML, was written later by another hand; those
// of its pages that have odd numbers were never read while the clean-up was improved, and so have figures of their
// own. The third set, twenty-four of plain text with much furniture that reads like text, and the
// fourth and the fifth, thirty-two of plain text and twelve of HTML each by two more hands, teach: the model of the clean-up
// is trained on them, on the first and on the even pages of the second, so that of these only cross-validation (in the
// model's manifest line) and the odd pages say how the clean-up does on others.
//
// The blind set, twenty-four of plain text and twelve of HTML, measures alone: it was written by a hand of its own as a
// sample of what a crawler of world news sees on an ordinary day, and nobody who works on the clean-up reads it.
//
// A gold file has one line a stretch of the page, in document order: the type, a tab, the text. A type may be a
// choice, such as NAVIGATION/FOOTER, where the contract leaves it open; the first then says whether the stretch is
// the author's or the page's. HIDDEN is text that a browser does not show. Together the stretches are every visible
// character of the page but white space; entities are as in the HTML. Lines META, name, value (tabs between) say
// what is true of the page: title, author, publish_time.
//
//	META	publish_time	2018-03-14
//	NAVIGATION	Home > National
//	TITLE	Dockers end strike after late-night deal
//	NAVIGATION/FOOTER	Tags: strike, ports
package pages
