"""Social cards: what they say, how they look to a program, and which pages name them."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.metadata.card_tags import card_tags
from generator.models import LANGUAGES
from generator.pages import plan_pages
from generator.pipeline import volumes_and_cards
from generator.typesetting import card_images
from generator.typesetting.card_images import INKS, can_draw
from generator.typesetting.cards import HEIGHT, WIDTH, Card, cards
from tests.support.paths import RECORDS, ROOT
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, proposal
from tests.support.telling import Listening
from tests.support.words import WORDS
from tests.typesetting.making import draw_cards

LARGEST = 40_000
"""Bytes of a card; most have less than half."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def drawn(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    assert can_draw()
    return draw_cards(corpus, tmp_path_factory.mktemp("cards"))


def test_the_site_each_forum_and_each_proposal_has_a_card_in_each_language(
    corpus: Corpus, drawn: dict[str, bytes]
) -> None:
    pages = ["index", *(f"forums/{key}" for key in corpus.forums)]
    pages += [f"proposals/{key}" for key in corpus.proposals]
    assert set(drawn) == {f"{folder}cards/{page}.png" for folder in ("", "en/") for page in pages}
    assert len(set(drawn.values())) == len(drawn)


def test_cards_are_small_pictures_of_the_size_that_others_show(drawn: dict[str, bytes]) -> None:
    for picture in drawn.values():
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT) == (1200, 630)
        assert len(picture) < LARGEST


def test_cards_are_white_with_ink_and_the_signs_dot(drawn: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "card.png"
    for picture in drawn.values():
        path.write_bytes(picture)
        with Image.open(path) as opened:
            colours = {colour for _, colour in opened.convert("RGB").getcolors() or ()}
        assert {(255, 255, 255), INKS[0], INKS[2]} <= colours


def test_a_card_says_what_the_record_says(corpus: Corpus) -> None:
    said = dict(cards(corpus, WORDS["en"]))
    assert said["en/cards/proposals/2024-library-robots-1.png"] == Card(
        language="en",
        site="Hanbyeol Library Forum Records",
        kind="Library robots",
        title="A trial with 40 library robots",
        other_title="도서관 로봇 40대를 시범으로 들이자",
        other_language="ko",
        foot="Library Robots and Neighbours — Hanbyeol Policy…, 12 June 2024",
        mark="three-quarters",
        standing="In progress",
    )
    forum_said = said["en/cards/forums/2024-library-robots.png"]
    assert (forum_said.foot, forum_said.standing) == (
        "12 June 2024, Great Court, Byeolmaru University",
        "6 proposals",
    )


def test_a_doubt_of_the_day_stands_on_the_card() -> None:
    doubted = small_corpus(forum(start_date="2024-06~"), proposal())
    said = dict(cards(doubted, WORDS["en"]))
    assert said["en/cards/proposals/f-1.png"].foot == "포럼, about June 2024"


@pytest.mark.parametrize(
    "title",
    [
        "가" * 500, "W" * 500, "낱말 " * 120, "#panic() $x$ \\ #[ *가* _b_ `c` @ref <label> // /* ~",
        "</script>\"'",
        "محمد بن موسى", "🤖👨‍👩‍👧‍👦", "國家人工知能委員會", "{{7*7}} = 제목", "가\u1100\u1161 e\u0301",
    ],
)  # fmt: skip
def test_any_title_makes_a_card(title: str, tmp_path: Path) -> None:
    made = draw_cards(small_corpus(proposal(title=title), forum(name=title)), tmp_path)
    plain = draw_cards(small_corpus(proposal(title="밤에도 열자")), tmp_path)
    card = made["cards/proposals/f-1.png"]
    assert struct.unpack(">II", card[16:24]) == (WIDTH, HEIGHT)
    assert card != plain["cards/proposals/f-1.png"]


def test_a_card_is_drawn_once(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draw_cards(corpus, tmp_path)
    monkeypatch.setattr(card_images, "typeset", None)
    assert draw_cards(corpus, tmp_path) == first


def test_cards_that_nobody_needs_go(corpus: Corpus, tmp_path: Path) -> None:
    draw_cards(small_corpus(proposal()), tmp_path)
    made = draw_cards(corpus, tmp_path)
    assert len(list((tmp_path / "cards").iterdir())) == len(set(made.values()))


def test_the_same_records_give_the_same_bytes_anywhere(drawn: dict[str, bytes], tmp_path: Path) -> None:
    program = (
        "from hashlib import sha256; from pathlib import Path\n"
        "from generator.corpus.load import load_corpus\n"
        "from tests.typesetting.making import draw_cards\n"
        f"made = draw_cards(load_corpus(Path({str(RECORDS)!r})), Path('cards'))\n"
        "for path in sorted(made): print(path, sha256(made[path]).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Apia", "LC_ALL": "C"}
    environment["PYTHONPATH"] = str(ROOT)
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    here = [f"{path} {sha256(drawn[path]).hexdigest()}" for path in sorted(drawn)]
    assert said.stdout.decode().splitlines() == here


def test_pages_name_their_card_or_the_sites_and_only_one_that_was_made(corpus: Corpus) -> None:
    made = {path for language in LANGUAGES for path, _ in cards(corpus, WORDS[language])}
    root = "https://proceedings.example.org/library/"
    for language in LANGUAGES:
        folder = "" if language == "ko" else "en/"
        for page in plan_pages(corpus, language, WORDS):
            record = page.record.page if page.record else page.path
            own = f"{folder}cards/{page.path.removesuffix('.md')}.png"
            of_record = f"{folder}cards/{record.removesuffix('.md')}.png"
            wanted = next((card for card in (own, of_record) if card in made), f"{folder}cards/index.png")
            images = [said for name, said in card_tags(corpus, page, language, made) if name == "og:image"]
            assert images == ([] if page.redirect else [f"{root}{wanted}"])
            assert list(card_tags(corpus, page, language, ())) == []


def test_a_build_without_pillow_says_so_once_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listening = Listening()
    monkeypatch.setattr(volumes_and_cards, "can_draw", lambda: False)
    made = volumes_and_cards.typeset_files(tmp_path, small_corpus(), WORDS, listening)
    assert [*made.files] == [f"volumes/{name}.pdf" for name in ("f", "f.ko", "f.en", "2024.all")]
    (line,) = listening.said
    assert line.startswith("the site gets no social cards: Pillow is not installed")
