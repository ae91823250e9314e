package names

import "github.com/dateline-news/dateline/extractor"

// roadConfidence is how sure it is that a road with a number is one.
const roadConfidence = 0.9

// road takes up a numbered road that the tagger left out, “Route 9” or “U.S. Highway 9”, if one begins at a token. It
// returns where to go on.
func (f *finder) road(d *extractor.Document, i, end int32) int32 {
	if i+1 >= end || !isRoadWord(d.TokenText(int(i))) || f.labels[i+1] != outside {
		return i + 1
	}
	if number := d.TokenText(int(i + 1)); len(number) > 3 || !isNumber(number) {
		return i + 1
	}
	n := extractor.Name{Tokens: extractor.TokenRange{First: i, Last: i + 2}, Type: extractor.EntityFac, Confidence: roadConfidence}
	if last := len(f.names) - 1; last >= 0 && f.names[last].Tokens.Last == i && f.names[last].Type == extractor.EntityGPE {
		n.Tokens.First = f.names[last].Tokens.First // whose it is
		f.names = f.names[:last]
	}
	f.names = append(f.names, n)
	return i + 2
}

func isRoadWord(w string) bool { return w == "Route" || w == "Highway" || w == "Interstate" }
