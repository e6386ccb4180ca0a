"""content/ → Corpus: files read, checked against the rules, and looked up."""
