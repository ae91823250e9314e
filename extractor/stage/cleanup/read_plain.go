package cleanup

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// plainByte marks the bytes that plain text copies as they are: printable ASCII but for '<' and '&'.
var plainByte = func() (t [256]bool) {
	for c := 0x21; c < 0x7f; c++ {
		t[c] = c != '<' && c != '&'
	}
	return t
}()

// readPlain writes the flat text of plain text. Stray tags are dropped and entities decoded, because crawled
// "plain" text is full of both.
func (f *flat) readPlain(src string) {
	quoted := quoting(src)
	for i := 0; i < len(src); {
		if quoted && src[i] == '>' && (i == 0 || src[i-1] == '\n') {
			n := quoteMarks(src[i:])
			f.drop(i, i+n)
			i += n
			continue
		}
		from := i
		// A single space between two plain bytes is plain, too.
		for i < len(src) && (plainByte[src[i]] || src[i] == ' ' && i > from && i+1 < len(src) && plainByte[src[i+1]]) {
			i++
		}
		f.copy(src[from:i], from)
		if i < len(src) {
			i += f.readSpecial(src, i, true)
		}
	}
	f.trim()
}

// readSpecial reads what stands at src[i] and is not plain; it returns how many bytes it took, at least one.
func (f *flat) readSpecial(src string, i int, lines bool) int {
	switch c := src[i]; {
	case c == '\n' && lines:
		f.newline(i, 1)
		return 1
	case c == '\r' && lines:
		if i+1 < len(src) && src[i+1] == '\n' {
			f.newline(i, 2)
			return 2
		}
		f.newline(i, 1)
		return 1
	case (c == '\f' || c == '\v') && lines:
		f.newline(i, 1)
		return 1
	case c == ' ' && lines && strings.HasPrefix(src[i:], "   ") && !f.atSpace():
		f.wide = append(f.wide, int32(len(f.text)))
		f.space(i, 1)
		return 1
	case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v':
		f.space(i, 1)
		return 1
	case c == '<':
		if n := tagLength(src[i:]); n > 0 && lines {
			n += f.silent(src, i, n)
			f.readTag(src, i, n)
			return n
		}
		f.copy(src[i:i+1], i)
		return 1
	case c == '&':
		return f.readEntity(src, i)
	case c < 0x20 || c == 0x7f:
		return 1
	case c < utf8.RuneSelf:
		f.copy(src[i:i+1], i)
		return 1
	}
	return f.readRune(src, i, lines)
}

// readTag drops a tag in plain text; a block tag ends the line.
func (f *flat) readTag(src string, i, n int) {
	if blockTag(tagName(src[i : i+n])) {
		f.drop(i, i+n)
		f.trim()
		f.replace("\n", i, n)
		return
	}
	f.drop(i, i+n)
}

// silent returns how many bytes follow the tag src[i:i+n] up to the end of its element, if that is a script or a
// style; else 0.
func (f *flat) silent(src string, i, n int) int {
	name := tagName(src[i : i+n])
	if src[i+1] == '/' || name != "script" && name != "style" || f.unclosed {
		return 0
	}
	end := "</" + name
	for k := i + n; k < len(src); k++ {
		next := strings.IndexByte(src[k:], '<')
		if next < 0 {
			break
		}
		k += next
		if len(src)-k > len(end) && strings.EqualFold(src[k:k+len(end)], end) {
			return k - i - n
		}
	}
	// None will be found further on, either: searching again and again would take quadratic time.
	f.unclosed = true
	return 0
}

// space appends one space for n bytes of white space, unless one stands there already.
func (f *flat) space(at, n int) {
	if f.atSpace() {
		return
	}
	f.replaceSpace(at, n)
}

func (f *flat) replaceSpace(at, n int) {
	if n == 1 {
		f.copy(" ", at)
		return
	}
	f.replace(" ", at, n)
}

// maxEntity is the length of the longest named entity, with & and ;.
const maxEntity = 33

// readEntity decodes a character reference such as &amp; or &#8217; and returns its length in the source.
func (f *flat) readEntity(src string, i int) int {
	n := entityLength(src[i:])
	if n == 0 {
		f.copy("&", i)
		return 1
	}
	decoded := html.UnescapeString(src[i : i+n])
	if decoded == src[i:i+n] {
		f.copy("&", i)
		return 1
	}
	// "&amp;nbsp;" was encoded twice.
	if decoded == "&" {
		if m := entityLength("&" + src[i+n:min(len(src), i+n+maxEntity)]); m > 0 {
			if twice := html.UnescapeString("&" + src[i+n:i+n+m-1]); twice[0] != '&' {
				decoded, n = twice, n+m-1
			}
		}
	}
	f.decoded(decoded, i, n)
	return n
}

// decoded appends text that n bytes of source stand for, reading its characters as if they had stood there.
func (f *flat) decoded(text string, at, n int) {
	var buf [16]byte
	out := buf[:0]
	for k := 0; k < len(text); {
		r, size := utf8.DecodeRuneInString(text[k:])
		switch classOf(r) {
		case runeSpace, runeLine:
			out = append(out, ' ')
		case runeInvisible:
		case runeLigature:
			out = append(out, ligature(r)...)
		default:
			out = append(out, text[k:k+size]...)
		}
		k += size
	}
	if len(out) > 1 && out[0] == ' ' && f.atSpace() {
		out = out[1:] // "&nbsp0;" is a space and "0;"
	}
	switch {
	case len(out) == 0:
	case len(out) == 1 && out[0] == ' ':
		f.space(at, n)
	default:
		f.replace(string(out), at, n)
	}
}

// entityLength returns the length of the character reference that s begins with, its semicolon included, or 0.
func entityLength(s string) int {
	for i := 1; i < len(s) && i < maxEntity; i++ {
		c := s[i]
		switch {
		case c == ';':
			if i < 3 && !(i == 2) {
				return 0
			}
			return i + 1
		case c == '#' && i == 1, c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z':
		default:
			return 0
		}
	}
	return 0
}
