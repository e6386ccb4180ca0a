"""BibLaTeX, read again by pybtex and bibtexparser, and its commands by pylatexenc."""

from __future__ import annotations

import pytest
from bibtexparser.entrypoint import parse_string as parse
from pybtex.database import parse_string  # type: ignore[import-untyped]  # it has no types
from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # it has no types
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from generator.citations.bibtex import to_bibtex
from generator.citations.csl import Work
from tests.citations.made_up import HOSTILE, hostile, report

TEXTS = {
    "title": "title",
    "type": "genre",
    "institution": "publisher",
    "eventtitle": "event-title",
    "venue": "event-place",
}


# The commands of LaTeX's own that pylatexenc lacks, or takes for a letter's accent.
COMMANDS = get_default_latex_context_db()
COMMANDS.add_context_category(
    "marks",
    prepend=True,
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
    ],
)


def plain(latex: str) -> str:
    """What TeX prints."""
    return str(LatexNodes2Text(COMMANDS, strict_latex_spaces=True).latex_to_text(latex))


def fields_by_bibtexparser(work: Work) -> dict[str, str]:
    library = parse(to_bibtex([work]))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == work["id"]
    return {field.key: field.value for field in entry.fields}


def fields_by_pybtex(work: Work) -> dict[str, str]:
    ((key, entry),) = parse_string(to_bibtex([work]), "bibtex").entries.items()
    assert key == work["id"]
    return dict(entry.fields)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_equal(text: str) -> None:
    work = hostile(text)
    for fields in (fields_by_pybtex(work), fields_by_bibtexparser(work)):
        assert {plain(fields[name]) for name in TEXTS} == {text}


@pytest.mark.parametrize("text", HOSTILE)
def test_names_come_back_equal(text: str) -> None:
    (entry,) = parse_string(to_bibtex([hostile(text)]), "bibtex").entries.values()
    whole, parts = entry.persons["author"]
    assert plain(" ".join(whole.last_names)) == text
    assert plain(" ".join(parts.prelast_names + parts.last_names)) == text
    assert plain(" ".join(parts.first_names + parts.middle_names)) == text


def test_fields_are_biblatex_s() -> None:
    expected = {
        "title": "밤에도 열자",
        "type": "제안",
        "number": "hb-1",
        "institution": "한별 기록 모임",
        "date": "2024-06-12",
        "eventtitle": "도서관 로봇과 이웃",
        "eventdate": "2024-06-12/2024-06-13",
        "venue": "별마루대학교",
        "url": "https://proceedings.example.org/p/hb-1/",
        "langid": "korean",
    }
    assert fields_by_pybtex(report()) == expected
    assert fields_by_bibtexparser(report()) == {"author": "구, 름달 and {한별시청}", **expected}


@pytest.mark.parametrize(
    ("kind", "entry", "publisher", "place"),
    [
        ("event", "misc", "organization", "location"),
        ("speech", "unpublished", "organization", "venue"),
        ("report", "report", "institution", "venue"),
    ],
)
def test_a_kind_of_work_is_an_entry_type(kind: str, entry: str, publisher: str, place: str) -> None:
    written = to_bibtex([report(type=kind, language="en")])
    assert written.startswith(f"@{entry}{{proposal:hb-1,\n")
    assert f"  {publisher} = {{한별 기록 모임}},\n" in written
    assert f"  {place} = {{별마루대학교}},\n" in written
    assert "  langid = {english},\n" in written


def test_what_is_not_known_is_left_out() -> None:
    bare = report(**dict.fromkeys(("author", "event-title", "event-date", "event-place", "number")))
    assert fields_by_pybtex(bare).keys() == {"title", "type", "institution", "date", "url", "langid"}


def test_an_address_is_left_as_it_is() -> None:
    address = "https://x.example.org/%EC%84%9C_1/~a#b"
    assert fields_by_pybtex(report(URL=address))["url"] == address


def test_every_work_is_an_entry() -> None:
    works = [report(id=f"proposal:{number}") for number in range(30)]
    assert list(parse_string(to_bibtex(works), "bibtex").entries) == [work["id"] for work in works]
