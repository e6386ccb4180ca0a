"""The package as people get it: its files, and what it does where nothing of this folder is."""
