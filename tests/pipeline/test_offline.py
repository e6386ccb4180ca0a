"""The copy for a folder, made of a real site: its files, its zip, and what stops it."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.i18n.load import load_words
from generator.output.publishing import MARKER, CannotPublish
from generator.pipeline import offline
from generator.pipeline.offline import OfflineCopy, check_place_of_copy, day_of_copy, make_copy
from generator.pipeline.progress import Silent
from generator.pipeline.refusals import SiteFaulty
from generator.pipeline.today import CLOCK
from tests.support.running import digests, replace, run
from tests.support.sites import PLAIN_INSTALL

TODAY = date(2026, 1, 1)
WORDS = load_words()


@pytest.fixture
def corpus(built: Path) -> Corpus:
    return load_corpus(built / "content", today=TODAY)


@pytest.fixture
def stage(built: Path, tmp_path: Path) -> Path:
    """A site as it stands in its stage, before it is published."""
    stage = tmp_path / "build" / "stage-0123abcd"
    shutil.copytree(built / "site", stage, ignore=shutil.ignore_patterns(MARKER))
    return stage


@pytest.fixture
def made(stage: Path, corpus: Corpus, tmp_path: Path) -> OfflineCopy:
    return make_copy(tmp_path, stage, corpus, WORDS, Silent())


def test_the_copy_lies_beside_the_site_with_its_zip(made: OfflineCopy, tmp_path: Path, stage: Path) -> None:
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site-offline", "site-offline.zip"]
    assert [path.name for path in (tmp_path / "build").iterdir()] == [stage.name]
    assert made.folder == tmp_path / "site-offline"
    assert made.packed == made.archive.stat().st_size
    held = {path: digest for path, digest in digests(made.folder).items() if path != MARKER}
    with zipfile.ZipFile(made.archive) as packed:
        packed.extractall(tmp_path / "unpacked")
    assert digests(tmp_path / "unpacked" / "site-offline") == held
    assert made.size == sum((made.folder / path).stat().st_size for path in held)


def test_the_same_site_makes_the_same_bytes(
    made: OfflineCopy, stage: Path, corpus: Corpus, tmp_path: Path
) -> None:
    for path in stage.rglob("*.html"):
        path.touch()
    make_copy(tmp_path / "build", stage, corpus, WORDS, Silent())
    assert (tmp_path / "build" / made.archive.name).read_bytes() == made.archive.read_bytes()


def test_every_page_says_of_which_day_it_is_and_where_it_is_on_the_web(made: OfflineCopy) -> None:
    korean = (made.folder / "about/index.html").read_text(encoding="utf-8")
    english = (made.folder / "en/about/index.html").read_text(encoding="utf-8")
    shown = "proceedings.example.org/library"
    page = f'<a href="https://{shown}/about/">{shown}</a>'
    assert f"2024년 6월 13일 기준 사본입니다. 최신 자료: {page}</p>" in korean
    page = f'<a href="https://{shown}/en/about/">{shown}</a>'
    assert f"A copy of the records as of 13 June 2024. The latest is at {page}.</p>" in english


def test_the_day_is_the_clocks(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    assert day_of_copy(corpus) == date(2024, 6, 13)
    monkeypatch.setenv(CLOCK, "1735657200")  # midnight in Korea
    assert day_of_copy(corpus) == date(2025, 1, 1)


def test_scripts_read_the_search_and_citations_in_both_languages(made: OfflineCopy) -> None:
    for language in ("", "en/"):
        held = {path.name for path in (made.folder / language / "search").iterdir() if path.is_file()}
        assert held == {"index.html", "search_index.json.js", "words.json.js"}
        assert (made.folder / language / "cite/all.ris.js").is_file()
        assert (made.folder / language / "cite/all.json.js").is_file()
        assert (made.folder / language / "cite/all.ris").is_file()
    assert list((made.folder / "search").glob("terms/*.json.js"))
    assert not list((made.folder / "search").rglob("*.json"))


def test_a_fault_in_the_copy_leaves_the_older_one(
    made: OfflineCopy, stage: Path, corpus: Corpus, tmp_path: Path
) -> None:
    before = digests(tmp_path / "site-offline") | {"zip": made.archive.read_bytes().hex()}
    (stage / "about/index.html").unlink()
    replace(stage / "en/about/index.html", "<h1", '<p><a href="../nothing/">x</a></p><h1')
    with pytest.raises(SiteFaulty, match=r"en/about/index\.html: .*nothing"):
        make_copy(tmp_path, stage, corpus, WORDS, Silent())
    assert digests(tmp_path / "site-offline") | {"zip": made.archive.read_bytes().hex()} == before
    assert [path.name for path in (tmp_path / "build").iterdir()] == [stage.name]


def test_what_somebody_put_into_the_copy_is_saved(
    made: OfflineCopy, stage: Path, corpus: Corpus, tmp_path: Path
) -> None:
    assert made.saved is None
    (made.folder / "note.txt").write_text("mine")
    again = make_copy(tmp_path, stage, corpus, WORDS, Silent())
    assert again.saved
    assert (again.saved / "note.txt").read_text() == "mine"


def test_another_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    check_place_of_copy(tmp_path)
    (tmp_path / "site-offline").mkdir()
    (tmp_path / "site-offline" / "thesis.txt").write_text("mine")
    with pytest.raises(CannotPublish, match="something other than a built site"):
        check_place_of_copy(tmp_path)


@pytest.mark.builds
def test_the_command_makes_site_and_copy(own: Path) -> None:
    done = run(own, "build", "--offline", **PLAIN_INSTALL)
    assert done.returncode == 0, done.stderr
    _, copied = done.stdout.splitlines()
    assert re.fullmatch(
        r"a copy that opens without a server: site-offline/index\.html \([\d.]+ MB\), "
        r"site-offline\.zip \([\d.]+ MB\)",
        copied,
    )
    assert (own / "site-offline" / "index.html").is_file()
    assert (own / "site" / "404.html").is_file()


@pytest.mark.builds
def test_a_refused_place_is_told_before_anything_is_built(own: Path) -> None:
    (own / offline.COPY).write_text("a file")
    before = digests(own / "site")
    done = run(own, "build", "--offline", "--quiet", **PLAIN_INSTALL)
    assert (done.returncode, done.stdout) == (1, "")
    assert "site-offline: is not a folder" in done.stderr
    assert digests(own / "site") == before
