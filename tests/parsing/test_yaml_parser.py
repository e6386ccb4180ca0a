import re
import resource
import time
import unicodedata

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.parsing.characters import forbidden_character
from generator.parsing.problems import MOST_PROBLEMS, Problem, Problems
from generator.parsing.yaml_errors import Place
from generator.parsing.yaml_parser import MOST_VALUES, Document, Tree, Unquoted, parse_yaml

YAML_MARKS = "\n\n  -:#,[]{}&*!|>'\"%@`?~\\\t\r ab가é0"
ANY_YAML = st.text(YAML_MARKS, max_size=60) | st.text(st.characters(), max_size=60)


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as raised:
        parse_yaml(text, "x.yml")
    return raised.value.problems


def outcome_of(text: str) -> Document | Problems:
    try:
        return parse_yaml(text, "x.yml")
    except Problems as problems:
        return problems


def test_lists_maps_and_texts_come_as_they_are_written() -> None:
    document = parse_yaml("name: {ko: 가, en: A}\nlist:\n- x\n- [y, 'z']\nlong: |\n  a\n  b\n", "x.yml")
    assert document.tree == {"name": {"ko": "가", "en": "A"}, "list": ["x", ["y", "z"]], "long": "a\nb\n"}


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "12:30",
        "1.10",
        "017",
        "2025-02-30",
        "1e3",
        ".nan",
        "0x1F",
        "null",
        "~",
        "yes",
        "9" * 5_000,
    ],
)
def test_nothing_is_taken_for_more_than_the_text_that_it_is(text: str) -> None:
    tree = parse_yaml(f"a: {text}", "x.yml").tree
    assert tree == {"a": text}
    assert isinstance(tree, dict)
    assert isinstance(tree["a"], Unquoted)


@pytest.mark.parametrize("text", ["'no'", '"no"', "|-\n  no", ">-\n  no"])
def test_a_text_in_quotes_is_not_plain(text: str) -> None:
    tree = parse_yaml(f"a: {text}", "x.yml").tree
    assert isinstance(tree, dict)
    assert tree["a"] == "no"
    assert not isinstance(tree["a"], Unquoted)


def test_texts_and_names_are_in_composed_form() -> None:
    decomposed = unicodedata.normalize("NFD", "각: 가나다")
    assert parse_yaml(decomposed, "x.yml").tree == {"각": "가나다"}


def test_a_field_left_empty_is_not_written_but_has_its_place() -> None:
    document = parse_yaml("a: x\nb:\nc: # nothing\n", "x.yml")
    assert document.tree == {"a": "x"}
    assert document.place_of(("b",)) == Place(2, 1)
    assert document.place_of(("c",)) == Place(3, 1)


def test_every_value_has_its_place() -> None:
    document = parse_yaml("a: x\nb:\n  - y\n  - c: z\n", "x.yml")
    assert document.places == {
        ("a",): Place(1, 4),
        ("b",): Place(3, 3),
        ("b", 0): Place(3, 5),
        ("b", 1): Place(4, 5),
        ("b", 1, "c"): Place(4, 8),
    }
    assert document.place_of_name(("b", 1, "c")) == Place(4, 5)
    assert document.place_of_name(("b", 0)) == Place(3, 5)


def test_what_is_not_written_has_the_place_of_what_is_around_it() -> None:
    document = parse_yaml("a: x\nb:\n  c: z\n", "x.yml")
    assert document.place_of(("b", "d", 3)) == document.place_of(("b",)) == Place(3, 3)
    assert document.place_of(("d",)) == Place(1, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_change_neither_texts_nor_places(end: str) -> None:
    text = "a: |\n  b\n  c\nd: #e\nf: g\n"
    assert problems_of(text.replace("\n", end)) == problems_of(text)
    assert parse_yaml(text.replace("#", "").replace("\n", end), "x") == parse_yaml(text.replace("#", ""), "x")


# One small file each; the whole messages for whole records stand in tests/invalid/.
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\na: 3", "written twice, first in line 1"),
        ("a: {b: 1, b: 2}", "1:11: a.b: 'b' is written twice, first in line 1; keep one of the two"),
        ("a: *b", "1:4: a: '*b' is a YAML alias; write the text itself"),
        ("- &a b", "1:3: [0]: '&a' is a YAML anchor; put the text in quotes if it begins with '&'"),
        ("a: !b c", "1:4: a: '!b' is a YAML tag; put the text in quotes if it begins with '!'"),
        ("a:\n  <<: b", "2:3: a.<<: '<<' is a YAML merge key; write the fields themselves"),
        ("a: b\n---\nc: d", "2:1: '---' begins a second record; write one record per file"),
        ("{[a]: b}", "1:2: a field's name is a single text; put it in quotes if it begins with '[' or '{'"),
        ("a: {b: c, d e, f: g}", "1:14: a.d e: 'd e' has no value; a comma ends a text inside { }: put the "),
        ("a: b #c", "1:4: a: '#c' is taken for a comment and cut off; put the whole text in quotes"),
        ("a: b: c", "1:5: a text with ': ' in it must be put in quotes"),
        ("a:\n\tb: c", "2:1: the line is indented with a tab; indent with spaces"),
        ("a: 'b", "1:4: a quotation mark is opened and never closed"),
        ("a: 'b\n\n\n\n", "1:4: a quotation mark is opened and never closed"),
        ("a: [b", "1:4: a '[' is not closed, or a text in it must be put in quotes"),
        ('a: "\\uDFFF"', "1:7: U+DFFF is half a character or none; write the character itself"),
        ("a: b\nc：d\n", "2:2: '：' is a full-width colon; type ': '"),
        ("", "1:1: the file is empty; write the record's fields into it"),
        ("a: \u202e", "1:4: U+202E (RIGHT-TO-LEFT OVERRIDE) cannot be seen"),
        ('"\\0": a', "1:1: U+0000 (a control character) cannot be seen"),
    ],
)  # fmt: skip
def test_what_is_ambiguous_is_refused(text: str, message: str) -> None:
    assert message in "\n".join(str(problem).removeprefix("x.yml:") for problem in problems_of(text))


def test_a_comment_after_a_space_is_no_cut_text() -> None:
    assert parse_yaml("a: b # c\nd: 'e' #f\n#g\n", "x.yml").tree == {"a": "b", "d": "e"}


def test_everything_wrong_is_told_at_once() -> None:
    found = problems_of("a: &a b\na: *a\nc: !d e\nf: g #h\n")
    assert [(problem.line, problem.field) for problem in found] == [
        (1, "a"),
        (2, "a"),
        (2, "a"),
        (3, "c"),
        (4, "f"),
    ]


def test_after_many_problems_the_rest_is_not_looked_at() -> None:
    found = problems_of("".join(f"a{number}: &x b\n" for number in range(5_000)))
    assert len(found) == MOST_PROBLEMS + 1
    assert "100 problems were found up to here; mend them to see the rest" in {
        str(problem.message) for problem in found
    }


def nested(opening: str, times: int) -> str:
    return f"a: {opening * times}"


HOSTILE = {
    "brackets": nested("[", 100_000),
    "half a million brackets": nested("[", 500_000),
    "maps": nested("{a: ", 5_000),
    "steps": "".join(" " * depth + "a:\n" for depth in range(1_000)),
    "dashes": "- " * 200_000,
    "questions": "? " * 200_000,
    "aliases": "a: &a [x]\n" + "b: [" + "*a, " * 150_000 + "]",
    "bomb": "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 5_000)),
    "merge keys": "a: &a {b: c}\n" + "".join(f"d{n}: {{<<: *a}}\n" for n in range(30_000)),
    "anchors": "".join(f"a{n}: &x b\n" for n in range(60_000)),
    "duplicate keys": "a: b\n" * 180_000,
    "texts": "[" + "a," * 450_000 + "]",
    "one text": "a: " + "b" * 999_000,
    "comments cut": "a: b #c\n" * 100_000,
    "tabs": "a:\n" + "\t" * 900_000,
    "documents": "---\n" * 200_000,
    "invisible": "\u200b" * 300_000,
    "tags": "a: " + "!" * 900_000,
    "digits": "a: " + "9" * 900_000,
    "quotes": "a: '" + "''" * 450_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_little(name: str) -> None:
    begun = time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcome = outcome_of(HOSTILE[name])
    assert isinstance(outcome, Document) or len(str(outcome)) < 100_000
    assert time.process_time() - begun < 1.5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kilobytes


def test_as_many_values_as_a_large_record_has_are_read() -> None:
    tree = parse_yaml("a:\n" + "- b\n" * (MOST_VALUES - 10), "x.yml").tree
    assert isinstance(tree, dict)
    assert len(tree["a"]) == MOST_VALUES - 10


@given(ANY_YAML)
@example("\r")
@example("a: b\r#c")
@example("a: [b\u0301")
@example("\ufeff")
@example("%YAML 1.1\n---\na: b")
@example("a:\n  - b\n c: d")
@settings(max_examples=500)
def test_any_text_is_a_document_or_problems_within_it(text: str) -> None:
    lines = re.split("\r\n|\r|\n", text)

    def inside(place: Place) -> bool:
        return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1

    outcome = outcome_of(text)
    if isinstance(outcome, Document):
        assert [place for place in outcome.places.values() if not inside(place)] == []
    else:
        found = outcome.problems
        assert found
        assert all(str(problem.message) and problem.path == "x.yml" for problem in found)
        assert [str(problem) for problem in found if not inside(Place(problem.line, problem.column))] == []


@given(ANY_YAML)
@settings(max_examples=300)
def test_what_is_taken_means_to_pyyaml_what_it_means_here(text: str) -> None:
    outcome = outcome_of(text)
    assume(isinstance(outcome, Document))
    assert isinstance(outcome, Document)
    loaded = yaml.load(unicodedata.normalize("NFC", text), Loader=yaml.CBaseLoader)  # noqa: S506  texts alone
    assert without_empty(loaded) == without_empty(outcome.tree)


def without_empty(tree: Tree) -> Tree:
    """A field left empty is "" to PyYAML's loader of texts and not there in ours."""
    if isinstance(tree, dict):
        return {key: without_empty(value) for key, value in tree.items() if value != ""}
    return [without_empty(part) for part in tree] if isinstance(tree, list) else str(tree)


WRITTEN = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=10).filter(
    lambda text: forbidden_character(text) is None
)
TREES = st.recursive(
    WRITTEN.map(lambda text: unicodedata.normalize("NFC", text)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abc가", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), TREES, min_size=1, max_size=4))
def test_what_another_program_writes_is_read_back(tree: dict[str, Tree]) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"')
    assert parse_yaml(written, "x.yml").tree == tree
