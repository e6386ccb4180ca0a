"""Works as BibLaTeX in UTF-8, for biber, Zotero and JabRef.

An entry has only fields that BibLaTeX's data model gives its type, and those that it wants: a forum is @misc,
a contribution @unpublished and a proposal @report, but @misc too without an author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.citations.csl import Name, Work, begins_small, edtf, is_in_parts, names_in, remarks, whole_name
from generator.citations.proper_names import NO_NAMES, ProperNames
from generator.citations.tex import entry, in_braces, tex_text, tex_title

_KINDS = {"speech": "unpublished", "report": "report"}
LANGUAGE_NAMES = {"ko": "korean", "en": "english"}
"""Language → its name in babel."""


def to_biblatex(works: Iterable[Work], names: ProperNames = NO_NAMES) -> str:
    """One entry for each work, in their order; `names` keep their capitals."""
    return "\n".join(_entry(work, names) for work in works)


def _entry(work: Work, names: ProperNames) -> str:
    kind = _KINDS.get(work["type"], "misc") if names_in(work) else "misc"
    of_kind = {"report": _of_report, "unpublished": _of_unpublished, "misc": _of_misc}[kind]
    every = (*_who_and_what(work, names), *of_kind(work, names), *_when_and_where(work))
    return entry(kind, work["id"], ((name, in_braces(value)) for name, value in every))


def _who_and_what(work: Work, names: ProperNames) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(map(_name, names_in(work)))
    yield "title", tex_title(work["title"], names, as_name=work["type"] == "event")


def _of_report(work: Work, names: ProperNames) -> Iterator[tuple[str, str]]:
    yield "type", tex_title(work.get("genre", ""), names)
    yield "number", tex_text(work.get("number", ""))
    yield "institution", in_braces(tex_text(work["publisher"]))
    yield "note", tex_text(", ".join(filter(None, (work.get("event-title"), work.get("event-place")))))


def _of_unpublished(work: Work, names: ProperNames) -> Iterator[tuple[str, str]]:
    """The event stands where APA's style prints it: of these it knows no `eventtitle`, nor a publisher."""
    yield "type", tex_title(work.get("genre", ""), names)
    yield "howpublished", tex_text(work.get("event-title", ""))
    yield "venue", tex_text(work.get("event-place", ""))
    yield "eventdate", edtf(work["event-date"]) if "event-date" in work else ""


def _of_misc(work: Work, names: ProperNames) -> Iterator[tuple[str, str]]:
    """A forum, or a work without authors: styles print but the title's addition of what it was, and where."""
    kind = " ".join(filter(None, (work.get("genre"), work.get("number"))))
    event = (in_braces(tex_text(one)) for one in (work.get("event-title"), work.get("event-place")) if one)
    yield "titleaddon", ", ".join(filter(None, (tex_title(kind, names), *event)))
    yield "organization", in_braces(tex_text(work["publisher"]))


def _when_and_where(work: Work) -> Iterator[tuple[str, str]]:
    yield "date", edtf(work["issued"])
    yield "url", work["URL"]
    yield "langid", LANGUAGE_NAMES[work["language"]]
    # There is no field for these; styles print none of the fields for users, and APA's an annotation.
    yield "usera", tex_text(remarks(work))


def _name(name: Name) -> str:
    """`Hong, Gildong`; in braces a name without such parts, and a Korean one, which styles would shorten."""
    if not is_in_parts(name) or re.match("[가-힣一-鿿]", name["family"]):
        return in_braces(tex_text(whole_name(name)))
    family = tex_text(name["family"])
    return f"{in_braces(family) if begins_small(name['family']) else family}, {tex_text(name['given'])}"
