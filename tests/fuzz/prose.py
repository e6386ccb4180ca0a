"""What holds for any Markdown field: it is refused, or the page says what it means and nothing else."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from pydantic_core import PydanticCustomError
from selectolax.lexbor import LexborNode

from generator.models import Prose
from generator.models.texts import as_prose
from generator.parsing.commonmark import _PARSER as COMMON_MARK
from generator.parsing.commonmark import (
    first_forbidden,
    first_words,
    page_links,
    prose_to_html,
    prose_to_markdown,
    words_of_prose,
    wrong_link,
)
from generator.rendering.markdown import Writer
from tests.fuzz.pages import body_of, html_of, meaning_of, words_of
from tests.support.words import WORDS

ELEMENTS = {"p", "ul", "ol", "li", "em", "strong", "a", "br"}
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
LEAVES = re.compile(r"https?://[^\s/]|mailto:|([a-z0-9-]+/){0,2}[a-z0-9-]+\.md(#|$)", re.IGNORECASE)
WRITER = Writer(WORDS["ko"], "proposals/x.md")


def as_it_is(address: str) -> str:
    return address


def accepted(text: str) -> bool:
    """Whether a record may have this text in a Markdown field."""
    try:
        as_prose(text)
    except PydanticCustomError:
        return False
    return True


def a_field_is_refused_with_its_line(text: str, headings: bool) -> bool:
    """What is not allowed is told with a line of the text; whether something is."""
    found = first_forbidden(text, headings)
    if found:
        line, complaint = found
        assert 1 <= line <= text.count("\n") + text.count("\r") + 1, found
        assert str(complaint)
    return found is not None


def a_field_says_on_the_page_what_it_means(text: str, headings: bool = False) -> None:
    """A page has the field's words, elements and links in their order, and none that a field may not have."""
    html = html_of(prose_to_markdown(text, as_it_is))
    only_what_is_allowed(body_of(html), ELEMENTS | (HEADINGS if headings else set()))
    assert meaning_of(html) == meaning_of(COMMON_MARK.render(text)), html
    assert words_of(html) == words_of_prose(text), html


def only_what_is_allowed(node: LexborNode, elements: set[str]) -> None:
    for child in node.iter(include_text=False):
        tag = str(child.tag)
        assert tag in elements or tag == "-comment", child.html
        for name, value in child.attributes.items():
            assert name in ({"a": ("href", "rel")}.get(tag) or ("id",) * (tag in HEADINGS)), child.html
            if name == "href":
                assert LEAVES.match(value or ""), child.html
                assert wrong_link(value or "") is None, child.html
        only_what_is_allowed(child, elements)


def a_field_in_the_other_language_differs_in_the_mark_alone(text: str) -> None:
    """A field in the other language is the same with a `lang` around its words."""
    marked = prose_to_markdown(text, as_it_is, "en")
    plain = prose_to_markdown(text, as_it_is)
    assert marked.replace('<span lang="en">', "").replace("</span>", "") == plain, marked


def a_field_fits_on_a_line(text: str) -> None:
    """Within a list a field is one line, with the same words and no block of its own."""
    line = str(WRITER.prose_line(Prose(ko=text)))
    assert "\n" not in line
    html = html_of(f"- {line}\n- b")
    lists = body_of(html).css("ul, ol, li, p, h1, h2, h3, h4, h5, h6, hr, pre, table, dl")
    assert [node.tag for node in lists] == ["ul", "li", "li"], html
    shown = words_of(html).removesuffix(" b").replace("·", " ")
    assert shown.split() == words_of_prose(text).replace("·", " ").split(), html


def a_field_is_xml(text: str) -> None:
    """For feeds a field is well-formed XML of the same words and elements."""
    written = prose_to_html(text, as_it_is)
    root = ElementTree.fromstring(f"<div>{written}</div>")  # noqa: S314 - it is our own
    assert {element.tag for element in root.iter()} <= {"div", *ELEMENTS}, written
    for element in root.iter():
        assert set(element.attrib) <= {"href"}, written
        assert LEAVES.match(element.get("href", "https://x")), written
    assert "".join("".join(root.itertext()).split()) == "".join(words_of_prose(text).split()), written


def the_first_words_are_the_first(text: str) -> None:
    """A description is the beginning of the words, on one short line."""
    words, first = words_of_prose(text), first_words(text)
    assert words == " ".join(words.split())
    assert len(first) <= 161
    assert first == words or words.startswith(first.removesuffix("…")), first


def links_found_are_those_that_are_written(text: str) -> None:
    """Every page that a field links to is known, so that a dead link is told at the record."""
    written: list[str] = []

    def noting(address: str) -> str:
        written.append(address)
        return address

    prose_to_markdown(text, noting)
    assert list(page_links(text)) == written


ASIDE = (
    a_field_in_the_other_language_differs_in_the_mark_alone,
    a_field_fits_on_a_line,
    a_field_is_xml,
    the_first_words_are_the_first,
    links_found_are_those_that_are_written,
)
"""What holds for a field that a record may have, beside what it says on its page."""
