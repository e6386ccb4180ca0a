"""Whole addresses of pages and files, and the short ones that stay."""

from __future__ import annotations

import pytest

from generator.corpus.urls import file_address, page_address, permanent_address, root_address
from generator.models import Language
from generator.output.site_paths import LANGUAGE_FOLDERS, language_at
from tests.support.small_corpus import corpus, proposal, site


@pytest.mark.parametrize("root", ["https://proceedings.example.org/library", "https://x.example.org/"])
@pytest.mark.parametrize(
    ("path", "korean", "english"),
    [
        ("index.md", "", "en/"),
        ("data.md", "data/", "en/data/"),
        ("forums/index.md", "forums/", "en/forums/"),
        ("forums/2024-robots.md", "forums/2024-robots/", "en/forums/2024-robots/"),
        ("forums/an-index.md", "forums/an-index/", "en/forums/an-index/"),
    ],
)
def test_pages(root: str, path: str, korean: str, english: str) -> None:
    with_slash = root.rstrip("/") + "/"
    there = corpus(site=site(address=root))
    assert page_address(there, path, "ko") == with_slash + korean
    assert page_address(there, path, "en") == with_slash + english


def test_files() -> None:
    assert file_address(corpus(), "files/서가 1.pdf") == (
        "https://proceedings.example.org/files/%EC%84%9C%EA%B0%80%201.pdf"
    )


@pytest.mark.parametrize(("language", "folder"), [("ko", ""), ("en", "en/")])
def test_a_proposal_is_cited_by_its_identifier(language: Language, folder: str) -> None:
    numbered = proposal(identifier="hb-1")
    there = corpus(numbered)
    root = "https://proceedings.example.org/"
    assert permanent_address(there, numbered, language) == f"{root}{folder}p/hb-1/"
    assert permanent_address(there, proposal("f-2"), language) == f"{root}{folder}p/f-2/"


def test_korean_lies_at_the_root() -> None:
    assert LANGUAGE_FOLDERS == {"ko": "", "en": "en/"}
    assert root_address(corpus(), "en") == root_address(corpus()) + "en/"


@pytest.mark.parametrize(
    ("path", "language"),
    [("", "ko"), ("forums/", "ko"), ("en/", "en"), ("en/forums/", "en"), ("en", "ko"), ("english/", "ko")],
)
def test_a_path_lies_among_the_pages_of_a_language(path: str, language: Language) -> None:
    assert language_at(path) == language
