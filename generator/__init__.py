"""Forum proceedings: YAML records → Markdown pages → a searchable site in Korean and English."""

DISTRIBUTION = "forum-proceedings"
"""The name to install this package by; the command is `proceedings`, which is somebody else's name on PyPI."""
