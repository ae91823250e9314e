package main

import (
	"strings"
	"unicode/utf8"
)

// style wraps text in terminal colours, or not.
type style struct{ on bool }

func (s style) wrap(code, text string) string {
	if !s.on || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s style) bold(text string) string   { return s.wrap("1", text) }
func (s style) dim(text string) string    { return s.wrap("2", text) }
func (s style) red(text string) string    { return s.wrap("31", text) }
func (s style) green(text string) string  { return s.wrap("32", text) }
func (s style) yellow(text string) string { return s.wrap("33", text) }
func (s style) blue(text string) string   { return s.wrap("34", text) }
func (s style) cyan(text string) string   { return s.wrap("36", text) }

// columns is how wide a text is on a terminal, near enough: combining marks and wide characters are not told
// apart.
func columns(text string) int { return utf8.RuneCountInString(text) }

// pad fills a text with spaces up to a width; a longer one stays as it is.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(width-columns(text), 0))
}

// shorten cuts a text to a width, at a space where one is near, with an ellipsis.
func shorten(text string, width int) string {
	text = strings.Join(strings.Fields(text), " ")
	if columns(text) <= width {
		return text
	}
	cut := string([]rune(text)[:width-1])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)*2/3 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}

// fold breaks a text into lines of at most that width, at spaces; a longer word gets a line of its own.
func fold(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && columns(line)+1+columns(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}
