"""Linked data, read by a JSON-LD processor: what holds for every page, and no text that breaks out of it."""

from __future__ import annotations

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.corpus.corpus import Corpus
from generator.metadata.head import head_of
from generator.metadata.jsonld_pages import linked_data
from generator.models import LANGUAGES
from generator.pages import plan_pages
from generator.rendering.renderer import Renderer
from tests.metadata.said import about, all_pages, expand, nodes, said_of
from tests.metadata.schema_org import PROPERTIES, REQUIRED
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import proposal, site
from tests.support.small_site import make_project, run_mkdocs
from tests.support.words import WORDS

HOSTILE = (
    "</script><script>alert(1)</script>", "<!-- <script>", "\"quoted\" and 'quoted'", "\\ \\\\ \\u003c",
    "{{7*7}} {% raw %}", "@id @type @context", "‘데이터’ — 가\u1100\u1161 e\u0301", "로봇 🤖 👩🏽‍🔬",
    "محمد بن موسى", "a\u2028b\u2029c", "=cmd|' /C calc'!A0", "https://x.example/?a=1&b=2#c",
)  # fmt: skip


def test_everything_that_is_said_is_schema_orgs_and_nothing_is_lost(corpus: Corpus) -> None:
    for page, _, data in all_pages(corpus):
        for node in nodes(data):
            kind = str(node["@type"])
            properties = {name for name in node if not name.startswith("@")}
            assert properties <= PROPERTIES[kind], page.path
            assert REQUIRED.get(kind, set()) <= properties, page.path
        (expanded,) = expand(data)
        kept = [name for node in nodes(expanded) for name in node if not name.startswith("@")]
        meant = [name for node in nodes(data) for name in node if not name.startswith("@")]
        assert sorted(name.removeprefix("http://schema.org/") for name in kept) == sorted(meant), page.path


def test_nothing_is_said_that_is_empty(corpus: Corpus) -> None:
    for _, _, data in all_pages(corpus):
        assert all(said not in (None, "", [], {}) for node in nodes(data) for said in node.values())


def test_addresses_are_whole_and_lead_to_pages_of_the_language(corpus: Corpus) -> None:
    pages = {page.path for page in plan_pages(corpus, "ko", WORDS)}
    root = "https://proceedings.example.org/library/"
    for _, language, data in all_pages(corpus):
        own = root + ("" if language == "ko" else "en/")
        for node in nodes(data):
            for name in ("url", "item"):
                address = str(node.get(name, "https://"))
                assert address.startswith("https://")
                if address.startswith(root) and not address.startswith(f"{root}files/"):
                    assert address.startswith(own)
                    path = address.removeprefix(own).partition("#")[0].rstrip("/")
                    assert {f"{path}.md", f"{path}/index.md".lstrip("/")} & pages, address


def test_whatever_has_a_day_says_where_it_is_as_its_forum_does(corpus: Corpus) -> None:
    """Programs of search engines ask for a day and a place of every event, of those within others too."""
    within = [
        one
        for _, _, data in all_pages(corpus)
        if data.get("location")
        for one in nodes(data.get("subEvent"))
        if one.get("@type") == "Event" and "startDate" in one
    ]
    assert within
    assert all({"name", "location"} <= one.keys() for one in within)


def test_every_page_below_another_says_where_it_stands(corpus: Corpus) -> None:
    for language in LANGUAGES:
        for page in plan_pages(corpus, language, WORDS):
            kinds = [data["@type"] for data in linked_data(corpus, page, WORDS[language])]
            assert kinds.count("BreadcrumbList") == (1 if page.crumbs and not page.redirect else 0)
            if page.redirect:
                assert kinds == []


def test_breadcrumbs_are_those_of_the_page(corpus: Corpus) -> None:
    crumbs = said_of(corpus, "proposals/2024-library-robots-1.md", "en")[0]
    steps = [(step["position"], step["name"]) for step in nodes(crumbs) if step["@type"] == "ListItem"]
    assert steps == [(1, "Home"), (2, "Proposals"), (3, "hb-2024-1")]


def test_both_languages_speak_of_the_same_things(corpus: Corpus) -> None:
    for record in corpus.records:
        korean, english = (about(corpus, record.page, language) for language in LANGUAGES)
        assert korean.get("@id") == english.get("@id")
        assert korean["@type"] == english["@type"]


def test_hostile_strings_come_back_equal_from_the_built_page(tmp_path: Path) -> None:
    """Through front matter and the theme, into a page from which no script can break out."""
    folder = make_project(tmp_path / "project")
    wanted = {}
    for number, text in enumerate(HOSTILE):
        there = small_corpus(
            proposal(title=text, abstract="초록"), site=site(name=text, address="https://forum.example.org/")
        )
        page = next(one for one in plan_pages(there, "ko", WORDS) if one.path == "proposals/f-1.md")
        head = head_of(there, page, WORDS["ko"])
        written = folder / "build" / "docs" / "ko" / "proposals" / f"hostile-{number}.md"
        front_matter = Renderer(WORDS["ko"]).render(page, head).split("---\n")[1]
        written.write_text(f"---\n{front_matter}---\n\n# Hostile\n", encoding="utf-8")
        wanted[written.stem] = head["data"]
        name = str(about(there, "proposals/f-1.md")["name"])
        assert name.split() == text.split()
    done = run_mkdocs(folder, "build", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    for name, data in wanted.items():
        html = (tmp_path / "site" / "proposals" / name / "index.html").read_text(encoding="utf-8")
        page_tree = LexborHTMLParser(html)
        scripts = [json.loads(one.text()) for one in page_tree.css('script[type="application/ld+json"]')]
        assert scripts == [{"@context": "https://schema.org", **one} for one in data if isinstance(one, dict)]
        assert "alert(1)" not in "".join(
            one.text() for one in page_tree.css("script:not([type='application/ld+json'])")
        )
