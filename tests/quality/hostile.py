"""Records that are sound and yet hard on a layout: long, many, foreign or nearly empty."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.models.topics import MOST_TOPICS
from tests.support.paths import RECORDS

LONG_TITLE = ("인공지능 데이터센터의 전력과 용수, 부지를 함께 생각하는 정부 계획을 세운다 " * 9)[:300].strip()
LONG_TITLE_EN = ("A plan of the state for the power, water and land that data centres need " * 9)[
    :300
].strip()
UNBREAKABLE = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzentwurfsfassung"
UNBREAKABLE_KO = (
    "한국정보통신산업진흥및인공지능기본법제정추진범국민운동본부전국대표자연석회의준비위원회" * 2
)[:80]
RIGHT_TO_LEFT = "محمد بن موسى الخوارزمي"
EMOJI = "로봇 🤖 도서관 👩🏽‍🔬👨‍👩‍👧‍👦 🇰🇷"
HANJA = "國家人工知能委員會 硏究開發 特別法 制定 促進 協議會 龜鑑"
ADDRESS = "https://archive.example.org/" + "a-very-long-path-without-a-space/" * 6

PROPOSERS = 60
STEPS = 200
TOPICS = 40  # in the vocabulary

Record = Mapping[str, object]


def write_hostile_corpus(content: Path) -> None:
    """A content/ folder that `proceedings check` finds nothing wrong with."""
    assert len(UNBREAKABLE) == len(UNBREAKABLE_KO) == 80
    shutil.copytree(RECORDS, content)
    _add_topics(content / "vocabulary.yml")
    for path, record in {
        **_speakers(),
        **_organizations(),
        **_forums(),
        **_proposals(),
        **_sources(),
    }.items():
        # JSON is YAML in which every text is quoted.
        (content / f"{path}.yml").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def _add_topics(vocabulary: Path) -> None:
    text = vocabulary.read_text("utf-8")
    topics = "".join(
        f"  - id: {_topic(n)}\n    label: {{ko: 분야 {n}, en: Topic {n}}}\n" for n in range(TOPICS)
    )
    long = f"  - id: long-topic\n    label: {{ko: {UNBREAKABLE_KO}, en: {UNBREAKABLE}}}\n"
    vocabulary.write_text(text.replace("topics:\n", f"topics:\n{topics}{long}", 1), encoding="utf-8")


def _topic(number: int) -> str:
    return f"topic-{number}"


def _both(text: str) -> dict[str, str]:
    return {"ko": text, "en": text}


def _speakers() -> dict[str, Record]:
    crowd = {f"speakers/crowd-{n}": {"name": {"ko": f"나무{n}", "en": f"Na Mu{n}"}} for n in range(PROPOSERS)}
    return {
        **crowd,
        "speakers/right-to-left": {
            "name": _both(RIGHT_TO_LEFT),
            "other_names": [{"name": RIGHT_TO_LEFT, "lang": "ar"}, {"name": HANJA, "lang": "zh-Hant"}],
        },
        "speakers/emoji": {"name": _both(EMOJI), "biography": _both(f"{EMOJI} {UNBREAKABLE}")},
        "speakers/hanja": {"name": {"ko": HANJA}},
        "speakers/long-name": {
            "name": {"ko": UNBREAKABLE_KO, "en": UNBREAKABLE},
            "memberships": [{"organization": "long-name", "position": _both(LONG_TITLE)}],
            "links": [{"url": ADDRESS}],
        },
    }


def _organizations() -> dict[str, Record]:
    return {
        "organizations/long-name": {
            "name": {"ko": UNBREAKABLE_KO, "en": UNBREAKABLE},
            "classification": "association",
            "abstract": _both(f"{LONG_TITLE_EN} {UNBREAKABLE}"),
        },
        "organizations/emoji": {"name": _both(EMOJI), "classification": "company", "parent": "long-name"},
    }


def _forums() -> dict[str, Record]:
    return {
        "forums/2024-bare": {
            "name": {"ko": "이름과 날짜뿐인 자리"},
            "classification": "seminar",
            "start_date": "2024",
            "sources": ["right-to-left"],
        },
        "forums/2024-long": {
            "name": {"ko": LONG_TITLE, "en": LONG_TITLE_EN},
            "classification": "conference",
            "start_date": "2024-03-01",
            "end_date": "2024-03-03",
            "start_time": "09:00",
            "end_time": "18:00",
            "venue": {"name": _both(UNBREAKABLE), "room": _both(EMOJI), "address": _both(LONG_TITLE)},
            "organizers": [
                {"person": "right-to-left", "role": "host"},
                {"organization": "long-name", "role": "host"},
                *({"person": f"crowd-{n}", "role": "co-host"} for n in range(PROPOSERS)),
            ],
            "abstract": _both(f"{LONG_TITLE} {UNBREAKABLE} {HANJA} {RIGHT_TO_LEFT}"),
            "highlights": [_both(UNBREAKABLE), _both(RIGHT_TO_LEFT), _both(LONG_TITLE)],
            "sessions": [_session("long", UNBREAKABLE), _session("emoji", EMOJI)],
            "figures": [
                {"label": _both(UNBREAKABLE), "value": 999999999999999, "unit": "KRW", "sources": ["long"]},
                {"label": _both(LONG_TITLE), "value": 0.123456789, "scale": "trillion", "unit": "USD"},
            ],
            "documents": [{"name": _both(UNBREAKABLE), "url": ADDRESS, "license": ADDRESS}],
            "sources": ["long", "right-to-left"],
        },
    }


def _session(name: str, title: str) -> Record:
    return {
        "id": name,
        "name": _both(title),
        "classification": "panel",
        "contributions": [
            {
                "person": "long-name",
                "organization": "long-name",
                "position": _both(LONG_TITLE),
                "role": "panellist",
                "as_printed": UNBREAKABLE,
                "id": f"{name}-talk",
                "co_speakers": [{"person": "right-to-left"}, {"name": _both(LONG_TITLE)}],
                "abstract": _both(f"{UNBREAKABLE}\n\n{RIGHT_TO_LEFT}"),
                "documents": [{"name": _both(UNBREAKABLE), "url": ADDRESS, "duration": "12:34:56"}],
                "title": _both(UNBREAKABLE),
                "summary": _both(f"- {UNBREAKABLE}\n- {RIGHT_TO_LEFT}\n\n1. {EMOJI}"),
                "statements": [
                    {"kind": "view", "text": _both(UNBREAKABLE), "sources": ["long"]},
                    {"kind": "commitment", "text": _both(LONG_TITLE), "sources": ["right-to-left"]},
                ],
            },
            {"person": "right-to-left", "role": "chair"},
        ],
    }


FIRST_STEP = {"date": "2024-03-01", "status": "proposed"}


def _long_history() -> list[Record]:
    notes = (UNBREAKABLE, LONG_TITLE, RIGHT_TO_LEFT, EMOJI, HANJA)
    return [
        FIRST_STEP,
        *(
            {
                "date": f"2024-{4 + n // 28:02}-{1 + n % 28:02}",
                "status": "under-review",
                "note": _both(notes[n % len(notes)]),
                "sources": ["long"],
            }
            for n in range(STEPS - 1)
        ),
    ]


def _proposals() -> dict[str, Record]:
    return {
        "proposals/2024-long-1": {
            "forum": "2024-long",
            "title": {"ko": LONG_TITLE, "en": LONG_TITLE_EN},
            "abstract": _both(f"{LONG_TITLE} {UNBREAKABLE}"),
            "rationale": _both(f"{UNBREAKABLE}\n\n- {HANJA}\n- {RIGHT_TO_LEFT}"),
            "proposers": [{"person": f"crowd-{n}", "organization": "long-name"} for n in range(PROPOSERS)],
            "addressees": [
                {"organization": "long-name"},
                {"person": "right-to-left"},
                {"name": _both(EMOJI)},
            ],
            "topics": ["long-topic", *map(_topic, range(MOST_TOPICS - 1))],
            "history": _long_history(),
            "relations": [{"type": "related", "proposal": "2024-long-2", "note": _both(UNBREAKABLE)}],
            "checked": "2025-01-01",
            "sources": ["long", "right-to-left"],
        },
        "proposals/2024-long-2": {
            "forum": "2024-long",
            "title": {"ko": UNBREAKABLE_KO, "en": UNBREAKABLE},
            "abstract": {"ko": RIGHT_TO_LEFT},
            "proposers": [{"forum": "2024-long", "uncertain": True, "note": _both(UNBREAKABLE)}],
            "topics": ["long-topic"],
            "history": [FIRST_STEP],
            "sources": ["long"],
        },
        "proposals/2024-long-3": {
            "forum": "2024-long",
            "title": {"ko": f"{EMOJI} {RIGHT_TO_LEFT} {HANJA}"},
            "abstract": {"ko": "한국어로만 적혀 있습니다."},
            "proposers": [{"person": "right-to-left"}],
            "topics": ["robots"],
            "history": [FIRST_STEP],
            "sources": ["right-to-left"],
        },
    }


def _sources() -> dict[str, Record]:
    return {
        "sources/long": {
            "type": "report",
            "title": {"ko": UNBREAKABLE_KO, "en": UNBREAKABLE},
            "author": _both(LONG_TITLE),
            "publisher": _both(UNBREAKABLE),
            "issued": "2024-03",
            "url": ADDRESS,
            "archive_url": ADDRESS,
            "language": "de",
        },
        "sources/right-to-left": {
            "type": "webpage",
            "title": _both(RIGHT_TO_LEFT),
            "publisher": _both(HANJA),
            "issued": "2024",
            "url": "https://example.org/ar",
            "language": "ar",
        },
    }
