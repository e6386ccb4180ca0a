"""Our files in readers' own programs: BibTeX, biber, LibreOffice, calendars, feed readers."""
