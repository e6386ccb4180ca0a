"""Forums, contributions and proposals as works to cite: CSL-JSON, BibTeX, RIS, references in words."""
