"""A Markdown field says on the page what CommonMark says it means, with nothing but what is allowed."""

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.corpus.reader import LONGEST_PAGE
from generator.models.texts import LONGEST_PROSE
from generator.parsing.characters import forbidden_character
from generator.parsing.commonmark import (
    first_forbidden,
    first_words,
    forbidden_markup,
    is_page_link,
    prose_to_html,
    prose_to_markdown,
    wrong_link,
)
from tests.fuzz.pages import html_of
from tests.fuzz.prose import (
    ASIDE,
    a_field_is_refused_with_its_line,
    a_field_is_xml,
    a_field_says_on_the_page_what_it_means,
    accepted,
    as_it_is,
)
from tests.support.hostile_prose import FRAGMENTS, ORDINARY, cost_of, most_of


def page_of(text: str) -> str:
    """The field as a page's HTML."""
    return html_of(prose_to_markdown(text, as_it_is))


SNIPPETS = st.lists(
    st.sampled_from(
        [
            "데이터", "word", "**a**", "*b*", "**데이터(data)**는", "***c***", "*d **e** f*",
            "[가](https://a.b/c?d=e&f=g)",
            "[나](proposals/a-1.md#b)", "<https://x.y>", "<a@b.co>", "\n", "\n\n", "  \n", "\\\n",
            "- a\n", "- b\n\n", "* c\n",
            "+ d\n", "1. a\n", "2. b\n", "1) c\n", "  - e\n", "    f\n", "    - g\n", "   1. h\n", "<b>",
            "{: .x }", "|a|b|",
            "---|", ":   d", "&lt;", "&amp;amp;", "&#42;", "\\*", "\\[", "_e_", "~~f~~", "$g$",
            "{{ 7 }}", "[TOC]", "[^1]",
            "[x]: y", "*[H]: T", "!!! n", "===", "\t", " ", "*", "**", "[", "](", ")", "#h", "-", "'",
            '"', "</p>", "<!--",
        ]
    ),
    max_size=14,
)  # fmt: skip
ANY_PROSE = (
    SNIPPETS.map("".join)
    | SNIPPETS.map(" ".join)
    | st.text("*[]()- 1.\n\\<>&;:a가", max_size=40)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
).filter(lambda text: forbidden_character(text) is None and not re.search(r"[^\S\n\t ]", text))
"""Without rare spaces, which become ordinary ones."""


@given(ANY_PROSE)
@example("- a\n\n1. b\n\n- c")
@example("- a\n  - b\n\n    c\n- d")
@example("a  \nb\\\nc")
@example("- a\n\n  - b\n- c")
@example("- a\n  - b\n- c")
@example("- a\n- &nbsp;")
@example("- a\n  - b\n     1. c\n     - d\n  - e\n- f")
@settings(max_examples=300)
def test_a_field_says_on_the_page_what_it_means(text: str) -> None:
    headings = bool(re.search(r"^ {0,3}##", text, re.MULTILINE))
    assume(forbidden_markup(text, headings) is None)
    a_field_says_on_the_page_what_it_means(text, headings)


@pytest.mark.parametrize("claim", ASIDE, ids=lambda claim: claim.__name__)
@given(text=ANY_PROSE)
def test_what_holds_for_a_field_beside_its_page(claim: Callable[[str], None], text: str) -> None:
    assume(text.strip() and accepted(text.strip()))
    claim(text.strip())


@given(st.text(max_size=60) | ANY_PROSE)
def test_any_text_is_allowed_or_told_why_not(text: str) -> None:
    found = first_forbidden(text)
    told = f"line {found[0]} of the text: {found[1]}" if found else "None"
    assert str(forbidden_markup(text)) == told
    a_field_is_refused_with_its_line(text, headings=False)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("하나\n둘", "<p>하나 둘</p>"),
        ("하나\n\n둘", "<p>하나</p>\n<p>둘</p>"),
        ("하나  \n둘", "<p>하나<br>둘</p>"),
        ("**데이터(a)**는 *곧* 온다", "<p><strong>데이터(a)</strong>는 <em>곧</em> 온다</p>"),
        ('**"말"**이라고', "<p><strong>&#34;말&#34;</strong>이라고</p>"),
        ("2 * 3 * 4", "<p>2 &#42; 3 &#42; 4</p>"),
        ("snake_case_name", "<p>snake&#95;case&#95;name</p>"),
        ("<b>굵게</b>", "<p>&#60;b&#62;굵게&#60;/b&#62;</p>"),
        ("- 하나\n- 둘", "<ul>\n<li>하나</li>\n<li>둘</li>\n</ul>"),
        ("1. 하나\n2. 둘", "<ol>\n<li>하나</li>\n<li>둘</li>\n</ol>"),
        ("- 하나\n    - 둘", "<ul>\n<li>하나<ul>\n<li>둘</li>\n</ul>\n</li>\n</ul>"),
        ("2025\\. 7\\. 16\\. 열림", "<p>2025&#46; 7. 16. 열림</p>"),
        ("[a](about.md#b)", '<p><a href="about.md#b">a</a></p>'),
        ("[&](https://c.d?e)", '<p><a href="https://c.d?e" rel="external">&#38;</a></p>'),
        ("<a@b.co>", '<p><a href="mailto:a@b.co" rel="external">a&#64;b&#46;co</a></p>'),
        ("AT&amp;T &copy;", "<p>AT&#38;T ©</p>"),
    ],
)  # fmt: skip
def test_what_people_write(text: str, html: str) -> None:
    assert forbidden_markup(text) is None
    assert page_of(text) == html


def test_a_page_has_headings_where_a_field_has_none() -> None:
    text = "## 무엇을 모았나\n\n글"
    assert str(forbidden_markup(text)) == (
        "line 1 of the text: a heading cannot stand here; paragraphs, lists, emphasis and links are allowed"
    )
    assert forbidden_markup(text, headings=True) is None
    assert prose_to_markdown(text, as_it_is) == "## 무엇을 모았나\n\n글"
    assert str(forbidden_markup("- 글\n\n  ## 더", headings=True)) == (
        "line 3 of the text: a heading cannot stand here; paragraphs, lists, emphasis and links are allowed"
    )
    assert str(forbidden_markup("글\n\n# 또 하나", headings=True)) == (
        "line 3 of the text: a page has one title, its first line; begin other headings with '##'"
    )


def test_links_to_pages_are_turned_as_the_page_wants_them() -> None:
    assert prose_to_markdown("[a](forums/x.md#y)", lambda address: f"../{address}") == "[a](../forums/x.md#y)"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# a", 1), ("a\n\n> b", 3), ("a\nb `c`", 2), ("a\n\n    b", 3), ("```\na", 1), ("a\n\n***", 3),
        ("![a](https://b.c)", 1),
        ("2025. 7. 16.", 1), ("- a\n\n0) b", 3), ('a\n[b](about.md "c")', 2),
        ("a\n\n3) b", 3), ("a\n[b](javascript:c)", 2), ("a  \nb  \n[c](d)", 3),
        ("- a\n- b\n- > c", 3),
        ("a &#x202e; b", 1), ("a\n&#0;", 2), ("[a](https://b@c.d)", 1), ("- a\n- &nbsp;", 2),
        ("- a\n-\n- b", 2), ("- - a", 1), ("[](about.md)", 1),
        ("- a\n  - b\n    - c\n      - d\n        - e", 5),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_told_with_its_line(text: str, line: int) -> None:
    found = first_forbidden(text)
    assert found
    assert found[0] == line
    assert str(found[1])


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org", "http://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG", "mailto:desk@example.org",
        "about.md", "proposals/2025-a-1.md#history",
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_a_mailbox_or_a_page(address: str) -> None:
    assert wrong_link(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JAVASCRIPT:a", " javascript:a", "java\tscript:a", "vbscript:a",
        "data:text/html,a", "file:///etc/passwd",
        "//example.org", "/about", "../about.md", "about", "about.html", "a/b/c/d.md", "https:",
        "https://", "https://?a", "http://[", "#a", "",
        "https://user@example.org", "ftp://example.org", "about.md?a", "About.md", "x.md#a b",
        "\\\\example.org", "https:/\\example.org@x",
    ],
)  # fmt: skip
def test_a_link_leads_nowhere_else(address: str) -> None:
    assert wrong_link(address)


@given(st.text(st.characters(), max_size=40) | st.text("https:/.@[]#?md-a\\\t", max_size=20))
def test_any_address_gets_an_answer(address: str) -> None:
    assert is_page_link(address) is False or wrong_link(address) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**데이터(data)**는 *곧*\n옵니다.", "데이터(data)는 곧 옵니다."),
        ("하나\n\n- 둘\n- [셋](about.md)", "하나 둘 셋"),
        ("AT&amp;T  \n\\*", "AT&T *"),
        ("", ""),
    ],
)
def test_the_first_words_have_no_markup_and_no_gaps(text: str, words: str) -> None:
    assert first_words(text) == words


def test_the_first_words_end_with_a_whole_one() -> None:
    assert first_words("가나다 라마바, 사아자 " * 20, limit=10) == "가나다 라마바…"
    assert first_words("가" * 200, limit=10) == "가" * 10 + "…"


SOON = 40
"""Times as long as ordinary prose of the same length; the worst text takes twenty times as long.

Seconds would tell how busy the machine is: what else runs on a processor's core slows both alike.
"""


@pytest.mark.parametrize("longest", [LONGEST_PROSE, LONGEST_PAGE])
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_no_text_takes_long_from_record_to_page(fragment: str, longest: int) -> None:
    before = cost_of(ORDINARY, LONGEST_PAGE).seconds
    cost = cost_of(fragment, longest).seconds
    after = cost_of(ORDINARY, LONGEST_PAGE).seconds
    assert cost < SOON * max(before, after)


def test_what_takes_longest_is_not_only_refused() -> None:
    accepted = {fragment for fragment in FRAGMENTS if first_forbidden(most_of(fragment, 2_000)) is None}
    assert len(accepted) > len(FRAGMENTS) / 2
    assert accepted >= {"[", "*a ", "&", "- a\n", "a\n\n", "/"}


def test_too_many_punctuation_marks_are_refused() -> None:
    complaint = "line 1 of the text: the text has more than 5,000 punctuation marks; write it more plainly"
    assert str(forbidden_markup("/" * 5_001)) == complaint
    assert forbidden_markup("/" * 5_000) is None


def test_too_many_lines_are_refused() -> None:
    complaint = "line 2000 of the text: the text has more than 2,000 lines; make it shorter, or two"
    assert str(forbidden_markup("a\n" * 2_000)) == complaint
    assert forbidden_markup("a\n" * 1_999) is None


def test_too_many_marks_are_refused_before_anything_is_parsed() -> None:
    complaint = "line 1 of the text: the text has more than 1,000 brackets and stars; write it more plainly"
    assert str(forbidden_markup("*" * 1_000_000)) == complaint


# As HTML that stands alone


def test_html_has_what_the_field_means_and_whole_addresses() -> None:
    text = "**세** 가지\n\n- [제안](proposals/x.md#why)\n- [밖](https://example.org/?a=1&b=2)"
    assert prose_to_html(text, lambda page: f"https://site.example.org/{page}") == (
        "<p><strong>세</strong> 가지</p>\n<ul>\n"
        '<li><a href="https://site.example.org/proposals/x.md#why">제안</a></li>\n'
        '<li><a href="https://example.org/?a=1&amp;b=2">밖</a></li>\n</ul>\n'
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=60))
@example("<script>alert(1)</script> ]]> &amp; &#60;b&#62; <br>")
@example("줄  \n바꿈 <mailto:desk@example.org>")
def test_html_of_a_field_that_may_be_written_is_xml_too(text: str) -> None:
    assume(not forbidden_markup(text) and not forbidden_character(text))
    a_field_is_xml(text)


@given(
    st.lists(st.text("가a1.-:|~{(!\n ", max_size=8), max_size=5).map("\n\n".join),
    st.sampled_from([None, "en"]),
)
@example("가나 다.\n라: 마\n\nb - c", "en")
def test_what_needs_no_parser_is_written_as_with_it(text: str, language: str | None) -> None:
    assume(text.strip() == text and forbidden_markup(text) is None)
    written = prose_to_markdown(text, str, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.parsing.commonmark.is_plain_paragraph", lambda _: False)
        assert prose_to_markdown(text, str, language) == written
