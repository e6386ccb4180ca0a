"""Page → Markdown, and values → HTML for feeds."""
