"""Forum proceedings: YAML records → Markdown pages → a searchable site in Korean and English."""

DISTRIBUTION = "forum-proceedings"
"""The name to install this package by; the command's name, `proceedings`, is somebody else's on PyPI."""
