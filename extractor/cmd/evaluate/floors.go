package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed floors.tsv
var floorTable string

// readFloors returns the least value that each figure may have.
func readFloors() (map[string]float64, error) {
	floors := map[string]float64{}
	for line := range strings.Lines(floorTable) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		floor, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("floors.tsv: %q: %w", line, err)
		}
		floors[name] = floor
	}
	return floors, nil
}
