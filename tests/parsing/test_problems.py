import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.messages import shortened, verbatim
from generator.parsing.problems import (
    Problem,
    Problems,
    field_name,
    problems_as_github,
    problems_as_gitlab,
    problems_as_json,
    problems_as_text,
    suggestion,
    visible,
)

ANY_TEXT = st.text(st.characters(), max_size=200) | st.text("\n\r\x1b\0:,%\u202e\ud800 ab", max_size=50)
"""With lone surrogates: a file's name can hold them."""


def test_a_problem_is_one_line_with_its_place_first() -> None:
    problem = Problem("content/site.yml", 3, 7, "name.ko", verbatim("is missing; write it"))
    assert str(problem) == "content/site.yml:3:7: name.ko: is missing; write it"


def test_a_problem_of_the_whole_file_names_no_field() -> None:
    assert str(Problem("content/site.yml", 1, 1, "", verbatim("x; y"))) == "content/site.yml:1:1: x; y"


def test_problems_are_sorted_by_path_then_line_then_column_and_each_once() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 30), ("a", 2, 4), ("a", 2, 4)]
    found = Problems(Problem(path, line, column, "", verbatim("x")) for path, line, column in places).problems
    assert [(problem.path, problem.line, problem.column) for problem in found] == [
        ("a", 2, 4),
        ("a", 2, 30),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ((), ""),
        (("name",), "name"),
        (("history", 1, "status"), "history[1].status"),
        (("a", 0, 2), "a[0][2]"),
    ],
)
def test_a_field_is_named_as_people_write_it(field: tuple[str | int, ...], name: str) -> None:
    assert field_name(field) == name


@pytest.mark.parametrize(
    ("wrong", "valid", "hint"),
    [
        ("adoptd", ["adopted", "rejected"], "; did you mean 'adopted'?"),
        ("Adopted", ["adopted", "rejected"], "; did you mean 'adopted'?"),
        ("ａｄｏｐｔｅｄ", ["adopted"], "; did you mean 'adopted'?"),
        ("xyz", ["adopted", "rejected"], ""),
        ("adopted", [], ""),
    ],
)
def test_the_nearest_valid_word_is_suggested_where_one_is_close(
    wrong: str, valid: list[str], hint: str
) -> None:
    assert str(suggestion(wrong, valid) or "") == hint


def test_of_words_equally_close_the_order_does_not_choose() -> None:
    assert suggestion("a-3", ["a-1", "a-2"]) == suggestion("a-3", ["a-2", "a-1"])


@given(ANY_TEXT)
def test_nothing_visible_is_obeyed_by_a_terminal_or_a_log(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=100))
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_what_cannot_be_seen_is_named() -> None:
    assert visible("a\x1b[31m\n\u202e") == "a<U+001B>[31m<U+000A><U+202E>"


def test_a_long_message_keeps_its_beginning_and_its_remedy() -> None:
    message = shortened(f"'{'x' * 1_000_000}' is not an id; write another")
    assert len(message) < 500
    assert message.startswith("'xxx")
    assert message.endswith("' is not an id; write another")


def test_a_short_message_stays_whole() -> None:
    assert shortened("x" * 400) == "x" * 400


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_each_problem_is_one_github_command_whatever_it_quotes(path: str, field: str, message: str) -> None:
    command = problems_as_github([Problem(path, 3, 7, field, verbatim(message))])
    assert command.count("\n") == 1
    assert command.endswith("\n")
    found = re.fullmatch(r"::error file=([^:,]*),line=3,col=7::(.*)\n", command)
    assert found
    assert not re.search(r"%(?!25|3A|2C)", found[1] + found[2])
    # What GitHub decodes is what was meant.
    decoded = found[2].replace("%25", "%")
    assert decoded == visible(f"{field}: {message}" if field else message)


def test_a_message_cannot_begin_another_github_command() -> None:
    problem = Problem(
        "content/x.yml\n::warning::a", 1, 1, "", verbatim("a\r\n::set-output name=x::y%0A::error::z")
    )
    assert problems_as_github([problem]) == (
        "::error file=content/x.yml<U+000A>%3A%3Awarning%3A%3Aa,line=1,col=1"
        "::a<U+000D><U+000A>::set-output name=x::y%250A::error::z\n"
    )


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_json_says_everything_and_can_be_printed_anywhere(path: str, field: str, message: str) -> None:
    written = problems_as_json([Problem(path, 3, 7, field, verbatim(message))])
    assert written.isascii()
    assert json.loads(written) == [
        {
            "path": path,
            "line": 3,
            "column": 7,
            "field": field,
            "level": "error",
            "name": "",
            "key": "verbatim",
            "values": {"text": message},
            "message": message,
        }
    ]


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_gitlab_s_report_has_what_gitlab_asks_for(path: str, field: str, message: str) -> None:
    """docs.gitlab.com/ci/testing/code_quality: these fields, of these types."""
    written = problems_as_gitlab([Problem(path, 3, 7, field, verbatim(message), "warning", "one-language")])
    assert written.isascii()
    (reported,) = json.loads(written)
    assert re.fullmatch("[0-9a-f]{64}", reported.pop("fingerprint"))
    assert reported == {
        "description": visible(
            f"{field}: {message} [one-language]" if field else f"{message} [one-language]"
        ),
        "check_name": "one-language",
        "severity": "minor",
        "location": {"path": path, "lines": {"begin": 3}},
    }


def test_gitlab_knows_a_problem_again_that_has_moved_and_tells_others_apart() -> None:
    problem = Problem("content/a.yml", 3, 7, "name", verbatim("x"))
    several = [problem, replace(problem, line=9), replace(problem, field="url"), replace(problem, path="b")]
    prints = [one["fingerprint"] for one in json.loads(problems_as_gitlab(several))]
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3
    assert json.loads(problems_as_gitlab([problem]))[0]["severity"] == "major"
    assert json.loads(problems_as_gitlab([])) == []


def test_as_text_is_a_line_for_each() -> None:
    problems = [Problem("a", 1, 1, "", verbatim("x")), Problem("b", 2, 2, "c", verbatim("y\nz"))]
    assert problems_as_text(problems) == "a:1:1: x\nb:2:2: c: y<U+000A>z\n"
    assert problems_as_text([]) == problems_as_github([]) == ""


@pytest.mark.parametrize(
    "write", [problems_as_text, problems_as_github, problems_as_gitlab, problems_as_json]
)
@pytest.mark.parametrize(
    "command", ["##[error]x", "###[set-env name=a]b", "##vso[task.x]y", "a\n::error::b", "::add-mask::x"]
)
def test_no_form_of_a_command_is_left_to_a_log(write: Callable[[list[Problem]], str], command: str) -> None:
    """GitHub's runner obeys `::name::` after white space at a line's beginning, and `##[name]` anywhere."""
    written = write([Problem(f"{command}.yml", 1, 1, command, verbatim(command))])
    lines = [line.strip().removeprefix("::error file=") for line in written.splitlines()]
    assert not any(line.startswith("::") or re.search(r"##\w*\[", line) for line in lines)


@pytest.mark.parametrize(
    "text", ["::error::x", "  ::error::x", "\u3000::error::x", "##[error]x", "a ##[error]x", "##vso[a]x"]
)
def test_a_line_of_another_program_is_no_command_either(text: str) -> None:
    assert not re.search(r"^\s*::|##\w*\[", visible(text))


def test_of_a_thousand_problems_the_rest_is_counted_as_one() -> None:
    problems = [Problem("a", number, 1, "", verbatim("x")) for number in range(1, 1_002)]
    found = Problems(problems).problems
    assert len(found) == 1_001
    assert str(found[-1]) == "content:1:1: there are more than 1,000 problems; mend these to see the rest"
    assert len(Problems(problems[1:]).problems) == 1_000


def test_a_field_is_named_shortly() -> None:
    assert len(field_name(("a" * 1_000, 1, "b" * 1_000))) < 250


def test_no_word_is_looked_for_among_the_known_that_is_far_too_long() -> None:
    assert suggestion("adopted" * 100, ["adopted" * 100 + "x"]) is None
