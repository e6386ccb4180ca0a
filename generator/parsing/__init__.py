"""Bytes → text → a YAML tree with places, CommonMark, escaping; problems in words."""
