"""Markdown in fields: the subset that is allowed, and its conversion to page Markdown, HTML and plain text.

A field is parsed as CommonMark and written anew with all text escaped, so that no character of the field
reaches the page's Markdown as markup.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from generator.parsing.addresses import leads_nowhere
from generator.parsing.characters import forbidden_character
from generator.parsing.escape import escape, escape_attribute
from generator.parsing.messages import Message, message

_NOT_ALLOWED = {
    "heading_open": "markdown.heading",
    "fence": "markdown.code_block",
    "code_block": "markdown.indented_block",
    "code_inline": "markdown.code",
    "blockquote_open": "markdown.quotation",
    "hr": "markdown.dividing_line",
    "image": "markdown.picture",
}

_PLAIN_PARAGRAPH = re.compile(r"(?:[^\W\d_][^\\`*_<&\[\]\n]*(?<!\s)(?:\n(?!\Z)|\Z))+")

MOST_MARKS = 1_000
"""Brackets and stars in one field; with more, Markdown parsers take seconds."""
MOST_PUNCTUATION = 5_000
"""Punctuation in one field: each mark is escaped as a number, and Markdown's time grows with their square."""
MOST_LINES = 2_000
"""Lines of one field; each may be a paragraph, a list or a heading of its own."""

DEEPEST_LIST = 4
"""Levels of nested lists; beyond ten the parser silently drops text."""


def _korean_emphasis(state: StateInline, silent: bool) -> bool:
    """A star opens before a letter or mark and closes after one, so `**데이터(data)**는` is strong.

    CommonMark itself demands a space or punctuation after a closing star that follows a bracket or a
    quotation mark, where Korean has a particle.
    """
    marker = state.src[state.pos]
    if silent or marker != "*":
        return False
    run = state.scanDelims(state.pos, True)
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[state.pos + run.length] if state.pos + run.length < state.posMax else " "
    for _ in range(run.length):
        state.push("text", "", 0).content = marker
        opens, closes = not after.isspace(), not before.isspace()
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), run.length, place, -1, opens, closes))
    state.pos += run.length
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    # A reference definition would vanish from the text; lheading makes a heading of a line above '---'.
    parser.disable(["reference", "lheading", "html_inline", "html_block"])
    parser.inline.ruler.at("emphasis", _korean_emphasis)
    # `wrong_link` refuses links with a message; the parser's own check would leave a bad link as text.
    # Assigning is the documented way to replace the method.
    parser.validateLink = lambda _: True  # type: ignore[assignment, method-assign]
    return parser


_PARSER = _parser()


def parse(text: str) -> Sequence[Token]:
    """The field's tokens, for output formats other than those below."""
    return _PARSER.parse(text)


@lru_cache(maxsize=8)
def forbidden_markup(text: str, headings: bool = False) -> Message | None:
    """The first markup that a field may not hold, as a message with its line; None if all is allowed.

    Cached, since a text that is the same in both languages is checked three times in a row.
    """
    first = first_forbidden(text, headings)
    return message("markdown.in_line", line=first[0], what=first[1]) if first else None


def first_forbidden(text: str, headings: bool = False) -> tuple[int, Message] | None:
    """The same as a line number, from 1, and a message."""
    if sum(map(text.count, "[]*_<`!\\")) > MOST_MARKS:
        return 1, message("markdown.brackets", most=MOST_MARKS)
    if sum(map(text.count, string.punctuation)) > MOST_PUNCTUATION:
        return 1, message("markdown.punctuation", most=MOST_PUNCTUATION)
    if text.count("\n") >= MOST_LINES:
        return MOST_LINES, message("markdown.lines", most=MOST_LINES)
    previous = ""
    for token, line in _with_lines(_PARSER.parse(text)):
        if previous == "list_item_open" and token.type != "paragraph_open":
            return line, message("markdown.empty_item")
        if forbidden := _forbidden_message(token, headings):
            return line, forbidden
        previous = token.type
    return None


def _with_lines(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    line = 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        yield token, line
        for child in token.children or ():
            yield child, line
            line += child.type in ("softbreak", "hardbreak")


def _forbidden_message(token: Token, headings: bool) -> Message | None:
    # Python-Markdown takes a heading within a list for its text.
    if token.type in _NOT_ALLOWED and not (headings and token.type == "heading_open" and token.level == 0):
        return message("markdown.not_allowed", what=message(_NOT_ALLOWED[token.type]))
    if token.type == "heading_open" and token.tag == "h1":
        return message("markdown.second_title")
    if token.type == "ordered_list_open" and (start := token.attrGet("start")) not in (None, 1):
        return message("markdown.number", start=str(start))
    if token.type in ("bullet_list_open", "ordered_list_open") and token.level >= 2 * DEEPEST_LIST:
        return message("markdown.deep_list", deepest=DEEPEST_LIST)
    if token.type in ("text", "text_special"):
        return forbidden_character(token.content)  # an entity such as '&rlm;' is decoded only here
    if token.type == "inline" and not "".join(child.content for child in token.children or ()).strip():
        return message("markdown.marks_alone")
    if token.type == "link_open":
        return _wrong_title(token) or wrong_link(str(token.attrGet("href") or ""))
    return None


def _wrong_title(token: Token) -> Message | None:
    """A link has no title, which a page would not show."""
    title = token.attrGet("title")
    return message("link.title", title=str(title)) if title else None


def wrong_link(address: str) -> Message | None:
    """A link leads to http, https, mailto or a page of this site (`proposals/2025-ai-1.md`)."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return message("link.no_address", address=address)
    if parts.scheme in ("http", "https"):
        if parts.username is not None:
            return message("link.user_name", address=address)
        if not parts.hostname:
            return message("link.no_site", address=address)
        return leads_nowhere(parts)
    if parts.scheme == "mailto":
        return None
    if parts.scheme or parts.netloc or not is_page_link(address):
        return message("link.elsewhere", address=address)
    return None


def is_page_link(address: str) -> bool:
    """Whether it is a page named from the site's root: `about.md`, `forums/2025-ai/closing.md#sources`."""
    return re.fullmatch(r"([a-z0-9-]+/){0,2}[a-z0-9-]+\.md(#[A-Za-z0-9_-]+)?", address) is not None


def page_links(text: str) -> Iterator[str]:
    """The pages of this site that a text links to, with their fragments."""
    return filter(is_page_link, _link_targets(text) if ".md" in text else ())


def web_links(text: str) -> Iterator[str]:
    """The http and https addresses that a text links to."""
    may_have_some = any(mark in text for mark in ("://", "&", "\\"))  # the colon may be an entity or escaped
    for address in _link_targets(text) if may_have_some else ():
        if re.match("https?:", address, re.IGNORECASE):
            yield address


def _link_targets(text: str) -> Iterator[str]:
    for token in _PARSER.parse(text):
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrGet("href") or "")


def is_plain_paragraph(text: str) -> bool:
    """Whether nothing in it can be markup: each line begins with a letter, and none of the marks is there.

    Most fields are so, and parsing takes fifty times as long as this look.
    """
    return _PLAIN_PARAGRAPH.fullmatch(text) is not None


def words_of_prose(text: str) -> str:
    """The text without its markup, on one line."""
    if is_plain_paragraph(text):
        return " ".join(text.split())
    words = " ".join(
        "".join(
            " " if child.type in ("softbreak", "hardbreak") else child.content
            for child in token.children or ()
        )
        for token in _PARSER.parse(text)
        if token.type == "inline"
    )
    return " ".join(words.split())


def first_words(text: str, limit: int = 160) -> str:
    """The text without its markup, cut at a word, for a page's description."""
    line = words_of_prose(text)
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(".,") + "…"


def prose_to_markdown(text: str, link_to: Callable[[str], str], language: str | None = None) -> str:
    """The field as Markdown for a page; `link_to` makes `proposals/x.md` that page as seen from this one.

    `language` becomes a `lang` attribute; None for the page's own language.

    Python-Markdown needs an empty line between blocks, and four spaces of indentation per level of lists.
    """
    opening, closing = (f'<span lang="{language}">', "</span>") if language else ("", "")
    if all(map(is_plain_paragraph, paragraphs := text.split("\n\n"))):
        return "\n\n".join(f"{opening}{escape(words)}{closing}" for words in paragraphs)
    lines: list[str] = []
    markers: list[str] = []
    blank_after: list[bool] = []
    at_item_start = False
    for previous, token in pairwise([Token("beginning", "", 0), *_PARSER.parse(text)]):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                if previous.type in ("bullet_list_close", "ordered_list_close"):
                    # Python-Markdown joins two lists that have nothing between them.
                    lines += ["", "    " * len(markers) + "<!-- -->", ""]
                    # As the second list is a block of the outer item, an empty line ends each outer list.
                    blank_after = [True] * len(blank_after)
                markers.append("-   " if token.type == "bullet_list_open" else "1.  ")
                blank_after.append(not previous.hidden)
            case "bullet_list_close" | "ordered_list_close":
                markers.pop()
                lines += [""] if blank_after.pop() else []
            case "list_item_open":
                at_item_start = True
            case "inline":
                indent = "    " * (len(markers) - at_item_start) + (markers[-1] if at_item_start else "")
                heading = f"{previous.markup} " if previous.type == "heading_open" else ""
                words = _inline(token.children or [], link_to)
                lines.append(f"{indent}{heading}{opening}{words}{closing}")
                # A hidden paragraph belongs to a tight list.
                lines += [] if previous.hidden else [""]
                at_item_start = False
    return "\n".join(lines).strip("\n")


def _inline(tokens: Sequence[Token], link_to: Callable[[str], str]) -> str:
    markdown = ""
    link_ends: list[str] = []
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                # `escape` trims the spaces at either end, which stand beside markup and are kept.
                inner = escape(token.content)
                left = " " if token.content[:1].isspace() else ""
                right = " " if inner and token.content[-1:].isspace() else ""
                markdown += left + inner + right
            case "softbreak":
                markdown += " "
            case "hardbreak":
                markdown += "<br>"
            case "link_open":
                address = str(token.attrGet("href") or "")
                internal = is_page_link(address)
                markdown += "[" if internal else f'<a href="{escape_attribute(address)}" rel="external">'
                link_ends.append(f"]({link_to(address)})" if internal else "</a>")
            case "link_close":
                markdown += link_ends.pop()
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                markdown += f"<{'/' if token.nesting < 0 else ''}{token.tag}>"
    return markdown.strip()


def prose_to_html(text: str, link_to: Callable[[str], str]) -> str:
    """The field as HTML that is also XML; `link_to` makes `proposals/x.md` that page's absolute URL."""
    tokens = _PARSER.parse(text)
    for token in tokens:
        for child in token.children or ():
            address = str(child.attrGet("href") or "")
            if is_page_link(address):
                child.attrSet("href", link_to(address))
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {}))
