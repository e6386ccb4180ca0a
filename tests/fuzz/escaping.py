"""What holds for any text of a record, wherever a template puts it: it is shown, and makes no markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape

from markdown_it import MarkdownIt

from generator.parsing.escape import escape, escape_attribute
from tests.fuzz.pages import body_of, html_of

CONTEXTS = {
    "paragraph": "{}",
    "after a word": "a {}",
    "heading": "# {}",
    "second heading": "text\n\n## a {} b\n\ntext",
    "list": "- {}\n- b",
    "numbered list": "1. {}\n2. b",
    "within a list": "- a\n\n    {}\n\n    - b",
    "table cell": "| a | b |\n|---|---|\n| {} | c |",
    "table head": "| a | {} |\n|---|---|\n| b | c |",
    "definition": "a\n:   {}",
    "term": "{}\n:   a",
    "label of a link": "[{}](b.md)",
    "within a link": "a [b {} c](b.md) d",
    "attribute": '<a href="b" title="{}">c</a>',
    "attribute of a block": '<div class="a" data-text="{}">\n\nb\n\n</div>',
    "element": "<em>{}</em> b",
    "other language": '<span lang="en">{}</span>',
    "line of a block": "<div>\n{}\n</div>",
    "before attributes": "a {}\n{{: .b }}",
    "attribute among attributes": 'a\n{{: .b title="{}" }}',
    "two of them": "**{0}** and [{0}](b.md) | {0}",
    "between lines": "a\n{}\nb",
    "beside itself": "{0}{0}",
    "before a link": "{}[a](b.md)",
    "after a link": "[a](b.md){}",
    "after a number": "1{}",
    "after an element": "<span>1</span>{}",
    "after a break": "a<br>{}",
    "row of a list": '-   {0}{{: .b }}\n    <span>{0}</span>\n    {{: .c data-text="{0}" }}',
    "line of facts": "{}, {} <em>·</em> {} ({})",
}
"""Where templates put texts, `{}` being the text."""

ATTRIBUTES_ARE_TEXT = re.compile(r" *\{:.*\}")
"""What CommonMark has no attributes for stands as text in its pages, and is left out."""

_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""GitHub's Markdown too, but for its links of addresses, which `no_address_is_in_it` asks about."""

_ADDRESS = re.compile(r"(?:https?|ftp|mailto|xmpp):(?!\s)|\bwww\.|[\w.+-]+@[\w-]+\.|\w\.[^\W\d_]")

Shape = tuple[list[tuple[str | None, tuple[str, ...]]], str]


def shape(html: str) -> Shape:
    """The elements of the HTML, each with the names of its attributes, and its text."""
    body = body_of(html)
    nodes = list(body.traverse(include_text=False))
    elements = [(node.tag, tuple(sorted(node.attributes))) for node in nodes]
    values = [
        str(node.attributes[name])
        for node in nodes
        for name in ("title", "data-text")
        if name in node.attributes
    ]
    return elements, "".join([body.text(), *values])


def _filled(context: str, written: str) -> str:
    pattern = CONTEXTS[context]
    return pattern.format(*[written] * pattern.count("{}")) if "{}" in pattern else pattern.format(written)


def by_our_engine(context: str, written: str) -> Shape:
    return shape(html_of(_filled(context, written)))


def commonmark_html_of(markdown: str) -> str:
    return str(_COMMONMARK.render(markdown))


def by_another_engine(context: str, written: str) -> Shape:
    return shape(commonmark_html_of(ATTRIBUTES_ARE_TEXT.sub("", _filled(context, written))))


ENGINES = (by_our_engine, by_another_engine)


@cache
def _around(engine: Callable[[str, str], Shape], context: str) -> Shape:
    return engine(context, "Wort")


def a_text_is_only_text(context: str, text: str) -> None:
    """An escaped text is shown as it is written, its spaces apart, and changes no element around it."""
    for engine in ENGINES:
        elements, shown = engine(context, escape(text))
        expected, words = _around(engine, context)
        assert elements == expected, (engine.__name__, elements)
        assert shown == words.replace("Wort", " ".join(text.split())), (engine.__name__, shown)


def html_reads_it_back(text: str) -> None:
    """Whoever reads HTML reads the text, and finds no mark of HTML in it but the references' own."""
    assert unescape(escape(text)) == " ".join(text.split())
    assert not set(re.sub("&#[0-9]+;", "", escape(text))) & set('&<>"`*_[]{}|\\')
    assert set(escape_attribute(text)).isdisjoint("<>\"'`[]{}|\\")
    assert unescape(escape_attribute(text)) == " ".join(text.split())


def no_address_is_in_it(text: str) -> None:
    """No reader makes a link of what nobody wrote as one."""
    assert not _ADDRESS.search(escape(text)), escape(text)
