"""Volumes and cards made in other processes: the same bytes, what a failure leaves, and what is kept."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.typesetting import running as module
from generator.typesetting.plan import planned_typeset
from generator.typesetting.running import TypesetterKilled, typesetting
from tests.support.paths import ROOT
from tests.support.running import PATIENCE
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, proposal
from tests.support.words import WORDS
from tests.typesetting.making import make_typeset

pytestmark = pytest.mark.builds


@pytest.fixture
def corpus() -> Corpus:
    return small_corpus(proposal(), proposal("f-2", title="낮에도 열자"))


@pytest.fixture
def in_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little there is to make."""
    monkeypatch.setattr(module, "WORTH_PROCESSES", 0)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def contents(files: Mapping[str, Path]) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in files.items()}


def workers() -> set[int]:
    """The processes below this one."""
    found = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    children = {int(child) for children in found for child in children.read_text().split()}
    return {child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()}


@pytest.mark.usefixtures("in_processes")
def test_processes_make_the_same_bytes_as_threads(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = make_typeset(corpus, tmp_path / "several", jobs=3)
    one = make_typeset(corpus, tmp_path / "one", jobs=1)
    monkeypatch.setattr(module, "WORTH_PROCESSES", 1000)
    threads = make_typeset(corpus, tmp_path / "threads", jobs=2)
    assert list(several.files) == list(one.files) == [one.path for one in planned_typeset(corpus, WORDS)]
    assert contents(several.files) == contents(one.files) == contents(threads.files)
    assert sorted(path.name for path in (tmp_path / "several").iterdir()) == ["cards", "volumes"]


@pytest.mark.usefixtures("in_processes")
def test_a_build_that_ends_meanwhile_ends_its_processes_and_keeps_what_they_made(
    corpus: Corpus, tmp_path: Path
) -> None:
    def fail() -> None:
        with typesetting(planned_typeset(corpus, WORDS), corpus, WORDS, tmp_path, 1):
            ends = time.monotonic() + PATIENCE
            while not list(tmp_path.glob("volumes/*")) and time.monotonic() < ends:
                time.sleep(0.01)
            raise RuntimeError("the rest of the build failed")

    before = workers()
    with pytest.raises(RuntimeError, match="the rest of the build failed"):
        fail()
    assert workers() <= before
    assert list(tmp_path.glob("volumes/*"))
    assert not list(tmp_path.glob("typesetter-*"))


@pytest.mark.usefixtures("in_processes")
def test_a_killed_process_is_told_of(corpus: Corpus, tmp_path: Path) -> None:
    before = workers()
    with typesetting(planned_typeset(corpus, WORDS), corpus, WORDS, tmp_path, 1) as running:
        for worker in workers() - before:
            os.kill(worker, signal.SIGKILL)
        with pytest.raises(TypesetterKilled, match="was killed"):
            running.finish()


def test_nothing_is_begun_where_nothing_is_missing(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_typeset(corpus, tmp_path)
    monkeypatch.setattr(module, "ThreadPoolExecutor", None)
    monkeypatch.setattr(module, "ProcessPoolExecutor", None)
    told: list[int] = []
    with typesetting(planned_typeset(corpus, WORDS), corpus, WORDS, tmp_path, 2) as running:
        assert running.finish(told.append) == first
    assert told == [len(first.files)]


def test_a_file_that_was_damaged_is_made_again(corpus: Corpus, tmp_path: Path) -> None:
    first = make_typeset(corpus, tmp_path)
    before = contents(first.files)
    for path in ("volumes/f.pdf", "cards/proposals/f-1.png"):
        first.files[path].write_bytes(b"cut")
    assert contents(make_typeset(corpus, tmp_path).files) == before


@pytest.mark.parametrize(
    ("without", "made"),
    [(["cards"], {"volumes"}), (["volumes"], {"cards", "en/cards"}), (["volumes", "cards"], set())],
)
def test_what_a_build_goes_without_is_kept_for_the_next(
    corpus: Corpus, tmp_path: Path, without: Collection[str], made: Collection[str]
) -> None:
    whole = make_typeset(corpus, tmp_path)
    part = make_typeset(corpus, tmp_path, without)
    assert part.files == {path: file for path, file in whole.files.items() if path.startswith(tuple(made))}
    assert all(file.exists() for file in whole.files.values())


def test_a_file_that_nobody_plans_any_more_goes(corpus: Corpus, tmp_path: Path) -> None:
    whole = make_typeset(corpus, tmp_path)
    fewer = make_typeset(small_corpus(proposal()), tmp_path)
    gone = set(whole.files.values()) - set(fewer.files.values())
    assert gone
    assert not any(file.exists() for file in gone)


def test_a_change_that_no_volume_shows_sets_none_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make_typeset(small_corpus(forum(), proposal()), tmp_path, ["cards"])
    monkeypatch.setattr("generator.typesetting.volumes.typeset", None)
    after = make_typeset(small_corpus(forum(redirect_from=["old"]), proposal()), tmp_path, ["cards"])
    assert contents(after.files) == contents(before.files)
    assert not set(after.files.values()) & set(before.files.values())
