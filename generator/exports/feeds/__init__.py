"""feeds/: Atom feeds of what is new."""
