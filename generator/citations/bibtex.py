"""Works as BibLaTeX in UTF-8, for biber, Zotero and JabRef."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.citations.csl import Name, Work, edtf, licence_line, names_in

_KINDS = {"event": "misc", "speech": "unpublished", "report": "report"}
_LANGUAGES = {"ko": "korean", "en": "english"}
"""Language → its name in babel."""

# Readers of .bib count even a brace after a backslash, so each brace of a text becomes a command.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}
_ESCAPED = str.maketrans(_ESCAPES)
_LIGATURE = re.compile(r"([-'`<>,])(?=\1)|[?!](?=`)")
"""Characters that TeX joins with the next into a ligature: `--` is a dash, `''` a closing quote."""


def to_bibtex(works: Iterable[Work]) -> str:
    """One entry for each work, in their order."""
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value)
    return f"@{_KINDS[work['type']]}{{{work['id']},\n{lines}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    """The entry's fields, empty ones too."""
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
    # BibLaTeX has no field for terms; no style prints an annotation unasked.
    yield "annotation", _text(licence_line(work))


def _name(name: Name) -> str:
    """`{한별시청}`, or `Hong, Gildong`, with a part in braces if it has a comma or "and" of its own."""
    if "literal" in name:
        return f"{{{_text(name['literal'])}}}"
    return f"{_part(name['family'])}, {_part(name['given'])}"


def _part(text: str) -> str:
    return f"{{{_text(text)}}}" if re.search(r",|(^|\s)and(\s|$)", text, re.IGNORECASE) else _text(text)


def _text(text: str | None) -> str:
    return _LIGATURE.sub(r"\g<0>{}", (text or "").translate(_ESCAPED))
