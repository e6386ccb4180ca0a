"""What documents for contributors link to and name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.paths import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob(".github/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
MADE = re.compile(r"build/.*|site/.*|data/.*")
"""What a build makes."""
NAMING_FILES = ("ARCHITECTURE.md", "CONTRIBUTING.md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    inside = [link.partition("#")[0] for link in links if "://" not in link]
    assert [link for link in inside if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", NAMING_FILES)
def test_every_path_that_is_named_exists(name: str) -> None:
    """A path is named from the root of the project, in ARCHITECTURE.md from generator/ too."""
    quoted = re.findall(r"`([^`\s]+/[^`\s:]*)", (ROOT / name).read_text(encoding="utf-8"))
    paths = [path for path in quoted if not MADE.fullmatch(path)]
    roots = [ROOT, ROOT / "generator"] if name == "ARCHITECTURE.md" else [ROOT]
    assert len(paths) > 10
    assert [path for path in paths if not any(list(root.glob(path)) for root in roots)] == []


def test_contributing_is_short() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) <= 80
