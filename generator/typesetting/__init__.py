"""PDF volumes and social cards: their content, and Typst, which typesets them."""
