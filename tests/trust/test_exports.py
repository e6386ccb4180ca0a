"""Every export gives every attack back as it was, wherever it stands, and has an entry for each record.

An export says of armed records what it says of harmless ones, with the words exchanged.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import PurePath
from unicodedata import normalize

import feedparser  # type: ignore[import-untyped]  # has no types of its own
import pytest
import vobject  # type: ignore[import-untyped]  # has no types of its own
from bibtexparser.entrypoint import parse_string as parse_bibtex
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own
from pydantic import ValidationError

from generator import exports
from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES, RECORD_KINDS, Prose, Text
from generator.parsing.characters import forbidden_character
from tests.support.no_workbook import without_workbook
from tests.support.paths import TESTS
from tests.support.tex_printed import straight
from tests.support.words import WORDS
from tests.trust.armed import Arms
from tests.trust.disguise import Disguise, differences, harmless
from tests.trust.exported import READERS, keeps_markdown, texts_in
from tests.trust.sites import attacks, attacks_in_markdown, corpus_of

Files = Mapping[str, bytes]

COPIES = re.compile(r"cite/forums/|feeds/(topics|organizations)/|text/topics/|/old-")
"""Files whose entries stand in others too, written by the same code; tests/exports/ has an eye on which."""


GENRES = {
    ".json": ("genre",),
    ".biblatex.bib": ("type", "titleaddon"),
    ".bib": ("type", "howpublished"),
    ".ris": ("type_of_work",),
}
"""Where references have a kind of forum, which they begin with a capital."""


def wrongs(files: Files, calm: Files, armed: Iterable[Arms], suffix: str | None = None) -> list[str]:
    """What the files say otherwise than the harmless ones; none of them may be missing."""
    assert files.keys() == calm.keys()
    everybody = dict(enumerate(armed))
    # What is one paragraph with a harmless word may be many, or a list: then the words alone are compared.
    flowing = any(one.markdown for one in everybody.values())
    found = []
    for path, content in files.items():
        if suffix in (None, PurePath(path).suffix) and not COPIES.search(path):
            expected = Disguise(everybody, keeps_markdown(path)).lifted(
                said_calmly(path, calm[path], flowing)
            )
            said = texts_in(path, content, flowing)
            wanted = with_capitals(path, expected)
            if path.endswith(".bib"):
                said, wanted = with_straight_quotes(said), with_straight_quotes(wanted)
            found += [f"{path} {one}" for one in differences(said, wanted)]
    return found


def with_straight_quotes(said: Counter[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """TeX prints straight quotes as closing ones, so a .bib file has curly ones in their place."""
    quoted: Counter[tuple[str, ...]] = Counter()
    for texts, times in said.items():
        quoted[tuple(map(straight, texts))] += times
    return quoted


def with_capitals(path: str, said: Counter[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    of_ending = (genres for ending, genres in GENRES.items() if path.endswith(ending))
    genres = next(of_ending, ()) if "cite/" in path else ()
    capital: Counter[tuple[str, ...]] = Counter()
    for (*where, text), times in said.items():
        begins = text[:1].upper() if where and where[-1] in genres else text[:1]
        capital[*where, begins + text[1:]] += times
    return capital


@lru_cache(maxsize=2000)
def said_calmly(path: str, content: bytes, flowing: bool) -> Counter[tuple[str, ...]]:
    """Harmless files are compared with many."""
    return texts_in(path, content, flowing)


@dataclass(frozen=True)
class Exported:
    """Armed records and harmless ones, and the files of both."""

    armed: list[Arms]
    files: Files
    calm: Files


def export_files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """All files for other programs, with the site's words."""
    return exports.export_files(corpus, WORDS)


@pytest.fixture(scope="module", params=[attacks, attacks_in_markdown], ids=["lines", "markdown"])
def exported(request: pytest.FixtureRequest) -> Exported:
    armed = request.param()
    calm = [harmless(one.key, number) for number, one in enumerate(armed)]
    # The lines go through a workbook in tests/exports/data/test_workbook.py.
    with without_workbook() if request.param is attacks else nullcontext():
        return Exported(armed, *(dict(export_files(corpus_of(each))) for each in (armed, calm)))


@pytest.mark.parametrize("suffix", READERS)
def test_every_text_comes_back_equal(exported: Exported, suffix: str) -> None:
    assert wrongs(exported.files, exported.calm, exported.armed, suffix) == []


@pytest.mark.builds  # all exports, 92 times
@pytest.mark.parametrize("one", attacks(), ids=lambda one: one.key)
def test_what_the_site_says_of_itself_comes_back_equal(one: Arms) -> None:
    whole = replace(one, key="whole")  # the harmless files are the same for all of them
    with without_workbook():
        files = dict(export_files(corpus_of([], whole)))
    assert wrongs(files, calm_whole(), [whole]) == []


@cache
def calm_whole() -> Files:
    with without_workbook():
        return dict(export_files(corpus_of([], harmless("whole", 0))))


def test_every_record_is_an_entry(exported: Exported) -> None:
    corpus, files = corpus_of(exported.armed), exported.files
    records = {folder: sum(record.folder == folder for record in corpus.records) for folder in RECORD_KINDS}
    assert set(records.values()) == {len(exported.armed) + 1}
    talks = sum(len(one.contributions) for forum in corpus.forums.values() for one in forum.sessions)
    works = records["forums"] + records["proposals"] + talks
    for path, entry, number in (
        *((f"data/{folder}.jsonl", ("id",), number) for folder, number in records.items()),
        *((f"data/{folder}.csv", ("id",), number) for folder, number in records.items()),
        *(("data/proceedings.db", (folder, "id"), number) for folder, number in records.items()),
        ("cite/all.json", ("id",), works),
        ("cite/all.ris", ("id",), works),
        ("en/cite/all.bib", ("entry",), works),
        ("calendars/all.ics", ("UID",), records["forums"]),
    ):
        found = texts_in(path, files[path])
        assert sum(times for said, times in found.items() if said[: len(entry)] == entry) == number, path


def test_other_programs_read_them_too(exported: Exported) -> None:
    """Feeds follow the grammar of Atom; each format's second reader stumbles over nothing."""
    files = exported.files
    grammar = etree.RelaxNG(etree.parse(TESTS / "exports" / "feeds" / "atom.rng"))
    for path in ("feeds/new.atom", "en/feeds/follow-ups.atom", f"feeds/forums/{exported.armed[0].key}.atom"):
        grammar.validate(etree.fromstring(files[path]))
        assert not grammar.error_log, path
        assert not feedparser.parse(files[path]).bozo
    calendar = vobject.readOne(files["calendars/all.ics"].decode())
    names = [one.ko for one in exported.armed]
    assert {event.summary.value for event in calendar.vevent_list} >= set(names)
    assert not parse_bibtex(files["cite/all.bib"].decode()).failed_blocks


# What nobody thought of


def accepted(kind: type[Text]) -> Callable[[str], bool]:
    """Whether the reader of records takes a text for a field of the kind."""

    def is_accepted(text: str) -> bool:
        try:
            return kind.model_validate(text) is not None
        except ValidationError:
            return False

    return is_accepted


LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn")).filter(
    lambda one: not forbidden_character(one)
)
MARKS = st.sampled_from([*string.punctuation, " ", "가", "é", "1", "\u200d", "🤖", "ء", "\u3000"])
SEEN = st.text(MARKS | LETTERS, min_size=1, max_size=40).map(lambda text: normalize("NFC", text))
# A joiner that joins nothing is refused before anything is made of a file.
TEXTS = SEEN.filter(lambda text: not forbidden_character(text))
LINES = TEXTS.filter(accepted(Text)).map(lambda text: " ".join(text.split()))
MARKDOWN = st.lists(TEXTS, min_size=1, max_size=3).map("\n\n".join).filter(accepted(Prose)).map(str.strip)


@given(ko=LINES, en=LINES, prose=st.none() | MARKDOWN)
@example(ko="\\", en="}", prose=None)
@settings(max_examples=15)
def test_any_text_comes_back_equal_from_every_export(ko: str, en: str, prose: str | None) -> None:
    assume(ko.casefold() != en.casefold())
    one = Arms("x", ko, en, dict.fromkeys(LANGUAGES, prose) if prose else None)
    with without_workbook():
        files = dict(export_files(corpus_of([one], one)))
    assert wrongs(files, calm_files(), [one]) == []


@cache
def calm_files() -> Files:
    calm = harmless("x", 0)
    with without_workbook():
        return dict(export_files(corpus_of([calm], calm)))
