"""What waits is in a preview, marked, and nowhere in what a build makes; what was taken out is nowhere."""

from __future__ import annotations

import logging
import re
from datetime import date
from pathlib import Path

import pytest

from generator import plugin
from generator.pipeline import site
from generator.pipeline.progress import Logged, Silent
from tests.support.sites import SharedSites
from tests.support.tiny_project import GONE, WAITING, build_tiny, write_texts, write_tiny_content

OURS = ".proceedings-site"
"""The list of the files that the program published."""
HELD_BACK = re.compile(
    "not-yet|open-shelves-9|embargoed|아직아님|아직 아닌 제안|Not Yet|금지된 것|Under an embargo"
)


@pytest.fixture
def tiny_site(shared_site: SharedSites) -> Path:
    return shared_site("tiny", build_tiny) / "project" / "site"


def texts_of(folder: Path) -> dict[str, str]:
    """Every file by its path; what is no text is read as Latin-1."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file() and path.name != OURS
    }


def test_nothing_that_waits_is_in_a_built_site(tiny_site: Path) -> None:
    held_back = {
        path: found[0]
        for path, text in texts_of(tiny_site).items()
        if (found := HELD_BACK.search(f"{path}\n{text}")) and not path.startswith("assets/")
    }
    assert held_back == {}


ADDRESSES = {
    "speakers/someone-gone", "proposals/gone-1", "proposals/gone-older", "p/gone-1", "p/gone-older",
}  # fmt: skip


def test_what_was_taken_out_has_a_page_at_each_address_and_is_nowhere_else(tiny_site: Path) -> None:
    pages = {f"{folder}{address}/index.html" for address in ADDRESSES for folder in ("", "en/")}
    named = {
        path
        for path, text in texts_of(tiny_site).items()
        if re.search("(someone-)?gone-(1|older)|someone-gone", path + text)
    }
    assert named == pages
    for path in pages:
        page = (tiny_site / path).read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in page
        assert ("taken out at request" if path.startswith("en/") else "요청에 따라 내렸습니다") in page
        assert "application/ld+json" not in page
    assert "본인이 바랐습니다" in (tiny_site / "p/gone-1/index.html").read_text("utf-8")


def test_a_build_says_how_many_wait(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write_tiny_content(tmp_path / "content")
    write_texts(tmp_path, WAITING)
    with caplog.at_level(logging.INFO, "mkdocs.proceedings"):
        site.corpus_to_publish(
            site.read_corpus(tmp_path, Silent()), Logged(logging.getLogger("mkdocs.proceedings"), "en")
        )
    assert caplog.messages == ["left out, since they wait: 2 drafts and 1 record under an embargo"]


@pytest.mark.usefixtures("plain_install")
def test_pages_for_a_preview_have_what_waits_and_those_of_mkdocs_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tiny_content(tmp_path / "content")
    write_texts(tmp_path, {**GONE, **WAITING})
    docs = tmp_path / "build" / "docs"
    plugin._generate(tmp_path, "http://127.0.0.1:8000/")
    shown = (docs / "ko/proposals/2024-open-shelves-9.md").read_text("utf-8")
    assert "초안입니다" in shown
    assert '<span class="called-off">초안</span>' in (docs / "ko/proposals/index.md").read_text("utf-8")
    embargoed = (docs / "en/sources/embargoed.md").read_text("utf-8")
    assert "This will be public on 31 December 2399" in embargoed
    assert '<span class="called-off">Not yet public</span>' in (docs / "en/sources/index.md").read_text(
        "utf-8"
    )
    assert (docs / "ko/files/not-yet.jpg").exists()
    plugin._generate(tmp_path, None)
    assert [path for path, text in texts_of(docs).items() if HELD_BACK.search(path + text)] == []
    monkeypatch.setattr(site, "today", lambda: date(2399, 12, 31))
    plugin._generate(tmp_path, None)
    assert "public on" not in (docs / "en/sources/embargoed.md").read_text("utf-8")
    assert not (docs / "ko/proposals/2024-open-shelves-9.md").exists()
