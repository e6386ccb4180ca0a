"""The theme `proceedings`, which MkDocs finds by its entry point; it extends Material's."""
