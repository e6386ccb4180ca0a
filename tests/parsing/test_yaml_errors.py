import pytest
import yaml

from generator.parsing.problems import Problem
from generator.parsing.yaml_errors import Place, syntax_problem


def problem_in(text: str) -> Problem:
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    return syntax_problem(raised.value, text, "x.yml")


def test_a_place_counts_from_1() -> None:
    assert Place.of(yaml.Mark("x", 0, 1, 2, None, 0), ["a", "bcd"]) == Place(2, 3)
    assert Place.of(None, ["a"]) == Place(1, 1)


def test_no_place_lies_behind_the_end() -> None:
    assert Place.of(yaml.Mark("x", 0, 1, 0, None, 0), ["abc"]) == Place(1, 4)


# Every complaint of libyaml that a record's writer is likely to meet, with a place and a remedy.
@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ("a: b: c", (1, 5), "a text with ': ' in it must be put in quotes"),
        ("a: b\nc\n", (2, 1), "a field needs ': ' between its name and its text"),
        ("a: @b", (1, 4), "a text that begins with '@' must be put in quotes"),
        ('a: "\\가"', (1, 5), r"a '\' in double quotes begins an escape; use single quotes or write '\\'"),
        ('a: "\\xZZ"', (1, 7), r"a '\' in double quotes begins an escape; use single quotes or write '\\'"),
        ("a: |가", (1, 5), "a text that begins with '|' must be put in quotes"),
        ("a: 'b\nc: d\n", (1, 4), "a quotation mark is opened and never closed"),
        ("a:\n  - b\n c: d", (3, 2), "the indentation or the quotes do not match the lines above"),
        ("- a\nb: c", (2, 1), "the indentation does not match the list above"),
        ("a\n---b: c", (2, 5), "a text with ': ' in it must be put in quotes"),
        ("{a: b}\nc: d", (2, 1), "the indentation does not match the lines above"),
        ("a: [b", (1, 4), "a '[' is not closed, or a text in it must be put in quotes"),
        ("a: {b\nc: d", (1, 4), "a '{' is not closed, or a text in it must be put in quotes"),
        ("a: [", (1, 5), "a '[' or '{' is not closed, or a text in it must be put in quotes"),
        ("a: - b", (1, 4), "a text that begins with '- ' must be quoted"),
        ("a: !b!c d", (1, 4), "a text that begins with '!' must be put in quotes"),
        ("a: * b", (1, 5), "a text that begins with '*' must be put in quotes"),
        ('a: "\\uD800"', (1, 7), "U+D800 is half a character or none; write the character itself"),
        ('a: "\\UFFFFFFFF"', (1, 7), "U+FFFFFFFF is half a character or none; write the character itself"),
        ("a:\n\tb: c", (2, 1), "the line is indented with a tab; indent with spaces"),
        ("a:\n  b: c\n\u00a0\u00a0d\n", (3, 1), "U+00A0 (NO-BREAK SPACE) means nothing to YAML; type an ordinary space"),  # noqa: E501
        ("a: b\nc：d", (2, 2), "'：' is a full-width colon; type ': '"),
        ("%YAML 9.0\n---\na", (1, 1), "this is not valid YAML (found incompatible YAML document)"),
        ("a:b\nc: d\n", (1, 2), "a field needs ': ' between its name and its text"),
        ("a: 'it's'\n", (1, 8), "a text ends at its second quotation mark; double one inside it, or use the other kind"),  # noqa: E501
        ("a: ? b\n", (1, 4), "a text that begins with '? ' must be put in quotes"),
        ("a: b\nc\u2236 d", (2, 2), "U+2236 (RATIO) means nothing to YAML; type ': '"),
        ("a: b\nc:\u3000d", (2, 3), "U+3000 (IDEOGRAPHIC SPACE) means nothing to YAML; type an ordinary space"),  # noqa: E501
        ("a: b\nc:\n\u2003- d", (3, 1), "U+2003 (EM SPACE) means nothing to YAML; type an ordinary space"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_is_told_in_plain_words(text: str, place: tuple[int, int], advice: str) -> None:
    found = problem_in(text)
    assert ((found.line, found.column), str(found.message)) == (place, advice)
