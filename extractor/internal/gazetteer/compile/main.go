// Command compile makes the compiled tables of package gazetteer from their sources:
//
//	go run ./extractor/internal/gazetteer/compile -wordnet /usr/share/wordnet -petrarch ../shared/data/petrarch2 \
//		-out extractor/internal/gazetteer/data
//
// nouns.txt: noun classes, from WordNet 3.0 (Debian package wordnet-base).
// wordnet_places.tsv: named places of WordNet.
// people.txt: surnames and given names, from the actors of PETRARCH2 and the persons of WordNet.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	wordnet := flag.String("wordnet", "/usr/share/wordnet", "folder of data.noun and index.noun")
	petrarch := flag.String("petrarch", filepath.Join("..", "shared", "data", "petrarch2"), "folder of PETRARCH2's actors")
	out := flag.String("out", filepath.Join("extractor", "internal", "gazetteer", "data"), "folder to write to")
	flag.Parse()
	net, err := readWordNet(*wordnet)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*out, "nouns.txt"), nounTable(net), 0o644); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*out, "wordnet_places.tsv"), placeTable(net), 0o644); err != nil {
		log.Fatal(err)
	}
	people, err := peopleTable(net, *petrarch)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*out, "people.txt"), people, 0o644); err != nil {
		log.Fatal(err)
	}
}
