"""The index of a corpus, and how the theme's script learns where it is."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import LANGUAGES, Language
from generator.parsing.yaml_parser import Tree
from generator.search import (
    SEARCH_FOLDER,
    Index,
    index_files,
    index_of,
    manifest,
    verbs,
    words_of_box,
)
from generator.search.entries import ENTRY_KINDS, entries_of
from tests.search.test_postings import read
from tests.support import small_corpus
from tests.support.paths import RECORDS, ROOT
from tests.support.search_index import facets_in, shards_of, texts_of
from tests.support.words import WORDS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> Index:
    return index_of(corpus)


def test_the_index_has_every_entry(corpus: Corpus, index: Index) -> None:
    entries = list(entries_of(corpus))
    fragments = texts_of(index)
    assert [fragment["path"] for fragment in fragments] == [entry.path for entry in entries]
    assert [fragment["title"] for fragment in fragments] == [entry.title for entry in entries]


def test_files_lie_in_the_searchs_folder(index: Index) -> None:
    files = index_files(index)
    assert {path.removeprefix(f"{SEARCH_FOLDER}/"): content for path, content in files.items()} == index.files
    assert f"{SEARCH_FOLDER}/facets/{index.facets}.json" in files
    assert f"{SEARCH_FOLDER}/search_index.json" not in files


@pytest.mark.parametrize(("language", "root"), [("ko", ""), ("en", "en/")])
def test_each_language_leads_to_the_one_index(
    corpus: Corpus, index: Index, language: Language, root: str
) -> None:
    site = "https://example.org/below/"
    told = json.loads(manifest(index, corpus, WORDS[language]))
    found = told["config"]["index"]
    at = urljoin(f"{site}{root}search/search_index.json", found["at"])
    assert at == f"{site}{SEARCH_FOLDER}/"
    assert (found["entries"], found["terms"], found["texts"], found["facets"]) == (
        index.entries, index.terms, index.texts, index.facets,
    )  # fmt: skip
    assert found["language"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_results_show_has_a_label(corpus: Corpus, index: Index, language: Language) -> None:
    labels = json.loads(manifest(index, corpus, WORDS[language]))["config"]["index"]["labels"]
    facets = facets_in(index)
    assert list(labels["kind"]) == list(ENTRY_KINDS)
    for name in ("kind", "status", "topic"):
        assert set(facets[name]["values"]) <= labels[name].keys()
        assert all(labels[name].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_box_is_given_the_words_that_its_script_puts_in(corpus: Corpus, language: Language) -> None:
    scripts = ROOT / "generator/theme/assets/javascripts/search"
    panel, notes = ((scripts / name).read_text("utf-8") for name in ("panel.js", "notes.js"))
    line = re.search(r"function linesOf.*?^}", panel, re.DOTALL | re.MULTILINE)
    said = re.search(r"function summary\(\{(.*?)\}", notes, re.DOTALL)
    assert line
    assert said
    asked = {*re.findall(r"words\.(\w+)", line[0]), *re.findall(r"(\w+)(?: = \"\")?,?", said[1])}
    told: dict[str, str] = json.loads(words_of_box(corpus, WORDS[language]))
    assert told.keys() == asked - {"failed"}, "what the page says where nothing can be loaded"
    assert all(told.values())
    places = {mark for text in told.values() for mark in re.findall(r"\{(\w+)\}", text)}
    assert places == {"n", "total", "words", "literal"}


def test_an_archive_without_topics_is_offered_none_below_the_box(corpus: Corpus) -> None:
    lacking = small_corpus.corpus(site=small_corpus.site(without=["proposals"]))
    assert json.loads(words_of_box(corpus, WORDS["en"]))["topics"]
    assert json.loads(words_of_box(lacking, WORDS["en"]))["topics"] == ""


def test_aliases_of_the_vocabulary_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "is_installed", lambda: False)
    aliases: list[Tree] = [{"words": ["밤", "night"]}]
    small = small_corpus.corpus(small_corpus.proposal(), vocabulary=small_corpus.vocabulary(aliases=aliases))
    with_aliases, without = index_of(small), index_of(small_corpus.corpus(small_corpus.proposal()))
    assert b'"night"' in b"".join(with_aliases.files.values())
    assert b'"night"' not in b"".join(without.files.values())


def terms(index: Index) -> dict[str, list[int]]:
    """Every term, and the entries in which it is."""
    return {
        term: [entry for entry, _ in read(written)]
        for shard in shards_of(index)
        for term, written in shard.items()
    }


def test_who_looks_for_another_word_finds_what_has_the_one(corpus: Corpus, index: Index) -> None:
    paths = [entry.path for entry in entries_of(corpus)]
    written = terms(index)
    assert [paths[entry - 1] for entry in written["비영"]] == ["proposals/2024-library-robots-10/"]
    assert set(written["librarian"]) >= set(written["사서"])
    assert set(written["지기"]) == set(written["librarian"])
