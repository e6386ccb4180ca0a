"""The files of a new archive: each can be read, and `check` finds nothing wrong with them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.authoring.archive.archive_files import NewArchive
from generator.authoring.archive.questions import SAMPLE_ADDRESS
from generator.cli.main import main
from generator.corpus.examples import EXAMPLE
from generator.corpus.translations import report_translations
from generator.corpus.warnings.texts import SAMPLE_DESK
from tests.authoring.archive.made_up_archive import DAY, GARAM, checked_on, texts_of, write_archive_of
from tests.support.paths import ROOT
from tests.support.running import replace as edit

EMPTY = replace(GARAM, empty=True)
BOTH = pytest.mark.parametrize("new", [GARAM, EMPTY], ids=["example", "empty"])


@BOTH
def test_each_file_is_what_its_name_says(new: NewArchive) -> None:
    for path, text in texts_of(new).items():
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert not re.search("\r|\t|{{|{%|[ \t]\n", text), path
        if path.endswith(".yml"):
            assert isinstance(yaml.safe_load(text), dict), path
        elif path.endswith(".json"):
            assert json.loads(text), path
        elif path.endswith(".md"):
            assert text.startswith("# "), path
        else:
            assert path in (".gitignore", ".editorconfig")


@BOTH
def test_check_finds_nothing(new: NewArchive, tmp_path: Path) -> None:
    corpus, warnings = checked_on(DAY, write_archive_of(new, tmp_path / "new"))
    assert warnings == ()
    assert len(list(corpus.records)) == (0 if new.empty else 8)
    assert report_translations(corpus).gaps == ()


def test_of_sample_addresses_check_tells_and_of_nothing_else(tmp_path: Path) -> None:
    sample = replace(GARAM, address=SAMPLE_ADDRESS, email=SAMPLE_DESK)
    _, warnings = checked_on(DAY, write_archive_of(sample, tmp_path / "new"))
    assert [(one.name, one.field) for one in warnings] == [
        ("example-address", "address"),
        ("example-address", "contact.email"),
    ]


def test_the_example_is_marked_wherever_it_is_named(tmp_path: Path) -> None:
    corpus, _ = checked_on(DAY, write_archive_of(GARAM, tmp_path / "new"))
    for record in corpus.records:
        assert record.id.startswith(EXAMPLE)
        name = corpus.shown_name(record)
        assert (name.ko or "").startswith("보기")
        assert (name.en or "").startswith("Example")
        assert len(record.notes) == 1


def test_the_example_is_news_of_the_last_months_and_not_of_days_to_come(tmp_path: Path) -> None:
    corpus, _ = checked_on(DAY, write_archive_of(GARAM, tmp_path / "new"))
    assert corpus.forums["example-forum"].start_date.earliest == DAY - timedelta(days=60)
    assert {one.checked.earliest for one in corpus.proposals.values() if one.checked} == {DAY}


def test_the_readmes_name_all_that_is_to_be_deleted_and_nothing_else_needs_it(tmp_path: Path) -> None:
    folder = write_archive_of(GARAM, tmp_path / "new")
    example = list(folder.glob(f"content/*/{EXAMPLE}*"))
    for name in ("README.md", "README.ko.md"):
        readme = (folder / name).read_text("utf-8")
        for path in example:
            assert path.name in readme or f"content/{path.parent.name}/" in readme
    for path in example:
        path.unlink()
    corpus, warnings = checked_on(DAY, folder)
    assert (list(corpus.records), warnings) == ([], ())


def test_without_an_example_nobody_is_told_of_one() -> None:
    for path, text in texts_of(EMPTY).items():
        assert EXAMPLE not in path
        assert EXAMPLE not in text or path.startswith("schemas/"), path


def test_readmes_are_in_their_language_and_name_what_is_installed() -> None:
    files = texts_of(replace(GARAM, name_en="Garam: *One* [2] <b>"))
    assert files["README.ko.md"].startswith("# 가람 포럼 자료집\n")
    assert files["README.md"].startswith("# Garam: \\*One\\* \\[2\\] \\<b\\>\n")
    for name in ("README.md", "README.ko.md"):
        assert 'uv tool install "forum-proceedings[all]"' in files[name]
        assert "1.2.3" in files[name]
        assert not re.search(r"\bmake\b|\.venv|requirements/", files[name])


def test_editors_get_the_settings_and_schemas_of_this_repository(tmp_path: Path) -> None:
    folder = write_archive_of(GARAM, tmp_path / "new")
    for name in (".vscode/settings.json", ".vscode/extensions.json"):
        assert (folder / name).read_bytes() == (ROOT / name).read_bytes()
    assert CliRunner().invoke(main, ["--project", str(folder), "schema", "--check"]).exit_code == 0


def test_its_settings_are_those_of_this_repository() -> None:
    ours = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert yaml.safe_load(texts_of(GARAM)["mkdocs.yml"]) == yaml.safe_load(ours)
    assert len(texts_of(GARAM)["mkdocs.yml"].splitlines()) == 5


def test_a_topic_of_its_own_is_all_that_a_vocabulary_needs(tmp_path: Path) -> None:
    folder = write_archive_of(EMPTY, tmp_path / "new")
    edit(folder / "content/vocabulary.yml", "  - id: law\n", "  - id: climate\n")
    corpus, warnings = checked_on(DAY, folder)
    assert ("climate" in corpus.topics, warnings) == (True, ())
