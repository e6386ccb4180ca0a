"""The questions that `proceedings new` asks for each kind of record, and the answers that it accepts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from generator.authoring.new_record import (
    Known,
    dated_id,
    free_id,
    id_of_words,
    next_proposal_id,
    people_at,
    refuse_existing,
)
from generator.models import Forum, Organization, Source, Text
from generator.models.date import Day, read_day
from generator.models.ids import as_id
from generator.models.kinds import KIND_FOLDERS
from generator.models.values import LanguageTag, Model, WebAddress, as_line, as_prose
from generator.parsing.characters import forbidden_character
from generator.parsing.problems import suggestion

Answer = str | Day
Answers = Mapping[str, Any]
"""Variable of a skeleton → an Answer, a tuple of them, or None while there is none."""


@dataclass(frozen=True)
class Choices:
    """The ids that an answer can be, with their labels, and the message for any other."""

    ids: Mapping[str, str]
    refusal: Callable[[str], str]


@dataclass(frozen=True)
class Question:
    """A question; its flag is `--name`, and its variable in the skeleton the name with '_'."""

    name: str
    prompt: str
    parse: Callable[[str], Answer] = as_line
    """Typed text → answer; raises ValueError with the reason if it is none."""
    words: tuple[str, ...] = ()
    """The fixed words to choose from."""
    choices: Callable[[Known, Answers], Choices] | None = None
    """The ids to choose from, where they depend on the records that exist."""
    default: Callable[[Known, Answers], str | None] = lambda _known, _answers: None
    """The default answer."""
    default_if_unasked: bool = False
    """Whether the default is the answer where nobody can be asked."""
    multiple: bool = False
    optional: bool = False
    """Whether the answer can be left out and written into the file later."""
    unless: str | None = None
    """The variable of a question whose answer makes this one unnecessary."""
    new_kind: str | None = None
    """The kind of the new record, if the answer is its id, which has to be free."""

    @property
    def variable(self) -> str:
        return self.name.replace("-", "_")

    def accept(self, text: str, known: Known, answers: Answers) -> Answer:
        """The answer as the record stores it; raises ValueError with the reason if it is refused."""
        text = unicodedata.normalize("NFC", text)
        if message := forbidden_character(text):
            raise ValueError(message)
        answer = self.parse(text)
        if self.words and answer not in self.words:
            raise ValueError(f"'{text}' is not known; write one of {', '.join(self.words)}")
        if self.choices and isinstance(answer, str):
            choices = self.choices(known, answers)
            if answer not in choices.ids:
                raise ValueError(choices.refusal(answer))
        if self.new_kind:
            refuse_existing(known.path_of(self.new_kind, str(answer)))
        return answer


def _typed(annotation: Any) -> Callable[[str], str]:  # noqa: ANN401 - annotations have no common type
    """A function that reads text as a field of this type does."""
    adapter: TypeAdapter[str] = TypeAdapter(annotation)

    def read(text: str) -> str:
        try:
            return adapter.validate_python(text)
        except ValidationError as error:
            raise ValueError(error.errors()[0]["msg"]) from None

    return read


def _literal_words(model: type[Model], field: str) -> tuple[str, ...]:
    return get_args(model.model_fields[field].annotation)


def _missing_record(kind: str, existing: Mapping[str, str], record_id: str) -> str:
    missing = f"there is no content/{KIND_FOLDERS[kind]}/{record_id}.yml"
    return missing + (
        suggestion(record_id, existing) or f"; write it first: proceedings new {kind} {record_id}"
    )


def _records(kind: str) -> Callable[[Known, Answers], Choices]:
    def choices(known: Known, _: Answers) -> Choices:
        ids = dict.fromkeys(reversed(known.ids(kind)), "")
        return Choices(ids, lambda record_id: _missing_record(kind, ids, record_id))

    return choices


def _topics(known: Known, _: Answers) -> Choices:
    ids = {topic.id: _name(topic.label) for topic in known.vocabulary.topics}
    return Choices(ids, lambda topic: _not_among(f"there is no topic '{topic}'", topic, ids))


def _sessions(known: Known, answers: Answers) -> Choices:
    forum = known.forum(answers["forum"])
    ids = {session.id: _name(session.name) for session in forum.sessions}
    return Choices(ids, lambda session: _not_among(f"{forum.id} has no session '{session}'", session, ids))


def _proposers(known: Known, answers: Answers) -> Choices:
    forum = known.forum(answers["forum"])
    ids = {
        **dict.fromkeys(people_at(forum), ""),
        forum.id: "포럼 전체 / the forum as a whole",
        **dict.fromkeys(known.ids("organization"), ""),
    }

    def refusal(who: str) -> str:
        if who in known.ids("speaker"):
            return f"'{who}' takes no part in {forum.id}; add the contribution to {forum.path} first"
        return _missing_record("speaker", ids, who)

    return Choices(ids, refusal)


def _addressees(known: Known, _: Answers) -> Choices:
    ids = dict.fromkeys((*known.ids("organization"), *known.ids("speaker")), "")
    return Choices(ids, lambda who: _missing_record("organization", ids, who))


def _not_among(message: str, wrong: str, ids: Mapping[str, str]) -> str:
    return message + (suggestion(wrong, ids) or f"; write one of {', '.join(ids) or 'none: leave it out'}")


def _name(text: Text) -> str:
    return text.best("ko")[0]


def _id(kind: str, wanted: Callable[[Answers], str | None]) -> Question:
    return Question(
        "id",
        "id, 곧 파일 이름 / The id, which is the file's name",
        as_id,
        default=lambda known, answers: free_id(wanted(answers), known.ids(kind)),
        new_kind=kind,
    )


def _in_both_languages(name: str, korean: str, english: str, **options: Any) -> tuple[Question, Question]:  # noqa: ANN401 - fields of Question
    """The questions for a text in Korean and in English, of which one is enough."""
    return (
        Question(f"{name}-ko", f"{korean} (한국어) / {english} in Korean", unless=f"{name}_en", **options),
        Question(f"{name}-en", f"{korean} (영어) / {english} in English", unless=f"{name}_ko", **options),
    )


def _from_name(answers: Answers) -> str | None:
    return id_of_words(answers["name_en"] or "")


_SOURCES = Question(
    "source", "출처 id / Ids of the sources", as_id, choices=_records("source"), multiple=True, optional=True
)
_NAMES = _in_both_languages("name", "이름", "Name")

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "forum": (
        *_NAMES,
        Question("classification", "갈래 / What it was", words=_literal_words(Forum, "classification")),
        Question("date", "날짜 / The day (2025-07-16, or 2025-07 if less is known)", read_day),
        _SOURCES,
        _id("forum", lambda answers: dated_id(answers["name_en"] or "", answers["date"], first=True)),
    ),
    "speaker": (*_NAMES, _SOURCES, _id("speaker", _from_name)),
    "organization": (
        *_NAMES,
        Question("classification", "갈래 / What it is", words=_literal_words(Organization, "classification")),
        _SOURCES,
        _id("organization", _from_name),
    ),
    "proposal": (
        Question("forum", "포럼 id / Id of the forum", as_id, choices=_records("forum")),
        Question("session", "세션 id / Id of the session", as_id, choices=_sessions, optional=True),
        *_in_both_languages("title", "제목", "Title"),
        *_in_both_languages("abstract", "내용", "What is proposed,", parse=as_prose, optional=True),
        Question("proposer", "제안한 쪽 id / Ids of who proposes", as_id, choices=_proposers, multiple=True),
        Question(
            "addressee",
            "요청받은 쪽 id / Ids of who is asked to act",
            as_id,
            choices=_addressees,
            multiple=True,
            optional=True,
        ),
        Question(
            "topic", "분야 id / Ids of the topics, main one first", as_id, choices=_topics, multiple=True
        ),
        Question(
            "date",
            "제안한 날 / The day it was made",
            read_day,
            default=lambda known, answers: str(known.forum(answers["forum"]).start_date),
            default_if_unasked=True,
        ),
        _SOURCES,
        Question(
            "id",
            "id, 곧 파일 이름 / The id, which is the file's name",
            as_id,
            default=lambda known, answers: next_proposal_id(answers["forum"], known.ids("proposal")),
            default_if_unasked=True,
            new_kind="proposal",
        ),
    ),
    "source": (
        Question("type", "종류 / What it is", words=_literal_words(Source, "type")),
        *_in_both_languages("title", "제목", "Title"),
        *_in_both_languages("publisher", "낸 곳", "Publisher"),
        Question("date", "나온 날 / When it appeared (2025-07-16, or 2025-07 if less is known)", read_day),
        Question("url", "주소 / Web address", _typed(WebAddress), optional=True),
        Question(
            "language",
            "쓰인 언어 / Language it is written in (ko, en …)",
            _typed(LanguageTag),
            default=lambda _known, _answers: "ko",
        ),
        _id("source", lambda answers: dated_id(answers["publisher_en"] or "", answers["date"], first=False)),
    ),
}
"""Kind of record → the questions for a new one, in the order in which they are asked."""
