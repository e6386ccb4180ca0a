"""Talks that nobody gave, for tests of what is made of them."""

from __future__ import annotations

from generator.corpus.corpus import Corpus
from generator.models import Forum
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import corpus, forum, organization, proposal, session, speaker

VIDEO: Tree = {
    "name": "영상", "url": "https://video.example.org/1", "type": "video", "date": "2024-06-20",
    "duration": "1:02:03",
}  # fmt: skip
FILE: Tree = {"name": "녹음", "url": "https://video.example.org/a.mp4", "type": "video"}
SLIDES: Tree = {
    "name": "자료",
    "url": "https://video.example.org/slides",
    "type": "slides",
    "date": "2024-06-12",
}
RESIDENT: Tree = {"ko": "한 시민", "en": "A resident"}


def talk(key: str = "night", /, **fields: Tree) -> Tree:
    return {"id": key, "title": {"ko": f"발표 {key}", "en": f"Talk {key}"}, "role": "presenter", **fields}


def held(*contributions: Tree, **fields: Tree) -> Forum:
    """A forum with one session, of which the contributions are."""
    return forum(sessions=[session(**fields) | {"contributions": list(contributions)}])  # type: ignore[operator]  # a map


def corpus_of_talks(*contributions: Tree, **fields: Tree) -> Corpus:
    """A person p, a body o and another one, and what was proposed in the session."""
    return corpus(
        held(*contributions, **fields),
        speaker("p", name={"ko": "구름달", "en": "Gu Reumdal"}),
        speaker("q", name={"ko": "한빛솔", "en": "Han Bitsol"}),
        organization("o", name={"ko": "한별시청", "en": "City Hall"}),
        organization("u", name={"ko": "별마루대학교", "en": "University"}),
        proposal(session="talk"),
    )


def many(number: int, *, talks: bool = True, clock: bool = False) -> list[Tree]:
    """Contributions by one person, each at its minute."""
    made: list[Tree] = []
    for n in range(number):
        hour: dict[str, Tree] = {"start_time": f"{9 + n // 20:02}:{n % 20 * 3:02}"} if clock else {}
        title: Tree = {
            "ko": f"도서관 로봇의 길 찾기에 대하여 {n}",
            "en": f"On how library robots find their way {n}",
        }
        given: dict[str, Tree] = {"person": "p", "role": "presenter", "title": title, **hour}
        made.append(given | ({"id": f"t-{n}"} if talks else {}))
    return made
