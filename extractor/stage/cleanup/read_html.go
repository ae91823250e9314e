package cleanup

func (p *page) readHTML(src string) {
	p.readPlain(src)
	p.lines = splitLines(p.lines, p.text)
	p.paragraphs = joinLines(p.paragraphs, p.text, p.lines)
}
