"""BibLaTeX, read again by pybtex and bibtexparser; tests/programs/test_biber.py has biber read it."""

from __future__ import annotations

import pytest

from generator.citations.biblatex import to_biblatex
from generator.citations.csl import Work
from tests.citations.made_up import HOSTILE, hostile, report
from tests.support.bib_files import read_by_bibtexparser, read_by_pybtex
from tests.support.tex_printed import printed_by_tex, straight

TEXTS = ("title", "type", "institution")


def fields_by_bibtexparser(work: Work) -> dict[str, str]:
    return read_by_bibtexparser(to_biblatex([work]), work["id"])


def fields_by_pybtex(work: Work) -> dict[str, str]:
    return read_by_pybtex(to_biblatex([work]), work["id"])


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_equal(text: str) -> None:
    work = hostile(text)
    for fields in (fields_by_pybtex(work), fields_by_bibtexparser(work)):
        assert {straight(printed_by_tex(fields[name])) for name in TEXTS} == {straight(text)}
        assert straight(printed_by_tex(fields["note"])) == straight(f"{text}, {text}")


def test_a_proposal() -> None:
    expected = {
        "title": "밤에도 열자",
        "type": "제안",
        "number": "hb-1",
        "institution": "{한별 기록 모임}",
        "note": "도서관 로봇과 이웃, 별마루대학교",
        "date": "2024-06-12",
        "url": "https://proceedings.example.org/p/hb-1/",
        "langid": "korean",
    }
    assert fields_by_pybtex(report()) == expected
    assert fields_by_bibtexparser(report()) == {"author": "{구름달} and {한별시청}", **expected}


def test_a_contribution() -> None:
    fields = fields_by_pybtex(report(type="speech", genre="Keynote", language="en"))
    assert to_biblatex([report(type="speech")]).startswith("@unpublished{")
    assert (fields["type"], fields["langid"]) == ("Keynote", "english")
    assert fields["howpublished"] == "도서관 로봇과 이웃"
    assert (fields["venue"], fields["eventdate"]) == ("별마루대학교", "2024-06-12/2024-06-13")


@pytest.mark.parametrize("kind", ["event", "speech", "report"])
def test_what_data_models_want_an_author_for_is_misc_without_one(kind: str) -> None:
    nobody = report(type=kind, author=None)
    assert to_biblatex([nobody]).startswith("@misc{proposal:hb-1,\n")
    fields = fields_by_pybtex(nobody)
    assert fields["titleaddon"] == "제안 hb-1, {도서관 로봇과 이웃}, {별마루대학교}"
    assert fields["organization"] == "{한별 기록 모임}"


def test_what_is_not_known_is_left_out() -> None:
    bare = report(**dict.fromkeys(("event-title", "event-date", "event-place", "number")))
    assert fields_by_pybtex(bare).keys() == {"title", "type", "institution", "date", "url", "langid"}


def test_what_no_style_is_to_print_stands_in_a_field_of_the_user_s() -> None:
    noted = report(note="Title by the editors.", custom={"license": "https://x.example.org/"})
    assert fields_by_pybtex(noted)["usera"] == "Title by the editors. License: https://x.example.org/"


def test_an_address_is_left_as_it_is() -> None:
    address = "https://x.example.org/%EC%84%9C_1/~a#b"
    assert fields_by_pybtex(report(URL=address))["url"] == address
