"""New records: their questions, their files, and the JSON Schema that editors check them by."""
