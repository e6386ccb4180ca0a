"""A build reads the site's words once, as they are then, and hands them to everything that it makes."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import Mock

import pytest
import yaml

from generator.i18n import load
from generator.pipeline import site
from generator.pipeline.options import BuildOptions
from generator.pipeline.progress import Silent
from generator.pipeline.site_html import SiteHtml
from tests.support.paths import ROOT
from tests.support.small_corpus import SITE, VOCABULARY

PROJECT: Mapping[str, object] = {
    "site.yml": SITE,
    "vocabulary.yml": VOCABULARY,
    "forums/f.yml": {
        "name": "포럼",
        "classification": "hearing",
        "start_date": "2024-06-12",
        "organizers": [{"organization": "desk", "role": "host"}],
        "sources": ["report"],
    },
    "organizations/desk.yml": {"name": "사무국", "classification": "association"},
    "proposals/f-1.yml": {
        "title": "제안",
        "abstract": "제안한다.",
        "forum": "f",
        "proposers": [{"organization": "desk"}],
        "topics": ["robots"],
        "history": [{"date": "2024-06-12", "status": "proposed"}],
        "sources": ["report"],
    },
    "sources/report.yml": {
        "type": "report",
        "title": "보고서",
        "publisher": "사무국",
        "issued": "2024-06-12",
        "language": "ko",
    },
}

CHANGED: Mapping[str, str] = {
    "  crumb: Home\n": "  crumb: Porch\n",
    "  proposal: Proposal\n  styles": "  proposal: Motion\n  styles",
    "    new: Everything new\n": "    new: All news\n",
    "  forum: Forum\n  talk: Talk\n": "  forum: Gathering\n  talk: Talk\n",
    "may be used under": "can be had under",
}
"""Words of en.yml, and what becomes of them."""

SAID = (
    ("en/forums/f.md", "[Porch]("),
    ("en/forums/f.md", r"\"Porch\""),  # JSON-LD, in the head's HTML, in front matter
    ("en/index.md", r"title=\"All news"),  # the head's link to a feed
    ("en/feeds/new.atom", "All news"),
    ("en/cite/all.json", '"genre":"Motion"'),
    ("en/search/search_index.json", "Gathering"),
    ("ko/data/LICENSE.txt", "can be had under"),
)
"""What the next generation says of each, below build/docs/."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with a record of nearly every kind."""
    for path, told in PROJECT.items():
        file = tmp_path / "project" / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    return tmp_path / "project"


@pytest.fixture
def strings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder strings/ of one's own, in which words may be changed."""
    folder = Path(shutil.copytree(ROOT / "generator" / "strings", tmp_path / "strings"))
    monkeypatch.setattr(load, "STRINGS", folder)
    return folder


def test_a_build_reads_each_file_of_words_once(
    small: Path, strings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its check to its volumes and cards; MkDocs's processes read them for themselves."""
    opening = Mock(wraps=io.open)
    monkeypatch.setattr(io, "open", opening)
    monkeypatch.setattr(site, "html_of", lambda *_given: SiteHtml({}, ()))
    for step in ("verify", "publish", "note_published"):
        monkeypatch.setattr(site, step, lambda *_given: None)
    assert site.build(small, Silent(), BuildOptions(jobs=1)).changed.pages > 30
    opened = Counter(call.args[0] for call in opening.call_args_list)
    assert {path: opened[path] for path in strings.glob("*.yml")} == dict.fromkeys(strings.glob("*.yml"), 1)


def test_changed_words_reach_everything_that_the_next_generation_makes(small: Path, strings: Path) -> None:
    """As in a preview, which generates again and again in one process."""
    site.generate(small)
    english = strings / "en.yml"
    words = english.read_text(encoding="utf-8")
    for old, new in CHANGED.items():
        assert old in words
        words = words.replace(old, new)
    english.write_text(words, encoding="utf-8")
    docs = small / "build" / "docs"
    assert [said for path, said in SAID if said in (docs / path).read_text(encoding="utf-8")] == []
    site.generate(small)
    assert [said for path, said in SAID if said not in (docs / path).read_text(encoding="utf-8")] == []
