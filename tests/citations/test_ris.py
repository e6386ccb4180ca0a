"""RIS, read again by rispy."""

from __future__ import annotations

import pytest
import rispy  # type: ignore[import-untyped]  # it has no types

from generator.citations.ris import to_ris
from tests.citations.made_up import HOSTILE, hostile, report


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_equal(text: str) -> None:
    (read,) = rispy.loads(to_ris([hostile(text)]))
    told = {
        read[name] for name in ("title", "type_of_work", "publisher", "secondary_title", "place_published")
    }
    assert told == {text}
    body, person = read["authors"]
    assert body.replace(",,", ",", 1) == text
    family, comma, given = person.partition(", ")
    assert comma
    assert family == given == " ".join(text.replace(",", " ").split())


def test_fields() -> None:
    (read,) = rispy.loads(to_ris([report()]))
    assert read == {
        "type_of_reference": "RPRT",
        "id": "proposal:hb-1",
        "authors": ["구, 름달", "한별시청"],
        "title": "밤에도 열자",
        "type_of_work": "제안",
        "issn": "hb-1",
        "publisher": "한별 기록 모임",
        "year": "2024",
        "date": "2024/06/12/",
        "secondary_title": "도서관 로봇과 이웃",
        "place_published": "별마루대학교",
        "urls": ["https://proceedings.example.org/p/hb-1/"],
        "language": "ko",
    }


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("Ministry of Shelves, Lamps and Ladders", "Ministry of Shelves,, Lamps and Ladders"),
        ("Shelves, Lamps, and Ladders", "Shelves,, Lamps, and Ladders"),
        ("Lamps and Ladders; Shelves & Co.", "Lamps and Ladders; Shelves & Co."),
        ("서가, 등불·사다리 모임", "서가,, 등불·사다리 모임"),
    ],
)
def test_a_body_with_commas_is_no_family_and_given_name(body: str, written: str) -> None:
    (read,) = rispy.loads(to_ris([report(author=[{"literal": body}])]))
    assert read["authors"] == [written]


def test_a_title_of_the_editors_and_the_terms_are_notes() -> None:
    (read,) = rispy.loads(to_ris([report(note="Title by the editors.", custom={"license": "https://x"})]))
    assert read["notes"] == ["Title by the editors.", "License: https://x"]


@pytest.mark.parametrize(("kind", "tag"), [("event", "CONF"), ("speech", "CPAPER"), ("report", "RPRT")])
def test_kinds(kind: str, tag: str) -> None:
    assert to_ris([report(type=kind)]).startswith(f"TY  - {tag}\r\n")


@pytest.mark.parametrize(("parts", "date"), [([2024], "2024///"), ([2024, 6], "2024/06//")])
def test_a_date_is_as_exact_as_it_is_known(parts: list[int], date: str) -> None:
    (read,) = rispy.loads(to_ris([report(issued={"date-parts": [parts]})]))
    assert (read["date"], read["year"]) == (date, "2024")


def test_every_work_is_a_record() -> None:
    works = [report(id=f"proposal:{number}") for number in range(30)]
    assert [read["id"] for read in rispy.loads(to_ris(works))] == [work["id"] for work in works]


def test_lines_end_as_the_format_wants() -> None:
    written = to_ris([report()])
    assert written.endswith("ER  - \r\n\r\n")
    assert written.count("\n") == written.count("\r\n")
