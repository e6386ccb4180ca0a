"""Two records that seem to be about one person or organization, and two that do not."""

from __future__ import annotations

import pytest

from generator.models import Organization, Speaker
from tests.content.warnings.warned import body, person, warned
from tests.support.small_corpus import corpus, proposal

ADVICE = (
    "seems to be about the same; merge the two: keep one, delete the other and write its id below "
    "'redirect_from:' of the one kept; if they are two, write 'silence: [likely-double]' here"
)


def are_double(*records: Speaker | Organization) -> bool:
    return bool(warned(corpus(*records), "likely-double"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("한빛솔", "Han Bitsol"), ("한빛솔", "Bitsol Haan")),  # the same Hangul name
        (("한빛솔", None), ("한 빛솔", None)),
        (("한빛솔", None), ("한빛솔 교수", None)),
        ((None, "Han Bitsol"), (None, "Han, Bitsol")),
        ((None, "Han Bitsol"), (None, "BITSOL HAN")),
        ((None, "Han Bit-sol"), (None, "Bitsol Han")),
        ((None, "Han Bit Sol"), (None, "Han Bitsol")),
        ((None, "Dr. Han Bitsol"), (None, "Han Bitsol, PhD")),
        ((None, "José Núñez"), (None, "Jose Nunez")),
        ((None, "Kim Jung-hyun"), (None, "Gim Jeonghyeon")),
        ((None, "Lee Seung-woo"), (None, "Yi Seungu")),
        ((None, "Park Young-chul"), (None, "Yeongcheol Bak")),
        ((None, "Choi Kyung-hee"), (None, "Choe Gyeonghui")),
        ((None, "Lim Kinam"), (None, "Im Ginam")),
        (("한빛솔", "Han Bitsol"), (None, "Bitsol Han")),  # of one only the Latin name is known
    ],
)
def test_one_person_in_two_spellings(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None]
) -> None:
    assert are_double(person("a", *one), person("b", *other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("한빛솔", "Han Bitsol"), ("구름달", "Gu Reumdal")),
        (("김정호", "Kim Jungho"), ("김중호", "Kim Jungho")),  # the Hangul names tell them apart
        ((None, "Kim Jungho"), (None, "Kim Jungmin")),
        ((None, "Lee Jungho"), (None, "Kim Jungho")),
        (("대표", None), ("교수", None)),  # a name may be a title
    ],
)
def test_two_people(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> None:
    assert not are_double(person("a", *one), person("b", *other))


def test_an_inferred_hangul_name_tells_nobody_apart() -> None:
    known = person("a", "임기남", "Lim Kinam")
    assert are_double(known, person("b", "림기남", "Im Ginam", name_notes={"ko": "inferred"}))
    assert not are_double(known, person("b", "림기남", "Im Ginam"))


def test_another_name_counts_too() -> None:
    assert are_double(person("a", "한빛솔"), person("b", "구름달", other_names=[{"name": "한빛솔"}]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("별마루 대학교", None), ("별마루대학교", None)),
        (("(주)별마루", None), ("별마루 주식회사", None)),
        (("㈜별마루", None), ("별마루", None)),
        ((None, "Ministry of Shelves and Lamps"), (None, "The Shelves & Lamps Ministry")),
        ((None, "Byeolmaru Co., Ltd."), (None, "BYEOLMARU")),
        ((None, "Byeolmaru Cloud"), (None, "ByeolmaruCloud")),
    ],
)
def test_one_organization_in_two_spellings(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None]
) -> None:
    assert are_double(body("a", *one), body("b", *other))


def test_a_person_and_an_organization_are_two() -> None:
    assert not are_double(person("a", "별마루"), body("b", "별마루"))


def test_the_second_is_told_of_the_first_once() -> None:
    made = corpus(person("bitsol-han", "한빛솔", "Han, Bitsol"), person("han-bitsol", "한빛솔", "Han Bitsol"))
    assert warned(made, "likely-double") == [
        f"speakers/han-bitsol: name: content/speakers/bitsol-han.yml {ADVICE}"
    ]


@pytest.mark.parametrize("who", ["a", "b"])
def test_either_can_say_that_they_are_two(who: str) -> None:
    records = [person(key, "한빛솔", silence=["likely-double"] if key == who else []) for key in ("a", "b")]
    assert warned(corpus(*records), "likely-double", "idle-silence") == []


def test_of_three_each_may_say_that_they_are_three() -> None:
    records = [person(key, "한빛솔", silence=["likely-double"]) for key in ("a", "b", "c")]
    assert warned(corpus(*records), "likely-double", "idle-silence") == []


def test_a_third_is_told_all_the_same() -> None:
    two = person("a", "한빛솔", silence=["likely-double"]), person("b", "한빛솔")
    assert warned(corpus(*two, person("c", "한빛솔")), "likely-double") == [
        f"speakers/c: name: content/speakers/b.yml {ADVICE}"
    ]


def test_a_body_may_have_the_name_of_one_whose_place_it_took() -> None:
    bodies = body("a", "등불부", successors=["b"]), body("b", "한별부", successors=["c"]), body("c", "등불부")
    assert warned(corpus(*bodies), "likely-double") == []


def test_who_is_asked_by_a_name_that_has_a_record_is_told() -> None:
    asked = proposal(
        addressees=[{"name": {"ko": "등불  부", "en": "x"}}, {"name": {"ko": "y", "en": "LAMPS"}}]
    )
    made = corpus(body("a", "등불부", "Lamps"), asked)
    (line,) = warned(made, "likely-double")
    assert line.startswith(
        "proposals/f-1: addressees[1].name: content/organizations/a.yml is called so; write"
    )
