"""Every package that is installed is named with its version and its sums, and no file says where from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.supply.locks import pinned
from tests.support.paths import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NODE_LOCKS = sorted((ROOT / "tests").glob("*/package-lock.json"))
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]
GROUPS = SETTINGS["dependency-groups"]
PINNED = re.compile(
    r"(?P<name>[a-z0-9]+(-[a-z0-9]+)*)==[\w.!+]+( ; [^#]*?)?(?P<sums>( --hash=sha256:[0-9a-f]{64})+)"
)


def names(lock: str) -> set[str]:
    found = [PINNED.fullmatch(line) for line in pinned(ROOT / "requirements" / lock)]
    return {match["name"] for match in found if match}


def named(requirements: list[str | dict[str, str]]) -> set[str]:
    """The packages that a list of pyproject.toml asks for, without those of groups that it includes."""
    lines = [line for line in requirements if isinstance(line, str)]
    return {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", line)[0]).lower() for line in lines}


def test_there_are_locks() -> None:
    assert [lock.stem for lock in LOCKS] == ["audit", "bench", "build", "dev", "engine", "fuzz", "site", "uv"]
    assert [lock.parent.name for lock in NODE_LOCKS] == ["bench", "javascript", "programs", "quality"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_by_version_and_sum(lock: Path) -> None:
    lines = pinned(lock)
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_says_where_packages_come_from(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host| @ ", lock.read_text("utf-8"))


def test_what_the_program_needs_is_locked() -> None:
    optional = PROJECT["optional-dependencies"]
    assert named(PROJECT["dependencies"]) | named(optional["search"] + optional["pdf"]) <= names("site.txt")
    assert named(GROUPS["dev"]) | names("build.txt") | names("site.txt") <= names("dev.txt")
    assert named(PROJECT["dependencies"]) | named(GROUPS["fuzz"]) <= names("fuzz.txt")
    needed = named(PROJECT["dependencies"]) | named(GROUPS["engine"]) | names("build.txt")
    assert needed <= names("engine.txt")


def test_what_builds_wheels_is_locked() -> None:
    """Ours is built with hatchling, that of kiwipiepy_model with setuptools."""
    assert named(SETTINGS["build-system"]["requires"]) | {"setuptools"} == named(GROUPS["build"])
    assert named(GROUPS["build"]) <= names("build.txt")


def test_what_tests_need_is_not_installed_with_the_site() -> None:
    assert not names("site.txt") & {"pytest", "hypothesis", "zizmor", "atheris", "pip-audit", "mypy", "ruff"}


def test_locks_agree_on_what_they_share() -> None:
    versions = {
        lock: {line.split("==")[0]: line.split()[0] for line in pinned(ROOT / "requirements" / lock)}
        for lock in ("site.txt", "build.txt", "dev.txt", "engine.txt", "fuzz.txt")
    }
    for lock in ("build.txt", "dev.txt", "engine.txt", "fuzz.txt"):
        shared = versions["site.txt"].keys() & versions[lock].keys()
        assert shared
        assert {versions["site.txt"][name] for name in shared} == {versions[lock][name] for name in shared}


def test_everything_is_installed_by_its_sums() -> None:
    """The Makefile calls pip and npm so that they look at the sums, and npm runs no program of a package."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nPINNED := --require-hashes --only-binary :all:\n" in makefile
    installs = re.findall(r"(?:install|download|wheel) .*--requirement.*", makefile)
    assert len(installs) >= 4
    assert [line for line in installs if "$(PINNED)" not in line] == []
    assert re.findall(r"npm (?:ci|install).*", makefile) == [
        "npm ci --ignore-scripts --loglevel=error --prefix $(@D)"
    ]


def test_what_is_built_from_source_is_built_with_what_is_pinned() -> None:
    """In isolation pip would fetch the newest setuptools and look at no sum.

    A package in a lock that has no wheel needs a name here, or pip refuses it, as `make site` shows.
    """
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nFROM_SOURCE := --no-binary kiwipiepy-model --no-build-isolation\n" in makefile
    recipe = makefile.partition("define install\n")[2].partition("endef")[0].replace("\n@", "\n")
    first, then, ours = re.findall(r"^\$\(PIP\w*\) install .*", recipe, re.MULTILINE)
    assert first.endswith("install $(PINNED) --requirement requirements/build.txt")
    assert then.endswith("install $(PINNED) $(FROM_SOURCE) --requirement $<")
    assert "--no-build-isolation" in ours
    for stamp in ("site", "dev"):
        needs = re.search(rf"^\.venv/{stamp}\.stamp: (.*) \|", makefile, re.MULTILINE)
        assert needs
        assert "requirements/build.txt" in needs[1].split()


@pytest.mark.parametrize("lock", NODE_LOCKS, ids=lambda lock: lock.parent.name)
def test_every_package_of_node_js_has_its_sum_and_no_address(lock: Path) -> None:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    others = {name: package for name, package in packages.items() if name}
    assert others
    assert {
        name for name, package in others.items() if not package.get("integrity", "").startswith("sha512-")
    } == set()
    assert {name for name, package in packages.items() if "resolved" in package} == set()
    wanted = json.loads((lock.parent / "package.json").read_text(encoding="utf-8"))
    direct = {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}
    assert direct
    assert {f"node_modules/{name}" for name in direct} <= set(others)
