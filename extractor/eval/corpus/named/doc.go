// Package named reads corpora whose names are annotated, each into texts with spans that say which entity types a name
// may have. Corpora that distinguish fewer types than ours give sets: a LOC is a GPE, LOC or FAC.
//
// Texts that exist only as tokens are put together again (see joined). Offsets are bytes into Text.Text.
package named
