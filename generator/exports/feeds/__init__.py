"""The files below feeds/: Atom feeds of what is new."""
