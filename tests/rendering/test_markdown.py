"""A Writer writes each kind of value for a page of a language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from markupsafe import Markup

from generator.models import Figure, Language, Prose, Text
from generator.models.date import read_day
from generator.pages.page import FileLink, PageLink, WebLink, Word
from generator.rendering.markdown import Writer
from tests.support.small_corpus import corpus
from tests.support.words import WORDS


def writer(language: Language = "ko", path: str = "proposals/x.md") -> Writer:
    return Writer(WORDS[language], path)


def text(ko: str | None = None, en: str | None = None) -> Text:
    return Text(ko=ko, en=en)


def test_a_text_is_written_in_the_language_of_the_page() -> None:
    assert writer("ko").write(text("포럼", "Forum")) == "포럼"
    assert writer("en").write(text("포럼", "Forum")) == "Forum"


def test_a_text_in_the_other_language_says_so() -> None:
    assert writer("en").write(text(ko="포럼")) == '<span lang="ko">포럼</span>'


def test_what_is_not_known_to_be_safe_is_text() -> None:
    assert writer().write("<b>*x*</b>") == "&#60;b&#62;&#42;x&#42;&#60;/b&#62;"
    assert writer().write(Markup("<b>")) == "<b>"


@pytest.mark.parametrize("value", [None, True, [], object()])
def test_what_nobody_meant_to_write_is_an_error(value: object) -> None:
    with pytest.raises(TypeError):
        writer().write(value)


def test_links_to_pages_are_relative_files() -> None:
    link = PageLink(text("가", "A"), "forums/a.md", "programme")
    assert writer("ko", "index.md").write(link) == "[가](forums/a.md#programme)"
    assert writer("ko", "forums/b.md").write(link) == "[가](a.md#programme)"
    assert writer("en", "proposals/b.md").write(link) == "[A](../forums/a.md#programme)"


def test_links_that_leave_say_so() -> None:
    written = writer().write(WebLink("a & b", "https://example.org/?a=1&b=(2)"))
    assert written.startswith('<a href="https://example.org/?a=1&#38;b=(2)"')
    assert 'rel="external"' in written
    assert "a &#38; b" in written


@pytest.mark.parametrize(
    ("language", "path", "address"),
    [
        ("ko", "index.md", "files/a.pdf"),
        ("en", "index.md", "../files/a.pdf"),
        ("ko", "about.md", "../files/a.pdf"),
        ("ko", "forums/index.md", "../files/a.pdf"),
        ("ko", "forums/x.md", "../../files/a.pdf"),
        ("en", "forums/x.md", "../../../files/a.pdf"),
    ],
)
def test_files_lie_at_the_root_for_both_languages(language: Language, path: str, address: str) -> None:
    assert writer(language, path).file_address("a.pdf") == address
    assert f'href="{address}"' in writer(language, path).write(FileLink("a", "a.pdf"))


def test_the_name_of_a_file_is_no_address() -> None:
    assert (
        writer("ko", "index.md").file_address("2024/a  b #1 50%.pdf")
        == "files/2024/a%20%20b%20%231%2050%25.pdf"
    )


@pytest.mark.parametrize(
    ("tag", "name"), [("ja", "일본어"), ("zh-Hant", "중국어 (번체)"), ("ain", "아이누어"), ("jje", "jje")]
)
def test_a_language_has_a_name_or_its_tag(tag: str, name: str) -> None:
    assert writer("ko").language_name(tag) == name


def test_what_is_plain_is_not_escaped_again() -> None:
    """A portrait of R&D is called so to those who hear it, and not R&#38;D."""
    assert writer("ko").write(writer("ko").plain("R&D")) == "R&#38;D"


def test_days_are_as_exact_as_they_are_known() -> None:
    day = read_day("2025-07-16")
    assert writer("ko").day(day, weekday=True) == '<time datetime="2025-07-16">2025년 7월 16일 (수)</time>'
    assert writer("en").write(day) == '<time datetime="2025-07-16">16 July 2025</time>'
    assert writer("ko").write(read_day("2025-07?")) == '<time datetime="2025-07">2025년 7월(추정)</time>'
    assert writer("en").write(read_day("2025~")) == '<time datetime="2025">about 2025</time>'


@pytest.mark.parametrize(
    ("value", "more", "korean", "english"),
    [
        (
            "720",
            {"scale": "trillion", "unit": "KRW", "qualifier": "approx"},
            "약 720조 원",
            "about 720 trillion won",
        ),
        ("2000", {"scale": "trillion", "unit": "KRW"}, "2,000조 원", "2,000 trillion won"),
        ("6", {"unit": "rank"}, "6위", "6th"),
        ("2.5", {"unit": "rank"}, "2.5위", "2.5"),
        ("2", {"unit": "rank", "scale": "million"}, "200만위", "2 million"),
        ("300", {"unit": "people", "qualifier": "at-least"}, "300명 이상", "at least 300 people"),
        ("1", {"unit": "companies"}, "1개 기업", "1 company"),
        ("1", {"unit": "people", "scale": "million"}, "100만명", "1 million people"),
        ("12.5", {"unit": "percent"}, "12.5%", "12.5%"),
        ("1.1347", {"scale": "trillion", "unit": "KRW"}, "1조 1,347억 원", "1.1347 trillion won"),
    ],
)
def test_amounts_in_each_language(value: str, more: dict[str, str], korean: str, english: str) -> None:
    figure = Figure.model_validate({"label": "x", "value": value, **more})
    amount = corpus().amount_of(figure)
    assert writer("ko").write(amount) == korean
    assert writer("en").write(amount) == english


def test_numbers_stand_in_thousands() -> None:
    assert writer("en").write(12345) == "12,345"
    assert writer("ko").write(Decimal("1.50")) == "1.50"


def test_prose_on_one_line_keeps_its_blocks_apart() -> None:
    prose = Prose(ko="하나\n\n- 둘\n- 셋\n\n1. 넷")
    assert writer().prose_line(prose) == "하나<br>· 둘<br>· 셋<br>· 넷"
    assert "\n-   둘\n-   셋\n" in writer().write(prose)


def test_prose_links_to_pages_from_where_it_stands() -> None:
    prose = Prose(ko="[제안](proposals/a-1.md#sources)")
    assert writer("ko", "forums/x.md").write(prose) == "[제안](../proposals/a-1.md#sources)"


def test_the_other_title_is_shown_if_it_differs() -> None:
    assert writer("ko").other_language(text("가", "A")) == '<span lang="en">A</span>'
    assert writer("ko").other_language(text("Naver", "Naver")) is None
    assert writer("en").other_language(text(en="A")) is None
    assert writer("ko").other_language(text(en="A")) is None
    assert writer("ko").other_language(Word("forums.title")) is None


def test_languages_have_names() -> None:
    assert writer("ko").language_name("en") == "영어"
    assert writer("en").language_name("ko") == "Korean"
