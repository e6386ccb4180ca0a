"""A page whose record has a plain text leads to it, for programs in its head and for people on the page."""

from __future__ import annotations

import pytest

from generator.corpus.corpus import Corpus
from generator.exports.text.twins import twin_files
from generator.metadata.head import head_of
from generator.metadata.twin_link import twin_link
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.pages.twins import twin_path
from generator.parsing.escape import escape
from generator.rendering.renderer import Renderer
from tests.support.words import WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_linked_and_nothing_else(corpus: Corpus, language: Language) -> None:
    root = "https://proceedings.example.org/library/"
    pages = list(plan_pages(corpus, language, WORDS))
    linked = {link.href for page in pages for link in twin_link(corpus, page, WORDS[language])}
    assert linked == {f"{root}{path}" for path in twin_files(corpus, WORDS)}


@pytest.mark.parametrize(
    ("language", "root", "title", "said"),
    [
        ("ko", "../../", "이 쪽의 내용을 우리말과 영어로 담은 텍스트(마크다운)", "텍스트로 보기(마크다운)"),
        ("en", "../../../", "This page as plain Markdown, in Korean and English", "Plain text (Markdown)"),
    ],
)
def test_it_is_named_in_words(corpus: Corpus, language: Language, root: str, title: str, said: str) -> None:
    planned = plan_pages(corpus, language, WORDS)
    page = next(page for page in planned if page.path == "forums/2024-lamps.md")
    path = twin_path(page)
    assert path == "text/forums/2024-lamps.md"
    assert {
        "rel": "alternate",
        "href": f"https://proceedings.example.org/library/{path}",
        "type": "text/markdown",
        "title": title,
    } in head_of(corpus, page, WORDS[language])["links"]
    link = f'<a href="{root}{path}" type="text/markdown">{escape(said)}</a>'
    assert link in Renderer(WORDS[language]).render(page)
