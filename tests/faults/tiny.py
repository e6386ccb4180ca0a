"""The project in which builds meet faults: quick to build, with Typst's volumes and cards, without Kiwi."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.support.running import replace
from tests.support.sites import build_in
from tests.support.tiny_project import FORUM, copy_tiny_project

FAULT = Path(__file__).parent / "fault"
WITHOUT_KIWI: Mapping[str, str] = {"PYTHONPATH": str(FAULT), "HIDDEN": "kiwipiepy numpy"}
"""NumPy comes with Kiwi, and openpyxl loads it wherever it is."""


class Change(NamedTuple):
    """A project whose records were changed after its build, and one that was then built again."""

    project: Path
    rebuilt: Path
    old: Mapping[str, str]
    """Every file of the site before the change."""
    new: Mapping[str, str]
    """And after it."""


def build_tiny(folder: Path) -> None:
    build_in(copy_tiny_project(folder / "project"), **WITHOUT_KIWI)


def rename_forum(project: Path) -> None:
    """The next build makes another site."""
    replace(project / FORUM, "열린 서가 포럼", "다시 열린 서가 포럼")
