"""The variable by which a site is published elsewhere than content/site.yml says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.parsing.problems import Problems
from generator.pipeline.address import address_asked_for, written_address
from tests.support.tiny_project import write_tiny_content

NAME = "PROCEEDINGS_ADDRESS"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", None),
        (" ", None),
        ("https://owner.github.io/records/", "https://owner.github.io/records/"),
        ("https://포럼.example.com/", "https://xn--cm2bx42c.example.com/"),
    ],
)
def test_address_of_the_variable(text: str, address: str | None) -> None:
    assert address_asked_for({NAME: text}) == address
    assert address_asked_for({}) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("owner.github.io/records/", "is not a web address"),
        ("https://owner.github.io/records", "end it with '/'"),
        ("https://owner.github.io//records/", "has '//' in its path"),
        ("https://owner.github.io/a/../b/", "names no folder"),
        ("https://owner.github.io/?a=b", "is not a folder's address"),
    ],
)
def test_variable_keeps_the_rules_of_the_address_in_the_site_file(text: str, told: str) -> None:
    with pytest.raises(Problems) as caught:
        address_asked_for({NAME: text})
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{NAME}:1:1: ")
    assert told in str(problem)
    assert problem.line_in("ko") != problem.line_in("en")


def test_written_address_is_that_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "https://owner.github.io/records/")
    write_tiny_content(tmp_path / "content")
    assert written_address(tmp_path) == "https://proceedings.example.org/library/"
