import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decoding import decoded
from generator.problems import Problem, Problems

TEXT = "name: 한별시 도서관\nnote: 서가를 밤에도 열자\n"
SAVE = "save it as UTF-8 in your editor"


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
    message = f"the file is in CP949 (EUC-KR), not UTF-8; {SAVE}"
    assert problem_in(TEXT.encode("cp949")) == Problem("content/x.yml", 1, 7, "", message)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(encoding: str) -> None:
    message = f"the file is in UTF-16, not UTF-8; {SAVE}"
    assert problem_in(TEXT.encode(encoding)) == Problem("content/x.yml", 1, 1, "", message)


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_inside_a_character_is_told_where(cut: int) -> None:
    problem = problem_in("a: 가\nb: 나다".encode()[:-cut])
    assert (problem.line, problem.column) == (2, 5)
    assert problem.message.startswith("the file ends inside a character")


def test_a_damaged_character_is_told_where_and_not_taken_for_cp949() -> None:
    problem = problem_in(TEXT.encode().replace("밤".encode(), b"\xb0\xa1"))
    assert (problem.line, problem.column) == (2, 11)
    assert problem.message.startswith("byte 0xB0 is not UTF-8 here")


def test_half_a_character_is_told_by_its_number() -> None:
    problem = problem_in(b"a: \xed\xa0\x80\n")
    assert (problem.line, problem.column) == (1, 4)
    assert problem.message == "U+D800 is half a character; write the whole one"


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
        assert 1 <= problem.line <= raw.count(b"\n") + 1
        assert 1 <= problem.column <= len(raw)
