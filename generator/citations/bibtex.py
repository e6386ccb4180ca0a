"""Works as BibLaTeX, in UTF-8: what biber, Zotero and JabRef read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.citations.csl import Name, Work, edtf, names_in

_KINDS = {"event": "misc", "speech": "unpublished", "report": "report"}
_LANGUAGES = {"ko": "korean", "en": "english"}
"""By babel's names."""

# A brace counts for a reader of .bib even behind a backslash, so each brace of a text becomes a command.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}
_MARKS = str.maketrans(_ESCAPES)
_LIGATURE = re.compile(r"([-'`<>,])(?=\1)|[?!](?=`)")
"""Marks that TeX would make another one of with the next: `--` a dash, `''` a closing quote."""


def to_bibtex(works: Iterable[Work]) -> str:
    """One entry a work, in their order."""
    return "\n".join(map(_written, works))


def _written(work: Work) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value)
    return f"@{_KINDS[work['type']]}{{{work['id']},\n{lines}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    """Empty ones too."""
    kind = work["type"]
    yield "author", " and ".join(map(_name, names_in(work)))
    yield "title", _text(work.get("title"))
    yield "type", _text(work.get("genre"))
    yield "number", _text(work.get("number"))
    yield ("institution" if kind == "report" else "organization"), _text(work.get("publisher"))
    yield "date", edtf(work["issued"])
    yield "eventtitle", _text(work.get("event-title"))
    yield "eventdate", edtf(work["event-date"]) if "event-date" in work else ""
    yield ("location" if kind == "event" else "venue"), _text(work.get("event-place"))
    yield "url", work.get("URL", "")
    yield "langid", _LANGUAGES[work["language"]]


def _name(name: Name) -> str:
    """`{한별시청}`, or `Hong, Gildong`, where neither part can be taken for the end of the name."""
    if "literal" in name:
        return f"{{{_text(name['literal'])}}}"
    return f"{_part(name['family'])}, {_part(name['given'])}"


def _part(text: str) -> str:
    return f"{{{_text(text)}}}" if re.search(r",|(^|\s)and(\s|$)", text, re.IGNORECASE) else _text(text)


def _text(text: str | None) -> str:
    return _LIGATURE.sub(r"\g<0>{}", (text or "").translate(_MARKS))
