"""Works as RIS, which EndNote, Mendeley and RefWorks read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.citations.csl import Name, Work, days_in, licence_line, names_in

_KINDS = {"event": "CONF", "speech": "CPAPER", "report": "RPRT"}


def to_ris(works: Iterable[Work]) -> str:
    """One record for each work, in their order, with lines ended by CR LF."""
    return "".join(map(_record, works))


def _record(work: Work) -> str:
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(work) if value) + "ER  - \r\n\r\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    """The record's tags, empty ones too."""
    first = next(days_in(work["issued"]))
    yield "TY", _KINDS[work["type"]]
    yield "ID", work["id"]
    for name in names_in(work):
        yield "AU", _name(name)
    yield "TI", work.get("title", "")
    yield "M3", work.get("genre", "")
    yield "SN", work.get("number", "")
    yield "PB", work.get("publisher", "")
    yield "PY", first[:4]
    yield "DA", "/".join([*first.split("-"), "", ""][:3]) + "/"
    yield "T2", work.get("event-title", "")
    yield "CY", work.get("event-place", "")
    yield "UR", work.get("URL", "")
    yield "LA", work["language"]
    yield "N1", work.get("note", "")
    yield "N1", licence_line(work)


def _name(name: Name) -> str:
    """`Hong, Gildong`, or the whole name.

    A comma ends a family name, so EndNote's guide has the first comma of a body doubled:
    `Ministry of Trade,, Industry and Energy`.
    """
    if "literal" in name:
        return name["literal"].replace(",", ",,", 1)
    family, given = (re.sub(r"\s*,\s*", " ", name[part]) for part in ("family", "given"))
    return f"{family}, {given}"
