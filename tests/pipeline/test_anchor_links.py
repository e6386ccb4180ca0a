"""Links in texts to a place within a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports import export_files
from generator.models import LANGUAGES, Language
from generator.models.content import ProsePage
from generator.pages import Page, plan_pages
from generator.pages.data_page import sizes_unknown
from generator.parsing.problems import Problems
from generator.pipeline import anchor_links, page_maker, site, workers
from generator.pipeline.anchor_links import anchors_of, broken_anchors, render_linked_pages
from generator.pipeline.progress import Silent
from generator.rendering.renderer import Renderer
from generator.typesetting.volumes import volumes
from tests.support.paths import RECORDS
from tests.support.running import digests, replace
from tests.support.small_corpus import corpus, forum, page, proposal, session
from tests.support.tiny_project import write_tiny_content
from tests.support.words import WORDS

FORUM_PAGE = "forums/2024-open-shelves.md"


def linking(address: str, **texts: str) -> Corpus:
    """A corpus in which a proposal's text links to the address; its other texts are those that are given."""
    text = f"[여기]({address})"
    return corpus(
        forum(sessions=[session("talk")]),
        proposal(abstract={"ko": text, "en": text, **texts} if texts != {"en": ""} else {"ko": text}),
        pages=[
            page(text="## 무엇을 Scope\n\n글"),
            ProsePage("about", "en", "About", "## Scope", "content/x.md"),
        ],
    )


def messages(found: Corpus) -> list[str]:
    findings = broken_anchors(found, render_linked_pages(found, WORDS))
    return [f"{finding.path}: {finding.field}: {finding.message}" for finding in findings]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A few records, from which pages are quickly generated."""
    write_tiny_content(tmp_path / "project" / "content")
    return tmp_path / "project"


@pytest.fixture
def linked(project: Path) -> Path:
    """A project in which three texts link to places that are there, on the data page too."""
    for language in LANGUAGES:
        (project / f"content/pages/about.{language}.md").write_text(
            "# About\n\n[x](forums/2024-open-shelves.md#programme)\n\n[y](data.md#api)\n", encoding="utf-8"
        )
    return project


@pytest.mark.parametrize(
    "address",
    [
        "forums/f.md",
        "forums/f.md#session-talk",
        "proposals/f-1.md#history",
        "statistics.md#by-topic",
        "data.md#feeds",
        "statuses.md#adopted",
    ],
)
def test_a_place_that_is_there_is_no_problem(address: str) -> None:
    assert messages(linking(address)) == []


def test_a_place_that_is_not_there_is_told_where_the_link_stands() -> None:
    path = "content/proposals/f-1.yml"
    (message,) = messages(linking("forums/f.md#session-tolk", en="text"))
    assert message == (
        f"{path}: ('abstract', 'ko'): forums/f.md has no place #session-tolk in the language 'ko'"
        "; did you mean 'session-talk'?"
    )


def test_a_heading_is_a_place_in_its_own_language_alone() -> None:
    assert messages(linking("about.md#scope", ko="글")) == []
    (message,) = messages(linking("about.md#scope", en="text"))
    assert message.endswith(
        "about.md has no place #scope in the language 'ko'; correct it, or link to the page"
    )


def test_a_text_of_one_language_is_shown_in_the_other_too() -> None:
    (message,) = messages(linking("about.md#scope", en=""))
    assert "in the language 'ko'" in message


def test_no_page_is_rendered_that_no_text_links_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchor_links, "Renderer", None)
    assert messages(linking("forums/f.md")) == []


def test_the_places_of_a_page_are_those_that_it_has_on_the_site() -> None:
    small = linking("forums/f.md#programme")
    (path,) = render_linked_pages(small, WORDS)["en"]
    assert path == "forums/f.md"
    assert {"programme", "session-talk"} <= anchors_of(path, render_linked_pages(small, WORDS)["en"][path])


def test_check_tells_the_line(project: Path) -> None:
    written = project / "content/pages/about.en.md"
    written.write_text("# About\n\n[x](forums/2024-open-shelves.md#no)\n", encoding="utf-8")
    with pytest.raises(Problems) as caught:
        site.check(project, WORDS, Silent())
    (problem,) = caught.value.problems
    assert str(problem).startswith("content/pages/about.en.md:3:5: forums/2024-open-shelves.md has no")


def test_a_generation_tells_the_lines_of_all_and_writes_nothing(linked: Path) -> None:
    site.generate(linked)
    before = digests(linked / "build/docs")
    (linked / "content/pages/about.en.md").write_text(
        "# About\n\n[x](data.md#no)\n\n[y](about.md#no)\n", encoding="utf-8"
    )
    replace(linked / "content/pages/about.ko.md", "#programme", "#program")
    with pytest.raises(Problems) as caught:
        site.generate(linked)
    assert [str(problem).partition(" has no")[0] for problem in caught.value.problems] == [
        "content/pages/about.en.md:3:5: data.md",
        "content/pages/about.en.md:5:5: about.md",
        "content/pages/about.ko.md:3:5: forums/2024-open-shelves.md",
    ]
    assert digests(linked / "build/docs") == before


def test_pages_of_records_are_rendered_once_and_not_again(
    linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for those with a place that a text links to, which are looked at before anything is written."""
    rendered: Counter[str] = Counter()

    class Counting(Renderer):
        def render(self, page: Page[object], *given: object) -> str:
            rendered[page.path] += 1
            return super().render(page, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(page_maker, "Renderer", Counting)
    site.generate(linked)
    assert set(rendered.values()) == {len(LANGUAGES)}
    assert FORUM_PAGE in rendered
    rendered.clear()
    site.generate(linked)
    assert not rendered


def test_check_makes_no_file_for_other_programs(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "EXPORTS", None)
    site.check(linked, WORDS, Silent())


@pytest.mark.parametrize("made_up", ["small", "whole"])
def test_check_knows_the_places_that_a_build_knows(made_up: str) -> None:
    """Without knowing its files: those of every build, and volumes, which only some builds make."""
    one = corpus(forum()) if made_up == "small" else load_corpus(RECORDS)
    exported = {path: len(content) for path, content in export_files(one, WORDS)}
    typeset = [path for path, _ in volumes(one, WORDS)]
    for language in LANGUAGES:
        in_check = places(one, language, sizes_unknown())
        assert {"downloads", "records", "api", "fields", "parts"} <= in_check["data.md"]
        assert places(one, language, exported) == in_check
        assert places(one, language, exported | dict.fromkeys(typeset, 0), typeset) == in_check


def places(
    one: Corpus, language: Language, sizes: Mapping[str, int], made: Sequence[str] = ()
) -> dict[str, frozenset[str]]:
    """Those of one page of each kind."""
    renderer = Renderer(WORDS[language])
    pages = {page.template: page for page in plan_pages(one, language, WORDS, sizes) if not page.redirect}
    return {
        page.path: anchors_of(page.path, renderer.render(page, {}, made).encode()) for page in pages.values()
    }


def test_embargoes_that_have_passed_hide_no_place(project: Path) -> None:
    """Though that of the page ended after that of the link."""
    replace(
        project / "content/proposals/2024-open-shelves-1.yml",
        "sources: [dawn-courier]",
        "sources: [dawn-courier]\nembargo: 2024-07-01\nnotes: ['[x](forums/2024-open-shelves.md#programme)']",
    )
    forum_file = project / "content/forums/2024-open-shelves.yml"
    forum_file.write_text(forum_file.read_text("utf-8") + "embargo: 2024-08-01\n", encoding="utf-8")
    site.check(project, WORDS, Silent())


def test_a_place_is_there_on_the_first_day_on_which_a_link_to_it_is_published(project: Path) -> None:
    """A step of the tests' own status page is always there; a proposal's page waits as its link does."""
    forum_file = project / "content/forums/2024-open-shelves.yml"
    waiting = project / "content/proposals/2024-open-shelves-1.yml"
    replace(waiting, "sources: [dawn-courier]", "sources: [dawn-courier]\nembargo: 2399-01-01")
    text = "abstract: '[보기](proposals/index.md#{})'\n"
    forum_file.write_text(forum_file.read_text("utf-8") + text.format("filter-words"), encoding="utf-8")
    with pytest.raises(Problems, match="has no place #filter-words"):
        site.check(project, WORDS, Silent())
    replace(forum_file, text.format("filter-words"), text.format("filter-words") + "embargo: 2399-01-01\n")
    site.check(project, WORDS, Silent())
