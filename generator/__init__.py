"""Forum proceedings: YAML records → Markdown pages → a searchable site in Korean and English."""
