"""The command `proceedings serve`: where it serves the site, what it says, and how it ends."""

from __future__ import annotations

import html
import re
import signal
import socket
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.previewing import KOREAN, preview_folders, shares_preview, wait_for_stage
from tests.support.running import PATIENCE, Serving, replace, run
from tests.support.sites import PLAIN_INSTALL
from tests.support.tiny_project import FORUM, copy_tiny_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own that is quick to build."""
    return copy_tiny_project(tmp_path / "project")


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
