"""Corpus → api/v1/: a file for each record and talk, a list for each kind, for programs that need a few.

Within v1 every path and field stays and keeps its meaning; fields may be added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.talks import Talk, talks_of
from generator.corpus.urls import file_address, page_address, permanent_address
from generator.exports.data.json_files import about, described_in, schema_path
from generator.exports.data.json_values import JsonValue, json_file, json_object
from generator.models import LANGUAGES, Forum, Organization, Proposal, Record, Source, Speaker
from generator.models.titles import main_text

ROOT = "api/v1"


def api_files(corpus: Corpus) -> Mapping[str, bytes]:
    return dict(each_api_file(corpus))


def each_api_file(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """The same one by one."""
    return ((path, json_file(content)) for path, content in _responses(corpus))


def _responses(corpus: Corpus) -> Iterator[tuple[str, dict[str, JsonValue]]]:
    yield f"{ROOT}/index.json", start(corpus)
    for folder in corpus.kinds:
        records = corpus.by_kind[folder]
        listed: list[JsonValue] = [record_summary(corpus, record) for record in records.values()]
        address = file_address(corpus, list_path(folder))
        yield list_path(folder), {"self": address, "count": len(listed), "records": listed}
        for record in records.values():
            yield record_path(record), answer(corpus, record)
    for forum in corpus.forums.values():
        for talk in talks_of(forum):
            yield talk_path(talk), talk_answer(corpus, talk)


def list_path(folder: str) -> str:
    return f"{ROOT}/{folder}/index.json"


def record_path(record: Record) -> str:
    return f"{ROOT}/{record.folder}/{record.id}.json"


def talk_path(talk: Talk) -> str:
    return f"{ROOT}/{talk.page.removesuffix('.md')}.json"


def start(corpus: Corpus) -> dict[str, JsonValue]:
    """The entry point: URLs of the lists and schemas, and the words that records choose from."""
    return {
        "self": file_address(corpus, f"{ROOT}/index.json"),
        **about(corpus),
        "lists": {folder: file_address(corpus, list_path(folder)) for folder in corpus.kinds},
        "schemas": {name: file_address(corpus, schema_path(name)) for name in described_in(corpus)},
        "vocabulary": json_object(corpus.vocabulary),
    }


def record_summary(corpus: Corpus, record: Record) -> dict[str, JsonValue]:
    """A record in a list: its name, its URL and those of its pages, and its newest fact."""
    newest = corpus.newest_fact((record,))
    status: dict[str, JsonValue] = {}
    if isinstance(record, Proposal):
        status["status"] = corpus.status_of(record).id
        status["withdrawn"] = str(record.withdrawn.date) if record.withdrawn else None
    elif isinstance(record, Forum):
        status["status"] = corpus.forum_status(record)
    return {
        "id": record.id,
        "self": file_address(corpus, record_path(record)),
        "pages": {language: page_address(corpus, record.page, language) for language in LANGUAGES},
        "name": json_object(main_text(record)),
        **status,
        "newest": str(newest) if newest else None,
    }


def answer(corpus: Corpus, record: Record) -> dict[str, JsonValue]:
    """A record as in data/, with its URL, its pages, and the URLs of records that relate to it."""
    summary = record_summary(corpus, record)
    if isinstance(record, Proposal):
        summary["permanent"] = {
            language: permanent_address(corpus, record, language) for language in LANGUAGES
        }
    related: dict[str, JsonValue] = {
        name: [file_address(corpus, record_path(other)) for other in records]
        for name, records in _related(corpus, record).items()
    }
    if isinstance(record, Forum):
        related["talks"] = [file_address(corpus, talk_path(talk)) for talk in talks_of(record)]
    return {**summary, "kind": record.folder, "record": json_object(record), "related": related}


def talk_answer(corpus: Corpus, talk: Talk) -> dict[str, JsonValue]:
    """A talk as its forum's record has it, with its URL and its pages; status and terms are the forum's."""
    title = talk.contribution.title
    return {
        "id": talk.contribution.id,
        "self": file_address(corpus, talk_path(talk)),
        "pages": {language: page_address(corpus, talk.page, language) for language in LANGUAGES},
        "name": json_object(title) if title else None,
        "status": corpus.forum_status(talk.forum),
        "kind": "talks",
        "session": talk.session.id,
        "license": talk.forum.license,
        "record": json_object(talk.contribution),
        "related": {"forum": [file_address(corpus, record_path(talk.forum))]},
    }


def _related(corpus: Corpus, record: Record) -> Mapping[str, list[Record]]:
    """The records that refer to this one; its own references stand in itself."""
    match record:
        case Forum():
            return {"proposals": list(corpus.proposals_at(record))}
        case Speaker() | Organization():
            forums = {part.forum.id: part.forum for part in corpus.participations_of(record)}
            return {
                "forums": list(forums.values()),
                "proposals": list(corpus.proposals_of(record)),
                "asked": list(corpus.proposals_to(record)),
            }
        case Proposal():
            return {"proposals": list(corpus.proposals_relating_to(record))}
        case Source():
            return {"records": list(corpus.citing(record))}
    return {}
