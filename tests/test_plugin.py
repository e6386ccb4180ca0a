"""Real MkDocs builds and previews: both languages at once, and what happens when one of them fails."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from generator.engine.child_process import ChildProcess
from generator.output.os_errors import FULL
from generator.plugin import ProceedingsPlugin
from tests.engine.test_child_process import wait_until_gone
from tests.support.running import PATIENCE
from tests.support.sites import PLAIN_INSTALL, link_program
from tests.support.small_site import make_project, mkdocs_command, mkdocs_environment, run_mkdocs, write_page
from tests.support.tiny_project import FORUM, write_tiny_content

pytestmark = pytest.mark.builds

SLOW = """
import os, time
from pathlib import Path

def on_pre_build(config):
    if config.extra["language"] == "en":
        Path("english.txt").write_text(str(os.getpid()))
        time.sleep(600)
"""
"""A hook that holds the English build up and tells which process it is."""

FAILING = """
def on_nav(nav, config, files):
    if config.extra["language"] == "ko":
        raise ValueError("a fault in the Korean build")
"""

REFUSED = """
def on_nav(nav, config, files):
    if config.extra["language"] == "{language}":
        raise OSError(28, "No space left on device")
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The theme's templates as the first build of these tests compiles them."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def project(tmp_path: Path, compiled: Path) -> Path:
    return with_compiled(make_project(tmp_path / "project"), compiled)


def with_compiled(project: Path, compiled: Path) -> Path:
    """Its builds keep the templates that they compile for those of other tests."""
    (project / "build" / "cache").mkdir()
    (project / "build" / "cache" / "jinja").symlink_to(compiled)
    return project


def add_hooks(project: Path, *codes: str) -> None:
    """Hooks of the archive's own, beside our plugin."""
    names = [f"extra_{number}.py" for number in range(len(codes))]
    for name, code in zip(names, codes, strict=True):
        (project / name).write_text(code, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"\nhooks: [{', '.join(names)}]\n")


def pages_of(site: Path) -> set[str]:
    return {page.relative_to(site).as_posix() for page in site.rglob("*.html")}


def test_one_build_makes_both_languages(project: Path) -> None:
    result = run_mkdocs(project, "build", "--strict", "--site-dir", "elsewhere")
    assert result.returncode == 0, result.stderr
    pages = pages_of(project / "elsewhere")
    english = {page for page in pages if page.startswith("en/")}
    assert {page.removeprefix("en/") for page in english} == pages - english
    assert not (project / "site").exists()
    assert "WARNING" not in result.stderr


def test_what_the_generator_wrote_builds_one_language_alone(project: Path) -> None:
    """So can an engine that knows nothing of our plugin."""
    result = run_mkdocs(project, "build", "--strict", "--config-file", "build/mkdocs.en.yml")
    assert result.returncode == 0, result.stderr
    assert (project / "site" / "en" / "index.html").exists()
    assert not (project / "site" / "index.html").exists()


@pytest.mark.parametrize(("language", "quiet"), [("ko", []), ("en", ["--quiet"])])
def test_warning_in_either_language_fails_a_strict_build(
    project: Path, language: str, quiet: list[str]
) -> None:
    write_page(project, language, "about", "소개 About", "[gone](nowhere.md)")
    result = run_mkdocs(project, "build", "--strict", *quiet)
    assert result.returncode == 1
    prefix = r"\[en\] WARNING" if language == "en" else "WARNING"
    assert re.search(rf"{prefix} +-  Doc file 'about\.md' contains a link 'nowhere\.md'", result.stderr)
    assert "Traceback" not in result.stderr + result.stdout


def test_warning_in_english_is_shown_in_a_build_that_is_not_strict(project: Path) -> None:
    write_page(project, "en", "about", "소개 About", "[gone](nowhere.md)")
    result = run_mkdocs(project, "build")
    assert result.returncode == 0, result.stderr
    assert "[en] WARNING" in result.stderr


def test_mkdocs_warns_of_all_it_can_see(project: Path) -> None:
    links = ["#nowhere", "index.md#nowhere", "/index.md", "forums/", "nowhere.md"]
    write_page(project, "en", "about", "소개 About", "\n".join(f"[gone]({link})" for link in links))
    result = run_mkdocs(project, "build", "--strict", "--config-file", "build/mkdocs.en.yml")
    assert f"Aborted with {len(links)} warnings in strict mode!" in result.stdout
    assert [link for link in links if f"link '{link}'" not in result.stderr] == []


def test_failure_in_english_fails_the_build_and_says_why(project: Path) -> None:
    shutil.rmtree(project / "build" / "docs" / "en")
    result = run_mkdocs(project, "build", "--quiet")
    assert result.returncode == 1
    assert re.search(r"ERROR +-  \[en\] .*'docs_dir'", result.stderr)
    assert "The pages in 'en' could not be built" in result.stderr
    assert "Traceback" not in result.stderr + result.stdout


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_the_system_refuses_is_told_without_a_traceback(project: Path, language: str) -> None:
    add_hooks(project, REFUSED.replace("{language}", language))
    result = run_mkdocs(project, "build", "--strict")
    assert result.returncode == 1
    assert str(FULL) in result.stderr
    assert "Traceback" not in result.stderr + result.stdout


def test_failure_in_korean_ends_the_english_build(project: Path) -> None:
    add_hooks(project, SLOW, FAILING)
    started = time.monotonic()
    result = run_mkdocs(project, "build")
    assert "a fault in the Korean build" in result.stderr
    assert result.returncode == 1
    assert time.monotonic() - started < 600


def test_error_ends_the_english_build_of_a_preview_that_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    companion = ChildProcess([sys.executable, "-c", "import sys; sys.stdin.read()"], tmp_path, {})
    plugin = ProceedingsPlugin()
    monkeypatch.setattr(plugin.english_build, "_process", companion)
    plugin.on_build_error(error=ValueError("in a template"))
    assert plugin.english_build._process is None
    assert not companion.is_running_after(0)


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT])
def test_stopped_build_leaves_no_process(project: Path, sent: signal.Signals) -> None:
    add_hooks(project, SLOW)
    with subprocess.Popen(
        mkdocs_command("build"),
        cwd=project,
        env=mkdocs_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as build:
        english = int(wait_for_text(project / "english.txt"))
        build.send_signal(sent)
    wait_until_gone(english)


def wait_for_text(file: Path, seconds: float = PATIENCE) -> str:
    end = time.monotonic() + seconds
    while not file.exists() or not file.read_text("utf-8"):
        assert time.monotonic() < end, f"{file} was not written"
        time.sleep(0.02)
    return file.read_text("utf-8")


def test_wrong_record_stops_a_build_and_leaves_the_site(tmp_path: Path, compiled: Path) -> None:
    project = with_records(tmp_path / "project", compiled)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("as it was", encoding="utf-8")
    (project / "content" / "forums" / "wrong.yml").write_text("nmae: x\n", encoding="utf-8")
    result = run_mkdocs(project, "build", PROCEEDINGS_PAGES_READY="", **PLAIN_INSTALL)
    assert result.returncode == 1
    assert "content/forums/wrong.yml:1:1: nmae: 'nmae' is not a field here" in result.stdout
    assert "Traceback" not in result.stderr + result.stdout
    assert pages_of(project / "site") == {"index.html"}


def test_plain_mkdocs_deletes_no_file_of_a_persons(tmp_path: Path, compiled: Path) -> None:
    """It empties the site before it builds there; its next build knows no list of ours any more."""
    project = with_records(tmp_path / "project", compiled)
    site = project / "site"
    (site / "en").mkdir(parents=True)
    (site / ".proceedings-site").write_text('["index.html"]', encoding="ascii")
    for path in ("index.html", "CNAME", "en/notes.txt"):
        (site / path).write_text("as it was", encoding="utf-8")
    result = run_mkdocs(project, "build", "--strict", PROCEEDINGS_PAGES_READY="", **PLAIN_INSTALL)
    assert result.returncode == 0, result.stderr
    (saved,) = (project / "build").glob("found-in-site-*")
    assert f"{saved}: holds the files that somebody had put into the site by hand" in result.stderr
    assert {path.relative_to(saved).as_posix() for path in saved.rglob("*") if path.is_file()} == {
        "CNAME", "en/notes.txt",
    }  # fmt: skip
    assert not (site / ".proceedings-site").exists()
    assert "as it was" not in (site / "index.html").read_text("utf-8")


def with_records(folder: Path, compiled: Path) -> Path:
    """A project whose pages are generated, from a few records."""
    folder.mkdir()
    write_tiny_content(folder / "content")
    link_program(folder)
    (folder / "build").mkdir()
    return with_compiled(folder, compiled)


def test_preview_follows_the_records_in_both_languages(tmp_path: Path, compiled: Path) -> None:
    project = with_records(tmp_path / "project", compiled)
    record = project / FORUM
    sound = record.read_text("utf-8")
    with preview(project) as address:
        pages = [f"{address}forums/2024-open-shelves/", f"{address}en/forums/2024-open-shelves/"]
        assert f'<link rel="alternate" hreflang="en" href="{pages[1]}">' in read(pages[0])
        record.write_text(sound + "nmae: x\n", encoding="utf-8")
        for page, title in zip(pages, ("열린 서가 포럼", "Open Shelves Forum"), strict=True):
            wait_for_words(page, "2024-open-shelves.yml:")
            assert title in read(page)
        record.write_text(re.sub(r"(?m)^name: .*$", "name: {ko: NEWTITLE, en: NEWTITLE}", sound), "utf-8")
        for page in pages:
            wait_for_words(page, "NEWTITLE")
            assert "2024-open-shelves.yml:" not in read(page)
        time.sleep(1)  # twice as long as MkDocs takes to look for changes
        builds = (project / "serve.log").read_text("utf-8").count("Building documentation...")
    assert builds == 3  # at the start and for each change, not for the pages that a build generates


@contextmanager
def preview(project: Path) -> Iterator[str]:
    """The address of `mkdocs serve` while it runs."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with (
        (project / "serve.log").open("wb") as log,
        subprocess.Popen(
            mkdocs_command("serve", "--dev-addr", f"127.0.0.1:{port}"),
            cwd=project,
            env=mkdocs_environment(PROCEEDINGS_PAGES_READY="", **PLAIN_INSTALL),
            stdout=log,
            stderr=log,
        ) as server,
    ):
        try:
            wait_for_words(f"http://127.0.0.1:{port}/", "<h1")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.send_signal(signal.SIGINT)


def wait_for_words(address: str, words: str, seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while words not in read(address):
        assert time.monotonic() < end, f"{address}: {words} is not there"
        time.sleep(0.1)


def read(address: str) -> str:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode("utf-8"))
    except URLError:
        return ""
