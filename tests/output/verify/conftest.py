"""A site for the tests of verifying."""

from pathlib import Path

import pytest

from tests.output.verify.two_pages import LANGUAGES, PAGE, page, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site without a fault: two pages and a 404 page in each language."""
    files = {"assets/main.css": "body { background: url(a.png) }", "assets/a.png": "", "files/한 글.pdf": ""}
    files["calendars/all.ics"] = ""
    for language, root in LANGUAGES.items():
        files[f"{root}index.html"] = page(language, "")
        files[f"{root}404.html"] = page(language, "404.html")
        files[f"{root}{PAGE}"] = page(language)
    for name, content in files.items():
        write(tmp_path, name, content)
    return tmp_path
