"""content/ → Corpus: records read, checked against the rules, and looked up; addresses of their pages."""
