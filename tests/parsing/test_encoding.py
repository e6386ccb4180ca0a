from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.encoding import decoded
from generator.parsing.problems import Problem, Problems

TEXT = "name: 한별시 도서관\nnote: 서가를 밤에도 열자\n"


def in_another(encoding: str, name: str) -> str:
    return (
        f"the file is in {name}, not UTF-8; choose UTF-8 where your editor saves"
        f" (메모장: 다른 이름으로 저장 → 인코딩), or run: iconv -f {encoding} -t UTF-8 OLD > NEW"
    )


def problem_in(raw: bytes) -> Problem:
    with pytest.raises(Problems) as raised:
        decoded(raw, "content/x.yml")
    (problem,) = raised.value.problems
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_other_line_ends_change_nothing(encoding: str, end: str) -> None:
    assert decoded(TEXT.replace("\n", end).encode(encoding), "x.yml") == TEXT


def test_cp949_is_named() -> None:
    message = in_another("CP949", "CP949 (EUC-KR)")
    assert str(problem_in(TEXT.encode("cp949"))) == f"content/x.yml:1:7: {message}"


@pytest.mark.parametrize("text", [TEXT, "name: x\n", "가나 다"])
@pytest.mark.parametrize("order", ["", "-le", "-be"])
@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-32"])
def test_utf_16_and_utf_32_are_named_with_and_without_their_mark(
    encoding: str, order: str, text: str
) -> None:
    message = in_another(encoding, encoding)
    assert str(problem_in(text.encode(encoding + order))) == f"content/x.yml:1:1: {message}"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_named_though_it_was_cut(encoding: str) -> None:
    assert str(problem_in(TEXT.encode(encoding)[:-1]).message) == in_another("UTF-16", "UTF-16")


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_no_other_encoding_is_taken_for_utf_16(encoding: str) -> None:
    for raw in ("가", "가나다라", "한글", TEXT):
        with suppress(Problems):
            assert decoded(raw.encode(encoding), "x.yml") == raw
            continue
        assert "UTF-16" not in str(problem_in(raw.encode(encoding)).message)


def test_what_is_no_text_is_told_so() -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe"
    assert str(problem_in(picture).message).startswith(
        "this is a picture, a document or the like and no text; "
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_counted_however_it_ends(end: str) -> None:
    problem = problem_in(f"a: 1{end}b: 2{end}c: 가".encode()[:-1])
    assert (problem.line, problem.column) == (3, 4)


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_inside_a_character_is_told_where(cut: int) -> None:
    problem = problem_in("a: 가\nb: 나다".encode()[:-cut])
    assert (problem.line, problem.column) == (2, 5)
    assert str(problem.message).startswith("the file ends inside a character")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_damage_is_told_where_it_is_whatever_ends_the_lines(end: str) -> None:
    problem = problem_in(TEXT.replace("\n", end).encode().replace("밤".encode(), b"\xe0\xb0"))
    assert (problem.line, problem.column) == (2, 11)


def test_a_damaged_character_is_told_where_and_not_taken_for_cp949() -> None:
    problem = problem_in(TEXT.encode().replace("밤".encode(), b"\xb0\xa1"))
    assert (problem.line, problem.column) == (2, 11)
    assert str(problem.message).startswith("byte 0xB0 is not UTF-8 here")


def test_half_a_character_is_told_by_its_number() -> None:
    problem = problem_in(b"a: \xed\xa0\x80\n")
    assert (problem.line, problem.column) == (1, 4)
    assert str(problem.message) == "U+D800 is half a character; write the whole one"


def test_one_nul_is_no_utf_16() -> None:
    assert decoded(b"\0a: b", "x.yml") == "\0a: b"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_utf_8_comes_back(text: str) -> None:
    raw = b"# " + text.encode()
    assert decoded(raw, "x.yml") == "# " + text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary(max_size=100))
def test_bytes_are_a_text_or_a_problem_within_them(raw: bytes) -> None:
    try:
        decoded(raw, "x.yml")
    except Problems as problems:
        (problem,) = problems.problems
        assert 1 <= problem.line <= raw.count(b"\n") + raw.count(b"\r") + 1
        assert 1 <= problem.column <= len(raw)
