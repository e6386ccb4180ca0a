"""The rules for the copy for a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.verify import verify_site
from generator.output.verify.copy_rules import COPY_RULES
from tests.output.verify.two_pages import ADDRESS, LANGUAGES, PAGE, page, write


def wrong_in_copy(folder: Path, body: str) -> list[str]:
    """What is wrong with the Korean page after something was added; its style sheet is relative."""
    found = []
    for language, root in LANGUAGES.items():
        for path in ("", "404.html", PAGE):
            file = root + (path or "index.html")
            up = "../" * file.count("/")
            html = page(language, path.removesuffix("index.html"), body=body if file == PAGE else "")
            write(folder, file, html.replace('href="/forum/assets', f'href="{up}assets'))
    found += verify_site(folder, LANGUAGES, "/forum/", ADDRESS, COPY_RULES)
    assert {fault.page for fault in found} <= {PAGE, "404.html", "en/404.html"}
    return [str(fault.message) for fault in found if fault.page == PAGE]


@pytest.mark.parametrize("address", ["../../", "../..", "/forum/index.html", "/forum/", "./"])
def test_an_address_that_only_a_server_understands_is_a_fault(folder: Path, address: str) -> None:
    (message,) = wrong_in_copy(folder, f'<a href="{address}">x</a>')
    assert message == (
        f'<a href="{address}">: in the copy for a folder an address starts at the page and names a file'
    )


@pytest.mark.parametrize(
    "address",
    [
        "../../index.html?a=1/#top",
        "index.html",
        "#top",
        "",
        "https://example.org/forum/",
        "mailto:a@example.org",
    ],
)
def test_others_are_right(folder: Path, address: str) -> None:
    assert wrong_in_copy(folder, f'<a href="{address}">x</a>') == []


def test_a_file_that_is_not_there_is_a_fault_as_ever(folder: Path) -> None:
    (message,) = wrong_in_copy(folder, '<a href="../b/index.html">x</a>')
    assert "forums/b/index.html" in message


def test_a_module_is_a_fault(folder: Path) -> None:
    write(folder, "assets/a.js", "")
    (message,) = wrong_in_copy(folder, '<script type="module" src="../../assets/a.js"></script>')
    assert message == "has the module ../../assets/a.js, which browsers do not load from a folder"
