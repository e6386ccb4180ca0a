"""Texts are text wherever a template puts them, for this engine and for others."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.parsing.characters import forbidden_character
from generator.parsing.escape import escape, escape_attribute
from tests.fuzz import escaping
from tests.fuzz.pages import body_of, html_of

MARKS = (
    "- ", "+ ", "* ", "1. ", "1) ", "٣. ", "2025.", "-", "---", "===", "#", "## ", "> ", ": ", ":", "::",
    "~~", "*", "**", "_", "__", "`", "[", "]", "![", "!", "](", "(", ")", "{", "}", "{: .x }", "<", ">",
    "<b>", "<!--", "&", "&lt;", "&#42;", "\\", "|", "|---|", ":-:", "$", "^", "=", "@", "a@b.co", "http", "://",
    "www", ".", "https://a.b/c_d_e?f=1&g", "www.", "example.org", "'", '"', "%", "/", "//", "mailto", "+++",
    "[^1]", "[TOC]", "- [ ] ", "\t", "\n", " ", "\n\n", "    ", "a", "B", "7", "가", "é", "·", "。", "🙂",
    "<script>", "javascript:", "{{ x }}", "{% x %}",
)  # fmt: skip

SNIPPETS = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>", "[a](javascript:alert(1))", "![a](b)", "{: onclick=x }", "{#id .c}",
            "&lt;", "&#60;", "&amp;#60;", "***", "---", "===", "```", "~~~", "|", ":   a", "# ", "> ", "- ",
            "1. ", "[^1]", "[a]: b", "*[a]: b", "<!--", "-->", "<div markdown='1'>", "</div>", "{{ 7 * 7 }}",
            "{% raw %}", "--8<-- ", "[TOC]", ":smile:", "\\", "`a`", "<a href='", '"', "'", "http://a.b",
            "a@b.c", "\n\n", "\n    ", "==", "^^", "__config", "~a~", "^a^", "++a++", "<http://a>",
            "!!! note",
            "??? note", "[x]", '=== "tab"', "$$", "\\(",
        ]
    ),
    max_size=5,
).map(" ".join)  # fmt: skip

TEXTS = st.one_of(
    SNIPPETS,
    st.text(string.punctuation + " \nab1가\u00a0\u3000", max_size=40),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.lists(st.sampled_from(MARKS), max_size=8).map("".join),
).filter(lambda text: bool(text.split()) and not forbidden_character(text))


@pytest.mark.parametrize("context", escaping.CONTEXTS)
@given(text=TEXTS)
@example(text="<b>")
@example(text="a\u00a0|\u3000b")
@example(text="1. a")
@example(text="klzzwxh:0000 wzxhzdk:0")  # what Python-Markdown writes for itself
@settings(max_examples=100, deadline=None)
def test_a_text_is_only_text(context: str, text: str) -> None:
    escaping.a_text_is_only_text(context, text)


@given(TEXTS)
@example(":::a")
@example("a.b.c")
@settings(max_examples=1000, deadline=None)
def test_html_reads_it_back_and_no_reader_finds_an_address(text: str) -> None:
    escaping.html_reads_it_back(text)
    escaping.no_address_is_in_it(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("데이터 정책 포럼(2차), '안': 50%; 10:30–11:00 / 3.5점. 2025-ai-1?", None),
        ("2025. 3. 1.", "2025&#46; 3. 1."),
        ("1) a 2) b", "1&#41; a 2) b"),
        ("- a - b", "&#45; a - b"),
        (": a: b", "&#58; a: b"),
        ("Look! A", None),
        ("Look!", "Look&#33;"),
        ("https://example.org/a-1", "https&#58;//example&#46;org/a-1"),
        ("www.1.example", "www&#46;1&#46;example"),
        ("  a \n b ", "a b"),
    ],
)
def test_only_what_can_be_markup_is_escaped(text: str, written: str | None) -> None:
    assert escape(text) == (text if written is None else written)


def test_an_address_in_an_attribute_stays_readable() -> None:
    assert (
        escape_attribute("https://a.example/b_(c)?d=1&e=\"'")
        == "https://a.example/b_(c)?d=1&#38;e=&#34;&#39;"
    )


@pytest.mark.parametrize("holder", ['a <a href="{}" title="b">c</a> d', '<a href="{}" title="b">c</a>'])
@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_an_address_stays_in_its_attribute(holder: str, text: str) -> None:
    for render in (html_of, escaping.commonmark_html_of):
        link = body_of(render(holder.format(escape_attribute(text)))).css("a")
        assert [(one.attributes, one.text()) for one in link] == [
            ({"href": " ".join(text.split()), "title": "b"}, "c")
        ]
