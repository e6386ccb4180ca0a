"""The whole build, and what is left of it when it fails; tests/trust/ has those that are ended."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from generator.output.publishing import build_lock
from generator.output.verify.summary import Fault
from generator.parsing.messages import verbatim
from generator.parsing.problems import Problems
from generator.pipeline import site
from generator.pipeline.page_files import files_for_language
from generator.pipeline.progress import Silent
from generator.pipeline.refusals import SiteFaulty
from tests.support.running import PATIENCE, digests, replace, run, start, wait_until_no_process_of
from tests.support.sites import PLAIN_INSTALL
from tests.support.tiny_project import FORUM, UNUSED

pytestmark = [pytest.mark.builds, pytest.mark.usefixtures("plain_install")]

COPYRIGHT = "generator/theme/partials/copyright.html"
"""A part of every page that no other template fills."""


def test_site_has_both_languages(built: Path) -> None:
    pages = {path for path in digests(built / "site") if path.endswith("index.html")}
    korean = {path for path in pages if not path.startswith("en/")}
    assert {f"en/{path}" for path in korean} == pages - korean
    assert {"index.html", "forums/2024-open-shelves/index.html", "about/index.html"} <= korean
    for folder, language in (("", "ko"), ("en/", "en")):
        for name in ("index.html", "404.html"):
            assert f'<html lang="{language}"' in (built / "site" / folder / name).read_text(encoding="utf-8")
        assert (built / "site" / folder / "sitemap.xml").is_file()


def test_files_of_the_records_and_robots_lie_at_the_root(built: Path) -> None:
    assert (built / "site" / "files" / "slides.txt").read_bytes() == (
        built / "content" / "files" / "slides.txt"
    ).read_bytes()
    robots = (built / "site" / "robots.txt").read_text(encoding="ascii")
    address = "https://proceedings.example.org/library"
    assert robots.endswith(f"Sitemap: {address}/sitemap.xml\nSitemap: {address}/en/sitemap.xml\n")


def test_plain_texts_are_files_and_no_pages(built: Path) -> None:
    there = digests(built / "site")
    texts = {path for path in there if path.endswith(".md")}
    assert {"text/forums/2024-open-shelves.md", "text/statuses.md"} <= texts
    assert {path.partition("/")[0] for path in texts} == {"text"}
    assert [path for path in there if "text/" in path and path.endswith(".html")] == []
    for path in ("sitemap.xml", "en/sitemap.xml", "robots.txt"):
        assert "/text/" not in (built / "site" / path).read_text(encoding="utf-8")
    headers = (built / "site" / "_headers").read_text(encoding="ascii")
    assert "/library/text/*\n  Content-Type: text/markdown; charset=utf-8\n" in headers


def test_a_file_below_en_goes_out_with_the_english_pages() -> None:
    """MkDocs empties site/en/ when it begins to build there; what the other build put there would be lost."""
    files = {"feeds/new.atom": b"1", "en/feeds/new.atom": b"2", "english/x": b"3"}
    assert files_for_language("ko", files) == {"feeds/new.atom": b"1", "english/x": b"3"}
    assert files_for_language("en", files) == {"feeds/new.atom": b"2"}


def test_nothing_but_the_site_and_the_pages_is_left(built: Path) -> None:
    assert {path.name for path in built.iterdir()} == {
        "build",
        "content",
        "generator",
        "mkdocs.yml",
        "site",
    }
    assert {path.name for path in (built / "build").iterdir()} <= {
        "cache",
        "docs",
        ".lock",
        "mkdocs.ko.yml",
        "mkdocs.en.yml",
    }


def test_second_generation_writes_nothing(own: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (own / "build" / "docs").rglob("*")}
    for result in site.generate(own).values():
        assert (result.written, result.removed) == (0, 0)
        assert result.unchanged > 30
    assert {path: path.stat().st_mtime_ns for path in (own / "build" / "docs").rglob("*")} == before


def test_page_of_a_removed_record_goes_and_only_what_somebody_put_into_the_site_is_saved(own: Path) -> None:
    among_pages = [
        own / "build" / "docs" / "ko" / "notes.txt",
        own / "build" / "docs" / "ko" / "sources" / "notes.txt",
    ]
    for path in among_pages:
        path.write_text("by hand", encoding="utf-8")
    (own / "site" / "by-hand.txt").write_text("by hand", encoding="utf-8")
    pages = [own / "build" / "docs" / language / "sources" / "of-nothing.md" for language in ("ko", "en")]
    published = [own / "site" / folder / "sources" / "of-nothing" / "index.html" for folder in ("", "en")]
    assert all(path.is_file() for path in pages + published)
    (own / UNUSED).unlink()
    done = site.build(own, Silent())
    assert not any(path.exists() for path in pages + published)
    assert not any(path.exists() for path in among_pages)
    assert not (own / "site" / "notes.txt").exists()
    assert done.saved
    assert (done.saved / "by-hand.txt").read_text(encoding="utf-8") == "by hand"


def test_wrong_record_leaves_everything_as_it_was(own: Path) -> None:
    before = digests(own / "site"), digests(own / "build" / "docs")
    replace(own / FORUM, "start_date: ", "start_date: once ")
    with pytest.raises(Problems, match=rf"{FORUM}:\d+:\d+: start_date: "):
        site.build(own, Silent())
    assert (digests(own / "site"), digests(own / "build" / "docs")) == before


@pytest.mark.parametrize("language", ["ko", "en"])
def test_failing_engine_leaves_the_site_as_it_was(own: Path, language: str) -> None:
    before = digests(own / "site")
    with (own / COPYRIGHT).open("a", encoding="utf-8") as template:
        template.write(f"{{% if config.extra.language == '{language}' %}}{{{{ 1 / 0 }}}}{{% endif %}}")
    done = run(own, "build", **PLAIN_INSTALL)
    assert done.returncode == 1
    assert "division by zero" in done.stderr
    assert digests(own / "site") == before
    assert not list((own / "build").glob("stage-*"))


def test_what_the_engine_warns_of_is_not_published(own: Path) -> None:
    before = digests(own / "site")
    with (own / "generator/rendering/templates/_page.md.jinja").open("a", encoding="utf-8") as template:
        template.write("\n[gone](nowhere.md)\n")
    done = run(own, "build", **PLAIN_INSTALL)
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert digests(own / "site") == before


def test_faulty_link_or_place_leaves_the_site_as_it_was(own: Path) -> None:
    before = digests(own / "site")
    with (own / COPYRIGHT).open("a", encoding="utf-8") as template:
        template.write('<a href="/library/nowhere/">x</a><a href="/library/about/#no-place">x</a>')
    done = run(own, "build", **PLAIN_INSTALL)
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if re.search(r" \(and on \d+ more\)$", line)]
    assert [
        re.findall(r'nowhere/index\.html|about/index\.html has no id "no-place"', line) for line in told
    ] == [
        ['about/index.html has no id "no-place"'],
        ["nowhere/index.html"],
    ]
    assert digests(own / "site") == before
    assert not list((own / "build").glob("stage-*"))


def test_second_build_waits_and_says_so(own: Path) -> None:
    """The first is this process, which ends it when the second has said so."""
    before = digests(own / "site")
    replace(own / FORUM, "열린 서가 포럼", "다시 열린 서가 포럼")
    with build_lock(own / "build", lambda said: pytest.fail(str(said))):
        second = start(own, "build", **PLAIN_INSTALL)
        assert second.stderr
        said = second.stderr.readline()
        assert digests(own / "site") == before
    with second:
        assert second.wait(PATIENCE) == 0
    assert said.startswith(f"another build (process {os.getpid()}) is running; waiting")
    assert digests(own / "site") != before


def test_ctrl_c_leaves_the_site_and_nothing_else(own: Path) -> None:
    before = digests(own / "site")
    (own / UNUSED).unlink()
    with start(own, "build", **PLAIN_INSTALL) as process:
        end = time.monotonic() + PATIENCE
        while not list((own / "build").glob("stage-*")) and time.monotonic() < end:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 1
    wait_until_no_process_of(own)
    assert digests(own / "site") == before
    assert not list((own / "build").glob("stage-*"))


def test_a_fault_of_many_pages_is_told_once() -> None:
    faults = [
        Fault("a/index.html", verbatim("no title")),
        Fault("b/index.html", verbatim("no title")),
        Fault("c/index.html", verbatim("x\ny")),
    ]
    assert str(SiteFaulty(faults)) == ("a/index.html: no title (and on 1 more)\nc/index.html: x<U+000A>y\n")
