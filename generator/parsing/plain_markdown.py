"""Text and fields as CommonMark that people read as it is: a backslash only where a mark would be markup.

Pages escape every mark by its number (escape.py), which is right in any place of Python-Markdown and HTML.
Here the reader is a person, or a program that reads for one: <https://spec.commonmark.org/0.31.2/>.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from html.entities import html5

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.parsing.addresses import uri_of
from generator.parsing.commonmark import is_page_link, is_plain_paragraph, parse

_ACTIVE = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~]|\Z)        # it would escape the next mark
    | `
    | (?<!\s)\* | \*(?!\s)          # only between spaces a star is a star
    | (?<![^\W_])_ | _(?![^\W_])    # within a word it is a letter
    | <(?=[A-Za-z/!?]|\Z)           # HTML, or an address
    | (?<=\s)\#(?=\#*\Z)            # it would close a heading
    | ~(?=~)                        # many readers strike out what is between two and two
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(r"&(?P<name>#?\w+)(?:;|\Z)")
"""It may be that the mark after the text ends it."""
_OPENING = re.compile(
    r"""
    \A(?:
    (?P<mark>\#(?=\#{0,5}(?:\s|\Z)) | [-+](?=[\s-]|\Z) | > | =(?==*\s*\Z))
    | \d{1,9}(?P<number>[.)](?=\s|\Z))
    )
    """,
    re.VERBOSE,
)
"""What would begin a heading, a list, a quotation, a line below a title."""
_PLAIN_BRACKETS = re.compile(r"[^\[\]]*(\[(?!\^|[ xX]?\])[^\[\]]+\](?![(\[:]|\Z)[^\[\]]*)*")
"""Pairs that are no link, no picture, no footnote and no box to tick, whatever follows the text."""
_MAY_BE_MARKUP = re.compile(r"[\\`*_<&#~\[\]]|\A(?:[-+>=]|\d{1,9}[.)])")
"""Most texts have none of these, and need no further look."""
_IN_ASCII = re.compile(
    r"https?://[a-z0-9.-]+(?::\d+)?(?:/(?:{0}|[/])*(?:\?(?:{0}|[/?])+)?(?:\#(?:{0}|[/?])+)?)?".format(
        r"[A-Za-z0-9!$&'()*+,;=:@~._-]|%[0-9A-Fa-f]{2}"
    )
)
"""An address that stays as it is."""
_COMMONMARK = MarkdownIt("commonmark")


@lru_cache(maxsize=65_536)
def as_markdown(text: str) -> str:
    """One line of text, for any place in a line: read as CommonMark it is what was written."""
    line = " ".join(text.split())
    return _opened(_within_line(line)) if _MAY_BE_MARKUP.search(line) else line


def _within_line(text: str) -> str:
    line = _ENTITY.sub(_unless_unknown, _ACTIVE.sub(r"\\\g<0>", text))
    return line if _PLAIN_BRACKETS.fullmatch(line) else re.sub(r"[\[\]]", r"\\\g<0>", line)


def _unless_unknown(entity: re.Match[str]) -> str:
    """`AT&T;` is no entity of HTML."""
    is_known = entity["name"].startswith("#") or f"{entity['name']};" in html5
    return f"\\{entity[0]}" if is_known else entity[0]


def _opened(line: str) -> str:
    """A line that begins no block."""
    if opening := _OPENING.match(line):
        place = opening.start("mark") if opening["mark"] else opening.start("number")
        return f"{line[:place]}\\{line[place:]}"
    return line


@lru_cache(maxsize=65_536)
def link_in_markdown(text: str, address: str) -> str:
    """A link with a text, in which less is markup than elsewhere: it neither begins nor ends a line."""
    return _link(_within_line(" ".join(text.split()) + ".")[:-1], address)


def _link(words: str, address: str) -> str:
    return f"[{words}]({_destination(address)})"


def address_in_markdown(address: str) -> str:
    """An address that is its own text."""
    return f"<{_in_ascii(address)}>"


def _in_ascii(address: str) -> str:
    is_uri = _IN_ASCII.fullmatch(address) or not re.match("https?:", address, re.IGNORECASE)
    return address if is_uri else uri_of(address)


def _destination(address: str) -> str:
    """The address in ASCII; what would end it, or be an entity in it, is escaped."""
    uri = re.sub(r"&(?=#?\w+;)", "&amp;", _in_ascii(address))
    return re.sub(r"[()\\]", r"\\\g<0>", uri) if not _is_balanced(uri) or "\\" in uri else uri


def _is_balanced(uri: str) -> bool:
    """Whether each bracket is closed, none within another: deeper ones are more than some readers take."""
    return re.fullmatch(r"[^()]*(\([^()]*\)[^()]*)*", uri) is not None


def prose_as_markdown(text: str, link_to: Callable[[str], str]) -> str:
    """A field that holds Markdown, written anew; `link_to` makes `proposals/x.md` that page's URL."""
    if is_plain_paragraph(text):
        return as_markdown(text)
    return "\n".join(_Blocks(link_to).lines(parse(text))).strip("\n")


class _Blocks:
    """The blocks of a field, one after the other: paragraphs, headings, and lists within lists."""

    def __init__(self, link_to: Callable[[str], str]) -> None:
        self._link_to = link_to
        self._lists: list[tuple[str, int]] = []
        """The marker of each list around, and its number; a bullet has none, which is 0."""
        self._at_item_start = False

    def lines(self, tokens: Sequence[Token]) -> Iterator[str]:
        before = ""
        for place, token in enumerate(tokens):
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._lists.append(_marker(token, tokens[place - 1] if place else None, before))
                case "bullet_list_close" | "ordered_list_close":
                    before = self._lists.pop()[0]
                    inside = tokens[place + 1].type if place + 1 < len(tokens) else ""
                    if not self._lists or inside == "paragraph_open":
                        yield ""
                case "list_item_open":
                    marker, number = self._lists[-1]
                    self._lists[-1] = (marker, number + bool(number))
                    self._at_item_start = True
                case "inline":
                    yield self._paragraph(token, tokens[place - 1])
                    if not tokens[place - 1].hidden:  # a hidden paragraph belongs to a list without gaps
                        yield ""

    def _paragraph(self, token: Token, opened: Token) -> str:
        heading = f"{opened.markup} " if opened.type == "heading_open" else ""
        markers = [_written_marker(marker, number - 1) for marker, number in self._lists]
        indent = " " * sum(map(len, markers))
        first = indent
        if self._at_item_start:
            first = " " * sum(map(len, markers[:-1])) + markers[-1]
        self._at_item_start = False
        return (
            first
            + heading
            + inline_as_markdown(token.children or (), self._link_to).replace("\n", f"\n{indent}")
        )


def _marker(token: Token, previous: Token | None, before: str) -> tuple[str, int]:
    """Two lists that stand one after the other have different marks, or they would be one."""
    follows = previous is not None and previous.type in ("bullet_list_close", "ordered_list_close")
    if token.type == "bullet_list_open":
        return ("*" if follows and before == "-" else "-", 0)
    return (")" if follows and before == "." else ".", 1)


def _written_marker(marker: str, number: int) -> str:
    return f"{marker} " if number < 0 else f"{number}{marker} "


def inline_as_markdown(tokens: Sequence[Token], link_to: Callable[[str], str]) -> str:
    """The text of a block; what is emphasised has stars, or elements where stars would not be read as such.

    CommonMark reads no end of emphasis between a bracket and a Korean particle, as in `**데이터(data)**는`.
    """
    with_stars = _inline(tokens, link_to, _STARS)
    if not any(token.tag in _STARS for token in tokens):
        return with_stars
    read = _COMMONMARK.parseInline(with_stars)[0].children or ()
    return with_stars if _told(read) == _told(tokens) else _inline(tokens, link_to, _ELEMENTS)


_STARS = {"em": ("*", "*"), "strong": ("**", "**")}
_ELEMENTS = {"em": ("<em>", "</em>"), "strong": ("<strong>", "</strong>")}


def _told(tokens: Sequence[Token]) -> list[str]:
    """What is read: the text, and where something else begins and ends in it."""
    told = "".join(
        token.content or " " * (token.type == "softbreak") if token.type in _TEXT else f"\0{token.type}\0"
        for token in tokens
    )
    return " ".join(told.split()).split("\0")


_TEXT = ("text", "text_special", "softbreak")


def _inline(
    tokens: Sequence[Token], link_to: Callable[[str], str], emphasis: Mapping[str, tuple[str, str]]
) -> str:
    markdown, text = "", ""
    links: list[tuple[str, str]] = []
    for token in (*tokens, Token("end", "", 0)):
        if token.type in _TEXT:
            text += token.content or " " * (token.type == "softbreak")
            continue
        markdown, text = markdown + _kept_spaces(text), ""
        match token.type:
            case "hardbreak":
                markdown += "\\\n"
            case "link_open":
                address = str(token.attrGet("href") or "")
                target = link_to(address) if is_page_link(address) else address
                links.append((re.sub(r"!\Z", r"\\!", markdown), target))
                markdown = ""
            case "link_close":
                before, target = links.pop()
                is_its_own_text = markdown == _within_line(target)
                markdown = before + (
                    address_in_markdown(target) if is_its_own_text else _link(markdown, target)
                )
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                markdown += emphasis[token.tag][token.nesting < 0]
    return "\n".join(_opened(line.strip(" ")) for line in markdown.split("\n"))


def _kept_spaces(text: str) -> str:
    """The text escaped, with the spaces at either end, which stand beside markup."""
    words = _within_line(" ".join(text.split()))
    left = " " if text[:1].isspace() else ""
    return left + words + (" " if words and text[-1:].isspace() else "")
