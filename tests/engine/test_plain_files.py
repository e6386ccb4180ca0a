"""MkDocs makes no page of a plain text, and puts it where it was named."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files

from generator.engine.plain_files import keep_plain_files
from tests.engine.loaded_settings import settings

pytestmark = pytest.mark.usefixtures("own_environment")


def test_what_lies_below_text_is_copied(project: Path) -> None:
    config = settings(project)
    paths = ("text/proposals/a.md", "text/statuses.md", "proposals/a.md", "texts/a.md")
    files = Files([File(path, config.docs_dir, config.site_dir, True) for path in paths])
    keep_plain_files(files, config)
    assert {file.src_uri: file.dest_uri for file in files} == {
        "text/proposals/a.md": "text/proposals/a.md",
        "text/statuses.md": "text/statuses.md",
        "proposals/a.md": "proposals/a/index.html",
        "texts/a.md": "texts/a/index.html",
    }
    assert [file.src_uri for file in files.documentation_pages()] == ["proposals/a.md", "texts/a.md"]
