"""MkDocs: its settings, its templates, and the English build beside the Korean one."""
