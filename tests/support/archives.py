"""Made-up archives with words of their own: a parliament, a conference of 150 talks, a citizens' assembly."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.pipeline import site
from generator.pipeline.progress import Silent
from tests.fuzz.workshop import Workshop, on_the_last_day
from tests.support.paths import RECORDS, TESTS, VALID
from tests.support.running import replace
from tests.support.sites import SharedSites

ARCHIVES = TESTS / "archives"
NAMES = ("parliament", "conference", "assembly")

TRACKS = {"hands": ("손", "Hands"), "eyes": ("눈", "Eyes"), "words": ("말", "Words")}
DAYS = ("2032-07-05", "2032-07-06")
TALKS_AT_ONCE = 25
"""Of a session: three tracks on two days make 150 talks."""


@dataclass(frozen=True)
class Archive:
    """A built archive."""

    corpus: Corpus
    site: Path

    def page(self, path: str) -> str:
        return (self.site / path / "index.html").read_text("utf-8")

    def text(self, path: str) -> str:
        return (self.site / path).read_text("utf-8-sig")


def archive_of(name: str, shared_site: SharedSites) -> Archive:
    """The archive of that name, built once a run, without volumes and cards."""
    folder = shared_site(name, partial(_build, name))
    with on_the_last_day():
        corpus = site.check(folder / "project", Workshop(folder / "project").words, Silent())
    return Archive(corpus, folder / "project" / "stage")


def _build(name: str, folder: Path) -> None:
    workshop = Workshop(folder / "project")
    write_archive(name, workshop.root / "content")
    with on_the_last_day():
        corpus = site.check(workshop.root, workshop.words, Silent())
    workshop.build(corpus, typeset=False)


def write_archive(name: str, content: Path) -> None:
    """The records of tests/archives/, with a site's own file and pages."""
    shutil.copytree(ARCHIVES / name, content)
    shutil.copytree(VALID / "pages", content / "pages")
    for page in RECORDS.glob("pages/corrections.*.md"):  # every page's footer links it
        shutil.copy(page, content / "pages")
    for common in ("site.yml", "vocabulary.yml"):
        if not (content / common).exists():
            shutil.copy(VALID / common, content)
    if not (ARCHIVES / name / "site.yml").exists():
        replace(content / "site.yml", "en: Hanbyeol Forums", f"en: {name}")
    if name == "conference":
        (content / "speakers").mkdir()
        (content / "forums").mkdir(exist_ok=True)
        for number in range(1, 31):
            _write(
                content / "speakers" / f"author-{number}.yml",
                {"name": _both(f"지은이 {number}", f"Author {number}")},
            )
        _write(content / "forums" / "2032-shelf-robotics.yml", conference())


def conference() -> dict[str, object]:
    """A forum with rooms, tracks and 150 talks, each with a page of its own."""
    return {
        "name": _both("서가로봇 심포지엄", "Shelf Robotics Symposium"),
        "classification": "symposium",
        "start_date": DAYS[0],
        "end_date": DAYS[1],
        "attendance": "hybrid",
        "online": {"url": "https://shelf-robotics.example/live"},
        "organizers": [{"organization": "shelf-lab", "role": "programme-chair"}],
        "tracks": [{"id": key, "name": _both(*names)} for key, names in TRACKS.items()],
        "sessions": list(_sessions()),
        "sources": ["programme-2032"],
    }


def _sessions() -> Iterator[dict[str, object]]:
    for day, date in enumerate(DAYS):
        for place, (track, (ko, en)) in enumerate(TRACKS.items()):
            first = (day * len(TRACKS) + place) * TALKS_AT_ONCE
            yield {
                "id": f"{track}-{day + 1}",
                "name": _both(f"{ko} {day + 1}", f"{en} {day + 1}"),
                "classification": "poster" if track == "words" else "oral",
                "date": date,
                "start_time": "09:00",
                "end_time": "17:00",
                "track": track,
                "room": _both(f"{place + 1}호실", f"Room {place + 1}"),
                "contributions": [_talk(first + number) for number in range(1, TALKS_AT_ONCE + 1)],
            }


def _talk(number: int) -> dict[str, object]:
    video = {"name": "video", "url": f"https://shelf-robotics.example/{number}.mp4", "type": "talk-video"}
    paper = {"name": "preprint", "url": f"https://shelf-robotics.example/{number}.pdf", "type": "preprint"}
    return {
        "id": f"talk-{number}",
        "person": f"author-{number % 30 + 1}",
        "organization": "shelf-lab",
        "role": "author",
        "title": _both(f"책 집기 {number}", f"Gripping books {number}"),
        "abstract": _both(f"{number}번째 방법.", f"Method {number}."),
        "documents": [video | {"date": DAYS[0]}, paper] if number % 10 == 0 else [],
        "sources": ["programme-2032"],
    }


def _both(ko: str, en: str) -> dict[str, str]:
    return {"ko": ko, "en": en}


def _write(path: Path, record: Mapping[str, object]) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
