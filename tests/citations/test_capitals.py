"""Which capitals of a title have to stay."""

from __future__ import annotations

import pytest

from generator.citations.capitals import title_pieces
from generator.citations.proper_names import NO_NAMES, proper_names
from tests.support.small_corpus import corpus, forum, organization, proposal, speaker
from tests.support.words import WORDS

HB = corpus(
    forum(venue={"name": {"ko": "등불관", "en": "Lantern Hall"}}),
    proposal(
        abstract={
            "ko": "글",
            "en": "The future of open shelves and of night robots: what towns, then lamps, taught about a "
            "university; a view on it from today may and south of it.",
        }
    ),
    organization("o", name={"ko": "별마루대학교", "en": "Byeolmaru University"}),
    speaker("p", name={"ko": "구름달", "en": "Gu Reumdal"}, family_name={"ko": "구", "en": "Gu"}),
)
NAMES = proper_names(HB)


def marked(title: str, **how: bool) -> str:
    return "".join(f"{{{one.text}}}" if one.kept else one.text for one in title_pieces(title, NAMES, **how))


@pytest.mark.parametrize(
    "title",
    [
        "Have the {HKBL} and the {EU} test {GPUs}, an {eShelf} and {LaTeX} under the {AI} {Act}",
        "A plain hearing",
        "{AI} for libraries",
        "The {EU's} {AI}-based shelves in a post-{COVID}-19 world",
        "Let {5G}, {3D} and {G20} be, and 2nd shelves",
        "{McDonald's}, an {iPhone} and {O'Brien}",
        "What {I} want is {Plan} {B}",
        "Of shelves: {Lamps} for {Korea}",
        "Is it open? {Yes} at night",
        "“{Open} shelves” at night",
        "[{Let} shelves be open in {Seoul}]",
        "[{Ask} {Seoul}, {Busan}, {Daegu}, {Ulsan}]",
        "École in {Édouard's} town",
        "{AI} 기본법과 {Python} 교실, {iPhone}의 밤",
        "{AI}기본법을 위한 {GPU}확보",
        "밤에도 열자",
        "",
        "-- 1 --",
    ],
)
def test_a_title_of_small_words_keeps_every_capital_but_the_first(title: str) -> None:
    assert marked(title.replace("{", "").replace("}", "")) == title


@pytest.mark.parametrize(
    "title",
    [
        "The Future of Open Shelves in {Korea} and {South} {Korea's} Towns",
        "Open Shelves and Night Robots at {Lantern} {Hall}, Then Lamps",
        "What {Byeolmaru} {University} Taught {Gu} {Reumdal} About Open University Shelves",
        "The Night Shelves of {Zyxtown} and the Lamps of Then",
        "Open Shelves: {A} View on {GPUs} and {May} Lamps From {Tokyo}",
    ],
)
def test_a_title_of_capitals_keeps_the_names(title: str) -> None:
    assert marked(title.replace("{", "").replace("}", "")) == title


def test_a_forum_s_name_keeps_all_of_them() -> None:
    name = "Library {Robots} and {Neighbours} — {Hanbyeol} {Policy} {Forum}"
    assert marked(name.replace("{", "").replace("}", ""), as_name=True) == name


def test_nothing_is_lost() -> None:
    for title in ("a-B-c 'D' É\u0301x 서A가", "  A  ", "A’s B’", *WORDS["en"]("cite.title").split()):
        assert "".join(one.text for one in title_pieces(title, NO_NAMES)) == title
