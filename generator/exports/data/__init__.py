"""The files below data/: the corpus as JSON, CSV, SQLite, Popolo and a data package."""
