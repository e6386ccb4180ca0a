"""Volumes and cards: their content, and Typst, which sets them."""
