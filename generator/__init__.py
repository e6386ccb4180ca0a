"""Forum proceedings: YAML records → Markdown pages → a searchable site in Korean and English."""

DISTRIBUTION = "forum-proceedings"
"""The name to install this package by. The command is `proceedings`, on PyPI a name of somebody else."""
