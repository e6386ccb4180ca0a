"""Any text, written as plain Markdown, is read as it was by others' CommonMark; no backslash is needless."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.parsing.addresses import uri_of
from generator.parsing.commonmark import _PARSER as COMMON_MARK
from generator.parsing.plain_markdown import (
    address_in_markdown,
    as_markdown,
    link_in_markdown,
    prose_as_markdown,
)
from tests.fuzz.pages import meaning_of
from tests.fuzz.prose import accepted, as_it_is
from tests.parsing.test_commonmark import ANY_PROSE

READER = MarkdownIt("commonmark")
PARTS = [
    "#", "##", "-", "+", "*", "_", "1.", "2)", ">", "|", "<", "&", "&amp;", "&#42;", "`", "~~~", "=",
    "---", "[", "]", "(", ")", "![", "](", "]:", "[x]", "[ ]", "\\", "<b>", "<!--", "</p>", "<https://x.y>",
    "a", "가", "1", " ", " ", "!", ":", "a_b",
]  # fmt: skip
LINES = (
    (
        st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map("".join)
        | st.text(
            st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffd"),
            min_size=1,
            max_size=40,
        )
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
PLACES = ("{}", "- {}", "1. {}", "# {}", "- a: {} [1]", "  {}", "a {}; b", "- [b](c.md) — {}; {}")
"""Where templates put a text."""


@pytest.mark.parametrize("place", PLACES)
@given(LINES)
@example("# 제목 #")
@example("[x]: y")
@example("\\")
@settings(max_examples=60)
def test_any_text_is_read_as_it_was_written(place: str, text: str) -> None:
    """In its place a text is one text: nothing in it begins, ends or becomes anything."""
    written = place.replace("{}", as_markdown(text))
    words = place.replace("{}", "가")
    html, calm = READER.render(written), READER.render(words)
    assert re.sub(r"\s+", " ", html) == re.sub(r"\s+", " ", calm.replace("가", escaped(text)))


def escaped(text: str) -> str:
    """As the reader writes a text that is nothing but text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@given(LINES)
@settings(max_examples=100)
def test_any_text_names_a_link(text: str) -> None:
    html = READER.render(link_in_markdown(text, "https://a.example/b_(c)?d&copy;=(e"))
    assert html == f'<p><a href="https://a.example/b_(c)?d&amp;copy;=(e">{escaped(text)}</a></p>\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[보도자료] 도서관 로봇 (안)", "[보도자료] 도서관 로봇 (안)"),
        ("R&D, AT&T; 5 < 6 > 4", "R&D, AT&T; 5 < 6 > 4"),
        ("2 * 3 * 4, snake_case", "2 * 3 * 4, snake_case"),
        ("#태그 50%~60%, 약 -5도!", "#태그 50%~60%, 약 -5도!"),
        ("C:\\가 | 나", "C:\\가 | 나"),
        ("2025. 3. 5. 토론회", "2025\\. 3. 5. 토론회"),
        ("# 하나", "\\# 하나"),
        ("- 하나", "\\- 하나"),
        ("*별*", "\\*별\\*"),
        ("&amp; <b> &lt", "\\&amp; \\<b> \\&lt"),
        ("[가](나)", "\\[가\\](나)"),
        ("[ ] 할 일", "\\[ \\] 할 일"),
        ("`코드`", "\\`코드\\`"),
        ("3월~5월 ~~취소~~", "3월~5월 \\~~취소\\~~"),
    ],
)
def test_a_backslash_stands_where_it_is_needed(text: str, written: str) -> None:
    assert as_markdown(text) == written


def test_a_link_needs_less() -> None:
    assert link_in_markdown("[보도자료]", "https://a.b/") == "[[보도자료]](https://a.b/)"
    assert link_in_markdown("1. 하나 #", "https://a.b/") == "[1. 하나 #](https://a.b/)"
    assert link_in_markdown("가] [나", "https://a.b/") == "[가\\] \\[나](https://a.b/)"


@given(ANY_PROSE)
@example("- a\n\n1. b\n\n- c")
@example("- a\n  - b\n\n    c\n- d")
@example("**데이터(data)**는 *곧* ***온** 다*")
@example("a  \n- b\\\n1\\. c")
@example("a\\![가](b.md)")
@settings(max_examples=200)
def test_a_field_means_what_it_meant(text: str) -> None:
    assume(text.strip() and accepted(text.strip()))
    written = prose_as_markdown(text.strip(), as_it_is)
    assert meaning_of(READER.render(written)) == meaning_of(COMMON_MARK.render(text.strip())), written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("하나\n둘", "하나 둘"),
        ("하나\n\n- 둘\n- 셋\n  1. 넷\n  2. 다섯\n\n끝", "하나\n\n- 둘\n- 셋\n  1. 넷\n  2. 다섯\n\n끝"),
        ("하나  \n둘", "하나\\\n둘"),
        ("**하나** *둘*", "**하나** *둘*"),
        ("**데이터(a)**는", "<strong>데이터(a)</strong>는"),
        ("<a@b.co> <https://c.d/e_f>", "[a@b.co](mailto:a@b.co) <https://c.d/e_f>"),
        ("[가](about.md#b)", "[가](about.md#b)"),
    ],
)  # fmt: skip
def test_a_field_stays_as_people_write_it(text: str, written: str) -> None:
    assert prose_as_markdown(text, as_it_is) == written


def test_a_link_to_a_page_has_its_address() -> None:
    assert (
        prose_as_markdown("[가](forums/x.md)", lambda page: f"https://a.b/{page}")
        == "[가](https://a.b/forums/x.md)"
    )


@given(st.text("ab/?#%41&;=~._가 ", max_size=12))
def test_an_address_is_that_of_its_rfc(rest: str) -> None:
    address = f"https://a.example/{rest}"
    assert address_in_markdown(address) == f"<{uri_of(address)}>"


def test_an_address_is_in_ascii() -> None:
    assert address_in_markdown("https://가.example/나?다") == (
        "<https://xn--o39a.example/%EB%82%98?%EB%8B%A4>"
    )
