"""What is taken over from an earlier build is what a clean one would make."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from generator.corpus.kept_records import KeptRecords
from generator.corpus.load import load_corpus
from generator.corpus.waiting import published
from generator.i18n.load import load_words
from generator.i18n.strings import SiteWords, Words
from generator.output.program_digest import whole_program_digest
from generator.parsing.problems import Problems
from generator.pipeline import page_maker
from generator.pipeline.cache import cache_of_site
from generator.pipeline.page_files import Generated, write_pages
from generator.pipeline.progress import Silent
from generator.pipeline.site import RECORDS as KEPT_RECORDS
from generator.pipeline.today import today
from tests.pipeline.edits import EDITS
from tests.support.paths import RECORDS
from tests.support.running import digests

EDITS_OF_A_RUN = int(os.environ.get("PROCEEDINGS_EDITS", "8"))
"""PROCEEDINGS_EDITS=200 make test T=incremental tries so many."""


class Archive:
    """An archive whose pages are generated again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.words: SiteWords = load_words()

    def generate(self) -> Generated:
        """As a build does; raises Problems, and then nothing has changed."""
        store = cache_of_site(self.root / "build").kept
        kept = KeptRecords(store.read(KEPT_RECORDS), whole_program_digest())
        corpus = load_corpus(self.root / "content", today=today(), kept=kept)
        generated = write_pages(self.root, published(corpus, today()), self.words, Silent())
        store.write(KEPT_RECORDS, kept.values)
        return generated

    def files(self) -> dict[str, str]:
        return digests(self.root / "build" / "docs")

    def settings(self) -> list[str]:
        return [
            path.read_text(encoding="utf-8") for path in sorted((self.root / "build").glob("mkdocs.*.yml"))
        ]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    shutil.copytree(RECORDS, tmp_path / "archive" / "content")
    return Archive(tmp_path / "archive")


def clean_copy(archive: Archive, folder: Path) -> Archive:
    """The same records, of which nothing was made before."""
    shutil.copytree(archive.root / "content", folder / "content")
    copy = Archive(folder)
    copy.words = archive.words
    copy.generate()
    return copy


def other_words(words: SiteWords, said: str) -> SiteWords:
    """Words as after an edit of strings/: those of the list of proposals, and of each proposal's page."""
    return {
        language: Words(language, {**one.strings, "proposal": {**one.section("proposal"), "topics": said}})
        for language, one in words.items()
    }


def edited(archive: Archive, dice: Random, folder: Path) -> Iterator[str]:
    """Edits that the rules accept, each already generated; the name of each."""
    for number in range(EDITS_OF_A_RUN):
        before = shutil.copytree(archive.root / "content", folder / f"before-{number}")
        name = dice.choice(sorted(EDITS))
        EDITS[name](archive.root / "content", dice)
        try:
            archive.generate()
        except Problems:
            shutil.rmtree(archive.root / "content")
            shutil.copytree(before, archive.root / "content")
            yield "refused"
        else:
            yield name


def test_random_edits_leave_what_a_clean_run_makes(archive: Archive, tmp_path: Path) -> None:
    archive.generate()
    made: Counter[str] = Counter()
    for name in edited(archive, Random(17), tmp_path):  # noqa: S311 - these dice guard no secret
        made[name] += 1
        clean = clean_copy(archive, tmp_path / f"clean-{made.total()}")
        assert archive.files() == clean.files(), name
        assert archive.settings() == clean.settings(), name
        shutil.rmtree(clean.root)
    assert made["refused"] < made.total() / 2


def test_other_words_and_another_program_make_every_page_anew(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.generate()
    before = archive.files()
    monkeypatch.setattr(page_maker, "whole_program_digest", lambda: "another")
    archive.words = other_words(archive.words, "Told apart by")
    archive.generate()
    assert archive.files() != before
    assert archive.files() == clean_copy(archive, tmp_path / "clean").files()


def test_a_page_that_somebody_changed_is_written_again(archive: Archive) -> None:
    generated = archive.generate()
    before = archive.files()
    page = archive.root / "build" / "docs" / "ko" / generated.pages["ko"][0].path
    page.write_text("changed", encoding="utf-8")
    archive.generate()
    assert archive.files() == before


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_damaged_cache_is_as_none(archive: Archive, damage: bytes | None) -> None:
    archive.generate()
    before = archive.files()
    file = archive.root / "build" / "cache" / "site" / "kept.sqlite"
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2] if damage is None else damage)
    archive.generate()
    assert archive.files() == before
