"""Volumes of forums of which little is known, and what their links name."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest

from generator.corpus.corpus import Corpus
from generator.i18n.strings import Words
from generator.typesetting.volume import forum_volume, year_volume
from generator.typesetting.volumes import bind
from tests.support.small_corpus import corpus, forum, proposal, site, source
from tests.support.words import WORDS
from tests.typesetting.reading import text_of

pytestmark = pytest.mark.builds

BOTH = tuple(WORDS.values())
WIKI = "https://위키.example/도서관?물음=답"
AS_URI = "https://xn--9q5b29o.example/%EB%8F%84%EC%84%9C%EA%B4%80?%EB%AC%BC%EC%9D%8C=%EB%8B%B5"


def links_of(pdf: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for note in page.get("/Annots", ()):
                if "/URI" in note.get("/A", {}):
                    yield bytes(note.A.URI)


def test_a_link_names_its_address_in_ascii_and_shows_it_as_it_is_written() -> None:
    small = corpus(
        forum(documents=[{"name": "글", "url": WIKI}], abstract=f"[글]({WIKI})"),
        source(url=WIKI, archive_url=WIKI),
        site=site(publisher={"name": "곳", "url": WIKI}, licence={"name": "표", "url": WIKI}),
    )
    made = bind(forum_volume(small, small.forums["f"], BOTH))
    links = [link for link in links_of(made) if b"example.org" not in link]
    assert set(links) == {AS_URI.encode()}
    assert len(links) >= 6
    assert text_of(made).count(WIKI) == 3


def to_come() -> Corpus:
    """An announced forum, of which not even a day is known that is past."""
    announced = forum(start_date="2025-03-05")
    return corpus(announced, source(issued="2025-01-01"), site=site(as_of="2024-01-01"))


@pytest.mark.parametrize("languages", [BOTH, BOTH[:1]])
def test_a_forum_of_which_nothing_is_known_has_a_volume(languages: tuple[Words, ...]) -> None:
    small = to_come()
    assert small.newest_fact([*small.forums.values()]) is None
    made = bind(forum_volume(small, small.forums["f"], languages))
    assert "2025" in text_of(made)
    assert bind(year_volume(small, 2025, languages))


def test_a_keycap_leaves_all_digits_where_they_are() -> None:
    small = corpus(forum(name="1️⃣ 11시 #️⃣"), proposal(title="1️⃣1"))
    text = text_of(bind(forum_volume(small, small.forums["f"], BOTH)))
    assert "111시#" in text
    assert "[U+0031]" not in text
    assert "f-1" in text
