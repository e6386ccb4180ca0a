"""What holds for any text of a record, wherever a template puts it: it is shown, and makes no markup."""

from __future__ import annotations

import string
from functools import cache
from html import unescape

from generator.parsing.escape import escape
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
}
"""Where templates put texts, `{}` being the text."""

Shape = tuple[list[tuple[str | None, tuple[str, ...]]], str]


def shape(context: str, written: str) -> Shape:
    """The elements of the rendered context, each with the names of its attributes, and its text."""
    body = body_of(html_of(CONTEXTS[context].format(written)))
    nodes = list(body.traverse(include_text=False))
    elements = [(node.tag, tuple(sorted(node.attributes))) for node in nodes]
    values = [
        str(node.attributes[name])
        for node in nodes
        for name in ("title", "data-text")
        if name in node.attributes
    ]
    return elements, "".join([body.text(), *values])


@cache
def _around(context: str) -> Shape:
    return shape(context, "Wort")


def a_text_is_only_text(context: str, text: str) -> None:
    """An escaped text is shown as it is written, its spaces apart, and changes no element around it."""
    elements, shown = shape(context, escape(text))
    expected, word = _around(context)
    assert elements == expected, elements
    assert shown == word.replace("Wort", " ".join(text.split())), shown


def html_reads_it_back(text: str) -> None:
    """Whoever reads HTML reads the text, and finds no mark of any markup in it but the references' own."""
    assert unescape(escape(text)) == " ".join(text.split())
    assert not set(escape(text)) & set(string.punctuation) - set("&#;")
