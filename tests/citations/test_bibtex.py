"""BibTeX, read again by pybtex and bibtexparser; tests/programs/test_bibtex.py has BibTeX itself print it."""

from __future__ import annotations

import pytest

from generator.citations.bibtex import to_bibtex
from generator.citations.csl import Work
from tests.citations.made_up import HOSTILE, hostile, report
from tests.support.bib_files import read_by_bibtexparser, read_by_pybtex
from tests.support.tex_printed import printed_by_tex, straight

ADDRESS = r"\url{https://proceedings.example.org/p/hb-1/}"


def fields_by_bibtexparser(work: Work) -> dict[str, str]:
    return read_by_bibtexparser(to_bibtex([work]), work["id"])


def fields_by_pybtex(work: Work) -> dict[str, str]:
    return read_by_pybtex(to_bibtex([work]), work["id"])


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_equal(text: str) -> None:
    work = hostile(text)
    for fields in (fields_by_pybtex(work), fields_by_bibtexparser(work)):
        assert {straight(printed_by_tex(fields[name])) for name in ("title", "type", "institution")} == {
            straight(text)
        }
        assert straight(printed_by_tex(fields["note"])).startswith(straight(f"{text}, {text}, "))


def test_a_proposal() -> None:
    expected = {
        "title": "밤에도 열자",
        "type": "제안",
        "number": "hb-1",
        "institution": "한별 기록 모임",
        "note": f"도서관 로봇과 이웃, 별마루대학교, 2024년 6월 12일–13일, {ADDRESS}",
        "year": "2024",
        "month": "June",
        "day": "12",
        "url": "https://proceedings.example.org/p/hb-1/",
        "language": "korean",
    }
    assert fields_by_pybtex(report()) == expected
    author = r"{\textcompwordmark{}구름달} and {\textcompwordmark{}한별시청}"
    assert fields_by_bibtexparser(report()) == {"author": author, **expected, "month": "jun"}
    assert to_bibtex([report()]).startswith("@techreport{proposal:hb-1,\n")


def test_a_contribution_has_its_own_day() -> None:
    talk = report(type="speech", genre="Keynote", language="en", number=None)
    assert to_bibtex([talk]).startswith("@unpublished{")
    said = "Keynote, 도서관 로봇과 이웃, 별마루대학교, 12 June 2024, 한별 기록 모임"
    assert fields_by_pybtex(talk)["note"] == f"{said}, {ADDRESS}"


def test_a_forum_has_its_days_after_the_month_that_styles_print() -> None:
    days = {"date-parts": [[2024, 6, 12], [2024, 6, 13]]}
    event = report(type="event", language="en", number=None, issued=days, **{"event-title": None})
    assert to_bibtex([event]).startswith("@misc{")
    fields = fields_by_pybtex(event)
    assert fields["howpublished"] == "제안, 별마루대학교"
    assert fields["note"] == f"12–13 June 2024, 한별 기록 모임, {ADDRESS}"
    assert "day" not in fields
    month = fields_by_pybtex({**event, "issued": {"date-parts": [[2024, 6]]}})
    assert month["note"] == f"한별 기록 모임, {ADDRESS}"


@pytest.mark.parametrize("kind", ["speech", "report"])
def test_what_styles_want_an_author_for_is_misc_without_one(kind: str) -> None:
    nobody = report(type=kind, author=None)
    assert to_bibtex([nobody]).startswith("@misc{")
    fields = fields_by_pybtex(nobody)
    assert (fields["key"], fields["howpublished"]) == ("{밤에도 열자}", "제안 hb-1")


@pytest.mark.parametrize(
    ("issued", "year", "month"),
    [
        ({"date-parts": [[2024]]}, "2024", None),
        ({"date-parts": [[2024, 6]]}, "2024", "June"),
        ({"date-parts": [[2024]], "circa": "?"}, "2024?", None),
        ({"date-parts": [[2024, 9]], "circa": "~"}, "ca. 2024", "September"),
        ({"date-parts": [[2024]], "circa": "%"}, "ca. 2024?", None),
        ({"date-parts": [[2024, 12, 31], [2025, 1, 1]]}, "2024", "December"),
    ],
)
def test_year_and_month_are_as_exact_as_they_are_known(issued: object, year: str, month: str | None) -> None:
    fields = fields_by_pybtex(report(issued=issued))
    assert (fields["year"], fields.get("month")) == (year, month)


def test_a_percent_sign_of_an_address_is_no_comment() -> None:
    fields = fields_by_pybtex(report(URL="https://x.example.org/%EC_1/~a#b"))
    assert fields["url"] == "https://x.example.org/%EC_1/~a#b"
    assert fields["note"].endswith(r"\url{https://x.example.org/\%EC_1/~a#b}")
