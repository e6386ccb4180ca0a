"""Volumes as PDF and social cards as pictures: their content, and Typst, which sets them."""
