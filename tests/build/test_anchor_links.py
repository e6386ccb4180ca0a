"""Links in texts to a place within a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from generator.build import anchor_links
from generator.build.anchor_links import anchors_of, broken_anchors, check_anchors
from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models.content import ProsePage
from generator.parsing.problems import Problems
from tests.support.paths import RECORDS, ROOT
from tests.support.small_corpus import corpus, forum, page, proposal, session
from tests.support.words import WORDS


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
    return [f"{finding.path}: {finding.field}: {finding.message}" for finding in broken_anchors(found, WORDS)]


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
    found = anchors_of(load_corpus(RECORDS), WORDS, "en", {"about.md", "forums/2024-library-robots.md"})
    assert {"programme", "figures", "sources"} <= found["forums/2024-library-robots.md"]
    assert found.keys() == {"about.md", "forums/2024-library-robots.md"}


def test_check_tells_the_line(project: Path) -> None:
    written = project / "content/pages/about.en.md"
    written.write_text("# About\n\n[x](forums/2024-library-robots.md#no)\n", encoding="utf-8")
    with pytest.raises(Problems) as caught:
        check_anchors(load_corpus(project / "content"), WORDS, project / "content")
    (problem,) = caught.value.problems
    assert str(problem).startswith("content/pages/about.en.md:3:5: forums/2024-library-robots.md has no")


def test_markdown_is_read_as_mkdocs_reads_it() -> None:
    with (ROOT / "mkdocs.yml").open("rb") as file:
        settings = yaml_load(file)["markdown_extensions"]
    assert settings == {name: anchor_links.SETTINGS.get(name) for name in anchor_links.EXTENSIONS}
