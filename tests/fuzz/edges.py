"""Values at the edges of what the rules allow: what a field of each kind can hold at its oddest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import normalize

IDS = (
    "a", "b", "search", "source-1", "title", "sources", "forums", "new", "follow-ups", "data", "2024", "0",
    "en", "p", "ko", "history", "session-a", "y2024", "readme", "404", "x" * 80, "toc", "name",
)  # fmt: skip
"""Ids of records, words and sessions: short, long, and those of the theme, of templates and of folders."""

TEXTS = (
    "Source 1", "__search", "__toc", "_title", "__nav_1", "Sources", "sources", "a", "city-hall", "x|y",
    "|", "name:a", "%",
    "\u20e3", "\u0f71", "🏴", "🤖",
    "1️⃣", "#️⃣ *️⃣ 0️⃣", "1️⃣2 11 [1]", "👨‍👩‍👧‍👦 🇰🇷 🤖", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "𓀀𓀁", "ሀለሐ", "नमस्ते क्षि",
    "ཀཱི", "မြန်မာ",
    "العربية שָׁלוֹם", "國家人工知能 𠮷", "ᄒᆞᆫ글 ㄱㅏ", "q̣̇x̵", normalize("NFD", "한글 é"), "가" * 500, "W" * 500,
    "낱말 " * 99 + "끝", "<b>&amp;</b>", "{{ 7*7 }}", "{: #x }", "no", "~", "1", "2024-01-01", "=1+1",
    "-", ". ",
    "a: b # c", "\\", '"', "'", "`", "$x$ #panic()", "@a", "...", "『』", "～", "İıſßẞ", "ﬁ①Ⅷ", "\u3000",
    "한 별",
)  # fmt: skip
"""Lines: ids of the theme, emoji in sequences, scripts without a typeface, marks of formats, long ones."""

PROSE = (
    "- a\n- b", "1. a\n2. b\n\n끝", "- a\n  - b\n    - c\n      - d", "**가**는 *나*", "a\n\n\nb", "a  \nb",
    "[가](about.md)", "[나](data.md)", "[다](forums/index.md)", "[라](https://한글.example/길?물음=답#조각)",
    "<https://example.org/a_b>", "[마](mailto:a@example.org)", "\\# a", "&lt;b&gt; &amp;", "가" * 3000,
    "a" * 3000, "1️⃣ 하나\n\n2️⃣ 둘",
)  # fmt: skip
"""Fields of Markdown."""

PAGE_TEXTS = (
    "글", "## __search\n\n## __search\n\n## _title", "## Source 1\n\n### 가\n\n## 🤖", "- a\n\n1. b",
    "## **굵게** [가](about.md)", "## 가\n\n## 가\n\n## 가_1", "",
)  # fmt: skip
"""What pages of prose say below their titles."""

DAYS = (
    ("1000-01-01", "1000-12-31"), ("1582-10-05", "1969-12-31"), ("1970-01-01", "1979-12-31"), ("1999",
    "2000-02-29"),
    ("2024-06-12", "2024-06-12"), ("2024-06-12?", "2024-07~"), ("2024", "2024-12-31%"), ("2023", "2025"),
    ("2106-02-07", "2106-02-08"), ("2999-12-30", "2999-12-31"), ("1000", "2999"), ("2038-01-19",
    "2107-12-31"),
)  # fmt: skip
"""Two days of a corpus, the earlier one first, at the ends of what formats, calendars and fields know."""

ADDRESSES = (
    "https://example.org/", "https://example.org", "http://example.org:65535/a//b/?c=d&e=f#g",
    "https://한글.example/길",
    "https://example.org/%EA%B0%80?q=가나", "https://xn--bj0bj06e.example/", "https://[::1]/a",
    "https://1.2.3.4:80/",
    "HTTPS://EXAMPLE.ORG/A;b=c,d'(e)!*", "https://example.org/%zz%", "https://example.org./a/../b",
    "https://a_b.example/",
    "https://example.org/" + "a" * 1980,
)  # fmt: skip
ROOTS = (
    "https://example.org/", "https://example.org/a/b/", "http://localhost:8000/", "https://한글.example/길/",
    "https://example.org/a%20b/", "https://[::1]:8080/", "HTTPS://Example.ORG/A/", "https://example.org/en/",
    "https://example.org/a'b(c)&d=e;f,g/", "https://example.org/%EA/", "https://example.org/?",
    "https://example.org//a/",
)  # fmt: skip
"""Where a site stands; the last one nowhere, which check is to tell."""

REPOSITORIES = (
    "https://github.com/a/b",
    "https://gitlab.com/a/b/c/",
    "https://git.example.org/가",
    "https://github.com/a",
    "https://github.com/a/b.git",
)
BRANCHES = ("main", "feature/가", "a#b", "a b", "v1.0")

FILES = (
    "slides.pdf", "2024/발표자료.pdf", normalize("NFD", "2024/발표자료.pdf"), "A/x.pdf", "a/x.pdf",
    "a b#c%d&e'f.pdf",
    "é.png", "가" * 60 + ".hwp", "con.pdf", "a.", "index.pdf", "x.tar.zip", "templates/a.txt", "🤖.jpg",
    "[x](y).csv",
)  # fmt: skip

PAGES = ("about", "corrections", "note", "readme", "title")
"""Names of pages of prose; the site has links to the first two."""

TIMES = (("00:00", "09:30", "22:00", "23:59"), ("12:00", "23:59", "00:30", "24:00"))
"""When something begins, and when it ends."""

PLAIN: Mapping[str, Sequence[str]] = {
    "email": ("desk@example.org", "a.b+c@x-y.example.org"),
    "language": ("ko", "en", "ja", "zh-Hant", "und", "sr-Latn-RS"),
    "timezone": ("Asia/Seoul", "America/New_York", "UTC", "Asia/Kathmandu", "Pacific/Apia"),
    "script": ("Hang", "Hani", "Latn", "Jpan", "Zzzz"),
    "number": ("0", "-1.50", "999999999999999.999999999", "-0", "720"),
    "count": ("0", "1", "12", "999999999"),
    "flag": ("true", "false"),
    "identifier": ("0", "Q1", "0000-0002-1694-233X", "2200001", "x" * 40),
    "pattern": ("[0-9A-Za-z-]{1,40}", "[0-9A-Za-z-]{0,60}", "Q?[0-9]{1,2}"),
    "address_pattern": ("https://x.kr/{}", "http://x.kr/?q={}#a"),
    "host": ("x.kr", "WWW.x.kr", "번호.한국"),
    "licence": ("CC0-1.0", "CC-BY-SA-3.0-IGO", "MIT", "http://x.kr/%EA%B0%80?b=c", "https://한글.kr/조건"),
    "duration": ("0:00:01", "99:59:59", "1:02:03"),
    "color": ("#000000", "#B3004B", "#1a4aa6", "#006600"),
}  # fmt: skip
"""Values of the kinds that hold no text."""
