"""MkDocs: its settings, its runs, and the English build beside the Korean one."""
