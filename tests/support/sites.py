"""Sites that several tests look at: each is built once a run, by the worker that asks first."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.paths import ROOT, TESTS
from tests.support.running import PATIENCE, compile_program, copy_project, run

PLAIN_INSTALL: Mapping[str, str] = {"PYTHONPATH": str(TESTS / "support" / "plain_install")}
"""Environment variables of a command that finds neither Typst nor Kiwi, as after a plain `pip install`."""

WITHOUT_TYPST: Mapping[str, str] = {**PLAIN_INSTALL, "HIDDEN": "typst"}
"""Those of a command that finds Kiwi alone."""

TYPST_ALONE: Mapping[str, str] = {**PLAIN_INSTALL, "HIDDEN": "kiwipiepy"}
"""Those of a command that finds Typst alone: it makes volumes and cards, and no forms of verbs."""

BEGUN, DONE = "begun", "done"


@dataclass(frozen=True)
class SharedSites:
    """Builds a site when it is first asked for; all workers of the run get the same folder.

    Nobody may change it: a test that changes something takes a copy.
    """

    folder: Path

    def __call__(self, name: str, build: Callable[[Path], object]) -> Path:
        """The folder of that name, in which `build` made its files; it has to be new to the run."""
        lock = self.folder / f"{name}.lock"
        built, state = self.folder / name, self.folder / f"{name}.state"
        self.folder.mkdir(exist_ok=True)
        with FileLock(lock, timeout=2 * PATIENCE):
            if not state.exists():
                state.write_text(BEGUN)
                built.mkdir()
                build(built)
                state.write_text(DONE)
            if state.read_text() != DONE:
                pytest.fail(f"the shared site {name!r} could not be built; the first error tells why", False)
        return built


def shared_folder(basetemp: Path) -> Path:
    """Where what all workers share lies: beside their own folders for temporary files."""
    return (basetemp.parent if "PYTEST_XDIST_WORKER" in os.environ else basetemp) / "shared"


def build_in(project: Path, **variables: str) -> None:
    """`proceedings build`, in a project's folder."""
    done = run(project, "build", "--quiet", **variables)
    assert done.returncode == 0, done.stdout + done.stderr


def build_made_up(folder: Path, **variables: str) -> None:
    """The made-up records with a copy of the program, and their site."""
    build_in(copy_project(folder / "project"), **variables)


def build_at_root(project: Path, write_content: Callable[[Path], object], **variables: str) -> None:
    """The site of any records, at the root of its host; the program is not a copy."""
    write_content(project / "content")
    site_file = project / "content" / "site.yml"
    address = next(line for line in site_file.read_text("utf-8").splitlines() if line.startswith("address:"))
    at_root = site_file.read_text("utf-8").replace(address, "address: https://proceedings.example.org/")
    site_file.write_text(at_root, encoding="utf-8")
    link_program(project)
    build_in(project, **variables)


def link_program(project: Path) -> None:
    """The settings, and the program as a link."""
    compile_program()
    (project / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", project)


def copy_real_content(content: Path) -> None:
    shutil.copytree(ROOT / "content", content)
