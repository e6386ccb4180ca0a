"""Works to cite that exist nowhere, and texts that formats and their readers stumble over."""

from __future__ import annotations

from unicodedata import normalize

from generator.citations.csl import Work

HOSTILE = (
    "He said \"no\", 'never' & ``later''",
    "</script><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "{unbalanced",
    "unbalanced}",
    "}}, @book{evil, title={x}}",
    r"C:\new\table \input{/etc/passwd} \\",
    "100 % of #1, $5 & a_b ~ x^2 @ home",
    "a -- b --- c, <<d>> ?` !`",
    "ER - TY - BOOK",
    "로봇 🤖 도서관 👩🏽‍🔬 🇰🇷",
    normalize("NFD", "제안한 도서관"),
    "abc \u202egnp.exe\u202c",
    "\U000f0000\U000f0001 \ue000",
    "Smith, John and Doe, Jane",
    '<span class="nocase">iPad</span> <i>x</i>',
    "Is this the end? Yes... Really!",
    "‘한별’ 「서가」 『책』…",
)


def report(**fields: object) -> Work:
    """A proposal of 12 June 2024."""
    given: dict[str, object] = {
        "id": "proposal:hb-1",
        "type": "report",
        "title": "밤에도 열자",
        "author": [{"family": "구", "given": "름달"}, {"literal": "한별시청"}],
        "issued": {"date-parts": [[2024, 6, 12]]},
        "event-title": "도서관 로봇과 이웃",
        "event-date": {"date-parts": [[2024, 6, 12], [2024, 6, 13]]},
        "event-place": "별마루대학교",
        "genre": "제안",
        "number": "hb-1",
        "publisher": "한별 기록 모임",
        "URL": "https://proceedings.example.org/p/hb-1/",
        "language": "ko",
        **fields,
    }
    return {key: value for key, value in given.items() if value}  # type: ignore[return-value]  # keys stay keys


def hostile(text: str) -> Work:
    """A work with the text wherever a record's text can come."""
    return report(
        **dict.fromkeys(("title", "event-title", "event-place", "genre", "publisher"), text),
        author=[{"literal": text}, {"family": text, "given": text}],
    )
