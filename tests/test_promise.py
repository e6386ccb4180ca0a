"""What `check` accepts, `build` publishes: a few whole corpora at the edges of what the rules allow.

`make fuzz ARGS="corpora --seconds 600"` asks the same of as many as there is time for.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator.models import LANGUAGES
from tests.fuzz.corpora import Content, contents
from tests.fuzz.workshop import Workshop
from tests.support.paths import VALID

pytestmark = pytest.mark.builds

DAYS = ("2024-06-12", "2024-06-13")
"""The days in the sound records."""
PROPOSAL = "proposals/2024-open-shelves-1.yml"

BEFORE_EVERY_CLOCK = (*DAYS, "1960-01-01")
AFTER_EVERY_CLOCK = (*DAYS, "2999-12-31")


def sound_but_for(changes: Mapping[str, tuple[str, str]], *days: str, **more: str) -> Content:
    """The sound records, each with a text in place of another, on another day, and more pages."""
    files = {
        path.relative_to(VALID).as_posix(): path.read_bytes() for path in VALID.rglob("*") if path.is_file()
    }
    for path, (old, new) in changes.items():
        assert old in files[path].decode()
        files[path] = files[path].replace(old.encode(), new.encode())
    for day in days[:-1]:
        files = {path: said.replace(day.encode(), days[-1].encode()) for path, said in files.items()}
    for name, text in more.items():
        files |= {f"pages/{name}.{language}.md": text.encode() for language in LANGUAGES}
    return Content(others=files)


FOUND: Mapping[str, Content] = {
    "ids of the theme as title, name and headings, in 1960, without a page on corrections": sound_but_for(
        {
            PROPOSAL: ("en: Open at night}", "en: Source 1}"),
            "organizations/city-hall.yml": (
                "ko: 한별시청, en: Hanbyeol City Hall",
                "ko: __search, en: __toc",
            ),
        },
        *BEFORE_EVERY_CLOCK,
        note="# _title\n\n## __search\n\n## __toc\n\n## _title\n",
    ),
    "a keycap on the last day of all": sound_but_for(
        {PROPOSAL: ("ko: 밤에도 열어야 한다.", "ko: 1️⃣ 밤에도 11시까지#️⃣")},
        *AFTER_EVERY_CLOCK,
        corrections="# 정정\n",
    ),
}
"""What once passed and stopped a build, in as few sites as it fits into."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("workshop"))


@pytest.mark.parametrize("what", FOUND)
def test_what_stopped_a_build_is_published(what: str, workshop: Workshop) -> None:
    workshop.tally.passed_at_once = 0
    assert workshop.keeps_the_promise(FOUND[what])
    assert workshop.tally.passed_at_once == 1, "it was mended, not published"


TURNS = count()


@settings(max_examples=24, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(content=contents())
def test_whatever_check_accepts_is_built_and_verified(workshop: Workshop, content: Content) -> None:
    """With volumes and cards each fourth time, since these cost as much as all the rest."""
    workshop.keeps_the_promise(content, typeset=next(TURNS) % 4 == 0)


def test_most_of_them_were_accepted(workshop: Workshop) -> None:
    assert workshop.tally.built > 15
