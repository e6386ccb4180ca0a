"""Pages → Markdown: golden files for each page type, and nothing of a record that becomes markup."""

from __future__ import annotations

import html
import json

import pytest
import yaml

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import LANGUAGES, Language, Site
from generator.pages import Page, plan_pages
from generator.pages.home import HomeView
from generator.rendering.renderer import Renderer, notices
from tests.support.golden import golden
from tests.support.paths import RECORDS, TESTS
from tests.support.words import WORDS

GOLDEN = TESTS / "golden"
SHOWN = (
    "index",
    "forums/index",
    "forums/2024-library-robots",
    "forums/2024-library-robots/the-hands-that-carry-books",
    "forums/2024-library-robots/reading-next-door",
    "forums/2023-reading-machines",
    "proposals/index",
    "proposals/2024-library-robots-1",
    "proposals/2023-open-shelves-1",
    "proposals/2024-library-robots-2",
    "speakers/index",
    "speakers/han-bitsol",
    "speakers/no-eulchan",
    "organizations/index",
    "organizations/hanbyeol-city-hall",
    "topics/index",
    "topics/robots",
    "sources/index",
    "sources/dawn-courier-2024-06-13",
    "follow-ups",
    "responses",
    "subscribe",
    "search",
    "statistics",
    "statuses",
    "data",
    "data/fields",
    "about",
)
"""At least one page of each type, so that a change of a template or a rule is seen as what readers will see.

After a change that is meant: UPDATE_GOLDEN=1 pytest tests/rendering/test_renderer.py; read the difference.
"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def rendered(corpus: Corpus) -> dict[tuple[Language, str], str]:
    renderers = {language: Renderer(WORDS[language], corpus.site.repository) for language in LANGUAGES}
    return {
        (language, page.path): renderers[language].render(page)
        for language in LANGUAGES
        for page in plan_pages(corpus, language, WORDS)
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHOWN)
def test_golden(rendered: dict[tuple[Language, str], str], language: Language, name: str) -> None:
    text = rendered[language, f"{name}.md"]
    assert text == golden(GOLDEN / language / f"{name}.md", text)


def test_every_page_type_has_a_golden_file(corpus: Corpus) -> None:
    shown = {
        page.template for page in plan_pages(corpus, "ko", WORDS) if page.path.removesuffix(".md") in SHOWN
    }
    assert {page.template for page in plan_pages(corpus, "ko", WORDS)} - shown == {"redirect"}


def test_rendering_again_gives_the_same(corpus: Corpus, rendered: dict[tuple[Language, str], str]) -> None:
    renderer = Renderer(WORDS["en"], corpus.site.repository)
    for page in reversed(list(plan_pages(corpus, "en", WORDS))):
        assert renderer.render(page) == rendered["en", page.path]


def test_front_matter_is_yaml_with_one_value_a_line(rendered: dict[tuple[Language, str], str]) -> None:
    for text in rendered.values():
        _, front, _ = text.split("---\n", 2)
        loaded = yaml.safe_load(front)
        assert loaded == {
            line.partition(": ")[0]: json.loads(line.partition(": ")[2]) for line in front.splitlines()
        }
        assert {"title", "kind"} <= loaded.keys()


def test_each_page_has_one_title(rendered: dict[tuple[Language, str], str]) -> None:
    for text in rendered.values():
        assert [line[:2] for line in text.splitlines()].count("# ") == 1


def test_no_page_shows_what_is_missing_as_none(rendered: dict[tuple[Language, str], str]) -> None:
    assert [key for key, text in rendered.items() if "None" in text or "Undefined" in text] == []


def test_redirect_pages_lead_on(rendered: dict[tuple[Language, str], str]) -> None:
    redirects = [text for text in rendered.values() if '\nkind: "redirect"\n' in text]
    assert redirects
    for text in redirects:
        assert '\ntemplate: "redirect.html"\n' in text
        assert '\nredirect: "../../' in text


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("speakers/no-eulchan.md", "ko", []),
        ("speakers/no-eulchan.md", "en", ["notices.untranslated"]),
        ("forums/2023-reading-machines.md", "ko", ["notices.untranslated"]),
        ("forums/2023-reading-machines.md", "en", []),
        ("statistics.md", "ko", []),
    ],
)
def test_what_a_reader_must_know_first(
    corpus: Corpus, path: str, language: Language, expected: list[str]
) -> None:
    page = next(page for page in plan_pages(corpus, language, WORDS) if page.path == path)
    assert [notice.key for notice in notices(page, language)] == expected


def test_machine_translation_is_told_in_its_language_alone(corpus: Corpus) -> None:
    translated = [record for record in corpus.records if record.translation and record.translation.en]
    assert translated
    for record in translated:
        for language, told in (("ko", False), ("en", True)):
            page = next(page for page in plan_pages(corpus, "ko", WORDS) if page.path == record.page)
            keys = [notice.key for notice in notices(page, language)]  # type: ignore[arg-type]  # a literal pair
            assert ("notices.machine" in keys) is told


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "{{ 7 * 7 }} {% raw %}",
        "a | b | c",
        "# no heading\n- no list",
        "</title><img src=x onerror=alert(1)>",
        "--8<-- 'mkdocs.yml'",
        "{: onclick=alert(1) }",
        "![x](https://example.org/x.png)",
        "&lt;b&gt; &amp;#60;",
        "title: x\n---\ntemplate: other.html",
        "\\[x\\] `code` **b** _e_ :smile: ~~s~~ ==m==",
    ],
)
def test_a_record_text_stays_text_everywhere(corpus: Corpus, hostile: str) -> None:
    home = next(plan_pages(corpus, "ko", WORDS))
    assert isinstance(home.view, HomeView)
    site = corpus.site.model_copy(
        update={"description": corpus.site.description.model_copy(update={"ko": hostile, "en": hostile})}
    )
    page = Page(
        "index.md", "home", title=hostile, view=HomeView(site, (), (), 1, (), (), ()), description=hostile
    )
    front, text = parts_of(Renderer(WORDS["ko"]).render(page))
    _, plain = parts_of(
        Renderer(WORDS["ko"]).render(
            Page(
                "index.md",
                "home",
                title="X",
                view=HomeView(_plain(corpus), (), (), 1, (), (), ()),
                description="X",
            )
        )
    )
    marks = "<>[]{}|#`*_~=!\\"
    assert {mark: text.count(mark) for mark in marks} == {
        mark: plain.count(mark) + ("&#" in text) * (text.count("&#") - plain.count("&#")) * (mark == "#")
        for mark in marks
    }
    assert text.count("\n") == plain.count("\n")
    # The theme places these as they are.
    for shown in (front["title"], front["description"]):
        assert not set("<>\"'") & set(shown)
        assert html.unescape(shown).split() == hostile.split()


def parts_of(page: str) -> tuple[dict[str, str], str]:
    """The front matter, and the Markdown."""
    _, front, markdown = page.split("---\n", 2)
    return yaml.safe_load(front), markdown


def _plain(corpus: Corpus) -> Site:
    return corpus.site.model_copy(
        update={"description": corpus.site.description.model_copy(update={"ko": "X", "en": "X"})}
    )
