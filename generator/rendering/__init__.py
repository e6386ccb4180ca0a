"""Page → Markdown by its template, and values → HTML for feeds."""
