import pytest

from generator.parsing.particles import with_particle


@pytest.mark.parametrize(
    ("text", "particle", "written"),
    [
        ("포럼", "은", "포럼은"), ("날짜", "은", "날짜는"), ("값", "이", "값이"), ("기호", "이", "기호가"),
        ("제목", "을", "제목을"), ("출처", "을", "출처를"), ("말", "과", "말과"), ("주소", "과", "주소와"),
        ("목록", "으로", "목록으로"), ("아이디", "으로", "아이디로"), ("말", "으로", "말로"),
        ("제안", "이라", "제안이라"), ("주소", "이라", "주소라"), ("주소", "이고", "주소고"),
    ],
)  # fmt: skip
def test_hangul_tells_its_last_sound(text: str, particle: str, written: str) -> None:
    assert with_particle(text, particle) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [("0", "0을"), ("1", "1을"), ("2", "2를"), ("3", "3을"), ("4", "4를"), ("5", "5를"), ("6", "6을"),
     ("7", "7을"), ("8", "8을"), ("9", "9를"), ("10", "10을"), ("2025-07-16", "2025-07-16을")],
)  # fmt: skip
def test_numbers_are_read_in_korean(number: str, written: str) -> None:
    assert with_particle(number, "을") == written


@pytest.mark.parametrize(
    ("text", "particle", "written"),
    [
        ("1", "으로", "1로"), ("3", "으로", "3으로"), ("6", "으로", "6으로"), ("8", "으로", "8로"),
        ("x.yml", "을", "x.yml을"), ("x.yml", "으로", "x.yml로"), ("UTF-8", "이", "UTF-8이"),
        ("CP949", "이", "CP949가"), ("KBS", "을", "KBS를"), ("MBN", "을", "MBN을"),
        ("city-hall", "은", "city-hall은"), ("topic", "이", "topic이"), ("status", "을", "status를"),
        ("map", "을", "map을"), ("book", "을", "book을"), ("date", "을", "date를"), ("line", "을", "line을"),
        ("title", "으로", "title로"), ("speaker", "은", "speaker는"), ("meeting", "을", "meeting을"),
    ],
)  # fmt: skip
def test_latin_words_are_read_as_korean_spells_them(text: str, particle: str, written: str) -> None:
    assert with_particle(text, particle) == written


@pytest.mark.parametrize(
    ("text", "particle", "written"),
    [
        ("'제안됨'", "은", "'제안됨'은"), ("“서가”", "을", "“서가”를"), ("「법」", "이", "「법」이"),
        ("국제연합(UN)", "은", "국제연합(UN)은"), ("(서가)", "을", "(서가)를"),
        ("https://서가/", "은", "https://서가/는"), ("café", "은", "café는"), ("１２", "은", "１２는"),
        ("서가.", "을", "서가.를"),
        ("('x')", "이", "('x')가"),
    ],
)  # fmt: skip
def test_quotes_and_brackets_are_not_read(text: str, particle: str, written: str) -> None:
    assert with_particle(text, particle) == written


@pytest.mark.parametrize("text", ["", "漢字", "☆", "…"])
def test_where_nobody_knows_the_sound_both_are_written(text: str) -> None:
    assert with_particle(text, "을") == f"{text}을(를)"
    assert with_particle(text, "으로") == f"{text}(으)로"
    assert with_particle(text, "이라") == f"{text}(이)라"
