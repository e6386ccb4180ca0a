"""The wheel and the sdist hold what they have to, and say the right things of themselves."""

from __future__ import annotations

import email
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
import yaml

from generator import DISTRIBUTION
from tests.package.installing import PROJECT, make_wheel
from tests.support.paths import ROOT

LICENCES = sorted(
    ["LICENSE", *(path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*LICENSE.txt"))]
)
TYPEFACES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "generator").rglob("*")
    if path.suffix in (".otf", ".ttf", ".woff", ".woff2")
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both files."""
    folder = tmp_path_factory.mktemp("made")
    make_wheel(folder)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def wheel(made: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(next(made.glob("*.whl"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def sdist(made: Path) -> frozenset[str]:
    """The paths in it, as from its own folder."""
    with tarfile.open(next(made.glob("*.tar.gz"))) as opened:
        return frozenset(name.partition("/")[2] for name in opened.getnames())


@pytest.fixture(scope="module")
def about(wheel: zipfile.ZipFile) -> Message:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def test_the_name_is_said_alike() -> None:
    """The program knows the name by which it is installed; the command has another."""
    assert PROJECT["name"] == DISTRIBUTION
    assert PROJECT["scripts"].keys() == {"proceedings"}
    optional = PROJECT["optional-dependencies"]
    assert optional.keys() == {"all", "pdf", "search"}
    assert optional["all"] == [f"{DISTRIBUTION}[search,pdf]"]


def test_both_can_be_published(made: Path) -> None:
    """Twine reads what a registry reads; --strict counts warnings."""
    command = [sys.executable, "-m", "twine", "--no-color", "check", "--strict", *map(str, made.iterdir())]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.count("PASSED") == 2
    assert not [one for one in PROJECT["classifiers"] if one.startswith(("Private", "License"))]


def test_licences_of_code_and_typefaces_come_along(
    wheel: zipfile.ZipFile, sdist: frozenset[str], about: Message
) -> None:
    assert about["License-Expression"] == "MIT AND OFL-1.1"
    assert sorted(about.get_all("License-File", [])) == LICENCES
    assert {"Pretendard-LICENSE.txt", "ProceedingsHan-LICENSE.txt"} <= {Path(name).name for name in LICENCES}
    folder = next(name for name in wheel.namelist() if name.endswith("/METADATA")).rpartition("/")[0]
    assert {f"{folder}/licenses/{name}" for name in LICENCES} <= set(wheel.namelist())
    assert set(LICENCES) <= sdist


def test_each_typeface_has_its_licence_beside_it(wheel: zipfile.ZipFile) -> None:
    assert len(TYPEFACES) > 50
    assert set(TYPEFACES) <= set(wheel.namelist())
    for typeface in TYPEFACES:
        name = Path(typeface).name.partition("-")[0].partition("Variable")[0]
        beside = {ROOT / typeface, *(ROOT / typeface).parents[:2]}
        found = [path for place in beside if place.is_dir() for path in place.glob("*LICENSE.txt")]
        own = [path for path in found if path.name.lower().startswith(name.lower())]
        assert own, typeface
        assert all("SIL OPEN FONT LICENSE Version 1.1" in path.read_text(encoding="utf-8") for path in own)


def test_the_wheel_has_every_file_of_the_program(wheel: zipfile.ZipFile) -> None:
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
    }
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert packed == ours
    assert "generator/py.typed" in packed


def test_the_sdist_is_all_that_tests_need(sdist: frozenset[str]) -> None:
    folders = ("tests", "content", "schemas", "requirements", ".ci", ".github", "generator")
    files = [
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    files += [path.name for path in ROOT.glob("*.md")] + ["Makefile", "pyproject.toml", "mkdocs.yml"]
    assert len(files) > 1000
    assert [name for name in files if name not in sdist] == []
    assert [name for name in sdist if name.startswith(("build/", "site/", ".venv", ".git/"))] == []


def test_the_page_of_the_package_leads_nowhere_that_is_not_there() -> None:
    """A registry shows it without the files beside it."""
    text = (ROOT / PROJECT["readme"]).read_text(encoding="utf-8")
    links = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert [link for link in links if not link.startswith("#")] == []
    assert "pip install" in text
    assert f'"{DISTRIBUTION}[all]"' in text


def test_the_address_is_that_of_the_records() -> None:
    """Whoever takes the archive over changes both, and `make package` says while they are examples."""
    site = yaml.safe_load((ROOT / "content/site.yml").read_text(encoding="utf-8"))
    assert PROJECT["urls"] == {"Repository": site["repository"]["url"]}


def test_no_person_is_named() -> None:
    assert PROJECT["authors"] == [{"name": "The Forum Proceedings authors"}]
