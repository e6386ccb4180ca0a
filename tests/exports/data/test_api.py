"""What lies below api/: every record and every list, in a shape that stays."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.corpus.talks import talks_of
from generator.exports.api import api_files
from generator.exports.data.folder import data_files
from generator.exports.data.json_values import json_object
from generator.models import RECORD_KINDS
from tests.support.paths import RECORDS
from tests.support.words import WORDS


def related(answer: Mapping[str, Any]) -> Iterator[str]:
    for addresses in answer["related"].values():
        yield from addresses


def test_the_api_gives_every_record_and_every_list(corpus: Corpus) -> None:
    answers = {path: json.loads(content) for path, content in api_files(corpus).items()}
    root = corpus.site.address.rstrip("/") + "/"
    start = answers["api/v1/index.json"]
    assert all(answer["self"] == root + path for path, answer in answers.items())
    assert set(start["lists"]) == set(RECORD_KINDS)
    for folder in RECORD_KINDS:
        listed = answers[start["lists"][folder].removeprefix(root)]
        assert listed["count"] == len(listed["records"]) == len(corpus.by_kind[folder])
        for summary in listed["records"]:
            answer = answers[summary["self"].removeprefix(root)]
            assert answer["record"] == json_object(corpus.by_kind[folder][summary["id"]])
            assert summary.items() <= answer.items()
            assert {address.removeprefix(root) for address in related(answer)} <= answers.keys()
    talks = [talk for forum in corpus.forums.values() for talk in talks_of(forum)]
    assert len(answers) == 1 + len(RECORD_KINDS) + sum(1 for _ in corpus.records) + len(talks)
    assert {address.removeprefix(root) for address in start["schemas"].values()} <= data_files(
        corpus, WORDS
    ).keys()


def test_the_api_gives_every_talk(corpus: Corpus) -> None:
    answers = {path: json.loads(content) for path, content in api_files(corpus).items()}
    root = corpus.site.address.rstrip("/") + "/"
    for forum in corpus.forums.values():
        listed = answers[f"api/v1/forums/{forum.id}.json"]["related"]["talks"]
        assert listed == [
            f"{root}api/v1/forums/{forum.id}/{talk.contribution.id}.json" for talk in talks_of(forum)
        ]
        for address, talk in zip(listed, talks_of(forum), strict=True):
            answer = answers[address.removeprefix(root)]
            assert answer["record"] == json_object(talk.contribution)
            assert answer["pages"]["ko"] == root + talk.page.removesuffix(".md") + "/"
            assert answer["related"] == {"forum": [f"{root}api/v1/forums/{forum.id}.json"]}


def test_the_shape_of_the_api_stays() -> None:
    """Within v1 a key may be added to these; none goes."""
    answers = {path: json.loads(content) for path, content in api_files(load_corpus(RECORDS)).items()}
    summary = {"id", "self", "pages", "name", "newest"}
    told = {"kind", "record", "related"} | summary
    assert told <= answers["api/v1/forums/2024-library-robots.json"].keys()
    assert told | {"status", "permanent"} <= answers["api/v1/proposals/2024-library-robots-1.json"].keys()
    assert summary <= answers["api/v1/speakers/index.json"]["records"][0].keys()
    start = {
        "self",
        "format",
        "name",
        "publisher",
        "licence",
        "pages",
        "newest",
        "lists",
        "schemas",
        "vocabulary",
    }
    assert start <= answers["api/v1/index.json"].keys()
