"""Volumes as PDF files, read with the programs of others."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
import typst

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import LANGUAGES, Language
from generator.typesetting.compiler import TEMPLATES
from generator.typesetting.volume import forum_volume, year_volume
from generator.typesetting.volumes import bind
from tests.quality.hostile import write_hostile_corpus
from tests.support.paths import RECORDS, ROOT
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import proposal
from tests.support.words import WORDS
from tests.trust.attacks import LINES
from tests.typesetting.reading import bookmarks, closed_up, pages_of, tags, text_at_bookmarks, text_of

pytestmark = pytest.mark.builds

FORUM = "2024-library-robots"
BOTH = tuple(WORDS.values())
MILLIMETRE = 72 / 25.4
FOOT = 25 * MILLIMETRE
"""The lower margin of a page."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def volumes(corpus: Corpus) -> dict[str, bytes]:
    """One forum in both languages and in each, and its year."""
    forum = corpus.forums[FORUM]
    made: dict[str, bytes] = {
        language: bind(forum_volume(corpus, forum, [words])) for language, words in WORDS.items()
    }
    return {
        **made,
        "both": bind(forum_volume(corpus, forum, BOTH)),
        "year": bind(year_volume(corpus, 2023, BOTH)),
    }


@pytest.mark.parametrize(("name", "language"), [("both", "ko"), ("ko", "ko"), ("en", "en"), ("year", "ko")])
def test_a_volume_is_tagged_and_says_its_language_and_title(
    volumes: dict[str, bytes], name: str, language: str
) -> None:
    with pikepdf.open(io.BytesIO(volumes[name])) as pdf:
        assert pdf.Root.Lang == language
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo["/Title"]
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == str(pdf.docinfo["/Title"])


def test_headings_tables_lists_links_and_foreign_words_are_tagged(volumes: dict[str, bytes]) -> None:
    found = list(tags(volumes["both"]))
    kinds = {kind for kind, _ in found}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/Link", "/TOC", "/TOCI", "/P"} <= kinds
    assert "en" in {language for _, language in found}


def test_the_day_it_was_made_is_that_of_its_newest_fact(volumes: dict[str, bytes], corpus: Corpus) -> None:
    forum = corpus.forums[FORUM]
    newest = corpus.newest_fact((forum, *corpus.proposals_at(forum)))
    assert newest is not None
    with pikepdf.open(io.BytesIO(volumes["both"])) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{newest.earliest:%Y%m%d}")


@pytest.mark.parametrize(("name", "languages"), [("both", LANGUAGES), ("ko", ("ko",)), ("en", ("en",))])
def test_it_says_every_proposal_in_its_languages(
    volumes: dict[str, bytes], corpus: Corpus, name: str, languages: Sequence[Language]
) -> None:
    text = text_of(volumes[name])
    for made in corpus.proposals_at(corpus.forums[FORUM]):
        for language in languages:
            assert closed_up(made.title.best(language)[0]) in text
            assert closed_up(made.abstract.best(language)[0].split("&")[0]) in text


def test_one_language_alone_has_no_words_of_the_other(volumes: dict[str, bytes]) -> None:
    assert closed_up("A trial with 40 library robots") not in text_of(volumes["ko"])
    assert closed_up("도서관 로봇 40대를 시범으로 들이자") not in text_of(volumes["en"])


def test_a_years_volume_holds_all_forums_of_the_year(volumes: dict[str, bytes], corpus: Corpus) -> None:
    titles = [entry.title for entry in bookmarks(volumes["year"])]
    held = [forum for forum in corpus.forums.values() if forum.start_date.year == 2023]
    names = [forum.name.best("ko")[0] for forum in sorted(held, key=lambda forum: forum.start_date.earliest)]
    assert len(names) == 2
    assert [title for title in titles if title in names] == names
    assert titles.count("제안 Proposals") == 2


@pytest.mark.parametrize("name", ["both", "ko", "en", "year"])
def test_contents_name_the_page_on_which_a_heading_stands(volumes: dict[str, bytes], name: str) -> None:
    pages = [closed_up(page) for page in pages_of(volumes[name])]
    named = 0
    for entry in bookmarks(volumes[name])[1:]:
        title = closed_up(entry.title)
        assert title in pages[entry.page - 1], entry
        named += bool(re.search(re.escape(title) + rf"\.*{entry.page}(?!\d)", pages[1] + pages[2]))
    assert named >= 8


@pytest.mark.parametrize("name", ["both", "ko", "en", "year"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(volumes: dict[str, bytes], name: str) -> None:
    entries = bookmarks(volumes[name])
    assert len(entries) > 12
    assert [entry for entry in entries if entry.top < FOOT + 20 * MILLIMETRE] == []


NARROW = (
    "도서관로봇을",
    "시범으로들이고",
    "사서와이웃이",
    "함께쓸수있는",
    "안내기준을",
    "이듬해봄까지",
    "내놓아야한다",
)


MOST_PIECES = 512
"""So many pieces of a text can a rule of Typst's replace, one by one."""


def test_a_korean_word_is_never_broken() -> None:
    digits = str.maketrans("0123456789", "공일이삼사오육칠팔구")
    count = 3 * MOST_PIECES
    numbered = [NARROW[number % len(NARROW)] + str(number).translate(digits) for number in range(count)]
    one = small_corpus(proposal(abstract={"ko": " ".join([*numbered, "끝"])}))
    pages = pages_of(bind(forum_volume(one, one.forums["f"], [WORDS["ko"]])))
    seen = set(" ".join(pages).split())
    assert set(numbered) <= seen


def test_a_long_latin_word_is_broken_at_the_margin_alone_or_in_a_korean_word() -> None:
    longs = ["abcdefghij" * 3 + str(number) for number in range(MOST_PIECES + 8)]
    words = [long if number % 2 else f"가{long}" for number, long in enumerate(longs)]
    one = small_corpus(proposal(abstract={"ko": " ".join(words)}))
    pages = pages_of(bind(forum_volume(one, one.forums["f"], [WORDS["ko"]])))
    text = "".join("".join(pages).split())
    assert sum(word not in text for word in words) < len(pages)  # what goes over to the next page
    assert set(words) - set(" ".join(pages).split())


# From right to left, with marks above others, or without a typeface: such letters come back in another order.
HOSTILE = [
    text
    for text in LINES.values()
    if not re.search(r"[\u0300-\u07ff\u20d0-\u20ff\U0001f000-\U0001ffff]", text)
]


def test_text_of_a_record_is_never_typst() -> None:
    made = [
        proposal(
            f"f-{number}",
            title=text,
            abstract=re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text),
            proposers=[{"forum": "f", "note": text}],
        )
        for number, text in enumerate(HOSTILE, 1)
    ]
    one = small_corpus(*made)
    text = text_of(bind(forum_volume(one, one.forums["f"], [WORDS["ko"]])))
    for hostile in HOSTILE:
        # In the contents, in the table, as a heading, as the text and as a note of the proposer.
        assert text.count(closed_up(hostile)) >= 5, hostile


def test_the_hardest_records_make_volumes(tmp_path: Path) -> None:
    write_hostile_corpus(tmp_path / "content")
    hard = load_corpus(tmp_path / "content")
    text = text_at_bookmarks(bind(year_volume(hard, 2024, BOTH)))
    for made in hard.proposals.values():
        if made.forum.startswith("2024"):
            assert closed_up(made.identifier or made.id) in text


def test_the_same_records_are_the_same_bytes_on_any_machine(volumes: dict[str, bytes]) -> None:
    program = (
        "import hashlib, pathlib; from generator.corpus.load import load_corpus;"
        "from generator.typesetting.volumes import bind;"
        "from generator.typesetting.volume import forum_volume; from generator.i18n.load import load_words;"
        f"corpus = load_corpus(pathlib.Path({str(RECORDS)!r}));"
        f"pdf = bind(forum_volume(corpus, corpus.forums[{FORUM!r}], tuple(load_words().values())));"
        "print(hashlib.sha256(pdf).hexdigest())"
    )
    there = {"PYTHONHASHSEED": "7", "TZ": "America/Los_Angeles", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, **there},
        capture_output=True,
        check=True,
        text=True,
    )
    assert said.stdout.strip() == sha256(volumes["both"]).hexdigest()


@pytest.mark.parametrize("backwards", [False, True])
def test_the_order_of_the_typefaces_files_changes_nothing(
    volumes: dict[str, bytes],
    corpus: Corpus,
    tmp_path: Path,
    backwards: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Typst takes the first of two weights that are equally near, and a disk lists files in any order."""
    folders = []
    for file in sorted((TEMPLATES / "fonts").glob("*.otf"), reverse=backwards):
        folders.append(tmp_path / file.stem)
        folders[-1].mkdir()
        (folders[-1] / file.name).symlink_to(file)
    fonts = typst.Fonts(font_paths=folders, include_embedded_fonts=False)
    monkeypatch.setattr(typst, "_typst", lambda: (typst, fonts))
    assert bind(forum_volume(corpus, corpus.forums[FORUM], BOTH)) == volumes["both"]
