"""Bibliography entries of works, by a CSL processor and a style.

citeproc-py takes some five milliseconds for a reference, and a site has thousands, most of which differ in
their texts alone. So the processor formats one template for all works of the same shape, with a placeholder
for each text, and the texts replace the placeholders. Nothing in them is taken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count

from babel.dates import get_month_names
from citeproc import (  # type: ignore[import-untyped]  # it has no types
    Citation,
    CitationItem,
    CitationStylesBibliography,
    formatter,
)
from citeproc.source import (  # type: ignore[import-untyped]  # it has no types
    BibliographySource,
    LiteralDate,
    Reference,
)
from citeproc.source import Name as NameOfReference
from citeproc.string import String  # type: ignore[import-untyped]  # it has no types

from generator.citations.csl import Name, Period, Work, names_in, whole_name
from generator.citations.style_files import Style, load_style

_FIELDS: Mapping[str, str] = {
    "title": "title",
    "event-title": "event",
    "event-place": "event_place",
    "genre": "genre",
    "number": "number",
    "publisher": "publisher",
    "URL": "URL",
}
"""Fields that a reference quotes as they are → their names in the processor, which are those of CSL 1.0.1."""

_BETWEEN_NAMES = "·"
"""As korean.csl has it; between names of which one has it in itself (`교육·문화국`) stands a comma."""

_FIRST_PLACEHOLDER = 0xF0000
_PLACEHOLDER_AND_STOP = re.compile("([\U000f0000-\U000ffffd])(\\.?)")
"""Placeholders are characters for private use."""


@dataclass(frozen=True)
class Shape:
    """The properties of a work that its reference's form depends on: the cache key of a template."""

    type: str
    names: tuple[bool, ...]
    """For each name, whether it has two parts."""
    doubted: bool
    fields: tuple[str, ...]


def reference(work: Work, style: Style) -> str:
    """The work as an entry of a bibliography: plain text on one line."""
    names = [_name_parts(name, style) for name in names_in(work)]
    given = {field: str(work[field]) for field in _FIELDS if field in work}  # type: ignore[literal-required]  # its keys
    shape = Shape(
        work["type"], tuple(len(name) > 1 for name in names), "circa" in work["issued"], tuple(given)
    )
    texts = [part for name in names for part in name]
    template = _template(shape, style)
    if style == "korean" and any(_BETWEEN_NAMES in text for text in texts):
        template = template.replace(_BETWEEN_NAMES, ", ")
    return _filled(template, [*texts, _date(work["issued"], style), *given.values()])


def _name_parts(name: Name, style: Style) -> tuple[str, ...]:
    """Family name and initials in APA style; else the whole name."""
    given = name.get("given", "")
    if style == "apa" and given[:1].isupper():
        return name["family"], re.sub(r"[^\W\d_]+\.?", lambda part: f"{part[0][0].upper()}.", given)
    return (whole_name(name),)


def _date(period: Period, style: Style) -> str:
    """`2024, June 12–13` or `2024. 6. 12.–13.`; the part that two days share stands once."""
    first, *last = period["date-parts"]
    days = [_day(first, style)]
    for day in last:
        shared = (
            next(place for place, part in enumerate(day) if part != first[place])
            if _equally_exact(first, day)
            else 0
        )
        days.append(_day(day, style, shared))
    return "–".join(days)


def _equally_exact(first: list[int], second: list[int]) -> bool:
    """Whether both days are equally exact."""
    return len(first) == len(second)


def _day(parts: list[int], style: Style, shared: int = 0) -> str:
    """Year, month and day, as far as they are known, without the first `shared` of them."""
    if style == "korean":
        return " ".join(f"{part}." for part in parts[shared:]) if len(parts) > 1 else str(parts[0])
    year, month, day = (*parts, None, None)[:3]
    of_year = f"{get_month_names('wide', locale='en')[month]} {day or ''}".strip() if month else ""
    texts = [str(year), of_year, str(day)]
    return texts[2] if shared == 2 else ", ".join(part for part in texts[shared:2] if part)


def _filled(template: str, texts: list[str]) -> str:
    """The template with its texts; the full stop after a text that ends a sentence itself is dropped."""

    def text(match: re.Match[str]) -> str:
        replacement = texts[ord(match[1]) - _FIRST_PLACEHOLDER]
        return replacement if replacement.endswith((".", "?", "!", "…")) else replacement + match[2]

    return _PLACEHOLDER_AND_STOP.sub(text, template)


@cache
def _template(shape: Shape, style: Style) -> str:
    """A reference to a work of the shape in the style, with placeholders for its texts in order."""
    placeholders = map(chr, count(_FIRST_PLACEHOLDER))
    names = [_placeholder_name(placeholders, in_parts) for in_parts in shape.names]
    fields: dict[str, object] = {"author": names} if names else {}
    fields["issued"] = LiteralDate(next(placeholders), circa=shape.doubted)
    fields |= {_FIELDS[field]: String(next(placeholders)) for field in shape.fields}
    source = BibliographySource()
    source.add(Reference("work", shape.type, **fields))
    bibliography = CitationStylesBibliography(load_style(style), source, formatter.plain)
    bibliography.register(Citation([CitationItem("work")]))
    return str(bibliography.bibliography()[0])


def _placeholder_name(placeholders: Iterator[str], in_parts: bool) -> NameOfReference:
    if in_parts:
        return NameOfReference(family=next(placeholders), given=next(placeholders))
    return NameOfReference(literal=next(placeholders))
