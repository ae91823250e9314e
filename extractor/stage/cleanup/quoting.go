package cleanup

import "strings"

// quoting reports whether a plain text is for the most part quoted in a mail: a quarter of its lines, five at least,
// begin with ">".
func quoting(src string) bool {
	lines, quoted := 1, 0
	for i := 0; i < len(src); {
		if src[i] == '>' {
			quoted++
		}
		n := strings.IndexByte(src[i:], '\n')
		if n < 0 {
			break
		}
		lines++
		i += n + 1
	}
	return quoted >= 5 && quoted*4 >= lines
}

// quoteMarks returns the length of the marks of quotation at the start of a line: "> > ".
func quoteMarks(line string) int {
	n := 0
	for n < len(line) && (line[n] == '>' || line[n] == ' ' && n > 0) {
		n++
	}
	return n
}
