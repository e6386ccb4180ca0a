"""The SQLite file: sound, equal to the tables, found in by Korean words, and served by Datasette as it is."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.data.sqlite_file import search_words, sqlite_file
from generator.exports.data.tables import tables_of
from generator.models import RECORD_KINDS
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import proposal, speaker
from tests.trust.sites import armed_corpus


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def database(corpus: Corpus) -> Iterator[sqlite3.Connection]:
    with closing(opened(corpus)) as connection:
        yield connection


def opened(corpus: Corpus) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(sqlite_file(corpus, tables_of(corpus)))
    return connection


def found(database: sqlite3.Connection, table: str, words: str) -> list[str]:
    """As Datasette asks: every word in quotes, of which all have to be there."""
    sought = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    rows = database.execute(
        f"select id from {table} where rowid in (select rowid from {table}_fts where {table}_fts match ?) "  # noqa: S608 - a test's own names
        "order by id",
        [sought],
    )
    return [key for (key,) in rows]


def test_it_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("pragma page_size").fetchone() == (4096,)
    assert database.execute("pragma freelist_count").fetchone() == (0,)
    for kind in RECORD_KINDS:  # Raises when the index is damaged.
        database.execute(f"insert into {kind}_fts ({kind}_fts) values ('integrity-check')")  # noqa: S608 - ours


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_the_index_says_what_the_table_says_and_the_words(
    corpus: Corpus, database: sqlite3.Connection, kind: str
) -> None:
    """An index that SQLite makes of the table itself has the same terms of the same texts."""
    columns = [row[1] for row in database.execute(f"pragma table_info({kind}_fts)")]
    texts = ", ".join(columns[:-1])
    assert columns[-1] == "words"
    content = f"{texts}, content={kind}, tokenize=unicode61"
    database.execute(f"create virtual table again using fts5({content})")
    database.execute("insert into again (again) values ('rebuild')")
    database.execute("create virtual table temp.made using fts5vocab(main, again, instance)")
    database.execute(f"create virtual table temp.ours using fts5vocab(main, {kind}_fts, instance)")
    of_texts = "select term, doc, col, offset from {} where col != 'words' order by 1, 2, 3, 4"
    made, ours = (database.execute(of_texts.format(one)).fetchall() for one in ("made", "ours"))
    for table in ("made", "ours", "again"):
        database.execute(f"drop table {table}")
    assert ours == made != []
    ids = [key for (key,) in database.execute(f"select id from {kind} order by rowid")]  # noqa: S608 - ours
    assert ids == list(corpus.by_kind[kind])


def test_a_text_that_was_found_can_be_shown_with_the_words_marked(database: sqlite3.Connection) -> None:
    sql = "select snippet(proposals_fts, -1, '[', ']', '…', 9) from proposals_fts where proposals_fts match ?"
    shown = " ".join(text for (text,) in database.execute(sql, ["robots"]) if text)
    assert "[robots]" in shown.lower()


@pytest.mark.parametrize("made", [lambda: load_corpus(RECORDS), armed_corpus], ids=["made up", "hostile"])
def test_it_holds_the_tables_as_they_are(made: Any) -> None:  # noqa: ANN401 - either way
    whole = made()
    with closing(opened(whole)) as database:
        for table in tables_of(whole):
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            rows = database.execute(f"select {columns} from {table.name} order by rowid").fetchall()  # noqa: S608 - ours
            assert rows == list(table.rows)


def test_a_hostile_text_is_found_by_its_words() -> None:
    whole = armed_corpus()
    with closing(opened(whole)) as database:
        keys = found(database, "forums", "DROP TABLE forums")
    assert "'; DROP TABLE forums; --" in [whole.forums[key].name.ko for key in keys]


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("안내로봇을 들이자", "로봇"),
        ("안내로봇을 들이자", "안내로봇"),
        ("안내로봇을 들이자", "들이자 로봇"),
        ("데이터센터의 전력", "센터"),
        ("Readers and ROBOTS", "robots"),
        ("人工智能 基本法", "基本法"),
    ],
)
def test_korean_is_found_inside_words(text: str, sought: str) -> None:
    whole = small_corpus(proposal(title=text), proposal("f-2"))
    with closing(opened(whole)) as database:
        assert found(database, "proposals", sought) == ["f-1"]
        assert found(database, "proposals", "없는말") == []


def test_a_record_is_found_by_the_names_in_it() -> None:
    named = speaker(name={"ko": "모래나래", "en": "Mo Raenarae"}, other_names=[{"name": "沙翼"}])
    whole = small_corpus(named, proposal(proposers=[{"person": "p"}]))
    words = search_words(whole, whole.proposals["f-1"]).split()
    assert {"모래나래", "나래", "raenarae", "沙翼", "f-1"} <= set(words)
    assert len(words) == len(set(words))


def test_words_that_the_index_has_of_texts_stand_there_once() -> None:
    whole = small_corpus(proposal(title={"ko": "안내로봇을 들이자 AI센터 Ｗide é", "en": "Bring in robots"}))
    with closing(opened(whole)) as database:
        vocabulary = "fts5vocab(main, proposals_fts, instance)"
        database.execute(f"create virtual table temp.vocabulary using {vocabulary}")
        words = {term for (term,) in database.execute("select term from vocabulary where col = 'words'")}
        assert {"로봇", "안내로봇", "ai", "센터", "wide"} <= words
        assert {"안내로봇을", "들이자", "bring", "robots"}.isdisjoint(words)
        assert database.execute("select words from proposals").fetchall() == [(None,)]
        for sought in ("안내로봇을", "robots", "wide", "센터", "ai", "로봇 bring"):
            assert found(database, "proposals", sought) == ["f-1"], sought


def test_it_says_what_it_is(database: sqlite3.Connection) -> None:
    about = dict(database.execute("select name, value from about"))
    assert about["name_ko"] == "한별시 도서관 포럼 기록"
    assert about["licence_url"].startswith("https://creativecommons.org/")


def test_the_bytes_name_no_version_of_sqlite(corpus: Corpus) -> None:
    first, second = (sqlite_file(corpus, tables_of(corpus)) for _ in range(2))
    assert first == second
    assert first[96:100] == (3_040_000).to_bytes(4, "big")


class Served:
    """Datasette on a free port, with the file alone and no settings."""

    def __init__(self, file: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "datasette", "serve", str(file), "--host", "127.0.0.1", "--port", "0"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr
        said = iter(self.process.stderr.readline, "")
        lines = (re.search(r"running on (http://\S+)", line) for line in said)
        self.address = next(line[1] for line in lines if line)

    def get(self, path: str, **query: str) -> Any:  # noqa: ANN401 - JSON
        address = f"{self.address}{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(address, timeout=60) as response:  # noqa: S310 - ours
            text = response.read().decode()
        return json.loads(text) if ".json" in path else text


@pytest.fixture(scope="module")
def served(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    file = tmp_path_factory.mktemp("datasette") / "proceedings.db"
    file.write_bytes(sqlite_file(corpus, tables_of(corpus)))
    running = Served(file)
    yield running
    running.process.terminate()
    running.process.communicate()


def test_datasette_answers_a_question(served: Served, corpus: Corpus) -> None:
    sql = "select count(*) as n from proposals join forums on forums.id = proposals.forum"
    answer = served.get("/proceedings.json", sql=sql, _shape="array")
    assert answer == [{"n": len(corpus.proposals)}]


def test_datasette_finds_a_korean_word(served: Served, corpus: Corpus) -> None:
    found = served.get("/proceedings/proposals.json", _search="로봇", _shape="array", _size="max")
    assert found
    for row in found:
        assert "로봇" in search_words(corpus, corpus.proposals[row["id"]])
    assert len(found) < len(corpus.proposals)


def test_datasette_shows_a_search_box_and_links_what_is_named(served: Served) -> None:
    page = served.get("/proceedings/proposals")
    assert 'name="_search"' in page
    assert 'href="/proceedings/forums/2024-library-robots"' in page
    assert "2024-library-robots" in served.get("/proceedings/forums/2024-library-robots")


def test_datasette_opens_every_table_and_counts_by_a_column(served: Served, corpus: Corpus) -> None:
    """`get` raises unless the answer is 200."""
    shown = {one["name"]: one for one in served.get("/proceedings.json")["tables"] if not one["hidden"]}
    tables = {table.name: table for table in tables_of(corpus)}
    assert shown.keys() == {*tables, "about"}
    for name, table in tables.items():
        assert f"<h1>{name}</h1>" in served.get(f"/proceedings/{name}", _size="20")
        linked = {one["column"] for one in shown[name]["foreign_keys"]["outgoing"]}
        assert linked == {column.name for column in table.columns if column.target}
    for folder, words in (("forums", "forum_kinds"), ("proposals", "statuses")):
        column = next(one.name for one in tables[folder].columns if one.target == words)
        answer = served.get(f"/proceedings/{folder}.json", _facet=column, _facet_size="max", _size="0")
        found = answer["facet_results"][column]["results"]
        assert sum(one["count"] for one in found) == len(tables[folder].rows)
        assert {one["value"] for one in found} <= {row[0] for row in tables[words].rows}
