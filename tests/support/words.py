"""The site's words as every test has them."""

from generator.i18n.load import load_words

WORDS = load_words()
