"""`make fuzz` in small: the same questions to what it begins with and to a few hundred changes of it."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz import __main__ as command
from tests.fuzz.mutation import CHANGES, crossed, next_input
from tests.fuzz.targets import FIRST_KIND, KINDS, TARGETS

FOUND = {
    "an entry slid into the list before it": ("prose", b"- a\n  - b\n     1. c\n     - d\n  - e\n- f"),
    "a list from 0 was one from 1 on the page": ("prose", b"- a\n\n0) b"),
    "a link's title was in feeds alone": ("prose", b'[a](b.md "c")'),
    "a heading within a list became its text": ("prose", b"1) c\n1) c\n   ## h"),
    "a field's endless name stood whole in its message": ("reader", b"0? " + b"x" * 5_000 + b"\n: a\n"),
    "each unknown field gave a message": ("reader", b"0" + b"".join(b"u%d: x\n" % n for n in range(200))),
    "lines that end with CR were not counted before damage": ("reader", b"0name: a\rabstract: \xe0\xb0"),
}
"""What the search once found, by what was wrong."""


@cache
def seeds_of(name: str) -> list[bytes]:
    """Read by the worker that asks for them alone."""
    return list(TARGETS[name].seeds())


def unchanged(raw: bytes, _: int) -> bytes:
    """In place of the engine's own changes."""
    return raw


def descendants(name: str) -> st.SearchStrategy[bytes]:
    """A seed after some changes."""
    target = TARGETS[name]
    words = target.words()

    def changed(raw: bytes, other: bytes, seeds: list[int]) -> bytes:
        for seed in seeds:
            raw = next_input(raw, target.longest, seed, words, unchanged)
        return crossed(raw, other, target.longest, seeds[0]) if seeds[0] % 3 == 0 else raw

    seed = st.sampled_from(seeds_of(name))
    return st.builds(changed, seed, seed, st.lists(st.integers(0, 2**32), min_size=1, max_size=4))


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_search_begins_with_is_taken_as_it_should_be(name: str) -> None:
    assert len(seeds_of(name)) > 100
    for seed in seeds_of(name):
        TARGETS[name].ask(seed)


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.data())
@settings(max_examples=300)
def test_so_is_what_becomes_of_it(name: str, data: st.DataObject) -> None:
    TARGETS[name].ask(data.draw(descendants(name)))


@pytest.mark.parametrize("what", FOUND)
def test_what_was_found_once_is_mended(what: str) -> None:
    name, raw = FOUND[what]
    TARGETS[name].ask(raw)


@pytest.mark.parametrize("name", TARGETS)
@given(raw=st.binary(max_size=60))
@example(raw=b"")
def test_any_bytes_are_an_input(name: str, raw: bytes) -> None:
    TARGETS[name].ask(raw)


def test_the_readers_seeds_are_of_every_kind() -> None:
    assert {KINDS[seed[0] - FIRST_KIND] for seed in seeds_of("reader")} == set(KINDS)


@pytest.mark.parametrize("change", dict.fromkeys(CHANGES), ids=lambda change: change.__name__)
def test_every_change_changes(change: Callable[..., str]) -> None:
    text = "title: 가각\nnotes:\n  - 하나\n  - 둘\n"
    chances = [random.Random(seed) for seed in range(20)]  # noqa: S311 - to be the same each time
    assert {change(chance, text, ["no"]) for chance in chances} - {text}


def test_the_same_seed_gives_the_same_input_within_its_length() -> None:
    raw, words = b"1name: a\nlinks:\n- url: b\n", TARGETS["reader"].words()
    inputs = [next_input(raw, 30, seed, words, unchanged) for seed in range(50)]
    assert inputs == [next_input(raw, 30, seed, words, unchanged) for seed in range(50)]
    assert len(set(inputs)) > 25
    assert max(map(len, inputs)) <= 30


LOG = """INFO: Running with entropic power schedule
#400000\tNEW    cov: 484 ft: 2562 corp: 433/220Kb lim: 3000 exec/s: 163 rss: 81Mb
#401234\tDONE   cov: 485 ft: 2562 corp: 433/220Kb lim: 3000 exec/s: 163 rss: 81Mb
"""
STATS = "stat::number_of_executed_units: 401234\nstat::slowest_unit_time_sec:    0\n"


def test_a_search_is_told_in_a_line() -> None:
    assert command.summary("reader", LOG + STATS, 100.0) == (
        "reader: 401,234 inputs in 100 s (4,012 a second), 485 branches, slowest input 0 s"
    )
    killed = command.summary("reader", LOG, 100.0)
    assert killed == "reader: 401,234 inputs in 100 s (4,012 a second), 485 branches, slowest input ? s"
    assert command.summary("reader", "", 1.0).startswith("reader: 0 inputs")


def test_a_finding_is_told_with_how_to_see_it_again() -> None:
    log = f"""{LOG} === Uncaught Python exception: ===
ValueError: x
Test unit written to {command.FOUND}/prose-crash-1
"""
    told = command.finding("prose", log)
    assert told.startswith("prose: FOUND\n=== Uncaught Python exception: ===\nValueError: x")
    assert told.endswith('ask again: make fuzz ARGS="prose build/fuzz/prose-crash-1"')
    assert command.finding("prose", f"{LOG}==1== libFuzzer: run interrupted; exiting") == "prose: stopped"


def test_an_input_can_be_asked_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "crash").write_bytes(b"0name: [")
    assert command.main(["reader", str(tmp_path / "crash")]) == 0
    assert "is taken as it should be" in capsys.readouterr().out


def test_what_still_breaks_is_seen_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.escaping.escape", str)
    (tmp_path / "crash").write_bytes(b"\0<b>a</b>")
    with pytest.raises(AssertionError):
        command.main(["escaper", str(tmp_path / "crash")])


def test_without_atheris_it_is_said_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    assert command.main(["reader"]) == 1
    assert "Python 3.11 to 3.14 on Linux (x86-64)" in capsys.readouterr().err
