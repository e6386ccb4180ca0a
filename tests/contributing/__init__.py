"""Pages, forms and settings for contributors, held against the code that they speak of."""
