// Package corpus reads annotated corpora for training and evaluation.
//
// The repository keeps annotations standoff only: article ids, offsets, labels,
// normalised values and a hash of the text. The texts stay in the shared data
// folder; a reader such as [Wikinews] joins the two and refuses a text whose
// hash differs.
//
// All spans are UTF-8 byte offsets, half-open, into the article's content
// exactly as it lies in the shared data file. Entity, time, quote and event ids
// are unique within an article (one namespace), so an argument names its target
// by id alone.
package corpus
