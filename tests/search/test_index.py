"""The files of the index: the same each time, each term where it is looked for, each text as it was."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from generator.models.date import Day
from generator.search.aliases import Aliases
from generator.search.entries import Entry
from generator.search.folding import shard_of
from generator.search.index import (
    ALIAS,
    LEAD,
    NAMED,
    OF_A_SOURCE,
    TEXT,
    TITLE,
    VERB,
    Index,
    build_index,
    facets_of,
    fragment_of,
    weigh,
)
from generator.search.names import BLOCK, GROUP
from generator.search.terms import terms_of
from tests.search.test_postings import read
from tests.support.paths import RECORDS, ROOT
from tests.support.running import environment
from tests.support.search_index import facets_in, shards_of, texts_of

NONE = Aliases([])
ROBOT = Entry("proposal", "proposals/robot/", {"ko": "로봇을 들이자", "en": "Bring in robots"}, status="done")
HALL = Entry("organization", "organizations/hall/", {"ko": "한별시청"}, own_names=("시청",))
HOSTILE = "</script><img src=x onerror=alert(1)> \"'\\ {{ x }} \u2028\u202e 🤖 \x00 __proto__"


def built(*entries: Entry, verbs: Sequence[str] | None = None, aliases: Aliases = NONE) -> Index:
    return build_index(entries, verbs or [""] * len(entries), aliases)


def terms_in(index: Index) -> dict[str, list[tuple[int, int]]]:
    """Every term of every shard."""
    return {term: read(written) for shard in shards_of(index) for term, written in shard.items()}


def test_an_index_is_the_same_whatever_python_hashes() -> None:
    program = (
        "from hashlib import sha256; from pathlib import Path\n"
        "from generator.corpus.load import load_corpus; from generator.search import index_of\n"
        f"index = index_of(load_corpus(Path({str(RECORDS)!r})))\n"
        "print(index.terms, index.texts)\n"
        "print(*(f'{path} {sha256(content).hexdigest()}' for path, content in index.files.items()))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=environment(PYTHONHASHSEED=seed),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert re.search("texts/[a-z2-7]{8}/0.json", printed.pop())


def names_of(index: Index) -> tuple[str, str, str]:
    return index.terms, index.texts, index.facets


def test_another_content_has_other_names() -> None:
    found = [
        names_of(built(ROBOT)),
        names_of(built(ROBOT, HALL)),
        names_of(built(HALL, ROBOT)),
        names_of(
            built(Entry("proposal", ROBOT.path, {**ROBOT.title, "en": "Bring in a robot"}, status="done"))
        ),
        names_of(built(Entry("proposal", ROBOT.path, ROBOT.title, status="adopted"))),
        names_of(built(ROBOT, verbs=["들이다"])),
    ]
    assert len(set(found)) == len(found)
    assert names_of(built(ROBOT)) == found[0]


MANY = [Entry("page", f"{number}/", {"en": f"word{number:05}"}) for number in range(5_000)]


def test_an_edit_renames_what_it_changes_alone() -> None:
    """The shards of the terms that came and went, and the folder of the entry's group."""
    edited = list(MANY)
    edited[2_500] = Entry("page", "2500/", {"en": "another"})
    before, after = built(*MANY), built(*edited)
    gone, come = before.files.keys() - after.files.keys(), after.files.keys() - before.files.keys()
    assert {path.split("/")[0] for path in come} == {"terms", "texts"}
    assert sum(path.startswith("terms/") for path in come) == 2
    assert 0 < sum(path.startswith("terms/") for path in gone) <= 2
    assert len({path.split("/")[1] for path in come if path.startswith("texts/")}) == 1
    assert len(come) <= 2 + 2 * GROUP // BLOCK
    assert all(before.files[path] == after.files[path] for path in before.files.keys() & after.files.keys())


def test_an_entry_that_is_added_moves_no_other_group_of_texts() -> None:
    added = [*MANY[:2_500], Entry("page", "added/", {"en": "another"}), *MANY[2_500:]]
    before, after = (
        {path for path in built(*one).files if path.startswith("texts/")} for one in (MANY, added)
    )
    assert len(after - before) <= 2 * (2 * GROUP // BLOCK) + 1
    assert len(after) > 500


def test_search_index_json_stays_small() -> None:
    index = built(*MANY, *(replace(entry, path=f"more/{entry.path}") for entry in MANY))
    assert len(index.terms) + len(index.texts) < 5_000


def test_every_term_is_where_it_is_looked_for() -> None:
    entries = [
        ROBOT,
        HALL,
        Entry("speaker", "speakers/p/", {"ko": "한빛솔", "en": "Ｈan"}, people=("한빛솔",)),
    ]
    index = built(*entries)
    for number, shard in enumerate(shards_of(index)):
        assert {shard_of(term, index.shards) for term in shard} <= {number}
        assert list(shard) == sorted(shard)
    expected = {term for entry in entries for term in weigh(entry, "", NONE)}
    assert terms_in(index).keys() == expected
    assert {"로봇", "^ㄹㅂㅇㄷ", "^한", "robots", "~bidsor", "han"} <= expected


def test_a_term_names_its_entries_by_their_numbers() -> None:
    index = built(ROBOT, HALL, Entry("page", "about/", {"ko": "로봇"}))
    assert [entry for entry, _ in terms_in(index)["로봇"]] == [1, 3]
    assert index.entries == 3
    assert [one["path"] for one in texts_of(index)] == [
        ROBOT.path,
        HALL.path,
        "about/",
    ]


def test_nothing_can_be_indexed() -> None:
    index = built()
    assert index.entries == 0
    assert not any(shards_of(index))
    assert not [path for path in index.files if path.startswith("texts/")]


def test_each_entry_has_its_verbs() -> None:
    with pytest.raises(ValueError, match="zip"):
        build_index([ROBOT, HALL], [""], NONE)


@pytest.mark.parametrize(
    ("entry", "weight"),
    [
        (Entry("page", "", {"ko": "서가"}), TITLE),
        (Entry("page", "", {"ko": "x"}, own_names=("서가",)), TITLE),
        (Entry("page", "", {"ko": "x"}, named=("서가",)), NAMED),
        (Entry("page", "", {"ko": "x"}, lead={"ko": "서가"}), LEAD),
        (Entry("page", "", {"ko": "x"}, text={"ko": "서가", "en": "서가"}), 2 * TEXT),
        (Entry("page", "", {"ko": "서가"}, text={"ko": "서가"}), TITLE + TEXT),
        (Entry("source", "", {"ko": "서가"}), TITLE * OF_A_SOURCE),
    ],
)
def test_a_term_weighs_by_where_it_stands(entry: Entry, weight: float) -> None:
    weights = weigh(entry, "", NONE)
    assert weights["서가"] == weight
    assert ("^서" in weights) is (weight >= TITLE * OF_A_SOURCE or weight == NAMED)


def test_verbs_and_aliases_weigh_less() -> None:
    weights = weigh(ROBOT, "들이다 / 들이는", Aliases([["로봇", "automaton"]]))
    assert weights["이다"] == VERB
    assert weights["automaton"] == ALIAS
    assert weights["로봇"] == TITLE + ALIAS
    assert "^ㄷㅇㄷ." not in weights


def test_names_of_people_are_found_by_their_sound() -> None:
    speaker = Entry("speaker", "", {"ko": "구름달"}, people=("구름달", "Koo Rumdal"))
    forum = Entry("forum", "", {"ko": "x"}, named=("구름달", "Dawn Hall"), people=("구름달",))
    assert weigh(speaker, "", NONE)["~gu"] == TITLE
    assert weigh(forum, "", NONE)["~gu"] == NAMED
    assert "~dawn" not in weigh(forum, "", NONE)


def test_a_fragment_holds_the_texts_as_they_are() -> None:
    entry = Entry(
        "source",
        "sources/x/",
        {"ko": HOSTILE, "en": HOSTILE},
        own_names=(HOSTILE,),
        lead={"en": HOSTILE},
        text={"ko": HOSTILE},
    )
    (fragment,) = texts_of(built(entry))
    assert fragment == {
        "kind": "source",
        "path": "sources/x/",
        "title": {"ko": HOSTILE, "en": HOSTILE},
        "text": {"ko": HOSTILE, "en": HOSTILE},
        "names": HOSTILE,
    }


def test_a_fragment_tells_what_a_result_shows() -> None:
    entry = Entry(
        "proposal",
        "proposals/x/",
        {"ko": "가"},
        own_names=("x-1",),
        named=("나", "다"),
        people=("나",),
        date=Day(2024, 6, 12),
        status="done",
        topics=("a", "b"),
    )
    assert fragment_of(entry) == {
        "kind": "proposal",
        "path": "proposals/x/",
        "title": {"ko": "가"},
        "text": {},
        "names": "x-1\n나\n다",
        "date": {"ko": "2024년 6월 12일", "en": "12 June 2024"},
        "year": "2024",
        "status": "done",
        "topics": ("a", "b"),
    }


@pytest.mark.parametrize(
    ("lead", "text", "shown"),
    [
        ("하나.", "둘.", "하나. 둘."),
        ("하나", "둘\n셋", "하나 · 둘 · 셋"),
        ("하나?\n둘!", "셋…\n넷", "하나? 둘! 셋… 넷"),
        ("", "하나", "하나"),
        ("하나", "", "하나"),
    ],
)
def test_lines_become_one_text(lead: str, text: str, shown: str) -> None:
    fragment = fragment_of(Entry("page", "x/", {"ko": "가"}, lead={"ko": lead}, text={"ko": text}))
    assert fragment["text"] == {"ko": shown}


def test_facets() -> None:
    entries = [
        Entry("topic", "", {}, topics=("b",)),
        Entry("forum", "", {}, date=Day(2024, 1), topics=("b", "a")),
        Entry("proposal", "", {}, date=Day(2023), status="done"),
        Entry("proposal", "", {}, date=Day(2024, 1, 2), status="adopted"),
    ]
    expected: Mapping[str, object] = {
        "kind": {"values": ["forum", "proposal", "topic"], "of": [2, 0, 1, 1]},
        "year": {"values": ["2023", "2024"], "of": [-1, 1, 0, 1]},
        "status": {"values": ["adopted", "done"], "of": [-1, -1, 1, 0]},
        "topic": {"values": ["a", "b"], "of": [[1], [1, 0], [], []]},
    }
    assert facets_of(entries) == expected
    assert facets_in(built(*entries)) == expected


def test_a_shard_without_terms_is_a_file_too() -> None:
    """The browser takes one that is not there for lost, and then puts nothing right that was mistyped."""
    index = built(ROBOT)
    assert {} in shards_of(index)
    assert len(shards_of(index)) == index.shards


def test_a_big_index_falls_into_more_shards() -> None:
    many = [replace(entry, title={"en": entry.title["en"] * 9}) for entry in MANY]
    index = built(*many)
    assert index.shards > built(ROBOT).shards
    assert {term for entry in many for term, _ in terms_of(entry.title["en"])} <= terms_in(index).keys()
