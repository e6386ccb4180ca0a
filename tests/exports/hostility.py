"""Texts that are hard on some format, and a corpus that has each of them wherever a text can stand."""

from __future__ import annotations

from generator.corpus import Corpus
from tests.small_corpus import corpus, forum, organization, proposal, session, source, speaker, step

HOSTILE = (
    "\"quoted\", 'twice', and so on; next",
    "</script><script>alert(1)</script><!--",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1＋1",
    "'already quoted",
    "{curly} \\backslash \\n %percent% $dollar$ #number & and ~ ^ _",
    "emoji 👩🏽‍🔬 🇰🇷",
    "\u1112\u1161\u11ab\u1100\u1173\u11af in half syllables",
    "right to left محمد بن موسى and back",
    "'; DROP TABLE forums; --",
    "{{ 7 * 7 }} {% raw %}",
)
LINES = "first line\r\nsecond, with a comma\n\n=third"
"""What a longer text can hold besides."""


def hostile_corpus() -> Corpus:
    """A forum, a proposal, a person, a body and a source for each of the texts."""
    records = [
        one
        for number, text in enumerate(HOSTILE)
        for one in (
            forum(
                f"f-{number}",
                name={"ko": text, "en": text},
                abstract={"ko": f"{text}\n\n{LINES}", "en": text},
                highlights=[{"ko": text}],
                venue={"name": {"ko": text}},
                sessions=[
                    session(
                        name={"en": text},
                        contributions=[
                            {
                                "person": f"p-{number}",
                                "role": "presenter",
                                "position": {"ko": text},
                                "as_printed": text,
                                "summary": {"ko": text},
                                "statements": [{"kind": "view", "text": {"ko": text}, "topics": ["robots"]}],
                            }
                        ],
                    )
                ],
                figures=[
                    {"label": {"ko": text}, "value": "-1.50", "unit": "KRW", "sources": [f"s-{number}"]}
                ],
                notes=[{"ko": text, "en": LINES}],
                sources=[{"source": f"s-{number}", "locator": text}],
            ),
            proposal(
                f"f-{number}-1",
                forum=f"f-{number}",
                title={"ko": text, "en": text},
                abstract={"ko": text},
                addressees=[{"name": {"ko": text}, "uncertain": "true"}, {"organization": f"o-{number}"}],
                history=[step(), {**step("2025-01"), "note": {"ko": text}}],  # type: ignore[dict-item]  # a map
            ),
            speaker(f"p-{number}", name={"ko": text}, other_names=[{"name": text}]),
            organization(f"o-{number}", name={"ko": text, "en": text}),
            source(f"s-{number}", title={"ko": text}, publisher=text, issued="2024?"),
        )
    ]
    return corpus(*records)
