"""Files of works to cite: each work once in each language, under the same key, for ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest
import rispy  # type: ignore[import-untyped]  # it has no types
from jsonschema import Draft7Validator

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.citation_files import citation_files
from generator.models import Language
from tests.support.bib_files import read_bibtex
from tests.support.paths import RECORDS, ROOT
from tests.support.small_corpus import corpus, forum, organization, proposal, session, speaker
from tests.support.words import WORDS

LINE = {"type": "string", "minLength": 1}
NAME = {
    "type": "object",
    "properties": dict.fromkeys(("family", "given", "literal"), LINE),
    "additionalProperties": False,
    "minProperties": 1,
}
PERIOD = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "circa": {"type": ["string", "number", "boolean"]},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
NAMES = {"type": "array", "minItems": 1, "items": NAME}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **dict.fromkeys(("author", "organizer"), NAMES),
            **dict.fromkeys(("issued", "event-date"), PERIOD),
            **dict.fromkeys(("id", "type", "title", "genre", "number", "publisher", "URL", "note"), LINE),
            **dict.fromkeys(("event-title", "event-place"), LINE),
            "language": {"enum": ["ko", "en"]},
            "custom": {"type": "object"},
        },
        "required": ["type", "id", "title", "issued", "publisher", "URL", "language"],
        "additionalProperties": False,
    },
}
"""What CSL-JSON 1.0.2 allows of the fields that works have, and nothing else."""


@pytest.fixture(scope="module")
def made_up() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def files(made_up: Corpus) -> Mapping[str, str]:
    return {path: content.decode() for path, content in citation_files(made_up, WORDS).items()}


def ids(files: Mapping[str, str], path: str) -> list[str]:
    return [work["id"] for work in json.loads(files[path])]


def works(there: Corpus, language: Language = "ko") -> list[dict[str, object]]:
    root = "" if language == "ko" else "en/"
    return list(json.loads(citation_files(there, WORDS)[f"{root}cite/all.json"]))


def csl_words(name: str) -> str:
    """A list of CSL's own words, as its schema for styles has them."""
    package = find_spec("citeproc")
    assert package
    assert package.origin
    schemas = Path(package.origin).parent / "data" / "schema" / "schemas" / "styles"
    return (schemas / f"csl-{name}.rnc").read_text("utf-8")


def test_works_are_csl_json(files: Mapping[str, str]) -> None:
    for path, content in files.items():
        if path.endswith(".json"):
            Draft7Validator(SCHEMA).validate(json.loads(content))


def test_fields_and_types_are_csl_s_own(files: Mapping[str, str]) -> None:
    every = json.loads(files["cite/all.json"]) + json.loads(files["en/cite/all.json"])
    variables = {field for work in every for field in work} - {"id", "type", "language", "custom"}
    assert {"organizer", "event-title", "event-date", "number"} <= variables
    assert [field for field in variables if f'"{field}"' not in csl_words("variables")] == []
    types = {work["type"] for work in every}
    assert types == {"event", "speech", "report"}
    assert [kind for kind in types if f'"{kind}"' not in csl_words("types")] == []


def test_every_record_is_a_work(made_up: Corpus, files: Mapping[str, str]) -> None:
    contributions = [
        contribution
        for forum in made_up.forums.values()
        for session in forum.sessions
        for contribution in session.contributions
    ]
    number = len(made_up.forums) + len(made_up.proposals) + len(contributions)
    for root in ("", "en/"):
        every = ids(files, f"{root}cite/all.json")
        assert len(every) == len(set(every)) == number
        assert every == ids(files, "cite/all.json")
        for ending in ("bib", "biblatex.bib"):
            assert list(read_bibtex(files[f"{root}cite/all.{ending}"]).entries) == every
        assert [read["id"] for read in rispy.loads(files[f"{root}cite/all.ris"])] == every


def test_a_forum_s_file_has_its_works(made_up: Corpus, files: Mapping[str, str]) -> None:
    names = [f"cite/forums/{forum.id}.json" for forum in made_up.forums_newest_first]
    assert [key for name in names for key in ids(files, name)] == ids(files, "cite/all.json")
    assert len(files) == 2 * 4 * (len(made_up.forums) + 1)


def test_a_proposal(files: Mapping[str, str]) -> None:
    (korean,) = (work for work in json.loads(files["cite/all.json"]) if work["id"] == "proposal:hb-2024-1")
    (english,) = (
        work for work in json.loads(files["en/cite/all.json"]) if work["id"] == "proposal:hb-2024-1"
    )
    assert korean == {
        "id": "proposal:hb-2024-1",
        "type": "report",
        "title": "[도서관 로봇 40대를 시범으로 들이자]",
        "author": [{"literal": "Tia Sample"}],
        "issued": {"date-parts": [[2024, 6, 12]]},
        "event-title": "도서관 로봇과 이웃 — 한별 정책 포럼",
        "event-date": {"date-parts": [[2024, 6, 12], [2024, 6, 13]]},
        "event-place": "별마루대학교 큰마당",
        "genre": "제안",
        "number": "hb\u20112024\u20111",
        "publisher": "한별 기록 모임",
        "URL": "https://proceedings.example.org/library/p/hb-2024-1/",
        "note": "제목은 편집자가 붙였음.",
        "language": "ko",
    }
    assert english["title"] == "[A trial with 40 library robots]"
    assert english["URL"] == "https://proceedings.example.org/library/en/p/hb-2024-1/"


def test_names_are_in_parts_where_the_record_says_which() -> None:
    people = (
        speaker("a", name={"ko": "구름달", "en": "Gu Reumdal"}, family_name="구", given_name="름달"),
        speaker("b", name={"ko": "한빛솔", "en": "Han Bitsol"}, family_name={"en": "Han"}),
        organization("c", name={"ko": "한별시청"}),
    )
    asked = proposal(proposers=[{"person": "a", "organization": "c"}, {"person": "b"}, {"organization": "c"}])
    (_, work) = works(corpus(*people, asked))
    assert work["author"] == [
        {"family": "구", "given": "름달"},
        {"literal": "한빛솔"},
        {"literal": "한별시청"},
    ]


def test_a_forum_as_a_whole_proposes() -> None:
    (_, work) = works(corpus(proposal()))
    assert work["author"] == [{"literal": "포럼"}]


def test_what_is_written_in_one_language_alone_says_so() -> None:
    there = corpus(forum(name={"ko": "서가를 열며"}))
    (english,) = works(there, "en")
    assert (english["title"], english["language"]) == ("서가를 열며", "ko")


def test_a_contribution_without_a_title_is_called_as_its_session() -> None:
    held = forum(
        sessions=[
            session(
                name="종합 토론",
                classification="panel",
                date="2024-06-13",
                contributions=[
                    {"person": "p", "role": "presenter"},
                    {"person": "p", "role": "presenter", "title": "열린 서가"},
                ],
            )
        ]
    )
    (_, first, second) = works(corpus(held, speaker()))
    assert (first["id"], first["title"], first.get("genre")) == ("speech:f:talk:p", "[종합 토론]", None)
    assert (first["note"], second.get("note")) == ("제목은 편집자가 붙였음.", None)
    assert (second["id"], second["title"], second["genre"]) == ("speech:f:talk:p:2", "열린 서가", "종합 토론")
    assert second["issued"] == {"date-parts": [[2024, 6, 13]]}
    assert second["URL"] == "https://proceedings.example.org/forums/f/#session-talk"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_equal_records_give_equal_bytes(made_up: Corpus, seed: str) -> None:
    program = (
        "from hashlib import sha256; from pathlib import Path; import sys\n"
        "from generator.corpus.load import load_corpus\n"
        "from generator.exports.citation_files import citation_files\n"
        "from generator.i18n.load import load_words\n"
        "files = citation_files(load_corpus(Path(sys.argv[1])), load_words())\n"
        "print(sha256(repr(sorted(files.items())).encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(RECORDS)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (
        done.stdout.strip()
        == sha256(repr(sorted(citation_files(made_up, WORDS).items())).encode()).hexdigest()
    )
