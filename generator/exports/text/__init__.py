"""The files for programs that read for people: llms.txt, and below text/ each record as plain Markdown."""
