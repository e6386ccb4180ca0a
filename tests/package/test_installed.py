"""The installed wheel works outside of the clone: odd folders, LANG=C, no extras."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from generator import DISTRIBUTION
from generator.models import LANGUAGES
from tests.package.installing import PROJECT, Installed, make_wheel, pages_of, run
from tests.support.running import replace
from tests.support.tiny_project import FORUM, write_tiny_content

pytestmark = pytest.mark.builds

NAME = ["--name-ko", "시험 도시 기후 포럼", "--name-en", "Testville climate forum"]
PUBLISHER = ["--publisher-ko", "시험 사무국", "--publisher-en", "The test desk"]


@pytest.fixture
def archive(installed: Installed, elsewhere: Path) -> Path:
    """A copy of the records that are installed with nothing; mkdocs.yml is all that stands beside them."""
    shutil.copytree(installed.archive / "content", elsewhere / "content")
    shutil.copy(installed.archive / "mkdocs.yml", elsewhere)
    return elsewhere


def test_a_wheelhouse_builds_the_same_bytes_without_a_network(installed: Installed) -> None:
    assert re.search(r"The same bytes: \d{3,} files", installed.said), installed.said


def test_nothing_of_the_clone_is_used(installed: Installed, elsewhere: Path) -> None:
    code = "import generator, sys; print(generator.__file__, *sys.path, sep='\\n')"
    seen = run([installed.programs / "python", "-c", code], elsewhere).stdout.splitlines()
    assert seen
    assert Path(seen[0]).is_relative_to(installed.folder / ".venv")
    assert not [path for path in seen if path.startswith(str(Path(__file__).parents[2]))]


def test_no_extra_is_installed(installed: Installed) -> None:
    there = {path.name for path in (installed.folder / ".venv").rglob("site-packages/*")}
    assert "mkdocs" in there
    assert not {"typst", "kiwipiepy", "PIL", "properdocs", "pytest"} & there


def test_the_command_knows_its_version(installed: Installed, elsewhere: Path) -> None:
    told = installed.proceedings("--version", folder=elsewhere)
    assert told.stdout == f"proceedings, version {PROJECT['version']}\n", told.stderr


def test_check_and_generate_and_schema(installed: Installed, archive: Path, tmp_path: Path) -> None:
    """Each from another folder than the archive's."""
    assert installed.proceedings("--project", archive, "check", folder=tmp_path).returncode == 0
    told = installed.proceedings("--project", archive, "--lang", "ko", "generate", "-q", folder=tmp_path)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    for language in LANGUAGES:
        assert (archive / "build" / "docs" / language / "index.md").is_file()
        assert (archive / f"build/mkdocs.{language}.yml").is_file()
    assert installed.proceedings("--project", archive, "schema", folder=tmp_path).returncode == 0
    assert (archive / "schemas" / "forum.schema.json").is_file()


def test_a_wrong_record_is_named_with_its_place(installed: Installed, archive: Path) -> None:
    with (archive / FORUM).open("a", encoding="utf-8", newline="\n") as forum:
        forum.write("틀린칸: 1\n")
    told = installed.proceedings("--lang", "ko", "check", folder=archive)
    assert told.returncode == 1
    assert re.match(rf"{FORUM}:\d+:\d+: 틀린칸", told.stdout), told.stdout


def test_a_new_record(installed: Installed, archive: Path) -> None:
    names = ["--name-ko", "홍길동", "--name-en", "Hong Gildong"]
    told = installed.proceedings("new", "speaker", "hong-gildong", *names, folder=archive)
    assert told.returncode == 0, told.stderr
    written = yaml.safe_load((archive / told.stdout.strip()).read_text(encoding="utf-8"))
    assert written["name"] == {"ko": "홍길동", "en": "Hong Gildong"}


def test_a_volume_says_which_extra_it_needs(installed: Installed, archive: Path) -> None:
    told = installed.proceedings("pdf", Path(FORUM).stem, folder=archive)
    assert (told.returncode, told.stdout) == (1, "")
    assert f"{DISTRIBUTION}[pdf]" in told.stderr
    assert "Traceback" not in told.stderr


def test_plain_mkdocs_builds_both_languages(installed: Installed, archive: Path) -> None:
    built = installed.mkdocs("build", "--strict", "--quiet", folder=archive)
    assert built.returncode == 0, built.stdout + built.stderr
    assert list(pages_of(archive / "site")) == list(pages_of(installed.archive / "site"))


def test_init_then_a_new_title_then_a_site_in_both_languages(installed: Installed, elsewhere: Path) -> None:
    """`build` verifies every page before it publishes one."""
    begun = installed.proceedings("init", "새 자료집", *NAME, *PUBLISHER, folder=elsewhere)
    assert begun.returncode == 0, begun.stderr
    archive = elsewhere / "새 자료집"
    edited = archive / "content" / "proposals" / "example-forum-1.yml"
    replace(edited, "보기: 도서관을 밤 열 시까지 연다", "시험: 도서관을 자정까지 연다")
    replace(edited, "Example: Keep the library open until ten", "Test: Keep the library open until midnight")
    checked = installed.proceedings("--project", archive, "check", folder=elsewhere)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = installed.proceedings("--project", archive, "build", folder=elsewhere)
    assert built.returncode == 0, built.stdout + built.stderr
    pages = list(pages_of(archive / "site"))
    english = [page.removeprefix("en/") for page in pages if page.startswith("en/")]
    assert sorted(english) == [page for page in pages if not page.startswith("en/")]
    said = rf"^{len([page for page in pages if page.endswith('index.html')])} pages in 2 languages"
    assert re.search(said, built.stdout, re.MULTILINE), (built.stdout, len(pages))
    for folder, title in (
        ("", "시험: 도서관을 자정까지 연다"),
        ("en/", "Test: Keep the library open until midnight"),
    ):
        page = archive / "site" / folder / "proposals" / "example-forum-1" / "index.html"
        assert title in page.read_text(encoding="utf-8")


def test_with_all_extras_the_wheel_s_own_files_make_a_volume(tmp_path: Path) -> None:
    """The templates and typefaces of the wheel, laid before what is installed here, which has all extras."""
    wheel = make_wheel(tmp_path / "wheel")
    unpacked = tmp_path / "unpacked"
    unpack = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-index"]
    done = run([*unpack, "--no-deps", "--no-compile", "--target", unpacked, wheel], tmp_path)
    assert done.returncode == 0, done.stderr
    write_tiny_content(tmp_path / "content")
    (tmp_path / "looked.py").write_text(
        "import generator, kiwipiepy, typst, PIL\nprint(generator.__file__)\n"
        "from generator.cli.main import main\nmain(prog_name='proceedings')\n",
        encoding="utf-8",
    )
    told = run(
        [sys.executable, tmp_path / "looked.py", "pdf", Path(FORUM).stem, "-o", "자료집.pdf"],
        tmp_path,
        PYTHONPATH=str(unpacked),
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[0].startswith(str(unpacked))
    assert (tmp_path / "자료집.pdf").read_bytes().startswith(b"%PDF-")
