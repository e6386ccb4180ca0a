"""A new archive: the questions for one, and all its files."""
