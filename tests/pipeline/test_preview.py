"""The command `proceedings serve`: where it serves the site, what it says, and how it ends."""

from __future__ import annotations

import html
import re
import shutil
import signal
import socket
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.previewing import KOREAN, preview_folders, shares_preview, wait_for_stage
from tests.support.running import PATIENCE, Serving, replace, run
from tests.support.sites import PLAIN_INSTALL
from tests.support.tiny_project import FORUM


@pytest.mark.builds
@shares_preview
def test_browser_is_opened_at_its_address(shared: Serving) -> None:
    opened = shared.project.with_name("browser.opened")
    assert opened.read_text(encoding="ascii") == f"{shared.address}\n"


@pytest.mark.builds
@shares_preview
def test_a_log_says_at_once_that_it_works_and_then_that_it_is_ready(shared: Serving) -> None:
    working, ready = f"{shared.address} is being built; it can be opened once it is\n", " built in "
    assert 0 <= shared.said().find(working) < shared.said().find(ready)
    assert shared.said().count("is being built") == 1


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
def test_unknown_host_is_named(own: Path) -> None:
    done = run(own, "serve", "--host", "192.0.2.1")  # an address for examples, which no machine has
    assert done.returncode == 1
    assert re.fullmatch(r"cannot serve at 192\.0\.2\.1, port 8000: .*; see --help\n", done.stderr)
    assert not preview_folders(own)


@pytest.mark.builds
def test_what_is_wrong_from_the_start_is_shown_until_it_is_mended(own: Path) -> None:
    """A quiet preview says that and nothing else."""
    replace(own / FORUM, "start_date: ", "start_date: <b>")
    shutil.rmtree(own / "build" / "docs")
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with Serving(own, "--quiet", "--port", str(port), address=address, **PLAIN_INSTALL) as serving:
        serving.wait_for("1 problem in 1 file\n")
        said = serving.said()
        message = next(line for line in said.splitlines() if line.startswith(f"{FORUM}:"))
        assert "start_date: " in message
        for address in ("", "en/", KOREAN, "assets/none.css"):
            status, page = serving.get(address)
            assert status == 500
            assert html.escape(message) in page
            assert "1 problem in 1 file" in page
        assert not list((own / "build").rglob("*.md"))
        replace(own / FORUM, "start_date: <b>", "start_date: ")
        end = time.monotonic() + PATIENCE
        while (shown := serving.get(KOREAN))[0] != 200:
            assert time.monotonic() < end, shown
            time.sleep(0.2)
        assert serving.said() == said
        assert serving.stop() == 0
    assert not preview_folders(own)


@pytest.mark.builds
def test_ctrl_c_in_the_middle_of_a_build_leaves_nothing(own: Path) -> None:
    with Serving(own, address="of no page", **PLAIN_INSTALL) as serving:
        wait_for_stage(own)
        assert serving.stop(signal.SIGINT) == 0
        assert "Traceback" not in serving.said()
    assert not preview_folders(own)
    assert not list((own / "build").glob("stage-*"))


@pytest.mark.builds
def test_kill_leaves_no_process_and_the_next_one_clears_up(own: Path) -> None:
    """And a plain kill ends it as cleanly as Ctrl-C."""
    with Serving(own, **PLAIN_INSTALL) as serving:
        (own / FORUM).touch()
        wait_for_stage(own)
        serving.process.kill()
        serving.process.wait()
    left = preview_folders(own)
    assert len(left) == 1
    with Serving(own, **PLAIN_INSTALL) as serving:
        assert len(preview_folders(own)) == 1
        assert preview_folders(own) != left
        said = serving.said()
        assert serving.stop(signal.SIGTERM) == 0
        assert serving.said() == said
    assert not preview_folders(own)
    assert not list((own / "build").glob("stage-*"))
