"""The site while people write: what they save is there, or what is wrong with it, and the server goes on."""

from __future__ import annotations

import html
import re
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.pipeline.previewing import (
    asleep,
    mend,
    preview_folders,
    wait_for_stage,
    wait_until_seen,
    watch_reloads,
)
from tests.support.running import PATIENCE, Serving, replace, run
from tests.support.sites import PLAIN_INSTALL
from tests.support.tiny_project import FORUM, SOURCE, copy_tiny_project

NAME = "열린 서가 포럼"
KOREAN, ENGLISH = "forums/2024-open-shelves/", "en/forums/2024-open-shelves/"
COPYRIGHT = "generator/theme/partials/copyright.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own that is quick to build."""
    return copy_tiny_project(tmp_path / "project")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A preview for several tests, opened in a browser that notes what it is to open.

    A test may leave other words in its project, but nothing that is wrong.
    """
    folder = tmp_path_factory.mktemp("shared")
    browser = folder / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > "$0.opened"\n', encoding="ascii")
    browser.chmod(0o755)
    project = copy_tiny_project(folder / "project")
    with Serving(project, "--open", BROWSER=str(browser), **PLAIN_INSTALL) as serving:
        yield serving


shares_preview = pytest.mark.xdist_group("preview")


@pytest.mark.builds
@shares_preview
def test_browser_is_opened_at_its_address(shared: Serving) -> None:
    opened = shared.project.with_name("browser.opened")
    assert opened.read_text(encoding="ascii") == f"{shared.address}\n"


@pytest.mark.builds
@shares_preview
@pytest.mark.parametrize(("folder", "language"), [("", "ko"), ("en/", "en")])
def test_site_lies_at_the_root_whatever_its_address(shared: Serving, folder: str, language: str) -> None:
    settings = (shared.project / "content" / "site.yml").read_text(encoding="utf-8")
    assert "address: https://proceedings.example.org/library/" in settings
    status, home = shared.get(folder)
    assert status == 200
    assert f'<html lang="{language}"' in home
    assert f'<link rel="canonical" href="{shared.address}{folder}">' in home
    shown = home.partition("<body")[2]
    assert shown, "what the head says to programs holds where the site is published; no reader is led there"
    assert "proceedings.example.org" not in shown
    status, page = shared.get(f"{folder}nowhere/")
    assert status == 404
    assert f'<html lang="{language}"' in page


@pytest.mark.builds
@shares_preview
def test_build_works_beside_it_and_makes_it_build_nothing(shared: Serving) -> None:
    project, before = shared.project, shared.said().count(" built in ")
    done = run(project, "build", **PLAIN_INSTALL)
    assert (done.returncode, "another build" in done.stderr) == (0, False)
    assert shared.address not in (project / "site" / "index.html").read_text(encoding="utf-8")
    # It sees saves in their order: what the build saved would come before this, or with it.
    (project / "content" / "files" / "slides.txt").write_text("after the build", encoding="utf-8")
    shared.wait_for(r" built in [0-9.]+ s: content/files/slides.txt$")
    assert shared.said().count(" built in ") == before + 1
    assert shared.get("en/")[0] == 200


@pytest.mark.builds
@shares_preview
def test_taken_port_is_named(shared: Serving) -> None:
    port = shared.address.rstrip("/").rpartition(":")[2]
    done = run(shared.project, "serve", "--port", port)
    assert done.returncode == 1
    assert done.stderr == f"port {port} of 127.0.0.1 is in use; choose another one with --port\n"
    assert len(preview_folders(shared.project)) == 1


@pytest.mark.builds
def test_unknown_host_is_named(project: Path) -> None:
    done = run(project, "serve", "--host", "192.0.2.1")  # an address for examples, which no machine has
    assert done.returncode == 1
    assert re.fullmatch(r"cannot serve at 192\.0\.2\.1, port 8000: .*; see --help\n", done.stderr)
    assert not preview_folders(project)


@pytest.mark.builds
@shares_preview
def test_every_source_is_followed(shared: Serving) -> None:
    frame = "{% block body %}{% endblock %}"
    edits = [
        (FORUM, NAME, f"{NAME} 이름1", KOREAN, "이름1"),
        ("content/pages/about.en.md", "# About", "# Name2", "en/about/", "Name2"),
        ("content/files/slides.txt", "", "name3", "files/slides.txt", "name3"),
        (
            "generator/rendering/templates/_page.md.jinja",
            frame,
            f"{frame}\n*name4*\n",
            "data/",
            "<em>name4</em>",
        ),
        (
            "generator/strings/en.yml",
            "title: What the statuses mean",
            "title: Name5",
            "en/statuses/",
            "Name5",
        ),
        (COPYRIGHT, "", "<b>name6</b>", "about/", "<b>name6</b>"),
        ("mkdocs.yml", "  - about.md\n", "  - about.md\n  - Name7: corrections.md\n", "data/", "Name7"),
    ]
    for *_, address, expected in edits:
        assert expected not in shared.get(address)[1]
    with asleep(shared):
        for path, old, new, *_ in edits:
            if old:
                replace(shared.project / path, old, new)
            else:
                (shared.project / path).write_text(new, encoding="utf-8")
    seen = wait_until_seen(shared, "built in [0-9.]+ s", len(edits))
    assert seen <= {path for path, *_ in edits}
    for *_, address, expected in edits:
        status, text = shared.get(address)
        assert (status, expected in text) == (200, True)


@pytest.mark.builds
@shares_preview
def test_page_of_a_new_record_is_there_and_of_a_removed_one_is_not(shared: Serving) -> None:
    record = shared.project / "content" / "sources" / "of-nothing.yml"
    assert shared.get("en/sources/of-nothing/")[0] == 404
    shutil.copy(shared.project / SOURCE, record)
    shared.wait_for(r" built in .*: content/sources/of-nothing.yml$")
    assert shared.get("en/sources/of-nothing/")[0] == 200
    record.unlink()
    shared.wait_for(r" built in .*: content/sources/of-nothing.yml$")
    assert shared.get("en/sources/of-nothing/")[0] == 404


@pytest.mark.builds
def test_what_is_wrong_from_the_start_is_shown_until_it_is_mended(project: Path) -> None:
    replace(project / FORUM, "start_date: ", "start_date: <b>")
    with Serving(project, outcome="shows what to mend", **PLAIN_INSTALL) as serving:
        message = next(line for line in serving.said().splitlines() if line.startswith(f"{FORUM}:"))
        assert "start_date: " in message
        for address in ("", "en/", KOREAN, "assets/none.css"):
            status, page = serving.get(address)
            assert status == 500
            assert html.escape(message) in page
            assert "1 problem in 1 file" in page
        assert not list((project / "build" / "docs").rglob("*.md"))
        replace(project / FORUM, "start_date: <b>", "start_date: ")
        serving.wait_for(rf"^{serving.address} built in [0-9.]+ s: {FORUM}$")
        assert serving.get(KOREAN)[0] == 200


@pytest.mark.builds
@shares_preview
def test_broken_template_or_setting_is_shown_until_it_is_mended(shared: Serving) -> None:
    """Each is mended as the next one breaks."""
    home = "generator/rendering/templates/home.md.jinja"
    breaks = [
        (COPYRIGHT, "{% if %}", "Expected an expression"),
        ("generator/strings/en.yml", "\n{}\n", "could not find expected ':'"),
        (home, "{% if %}", "Expected an expression"),
        ("mkdocs.yml", "\n{}\n", "parsing the configuration file"),
        (home, "{% block body %}{{ w('no.such') }}{% endblock %}", "no.such"),
    ]
    whole: dict[str, bytes] = {}
    shown = "nothing yet"
    for path, broken, message in breaks:
        with asleep(shared):
            saved = {*whole, path}
            mend(shared.project, whole)
            whole = {path: (shared.project / path).read_bytes()}
            (shared.project / path).write_bytes(whole[path] + broken.encode())
        assert wait_until_seen(shared, "shows what to mend", len(saved)) <= saved
        status, page = shared.get("en/")
        assert status == 500
        assert html.escape(message) in page
        assert shown not in page
        assert message in shared.said()
        shown = html.escape(message)
    mend(shared.project, whole)
    shared.wait_for(rf"^{shared.address} built in [0-9.]+ s: {home}$")
    assert shared.get("en/")[0] == 200


@pytest.mark.builds
@shares_preview
def test_saves_are_gathered_and_none_is_missed(shared: Serving) -> None:
    """Several saves at once are one build; a save while that runs is one more. No page waits for them."""
    project, before = shared.project, shared.said().count(" built in ")
    with asleep(shared):
        for record in sorted((project / "content").glob("*/*.yml")):
            record.touch()
    wait_for_stage(project)
    replace(project / FORUM, NAME, f"{NAME} 새이름")
    assert shared.get(KOREAN)[0] == 200
    assert shared.said().count(" built in ") == before
    shared.wait_for(r" built in [0-9.]+ s: content/forums/.* and \d more$")
    shared.wait_for(rf" built in [0-9.]+ s: {FORUM}$")
    assert "새이름" in shared.get(KOREAN)[1]
    (project / "content" / "files" / "slides.txt").write_text("after all", encoding="utf-8")
    shared.wait_for(r" built in [0-9.]+ s: content/files/slides.txt$")
    assert shared.said().count(" built in ") == before + 3


@pytest.mark.builds
def test_ctrl_c_in_the_middle_of_a_build_leaves_nothing(project: Path) -> None:
    with Serving(project, **PLAIN_INSTALL) as serving:
        (project / FORUM).touch()
        wait_for_stage(project)
        assert serving.stop(signal.SIGINT) == 0
        assert "Traceback" not in serving.said()
    assert not preview_folders(project)
    assert not list((project / "build").glob("stage-*"))


@pytest.mark.builds
def test_kill_leaves_no_process_and_the_next_one_clears_up(project: Path) -> None:
    """And a plain kill ends it as cleanly as Ctrl-C."""
    with Serving(project, **PLAIN_INSTALL) as serving:
        (project / FORUM).touch()
        wait_for_stage(project)
        serving.process.kill()
        serving.process.wait()
    left = preview_folders(project)
    assert len(left) == 1
    with Serving(project, **PLAIN_INSTALL) as serving:
        assert len(preview_folders(project)) == 1
        assert preview_folders(project) != left
        said = serving.said()
        assert serving.stop(signal.SIGTERM) == 0
        assert serving.said() == said
    assert not preview_folders(project)
    assert not list((project / "build").glob("stage-*"))


@pytest.mark.builds
def test_quiet_says_only_what_is_wrong(project: Path) -> None:
    replace(project / FORUM, "start_date: ", "start_date: once ")
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with Serving(project, "--quiet", "--port", str(port), address=address, **PLAIN_INSTALL) as serving:
        serving.wait_for("1 problem in 1 file\n")
        said = serving.said()
        replace(project / FORUM, "start_date: once ", "start_date: ")
        end = time.monotonic() + PATIENCE
        while (shown := serving.get(""))[0] != 200:
            assert time.monotonic() < end, shown
            time.sleep(0.2)
        assert serving.said() == said
        assert serving.stop() == 0
    assert not preview_folders(project)


# In a browser


@pytest.mark.builds
@shares_preview
@pytest.mark.browser
def test_saved_title_shows_in_both_languages(shared: Serving, browser: Browser) -> None:
    """Must show 2: without a restart, and without a click."""
    patience = PATIENCE * 1000
    with browser.new_context() as context:
        korean, english = context.new_page(), context.new_page()
        watch_reloads(korean, shared.address + KOREAN)
        watch_reloads(english, shared.address + ENGLISH)
        record = shared.project / FORUM
        whole = record.read_text(encoding="utf-8")
        edited = re.sub(r"(?m)^name: .*(?:\n .*)*\n", "name: {ko: 고친 제목, en: A mended title}\n", whole)
        assert edited != whole
        record.write_text(edited, encoding="utf-8")
        expect(korean.locator("h1")).to_contain_text("고친 제목", timeout=patience)
        expect(english.locator("h1")).to_contain_text("A mended title", timeout=patience)
        for page in (korean, english):
            assert page.evaluate("window.notReloaded") is None
        # Now it is wrong: both pages say where.
        record.write_text(edited.replace("start_date: ", "start_date: <i>"), encoding="utf-8")
        line = edited[: edited.index("start_date: ")].count("\n") + 1
        for page in (korean, english):
            expect(page.locator("pre")).to_contain_text(f"{FORUM}:{line}:", timeout=patience)
            expect(page.locator("pre")).to_contain_text("<i>")
            assert page.locator("i").count() == 0
        # And mended again.
        record.write_text(whole, encoding="utf-8")
        for page in (korean, english):
            expect(page.locator("h1")).not_to_contain_text("mend", timeout=patience)
            expect(page.locator("nav").first).to_be_attached()
