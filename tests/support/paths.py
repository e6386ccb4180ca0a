"""Where the project and its test data lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
RECORDS = TESTS / "corpus" / "content"
"""The made-up records."""
INVALID = TESTS / "invalid"
"""A folder for each kind of wrong input, with the exact messages."""
VALID = INVALID / "_valid" / "content"
"""Sound records, to which a case of `INVALID` adds its wrong ones."""
