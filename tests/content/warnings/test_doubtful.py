"""What may be wrong with sound records, and the warning that it gets in both languages: doubtful.yml."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml

from generator.corpus.load import load_corpus, warnings_in
from generator.corpus.warnings import IDLE
from generator.models.warning_names import WarningName
from generator.parsing.problems import Problem, problems_as_text
from tests.content.test_mistakes import make
from tests.support.paths import TESTS, VALID

FILE = TESTS / "content" / "warnings" / "doubtful.yml"
TABLE: list[dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
TODAY = date(2024, 6, 20)


def warnings_after(change: dict[str, str], folder: Path) -> tuple[str, str]:
    """The warnings, in English and in Korean, that the change brings."""
    content = Path(shutil.copytree(VALID, folder / "content"))
    if "beside" in change:
        (content / change["beside"]).write_text(change["holding"], encoding="utf-8")
    anyway = {(one.path, one.message) for one in warnings_of(content)}
    make(change, content)
    added = [one for one in warnings_of(content) if (one.path, one.message) not in anyway]
    return problems_as_text(added, "en"), problems_as_text(added, "ko")


def warnings_of(content: Path) -> tuple[Problem, ...]:
    return warnings_in(load_corpus(content, today=TODAY), content, TODAY)


@pytest.mark.parametrize("doubt", TABLE, ids=[doubt["what"] for doubt in TABLE])
def test_a_doubt_is_told_in_both_languages_to_the_letter(doubt: dict[str, str], tmp_path: Path) -> None:
    assert warnings_after(doubt, tmp_path) == (doubt["en"], doubt["ko"])


@pytest.mark.parametrize("doubt", TABLE, ids=[doubt["what"] for doubt in TABLE])
def test_each_line_says_what_to_do_and_its_name(doubt: dict[str, str]) -> None:
    for line in doubt["ko"].splitlines():
        assert re.match(r"content/.+?:\d+:\d+: 주의: .*(십시오\.|니까\?|들어갑니다\.) \[[a-z-]+\]$", line)


def test_each_warning_is_in_the_table() -> None:
    told = set(re.findall(r"\[([a-z-]+)\]$", "".join(doubt["en"] for doubt in TABLE), re.MULTILINE))
    assert told == {*get_args(WarningName), IDLE}
