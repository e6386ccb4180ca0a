"""`proceedings generate` and `build`: what they write, and what they print where."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.typesetting import volumes
from generator.typesetting.compiler import TypesettingFailed
from tests.cli.calling import FORUM, proceedings
from tests.support.running import PATIENCE, command, digests, environment, replace, run
from tests.support.sites import PLAIN_INSTALL, SharedSites, link_program
from tests.support.tiny_project import FORUM as TINY_FORUM
from tests.support.tiny_project import build_tiny, write_tiny_content

pytestmark = pytest.mark.usefixtures("at_leisure")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Records of one's own, for pages that are quick to generate."""
    write_tiny_content(tmp_path / "tiny" / "content")
    link_program(tmp_path / "tiny")
    return tmp_path / "tiny"


@pytest.fixture
def built(shared_site: SharedSites, tmp_path: Path) -> Path:
    """A project of one's own that is built."""
    return Path(shutil.copytree(shared_site("tiny", build_tiny) / "project", tmp_path / "project"))


def remove_built(project: Path) -> None:
    """Then a build has everything to do."""
    for name in ("build", "site"):
        shutil.rmtree(project / name)


# generate


@pytest.mark.usefixtures("plain_install")
def test_generate_says_what_it_wrote(tiny: Path) -> None:
    first, second = proceedings(tiny, "generate"), proceedings(tiny, "generate")
    assert (first.exit_code, second.exit_code) == (0, 0)
    number = re.match(r"build/docs/ko: (\d+) written, 0 unchanged, 0 removed\n", first.stderr)
    assert number
    assert second.stderr.startswith(f"build/docs/ko: 0 written, {number[1]} unchanged, 0 removed\n")
    assert "build/docs/en: 0 written" in second.stderr


def test_generate_writes_nothing_of_wrong_records(wrong: Path) -> None:
    result = proceedings(wrong, "generate")
    assert result.exit_code == 1
    assert result.stderr.endswith("\n2 problems in 2 files\n")
    assert not (wrong / "build" / "docs").exists()


@pytest.mark.usefixtures("plain_install")
def test_quiet_generate_prints_nothing(tiny: Path) -> None:
    result = proceedings(tiny, "generate", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.usefixtures("plain_install")
def test_link_in_place_of_the_folder_for_pages_is_named(tiny: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "index.md"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    link = tiny / "build" / "docs" / "en"
    link.parent.mkdir(parents=True)
    link.symlink_to(mine.parent)
    result = proceedings(tiny, "generate")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith(f"{link}: ")
    assert mine.read_text(encoding="utf-8") == "mine"


# build


@pytest.mark.builds
def test_build_ends_with_one_line(built: Path) -> None:
    remove_built(built)
    done = run(built, "build")
    assert done.returncode == 0
    pages = sum(1 for path in digests(built / "site") if path.endswith("index.html"))
    said = re.fullmatch(r"(\d+) pages in 2 languages, \d+\.\d s: site/index\.html\n", done.stdout)
    assert said
    assert int(said[1]) == pages
    # In a log: plain lines for each step that takes long, while it goes on and when it is done.
    waiting = "left out, since they wait: 2 drafts and 1 record under an embargo\n"
    assert done.stderr.startswith(waiting)
    steps, _, last = done.stderr.removeprefix(waiting).partition("nobody can reach ")
    assert last.count("\n") == 1
    assert re.fullmatch(r"(\w+(?: \w+)?: (at work on \d+ …|\d+ in \d+\.\d s)\n)*", steps)
    # The same again: one line, and nothing of steps, for there are none.
    again = run(built, "build")
    assert (again.returncode, again.stderr) == (0, "")
    assert re.fullmatch(
        rf"nothing has changed: {pages} pages in site/index\.html \(\d+\.\d s\)\n", again.stdout
    )


def test_build_names_every_problem(wrong: Path) -> None:
    result = proceedings(wrong, "build", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(f"{FORUM}:")
    assert lines[2] == "2 problems in 2 files"
    assert not (wrong / "site").exists()


@pytest.mark.builds
@pytest.mark.usefixtures("plain_install")
def test_build_tells_what_the_engine_said(built: Path) -> None:
    replace(built / "mkdocs.yml", "theme: proceedings\n", "theme: no-such-theme\n")
    result = proceedings(built, "build", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no-such-theme" in result.stderr
    assert result.stderr.endswith("MkDocs could not build the site\n")
    assert "Traceback" not in result.stderr


SILENCED = {
    "site.yml": "example-address",
    "sources/dawn-courier.yml": "example-address",
    "organizations/city-hall.yml": "no-other-name",
}
"""File of the tiny project → the warning that a strict build would refuse."""


@pytest.mark.builds
def test_volumes_that_cannot_be_made_are_named_and_left_out(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(template: str, *_: object) -> list[bytes]:
        raise TypesettingFailed(f"{template}: no such thing")

    monkeypatch.setattr(volumes, "typeset", break_down)
    for name, warning in SILENCED.items():
        with (tiny / "content" / name).open("a", encoding="utf-8") as record:
            record.write(f"silence: [{warning}]\n")
    refused = proceedings(tiny, "build", "--strict", "--quiet")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert not (tiny / "site").exists()
    built = proceedings(tiny, "build", "--quiet")
    assert (built.exit_code, built.stdout) == (0, "")
    reason = "cannot be made and is left out; volume.typ: no such thing"
    assert (
        built.stderr
        == refused.stderr
        == (
            f"content/forums: volumes/2024.all.pdf {reason}\n"
            f"{TINY_FORUM}: volumes/2024-open-shelves.en.pdf {reason}\n"
            f"{TINY_FORUM}: volumes/2024-open-shelves.ko.pdf {reason}\n"
            f"{TINY_FORUM}: volumes/2024-open-shelves.pdf {reason}\n"
        )
    )
    page = (tiny / "site" / "forums" / "2024-open-shelves" / "index.html").read_text(encoding="utf-8")
    assert "volumes/" not in page
    assert "cards/forums/2024-open-shelves.png" in page


@pytest.mark.builds
@pytest.mark.parametrize("without", ["volumes,cards", "cards, volumes"])
def test_what_a_build_goes_without_is_neither_made_nor_linked(built: Path, without: str) -> None:
    page = built / "site" / "forums" / "2024-open-shelves" / "index.html"
    assert proceedings(built, "build", "--quiet", "--without", without).exit_code == 0
    assert not {"volumes", "cards"} & {path.name for path in (built / "site").iterdir()}
    assert not re.search(r"volumes/|og:image", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("written", "wrong"), [("volume", "volume"), ("cards,", ""), ("cards,pages", "pages")]
)
def test_a_part_that_there_is_not_is_refused_with_those_that_there_are(
    built: Path, written: str, wrong: str
) -> None:
    refused = proceedings(built, "build", "--without", written)
    assert refused.exit_code == 2
    assert f"Invalid value for --without: '{wrong}' is none of volumes, cards; write one" in refused.stderr
    korean = proceedings(built, "--lang", "ko", "build", "--without", written).stderr
    assert "volumes, cards" in korean
    assert "--without" in korean


def test_place_that_is_not_a_site_is_named(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.txt").touch()
    result = proceedings(project, "build")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{project / 'site'}: holds something other than a built site")


@pytest.mark.builds
def test_bars_on_a_terminal(built: Path) -> None:
    """They move while something lasts, and only the last line stays."""
    remove_built(built)
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command("build"),
        cwd=built,
        env=environment(TERM="xterm", COLUMNS="80", **PLAIN_INSTALL),
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # How Linux says that the other end is closed.
                break
        assert process.wait(PATIENCE) == 0
    os.close(ours)
    text = shown.decode()
    assert re.search(r"site +\S*━", text)
    assert "\x1b[" in text
    last = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).rstrip("\r\n").rpartition("\n")[2]
    assert re.fullmatch(r"\r?\d+ pages in 2 languages, \d+\.\d s: site/index\.html", last)
