"""References in the two styles, as journals want them."""

from __future__ import annotations

import pytest

from generator.citations.csl import Name, Work
from generator.citations.styles import reference
from tests.citations.made_up import HOSTILE, hostile, report

ENGLISH = report(
    **{
        "title": "Open at night",
        "event-title": "Library Robots",
        "event-place": "Great Court",
        "genre": "Proposal",
    },
    author=[{"family": "Gu", "given": "Reumdal"}, {"literal": "City Hall"}],
    publisher="Records Circle",
    language="en",
)


def without(work: Work, *fields: str) -> Work:
    return {key: value for key, value in work.items() if key not in fields}  # type: ignore[return-value]  # its keys


def test_a_proposal() -> None:
    assert reference(ENGLISH, "apa") == (
        "Gu, R., & City Hall. (2024, June 12). Open at night (Proposal No. hb-1). Library Robots, "
        "Great Court. Records Circle. https://proceedings.example.org/p/hb-1/"
    )
    assert reference(report(), "korean") == (
        "구름달·한별시청(2024. 6. 12.). 밤에도 열자(제안 hb-1). 「도서관 로봇과 이웃」, 별마루대학교. "
        "한별 기록 모임. https://proceedings.example.org/p/hb-1/"
    )


def test_a_contribution() -> None:
    english = {**without(ENGLISH, "number"), "type": "speech", "genre": "Keynote"}
    korean = {**without(report(), "number"), "type": "speech", "genre": "기조 강연"}
    assert "Open at night [Keynote]. Library Robots, Great Court." in reference(english, "apa")  # type: ignore[arg-type]  # a work
    assert "밤에도 열자(기조 강연). 「도서관 로봇과 이웃」, 별마루대학교." in reference(korean, "korean")  # type: ignore[arg-type]  # a work


def test_a_forum_is_named_by_its_organizers() -> None:
    forum = without(
        report(type="event", organizer=[{"literal": "한별시청"}]), "author", "number", "event-title"
    )
    assert reference(forum, "korean").startswith("한별시청(2024. 6. 12.). 밤에도 열자(제안). 별마루대학교.")
    assert reference(forum, "apa").startswith("한별시청. (2024, June 12). 밤에도 열자 [제안]. 별마루대학교.")


def test_without_a_name_the_title_comes_first() -> None:
    assert reference(without(ENGLISH, "author"), "apa").startswith(
        "Open at night (Proposal No. hb-1). (2024, June 12). "
    )
    assert reference(without(report(), "author"), "korean").startswith(
        "밤에도 열자(제안 hb-1)(2024. 6. 12.). "
    )


@pytest.mark.parametrize(
    ("parts", "circa", "apa", "korean"),
    [
        ([[2024, 6, 12]], "", "(2024, June 12)", "(2024. 6. 12.)"),
        ([[2024, 6]], "", "(2024, June)", "(2024. 6.)"),
        ([[2024]], "", "(2024)", "(2024)"),
        ([[2024, 6]], "?", "(ca. 2024, June)", "(2024. 6. 추정)"),
        ([[2024, 6, 12], [2024, 6, 13]], "", "(2024, June 12–13)", "(2024. 6. 12.–13.)"),
        ([[2024, 6, 30], [2024, 7, 1]], "", "(2024, June 30–July 1)", "(2024. 6. 30.–7. 1.)"),
        (
            [[2023, 12, 31], [2024, 1, 1]],
            "",
            "(2023, December 31–2024, January 1)",
            "(2023. 12. 31.–2024. 1. 1.)",
        ),
        ([[2024, 6], [2024, 6, 13]], "", "(2024, June–2024, June 13)", "(2024. 6.–2024. 6. 13.)"),
    ],
)
def test_dates(parts: list[list[int]], circa: str, apa: str, korean: str) -> None:
    issued = {"date-parts": parts, **({"circa": circa} if circa else {})}
    assert f" {apa}. " in reference({**ENGLISH, "issued": issued}, "apa")  # type: ignore[typeddict-item]  # a period
    assert f"{korean}. " in reference(report(issued=issued), "korean")


@pytest.mark.parametrize(
    ("given", "initials"),
    [("Kinam", "K."), ("Ki-nam", "K.-N."), ("Mary Ann", "M. A."), ("J. R.", "J. R."), ("Éva", "É.")],
)
def test_apa_has_initials(given: str, initials: str) -> None:
    work: Work = {**ENGLISH, "author": [{"family": "Lim", "given": given}]}
    assert reference(work, "apa").startswith(f"Lim, {initials} (2024")


def test_a_name_without_latin_capitals_stays_whole() -> None:
    assert reference(report(), "apa").startswith("구름달, & 한별시청. (2024")


def test_many_names() -> None:
    many: Work = {**ENGLISH, "author": [{"literal": f"N{number}"} for number in range(60)]}
    assert ", N18, … N59. (2024" in reference(many, "apa")
    assert reference(many, "korean").startswith("N0·N1·N2 외(2024")


def test_a_name_with_a_middle_dot_is_one_name() -> None:
    bodies: list[Name] = [{"literal": "교육·문화국"}, {"literal": "등불부"}]
    assert reference(report(author=bodies), "korean").startswith("교육·문화국, 등불부(2024.")
    assert reference(report(author=bodies[:1]), "korean").startswith("교육·문화국(2024.")


@pytest.mark.parametrize(("title", "shown"), [("Why?", "Why? "), ("End.", "End. "), ("End", "End. ")])
def test_a_sentence_ends_once(title: str, shown: str) -> None:
    work: Work = {**without(ENGLISH, "number", "genre"), "title": title}
    assert f"(2024, June 12). {shown}Library Robots" in reference(work, "apa")


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_as_they_were_written(text: str) -> None:
    for style in ("apa", "korean"):
        # Title, event, place, kind, publisher and two names; where a name is in parts, its family name.
        assert reference(hostile(text), style).count(text) >= 7
