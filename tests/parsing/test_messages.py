"""Messages: found by key, filled with values, and the same in both languages."""

import ast
import re
from collections.abc import Iterator
from string import Formatter
from typing import get_args

import pytest

from generator.parsing import messages
from generator.parsing.messages import (
    LONGEST_VALUE,
    Message,
    MessageStrings,
    Speech,
    as_plain_values,
    in_words,
    message,
    message_strings,
    verbatim,
)
from tests.support.paths import ROOT

WORDS: dict[Speech, MessageStrings] = {
    "en": {
        "found": "found {thing} in {n:,} {place}",
        "count": {"one": "{n} file", "other": "{n} files"},
        "part": "; mean '{word}'?",
    },
    "ko": {
        "found": "{place}에서 {thing:'을} {n:,}개 찾았습니다",
        "count": {"other": "파일 {n}개"},
        "part": " {word:'이} 맞습니까?",
    },
}


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "message_strings", WORDS.__getitem__)


@pytest.mark.usefixtures("made_up")
def test_values_fill_the_words_of_each_language() -> None:
    told = message("found", thing="서가", n=1_234, place=message("count", n=2))
    assert in_words(told, "en") == str(told) == "found 서가 in 1,234 2 files"
    assert in_words(told, "ko") == "파일 2개에서 '서가'를 1,234개 찾았습니다"


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(("n", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_the_number_chooses_the_form_of_a_message(n: int, words: str) -> None:
    assert in_words(message("count", n=n), "en") == words
    assert in_words(message("count", n=n), "ko") == f"파일 {n}개"


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(
    "wrong", [message("nothing"), message("part.more"), message("part"), message("count.x")]
)
def test_an_unknown_key_or_a_missing_value_is_an_error(wrong: Message) -> None:
    with pytest.raises(KeyError):
        in_words(wrong, "en")


def test_braces_in_a_value_are_plain() -> None:
    assert str(verbatim("{x} {0}")) == "{x} {0}"


def test_messages_have_an_order_whatever_their_values_are() -> None:
    several = [message("b"), message("a", n=2), message("a", n="x"), message("a", n=message("b"))]
    assert [str(one.key) for one in sorted(several)] == ["a", "a", "a", "b"]
    assert sorted(several) == sorted([several[2], several[3], several[0], several[1]])


def test_a_message_is_the_same_whatever_the_order_of_its_values() -> None:
    assert message("x", a="1", b="2") == message("x", b="2", a="1")


def test_a_long_value_keeps_its_beginning_and_its_end() -> None:
    ((_, text),) = message("x", a=f"a{'x' * 1_000_000}z").values
    assert isinstance(text, str)
    assert len(text) < LONGEST_VALUE + 10
    assert (text[0], text[-1]) == ("a", "z")


def test_for_programs_a_part_is_a_key_and_values_too() -> None:
    told = message("found", n=2, remedy=message("part", word="x"))
    assert as_plain_values(told) == {"n": 2, "remedy": {"key": "part", "values": {"word": "x"}}}


# The words in strings/messages/


def written(strings: MessageStrings, above: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every key with its forms; words without forms have one, named by nothing."""
    for name, words in strings.items():
        key = f"{above}.{name}" if above else name
        if isinstance(words, str):
            yield key, {"": words}
        elif words.keys() <= {"one", "other"}:
            yield key, {form: str(form_words) for form, form_words in words.items()}
        else:
            yield from written(words, key)


KEYS = {language: dict(written(message_strings(language))) for language in get_args(Speech)}


def values_named(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def values_of_key(language: Speech, key: str) -> set[str]:
    return set().union(*map(values_named, KEYS[language][key].values()))


@pytest.mark.parametrize("language", get_args(Speech))
def test_no_topic_and_no_message_is_written_twice(language: Speech) -> None:
    """The later of two would hide the earlier one."""
    folder = ROOT / "generator" / "strings" / "messages"
    lines = (folder / f"{language}.yml").read_text(encoding="utf-8").splitlines()
    written_keys: list[tuple[str, ...]] = []
    for line in lines:
        if found := re.match(r"( *)(\w+):", line):
            above = written_keys[-1][: len(found[1]) // 2] if written_keys else ()
            written_keys.append((*above, found[2]))
    assert len(written_keys) == len(set(written_keys)) > 300


def test_each_message_is_in_both_languages() -> None:
    assert KEYS["ko"].keys() == KEYS["en"].keys()


def test_both_languages_name_the_same_values() -> None:
    assert [key for key in KEYS["ko"] if values_of_key("ko", key) != values_of_key("en", key)] == []


def test_a_message_with_forms_has_those_of_its_language() -> None:
    assert [key for key, forms in KEYS["ko"].items() if forms.keys() not in ({""}, {"other"})] == []
    assert [key for key, forms in KEYS["en"].items() if forms.keys() not in ({""}, {"one", "other"})] == []
    assert [key for key in KEYS["ko"] if ("" in KEYS["ko"][key]) != ("" in KEYS["en"][key])] == []


def test_particles_follow_values_by_their_names_alone() -> None:
    """A particle after a value depends on the value: `{name:을}`, never `{name}을`."""
    fixed = re.compile(r"(?<!\})\}'?(은|는|이|가|을|를|과|와|으로|로|라는|이라는)(?![가-힣])")
    assert [key for key, forms in KEYS["ko"].items() if any(map(fixed.search, forms.values()))] == []


# The code


def constants() -> Iterator[str]:
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Each `message("key", …)` of the program."""
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message"
            )
            if isinstance(node, ast.Call) and named and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value), node


def test_somebody_says_each_message() -> None:
    assert KEYS["en"].keys() - set(constants()) == set()


def test_each_message_that_is_said_has_words_and_every_value_that_they_name() -> None:
    wrong = [
        key
        for key, call in calls()
        if key not in KEYS["en"]
        or values_of_key("en", key) | ({"n"} if "other" in KEYS["en"][key] else set())
        != {argument.arg for argument in call.keywords}
    ]
    assert wrong == []
