"""New records: the questions for one, its file, and the JSON Schema by which editors check it."""
