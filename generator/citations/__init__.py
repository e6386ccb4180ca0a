"""Forums, contributions and proposals as works to cite: CSL-JSON, BibTeX, BibLaTeX, RIS, references."""
