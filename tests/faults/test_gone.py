"""A record that is deleted leaves nothing; one that is renamed leaves the way to it, and nothing else."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.faults.tiny import WITHOUT_KIWI
from tests.support.running import copy_project, digests
from tests.support.serving import served
from tests.support.sites import build_in
from tests.typesetting.reading import text_of

pytestmark = [pytest.mark.builds, pytest.mark.xdist_group("gone")]

WORD = "Zyxwort"
"""Stands in every text and every id of what is going to be deleted, and nowhere else."""

PASSING = {
    "sources/zyxwort-news.yml": """
type: webpage
title: {ko: Zyxwort 소식, en: Zyxwort news}
publisher: Zyxwort Press
issued: 2024-06-14
language: ko
""",
    "organizations/zyxwort-society.yml": """
name: {ko: Zyxwort 모임, en: Zyxwort Society}
classification: association
""",
    "speakers/zyxwort-kim.yml": """
name: {ko: Zyxwort 사람, en: Zyxwort Person}
memberships:
  - organization: zyxwort-society
""",
    "forums/2024-zyxwort.yml": """
name: {ko: Zyxwort 토론회, en: Zyxwort Hearing}
classification: hearing
start_date: 2024-06-13
start_time: "10:00"
organizers:
  - organization: zyxwort-society
    role: host
sessions:
  - id: talk
    name: {ko: Zyxwort 발표, en: Zyxwort talk}
    classification: presentation
    contributions:
      - person: zyxwort-kim
        role: presenter
        summary: {ko: Zyxwort 이야기., en: A Zyxwort story.}
      - person: gu-reumdal
        role: presenter
documents:
  - name: {ko: Zyxwort 자료, en: Zyxwort paper}
    file: zyxwort.txt
sources: [zyxwort-news]
""",
    "proposals/2024-zyxwort-1.yml": """
identifier: zyxwort-1
forum: 2024-zyxwort
title: {ko: Zyxwort 제안, en: Zyxwort proposal}
abstract: {ko: Zyxwort 하자., en: Let us Zyxwort.}
proposers:
  - person: zyxwort-kim
addressees:
  - organization: zyxwort-society
  - organization: city-hall
topics: [zyxwort-topic, shelves]
history:
  - {date: 2024-06-13, status: proposed, sources: [zyxwort-news]}
sources: [zyxwort-news]
""",
    "pages/zyxwort-page.ko.md": "# Zyxwort 쪽\n\nZyxwort.\n",
    "pages/zyxwort-page.en.md": "# Zyxwort page\n\nZyxwort.\n",
    "files/zyxwort.txt": "Zyxwort\n",
}
TOPIC = "  - id: zyxwort-topic\n    label: {ko: Zyxwort 분야, en: Zyxwort topic}\n"

RENAMED = {
    "forums": ("2024-open-shelves", "2024-wide-shelves"),
    "proposals": ("2024-open-shelves-1", "2024-open-shelves-11"),
    "speakers": ("gu-reumdal", "gu-moon"),
    "organizations": ("city-hall", "town-hall"),
    "sources": ("dawn-courier", "courier-shelves"),
}
"""A record of each kind: its id, and the one that it gets."""


class Gone(NamedTuple):
    """A project built before and after records were deleted and renamed, and one that never held them."""

    project: Path
    before: frozenset[str]
    """The files of the site that held the word, while the records were there."""
    after: Mapping[str, str]
    """All that the site says now: each file's text by its path."""
    fresh: Path


@pytest.fixture(scope="module")
def gone(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Gone:
    folder = tmp_path_factory.mktemp("gone")
    project = Path(shutil.copytree(built, folder / "project"))
    vocabulary = project / "content" / "vocabulary.yml"
    words = vocabulary.read_text("utf-8")
    vocabulary.write_text(words.replace("topics:\n", f"topics:\n{TOPIC}"), "utf-8")
    for path, text in PASSING.items():
        (project / "content" / path).write_text(text.lstrip(), "utf-8")
    build_in(project, **WITHOUT_KIWI)
    before = frozenset(files_with_the_word(texts_of(project / "site")))
    vocabulary.write_text(words, "utf-8")
    for path in PASSING:
        (project / "content" / path).unlink()
    for kind, (old, new) in RENAMED.items():
        rename(project / "content", kind, old, new)
    build_in(project, **WITHOUT_KIWI)
    fresh = copy_project(folder / "fresh")
    shutil.rmtree(fresh / "content")
    shutil.copytree(project / "content", fresh / "content")
    build_in(fresh, **WITHOUT_KIWI)
    return Gone(project, before, texts_of(project / "site"), fresh)


def rename(content: Path, kind: str, old: str, new: str) -> None:
    """As people do it: the file, each mention of it, and the old address in the record itself."""
    (content / kind / f"{old}.yml").rename(content / kind / f"{new}.yml")
    for path in (*content.rglob("*.yml"), *content.rglob("*.md")):
        text = path.read_text("utf-8")
        path.write_text(re.sub(rf"(?<![\w/-]){old}(?![\w-])|(?<={kind}/){old}(?=\.md)", new, text), "utf-8")
    record = content / kind / f"{new}.yml"
    text, found = re.subn(r"(?m)^redirect_from: \[", f"redirect_from: [{old}, ", record.read_text("utf-8"))
    record.write_text(text if found else f"{text}redirect_from: [{old}]\n", "utf-8")


def texts_of(site: Path) -> dict[str, str]:
    """Every file of a site: what it holds once it is unpacked."""
    return {path.relative_to(site).as_posix(): read(path) for path in site.rglob("*") if path.is_file()}


def files_with_the_word(texts: Mapping[str, str]) -> Iterator[str]:
    """Those that say the word, in their name or their text."""
    for name, text in texts.items():
        if WORD.lower() in f"{name} {text}".lower():
            yield name


def read(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix == ".pdf" and path.parent.name == "volumes":
        return text_of(content)
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")


def test_a_deleted_record_was_everywhere_and_leaves_nothing(gone: Gone) -> None:
    for pattern in (
        "forums/2024-zyxwort/index.html", "en/proposals/2024-zyxwort-1/index.html", "p/zyxwort-1/index.html",
        "speakers/zyxwort-kim/index.html", "organizations/zyxwort-society/index.html", "index.html",
        "sources/zyxwort-news/index.html", "topics/zyxwort-topic/index.html", "zyxwort-page/index.html",
        "search/.*/.*", "sitemap.xml", "en/sitemap.xml", "feeds/.*", "en/feeds/.*", "calendars/.*",
        "data/.*csv", "data/.*json", "data/.*db", "api/.*", "cite/.*", "cards/forums/2024-zyxwort.*",
        "volumes/2024-zyxwort.pdf", "volumes/2024.all.pdf", "files/zyxwort.txt",
        # Of what stays: who spoke there too, who was asked too, a topic that it had too.
        "speakers/gu-reumdal/index.html", "organizations/city-hall/index.html", "topics/shelves/index.html",
    ):  # fmt: skip
        assert any(re.fullmatch(pattern, name) for name in gone.before), pattern
    assert list(files_with_the_word(gone.after)) == []
    assert list((gone.project / "build").rglob("*zyxwort*")) == []


def test_an_incremental_build_makes_what_a_first_one_makes(gone: Gone) -> None:
    assert digests(gone.project / "site") == digests(gone.fresh / "site")


def test_a_renamed_record_is_known_by_its_new_name_alone(gone: Gone) -> None:
    """The old one stands where it leads to the new one, where the data say so, in feeds and in calendars.

    A calendar's event keeps its UID, by which a subscriber's program knows it.
    """
    site = gone.project / "site"
    for kind, (old, new) in RENAMED.items():
        for folder in ("", "en/"):
            assert (site / folder / kind / new / "index.html").is_file()
            assert f"/{kind}/{new}/" in (site / folder / "sitemap.xml").read_text("utf-8")
        kept = rf"(en/)?({kind}|p)/{old}/index\.html|(en/)?feeds/.*\.atom|data/.*|api/v1/{kind}/{new}\.json"
        if kind == "forums":
            kept += rf"|calendars/({old}|{new}|all)(\.sessions)?\.ics"
        holding = {
            name for name, text in gone.after.items() if re.search(rf"/{old}(?![\w-])", f"/{name}\n{text}")
        }
        assert {name for name in holding if not re.fullmatch(kept, name)} == set()


def test_old_addresses_lead_to_the_new_ones(gone: Gone, browser: Browser) -> None:
    page = browser.new_page()
    with served(gone.project / "site") as root:
        for folder in ("", "en/"):
            for kind, (old, new) in RENAMED.items():
                page.goto(f"{root}{folder}{kind}/{old}/", wait_until="commit")
                page.wait_for_url(f"{root}{folder}{kind}/{new}/")
                assert page.locator("html").get_attribute("lang") == ("en" if folder else "ko")
                assert page.locator("h1").count() == 1
    page.close()
