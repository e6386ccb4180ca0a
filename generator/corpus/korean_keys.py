"""Names of fields, folders and languages as people write them who expect Korean ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.models import Language

_KOREAN = ["kr", "kor", "korean", "ko-kr", "ko_kr", "한국어", "한글", "국문", "우리말", "국어"]
_ENGLISH = ["eng", "english", "en-us", "en_us", "us", "uk", "영어", "영문"]
LANGUAGES_AS_WRITTEN: Mapping[str, Language] = {
    **dict.fromkeys(_KOREAN, "ko"),
    **dict.fromkeys(_ENGLISH, "en"),
}
"""A language's other names → the key that stands for it."""

FOLDERS_AS_WRITTEN: Mapping[str, str] = {
    **dict.fromkeys(("포럼",), "forums"),
    **dict.fromkeys(
        (
            "발표자",
            "사람",
            "인물",
            "연사",
        ),
        "speakers",
    ),
    **dict.fromkeys(
        (
            "기관",
            "단체",
        ),
        "organizations",
    ),
    **dict.fromkeys(("제안",), "proposals"),
    **dict.fromkeys(("출처",), "sources"),
    **dict.fromkeys(("페이지",), "pages"),
    **dict.fromkeys(
        (
            "파일",
            "자료",
        ),
        "files",
    ),
}
"""A folder's Korean name → the folder of content/."""

_FIELDS_AS_WRITTEN = """
이름 name label
제목 title name
명칭 name label
날짜 date start_date issued
일자 date start_date issued
일시 start_date date
시작일 start_date
종료일 end_date
시작 start_time start_date
끝 end_time end_date
날짜들 dates
시간대 timezone
참석 attendance
참석방식 attendance
온라인 online
장소 venue venues
장소들 venues
위치 venue venues
location venue venues
place venue venues
회의실 room
분과 track tracks
트랙 track tracks
주최 organizers
내용 abstract summary text
요약 abstract summary
이유 rationale
근거 rationale
제안자 proposers
대상 addressees
분야 topics
주제 topics
경과 history
철회 withdrawn
답변 response
상태 status
취소 status
연기 status
cancelled status
canceled status
postponed status
출처 sources source
비고 notes note
설명 note description
사람 person
발표자 person contributions
기관 organization
소속 organization memberships
직책 position
직위 position
직함 position
역할 role
종류 type classification
유형 type classification
포럼 forum
세션 session sessions
발언 contributions
자료 documents
의사일정 documents
회의록 documents
agenda documents
minutes documents
파일 file
주소 url address
링크 links url
언어 language
발행처 publisher
발행일 issued
언론사 publisher
저자 author
기자 author
약력 biography
소개 biography abstract
사진 image
단위 unit
값 value
다른이름 other_names
별칭 other_names
aliases other_names
설립일 founding_date
폐지일 dissolution_date
상위기관 parent
후신 successors
성 family_name
초록 abstract
공동발표자 co_speakers
길이 duration
재생시간 duration
초안 draft
비공개 draft
엠바고 embargo
공개일 embargo
번호 identifiers identifier
의안번호 identifiers
식별자 identifiers identifier
주체 actor
행위자 actor
관계 relations type
이용조건 license licence
이용허락 license licence
라이선스 license licence
색 color accent
색깔 color accent
강조색 accent
color accent
colour accent
theme_color accent
로고 logo
파비콘 favicon
아이콘 favicon
icon favicon
메뉴 navigation
탭 navigation
menu navigation
nav navigation
tabs navigation
바닥글 footer
꼬리말 footer
제외 without
kinds without
exclude without
"""
"""In each line a Korean name or another that is often written, and the fields that it can mean."""
_FIELDS: Mapping[str, list[str]] = {
    name: fields for name, *fields in map(str.split, _FIELDS_AS_WRITTEN.strip().splitlines())
}


def field_meant(written: str, allowed: Collection[str]) -> str | None:
    """The field, among those that are allowed, that a Korean name or another name of a language means."""
    word = written.strip().casefold()
    meant = (LANGUAGES_AS_WRITTEN.get(word), *_FIELDS.get(word, ()))
    return next((field for field in meant if field in allowed), None)


_WORDS: Mapping[str, str] = {
    "예정": "announced",
    "개최": "held",
    "종료": "held",
    "연기": "postponed",
    "취소": "cancelled",
    "scheduled": "announced",
    "rescheduled": "postponed",
    "현장": "in-person",
    "대면": "in-person",
    "오프라인": "in-person",
    "offline": "in-person",
    "onsite": "in-person",
    "on-site": "in-person",
    "온라인": "online",
    "비대면": "online",
    "혼합": "hybrid",
    "하이브리드": "hybrid",
    "온오프라인": "hybrid",
    "온·오프라인": "hybrid",
    "mixed": "hybrid",
    "견해": "view",
    "의견": "view",
    "약속": "commitment",
    "글": "text",
    "영상": "video",
    "소리": "audio",
    "음성": "audio",
    "녹음": "recording",
    "녹화": "recording",
    "사진": "image",
    "그림": "image",
    "회색": "grey",
    "보라": "violet",
    "보라색": "violet",
    "노랑": "amber",
    "주황": "amber",
    "청록": "teal",
    "파랑": "blue",
    "초록": "green",
    "초록색": "green",
    "녹색": "green",
    "빨강": "red",
}
"""What people write → the word of a field's fixed choice."""


def word_meant(written: str, choices: Collection[str]) -> str | None:
    """The word, among the choices, that a Korean one means, or another that is often written."""
    meant = _WORDS.get(written.strip().casefold().removesuffix("됨").removesuffix("함"))
    return meant if meant in choices else None
