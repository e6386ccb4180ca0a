"""`python -m tests.bench.search.collection FOLDER`: the test collection as a project, with any filler.

Thirty made-up records in both languages; each becomes one record of ours and keeps its id. Ours need a
source and a topic besides, and pages have to be there: they say nothing that a query asks for.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from generator.corpus.corpus import Corpus, build_corpus
from generator.corpus.reader import read_content
from generator.models import LANGUAGES, RECORD_KINDS
from generator.models import Record as Typed
from tests.bench.search.filler import Filler, Record
from tests.bench.search.judgements import HERE, Judged
from tests.support.paths import ROOT

CONTENT = HERE / "content"
FIRST_DAY = date(2025, 3, 4)
KINDS = ("forums", "parties", "proposals")


def judged() -> tuple[Judged, ...]:
    """What the collection's records are about."""
    return tuple(
        Judged(
            written["id"],
            written["kind"],
            frozenset(written["concepts"]),
            frozenset(written["people"]),
            frozenset(written["orgs"]),
        )
        for written in _written()
    )


def records(filler: int = 0) -> Iterator[tuple[str, str, Record]]:
    """Folder, id and content of every record of the collection, then of so many that say nothing."""
    for number, written in enumerate(_written()):
        folder, record = AS_OURS[written["kind"]](written, FIRST_DAY + timedelta(weeks=number))
        yield folder, written["id"], record
    if filler:
        yield from Filler(filler).records()


def corpus(filler: int = 0) -> Corpus:
    """The records without a detour through files."""
    content, problems = read_content(CONTENT)
    if content is None or problems:
        raise SystemExit(f"{CONTENT}: {problems}")
    typed: dict[str, dict[str, Typed]] = {folder: dict(content.records[folder]) for folder in RECORD_KINDS}
    for folder, key, record in records(filler):
        typed[folder][key] = RECORD_KINDS[folder].model_validate({"id": key, **record})
    return build_corpus(replace(content, records=typed))


def write_project(folder: Path, filler: int = 0) -> None:
    """A project with these records and the real settings, for `proceedings build`."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "generator").symlink_to(ROOT / "generator")
    for kind, key, record in records(filler):
        (content / kind).mkdir(exist_ok=True)
        with (content / kind / f"{key}.yml").open("w", encoding="utf-8") as file:
            yaml.dump(record, file, yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)


def _written() -> Iterator[Mapping[str, Any]]:
    """The collection as people wrote it."""
    return chain.from_iterable(
        yaml.safe_load((HERE / "records" / f"{kind}.yml").read_text(encoding="utf-8")) for kind in KINDS
    )


def _forum(written: Mapping[str, Any], day: date) -> tuple[str, Record]:
    """Everybody whom the text names takes part."""
    parties = [{"person": person} for person in written["people"]]
    parties += [{"organization": organization} for organization in written["orgs"]]
    session = {
        "id": "session",
        "name": _texts(written, "heading"),
        "classification": "discussion",
        "abstract": _texts(written, "body"),
        "contributions": [{**party, "role": "present"} for party in parties],
    }
    return "forums", {
        "name": _texts(written, "title"),
        "classification": "hearing",  # a word that no query asks for
        "start_date": day.isoformat(),
        "abstract": _texts(written, "lead"),
        "sessions": [session],
        "sources": ["reader"],
    }


def _speaker(written: Mapping[str, Any], day: date) -> tuple[str, Record]:
    del day
    return "speakers", {
        "name": _texts(written, "title"),
        "other_names": [{"name": name} for name in written.get("other_names", ())],
        "memberships": [{"organization": organization} for organization in written["orgs"]],
        "biography": _prose(written, "lead", "heading", "body"),
    }


def _organization(written: Mapping[str, Any], day: date) -> tuple[str, Record]:
    del day
    return "organizations", {
        "name": _texts(written, "title"),
        "classification": "other",
        "abstract": _prose(written, "lead", "heading", "body"),
    }


def _proposal(written: Mapping[str, Any], day: date) -> tuple[str, Record]:
    proposers = [{"person": person} for person in written["people"]]
    proposers += [{"organization": organization} for organization in written["orgs"]]
    return "proposals", {
        "forum": written["forum"],
        "title": _texts(written, "title"),
        "abstract": _texts(written, "lead"),
        "rationale": _prose(written, "heading", "body"),
        "proposers": proposers,
        "topics": ["general"],
        "history": [{"date": day.isoformat(), "status": "proposed"}],
        "sources": ["reader"],
    }


AS_OURS = {
    "forum": _forum,
    "speaker": _speaker,
    "organization": _organization,
    "proposal": _proposal,
}
"""What each kind becomes: the folder of our records and the record."""


def _texts(written: Mapping[str, Any], part: str) -> dict[str, str]:
    return {language: written[language][part] for language in LANGUAGES}


def _prose(written: Mapping[str, Any], *parts: str) -> dict[str, str]:
    """Several parts as paragraphs of one text."""
    return {language: "\n\n".join(written[language][part] for part in parts) for language in LANGUAGES}


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.bench.search.collection", description=__doc__)
    arguments.add_argument("folder", type=Path, help="where the project is written; not there yet")
    arguments.add_argument("--filler", type=int, default=0, help="further records that say nothing (0)")
    given = arguments.parse_args()
    write_project(given.folder, given.filler)


if __name__ == "__main__":
    main()
