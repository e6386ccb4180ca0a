"""New archives and new records: their questions and files, and the JSON Schema by which editors check."""
