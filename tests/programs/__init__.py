"""What readers' own programs make of our files: tests that start BibTeX, biber, LibreOffice, calendars, feed readers."""
