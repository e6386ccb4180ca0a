"""Bytes → text → a YAML tree with places; CommonMark, escaping, and problems in words."""
