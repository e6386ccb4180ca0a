"""Packages of Node.js that the tests use; `make` installs them from the lock beside package.json."""

from __future__ import annotations

from pathlib import Path

from tests.support.paths import ROOT


def node_package(folder: str, name: str) -> Path:
    """Where a package lies that tests/FOLDER/package.json names."""
    package = ROOT / "build" / "node" / folder / "node_modules" / name
    assert package.is_dir(), f"{name} is not installed; run: make build/node/{folder}/installed"
    return package
