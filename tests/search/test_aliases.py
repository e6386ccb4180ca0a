"""Whoever looks for one word of a group finds the others."""

import pytest

from generator.search.aliases import Aliases

AI = ["AI", "인공지능", "artificial intelligence"]
LLM = ["LLM", "거대언어모델", "대규모 언어 모델"]
C = ["C++", "씨쁠쁠"]
ALIASES = Aliases([AI, LLM, C])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("서가를 열자", []),
        ("인공지능을 쓴다", AI),
        ("인공 지능", AI),
        ("AI", AI),
        ("생성형AI가", AI),
        ("AI2050", AI),
        ("OpenAI", []),
        ("AIDC", []),
        ("said, ai", []),
        ("Artificial\nIntelligence", AI),
        ("artificialintelligence", AI),
        ("unartificial intelligence", []),
        ("artificial-intelligence", []),
        ("거대 언어 모델과 AI", AI + LLM),
        ("대규모언어모델", LLM),
        ("AI, AI, 인공지능", AI),
        ("C++", C),
        ("C", []),
    ],
)
def test_of(text: str, found: list[str]) -> None:
    assert ALIASES.of(text) == found


def test_without_groups_nothing_is_found() -> None:
    assert Aliases([]).of("AI") == []
