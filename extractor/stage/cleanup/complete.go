package cleanup

// complete fills in the metadata: what the caller gave, else what the page states, else what its text has.
func (a *assembler) complete() {
	m, given := &a.d.Metadata, a.article
	title := bareTitle(a.d.TextOf(m.TitleSpan))
	m.Title = first(given.Title, m.Title, title)
	if m.Outlet = first(given.Source.Outlet, m.Outlet); m.Outlet == "" {
		m.Outlet = a.outlet()
	}
	m.Author = first(given.Source.Author, m.Author, a.writer)
}

// first returns the first string that is not empty, or "".
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
