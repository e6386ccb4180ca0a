"""The clock of a build, made of records' dates: what every file format knows."""

from __future__ import annotations

import gzip
import io
import zipfile
from calendar import timegm
from datetime import UTC, date, datetime

import pytest

from generator.engine.environment import PAGES_READY
from generator.pipeline.run_mkdocs import FIRST_SECOND, as_formats_know, mkdocs_environment
from generator.pipeline.today import CLOCK
from tests.support.small_corpus import corpus, forum, source


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(1, 1, 1), "1980-01-01"), (date(1969, 12, 31), "1980-01-01"), (date(2024, 6, 13), "2024-06-13"),
        (date(2106, 2, 7), "2106-02-07"), (date(2106, 2, 8), "2106-02-07"),
        (date(9999, 12, 31), "2106-02-07"),
    ],
)  # fmt: skip
def test_a_day_is_shown_as_near_as_every_format_knows(day: date, shown: str) -> None:
    seconds = as_formats_know(timegm(day.timetuple()))
    now = datetime.fromtimestamp(seconds, UTC)
    assert now.date().isoformat() == shown
    gzip.compress(b"", mtime=seconds)
    with zipfile.ZipFile(io.BytesIO(), "w") as archive:
        archive.writestr(zipfile.ZipInfo("a", now.timetuple()[:6]), b"")


def test_the_newest_fact_is_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CLOCK, raising=False)
    newest = corpus(forum(start_date="1960"), source(issued="2999-12-31"))
    assert mkdocs_environment(newest)[CLOCK] == str(2**32 - 1)
    monkeypatch.setenv(CLOCK, "1")
    assert mkdocs_environment(newest)[CLOCK] == str(FIRST_SECOND)
    monkeypatch.setenv(CLOCK, "1752624000")
    assert mkdocs_environment(newest)[CLOCK] == "1752624000"
    assert PAGES_READY in mkdocs_environment(newest)
