"""Today: the day in Korea, or that of SOURCE_DATE_EPOCH; each reading of the records asks anew."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.corpus.load import load_corpus
from generator.engine.environment import PAGES_READY
from generator.engine.settings import settle
from generator.parsing.problems import Problems
from generator.pipeline import site
from generator.pipeline import today as clock
from generator.pipeline.progress import Silent
from generator.pipeline.run_mkdocs import mkdocs_environment
from generator.pipeline.today import CLOCK, today
from tests.engine.test_settings import own_settings
from tests.support.paths import RECORDS
from tests.support.tiny_project import copy_tiny_project


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1720450799", date(2024, 7, 8)),  # 23:59:59 in Seoul
        ("1720450800", date(2024, 7, 9)),  # midnight there, 15:00 in Greenwich
        ("-86400", date(1969, 12, 31)),
    ],
)
def test_the_variable_stands_for_now(monkeypatch: pytest.MonkeyPatch, seconds: str, day: date) -> None:
    monkeypatch.setenv(CLOCK, seconds)
    assert today() == day


@pytest.mark.parametrize("seconds", ["", "today", "1.5", "9" * 30, "2024-07-09"])
def test_a_variable_that_holds_no_time_is_named(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv(CLOCK, seconds)
    with pytest.raises(Problems, match=r"SOURCE_DATE_EPOCH:1:1: .* is no number of seconds since 1970"):
        today()


def test_without_it_the_day_is_korea_s(monkeypatch: pytest.MonkeyPatch) -> None:
    class Evening(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # asked with a zone
            return datetime.fromisoformat("2024-07-08T16:00Z").astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.delenv(CLOCK, raising=False)
    monkeypatch.setattr(clock, "datetime", Evening)
    assert today() == date(2024, 7, 9)


def test_the_clock_of_a_build_is_a_day_on_which_its_records_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CLOCK, raising=False)
    clock_of_build = mkdocs_environment(load_corpus(RECORDS))[CLOCK]
    monkeypatch.setenv(CLOCK, clock_of_build)
    assert today() == date(2024, 12, 1)
    assert load_corpus(RECORDS, today=today()).proposals


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a step of 2206."""
    made = copy_tiny_project(tmp_path / "project")
    (made / "build" / "docs" / "ko").mkdir(parents=True)
    path = made / "content/proposals/2024-open-shelves-1.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("sources:", "checked: 2206-12-20\nsources:", 1), encoding="utf-8")
    return made


def test_a_preview_over_midnight_reads_the_day_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = iter((date(2206, 12, 19), date(2206, 12, 20)))
    monkeypatch.setattr(site, "today", lambda: next(days))
    with pytest.raises(Problems, match=r"checked: 2206-12-20 is still to come \(today is 2206-12-19\)"):
        site.read_corpus(project, Silent())
    assert site.read_corpus(project, Silent()).proposals


def test_mkdocs_by_itself_asks_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PAGES_READY, raising=False)
    monkeypatch.setattr(site, "today", lambda: date(2206, 12, 19))
    with pytest.raises(Abort, match="checked: 2206-12-20 is still to come"):
        settle(own_settings(project), lambda archive, _: site.generate(archive), serves=False)
