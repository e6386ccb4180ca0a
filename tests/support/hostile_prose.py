"""The worst texts that a Markdown field or a prose page may hold: a fragment as often as is allowed."""

from __future__ import annotations

import string
import time
from collections.abc import Iterator
from dataclasses import dataclass

from markdown import Markdown

from generator.corpus.reader import LONGEST_PAGE
from generator.engine.fixed_settings import EXTENSIONS
from generator.models.texts import LONGEST_PROSE
from generator.parsing.commonmark import (
    MOST_LINES,
    MOST_MARKS,
    MOST_PUNCTUATION,
    first_forbidden,
    first_words,
    page_links,
    prose_to_html,
    prose_to_markdown,
    words_of_prose,
)
from generator.pipeline.anchor_links import SETTINGS
from generator.search.folding import fold
from generator.search.terms import terms_of

FRAGMENTS = (
    "[", "[a](", "*a ", "**a*", "***a*** ", "_a_ ", "&", "&amp;", "<", "\\", "- a\n", "- a\n+ b\n",
    "- a\n\n1. b\n\n", "- a\n  - b\n    - c\n      - d\n", "- ", "a\n\n", "a  \n", "a\n-\n", "<http://a> ",
    "[a](b.md) ", "|-|-\n", "a\n: b\n", "## a\n", "/", "{: a}", "가 ", "x",
)  # fmt: skip

ORDINARY = "가나 다라마, 바사. "
"""What other texts are measured by."""


def most_of(fragment: str, longest: int) -> str:
    """The fragment again and again, up to what a text of so many characters may hold of everything."""
    marks = sum(map(fragment.count, "[]*_<`!\\"))
    punctuation = sum(map(fragment.count, string.punctuation))
    times = min(
        longest // len(fragment),
        MOST_MARKS // marks if marks else longest,
        MOST_LINES // fragment.count("\n") if "\n" in fragment else longest,
        MOST_PUNCTUATION // punctuation if punctuation else longest,
    )
    return (fragment * times).removesuffix("\n")


@dataclass(frozen=True)
class Cost:
    """What a text costs on its way from a record to a page and to the index."""

    fragment: str
    longest: int
    seconds: float
    """Of a processor."""
    accepted: bool


def cost_of(fragment: str, longest: int) -> Cost:
    """A field's text, or a prose page's, through everything that is done with it."""
    text, markdown = most_of(fragment, longest), Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS)
    begun = time.process_time()
    accepted = first_forbidden(text, headings=longest > LONGEST_PROSE) is None
    if accepted:
        markdown.convert(prose_to_markdown(text, str, "ko"))
        prose_to_html(text, str)
        first_words(text)
        list(page_links(text))
        list(terms_of(fold(words_of_prose(text))))
    return Cost(fragment, longest, time.process_time() - begun, accepted)


def costs() -> Iterator[Cost]:
    """Of every fragment, as a field and as a page."""
    for fragment in FRAGMENTS:
        for longest in (LONGEST_PROSE, LONGEST_PAGE):
            yield cost_of(fragment, longest)
