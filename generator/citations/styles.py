"""References as readers write them: works through a CSL processor and a style.

citeproc-py takes some five milliseconds for a reference, and a site has thousands of them; but most differ in
their texts alone. So the processor sees a sign in place of each text, once for all works of one shape, and
the texts are put where it left the signs. They arrive as written: nothing in them is taken for markup.
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
"""What stands in a reference as it is, by the processor's names, which are those of CSL 1.0.1."""

_FIRST_SIGN = 0xF0000
_SIGN_AND_STOP = re.compile("([\U000f0000-\U000ffffd])(\\.?)")
"""Signs are of Unicode's private use."""


@dataclass(frozen=True)
class Shape:
    """What decides how a reference looks, but for its texts."""

    type: str
    names: tuple[bool, ...]
    """Of each name, whether it has two parts."""
    doubted: bool
    fields: tuple[str, ...]


def reference(work: Work, style: Style) -> str:
    """The work as an entry of a bibliography: plain text on one line."""
    names = [_shown(name, style) for name in names_in(work)]
    given = {field: str(work[field]) for field in _FIELDS if field in work}  # type: ignore[literal-required]  # its keys
    shape = Shape(
        work["type"], tuple(len(name) > 1 for name in names), "circa" in work["issued"], tuple(given)
    )
    texts = [part for name in names for part in name]
    return _filled(_template(shape, style), [*texts, _date(work["issued"], style), *given.values()])


def _shown(name: Name, style: Style) -> tuple[str, ...]:
    """Family name and initials; a name that has none, and every name in a Korean reference, is whole."""
    given = name.get("given", "")
    if style == "apa" and given[:1].isupper():
        return name["family"], re.sub(r"[^\W\d_]+\.?", lambda part: f"{part[0][0].upper()}.", given)
    return (whole_name(name),)


def _date(told: Period, style: Style) -> str:
    """`2024, June 12–13` or `2024. 6. 12.–13.`; what two days have in common stands once."""
    first, *last = told["date-parts"]
    shown = [_day(first, style)]
    for day in last:
        same = (
            next(place for place, part in enumerate(day) if part != first[place]) if _alike(first, day) else 0
        )
        shown.append(_day(day, style, same))
    return "–".join(shown)


def _alike(one: list[int], other: list[int]) -> bool:
    """As exact as each other."""
    return len(one) == len(other)


def _day(parts: list[int], style: Style, known: int = 0) -> str:
    """Year, month and day, as far as they are known, without those that need not be said again."""
    if style == "korean":
        return " ".join(f"{part}." for part in parts[known:]) if len(parts) > 1 else str(parts[0])
    year, month, day = (*parts, None, None)[:3]
    of_year = f"{get_month_names('wide', locale='en')[month]} {day or ''}".strip() if month else ""
    said = [str(year), of_year, str(day)]
    return said[2] if known == 2 else ", ".join(part for part in said[known:2] if part)


def _filled(template: str, texts: list[str]) -> str:
    """The texts in place of their signs. After a text that ends a sentence itself, no full stop follows."""

    def text(found: re.Match[str]) -> str:
        own = texts[ord(found[1]) - _FIRST_SIGN]
        return own if own.endswith((".", "?", "!", "…")) else own + found[2]

    return _SIGN_AND_STOP.sub(text, template)


@cache
def _template(shape: Shape, style: Style) -> str:
    """How the style writes works of the shape, with the signs of their texts in order."""
    signs = map(chr, count(_FIRST_SIGN))
    names = [_signed_name(signs, in_parts) for in_parts in shape.names]
    told: dict[str, object] = {"author": names} if names else {}
    told["issued"] = LiteralDate(next(signs), circa=shape.doubted)
    told |= {_FIELDS[field]: String(next(signs)) for field in shape.fields}
    source = BibliographySource()
    source.add(Reference("work", shape.type, **told))
    bibliography = CitationStylesBibliography(load_style(style), source, formatter.plain)
    bibliography.register(Citation([CitationItem("work")]))
    return str(bibliography.bibliography()[0])


def _signed_name(signs: Iterator[str], in_parts: bool) -> NameOfReference:
    if in_parts:
        return NameOfReference(family=next(signs), given=next(signs))
    return NameOfReference(literal=next(signs))
