"""The questions that `proceedings new` asks for each kind of record, and the answers that it accepts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.authoring.new_record import (
    Known,
    dated_id,
    free_id,
    id_of_words,
    next_proposal_id,
    people_at,
)
from generator.corpus.labels import name_key
from generator.corpus.words import label_of_word
from generator.models import Source, Text
from generator.models.date import Day, read_day
from generator.models.ids import as_id
from generator.models.kinds import KIND_FOLDERS
from generator.models.model import Model, reason_of
from generator.models.texts import as_line, as_prose
from generator.models.values import LanguageTag, WebAddress
from generator.parsing.characters import forbidden_character
from generator.parsing.messages import Message, Refused, message
from generator.parsing.problems import suggestion

Answer = str | Day
Answers = Mapping[str, Any]
"""Variable of a skeleton → an Answer, a tuple of them, or None while there is none."""


@dataclass(frozen=True)
class Choices:
    """The ids that an answer can be, with their labels, which are answers too; the message for any other."""

    ids: Mapping[str, str]
    refusal: Callable[[str], Message]

    def id_called(self, text: str) -> str:
        """The one id whose label this is; else the text itself."""
        called = [key for key, label in self.ids.items() if label and name_key(label) == name_key(text)]
        return called[0] if len(called) == 1 and text not in self.ids else text


@dataclass(frozen=True)
class Question:
    """A question; its flag is `--name`, and its variable in the skeleton the name with '_'."""

    name: str
    prompt: Message
    parse: Callable[[str], Answer] = as_line
    """Typed text → answer; raises Refused or Pydantic's error if it is none."""
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
        """The answer as the record stores it; raises Refused or RecordExists if it is none."""
        text = unicodedata.normalize("NFC", text)
        if forbidden := forbidden_character(text):
            raise Refused(forbidden)
        choices = self.choices(known, answers) if self.choices else None
        try:
            answer = self.parse(choices.id_called(text) if choices else text)
        except PydanticCustomError as error:
            raise Refused(message("new.not_listed", text=text) if choices else reason_of(error)) from None
        if self.words and answer not in self.words:
            raise Refused(message("new.not_known", text=text, known=", ".join(self.words)))
        if choices and isinstance(answer, str) and answer not in choices.ids:
            raise Refused(choices.refusal(answer))
        if self.new_kind:
            known.refuse_taken(self.new_kind, str(answer))
        return answer


def _typed(annotation: Any) -> Callable[[str], str]:  # noqa: ANN401 - annotations have no common type
    """A function that reads text as a field of this type does."""
    adapter: TypeAdapter[str] = TypeAdapter(annotation)

    def read(text: str) -> str:
        try:
            return adapter.validate_python(text)
        except ValidationError as error:
            reason: Message = error.errors()[0]["ctx"]["reason"]
            raise Refused(reason) from None

    return read


def _literal_words(model: type[Model], field: str) -> tuple[str, ...]:
    return get_args(model.model_fields[field].annotation)


def _missing_record(kind: str, existing: Mapping[str, str], record_id: str) -> Message:
    remedy = suggestion(record_id, existing) or message("new.write_first", kind=kind, id=record_id)
    return message("reference.unknown_record", text=record_id, target=KIND_FOLDERS[kind], remedy=remedy)


def _records(kind: str) -> Callable[[Known, Answers], Choices]:
    def choices(known: Known, _: Answers) -> Choices:
        ids = dict(reversed(known.called(kind).items()))
        return Choices(ids, lambda record_id: _missing_record(kind, ids, record_id))

    return choices


def _topics(known: Known, _: Answers) -> Choices:
    ids = {topic.id: _name(topic.label) for topic in known.vocabulary.topics}
    return Choices(ids, lambda topic: message("new.no_topic", topic=topic, remedy=_remedy(topic, ids)))


def _words_in(name: str) -> Callable[[Known, Answers], Choices]:
    """The words of a list of the vocabulary."""

    def choices(known: Known, _: Answers) -> Choices:
        ids = {word.id: _name(label_of_word(word)) for word in getattr(known.vocabulary, name)}

        def refusal(text: str) -> Message:
            return message("reference.unknown_word", text=text, target=name, remedy=_remedy(text, ids))

        return Choices(ids, refusal)

    return choices


def _sessions(known: Known, answers: Answers) -> Choices:
    forum = known.forum(answers["forum"])
    ids = {session.id: _name(session.name) for session in forum.sessions}
    return Choices(
        ids,
        lambda session: message(
            "session.unknown", forum=forum.id, session=session, remedy=_remedy(session, ids)
        ),
    )


def _proposers(known: Known, answers: Answers) -> Choices:
    forum = known.forum(answers["forum"])
    speakers = known.called("speaker")
    ids = {
        **{person: speakers.get(person, "") for person in people_at(forum)},
        forum.id: _name(forum.name),
        **known.called("organization"),
    }

    def refusal(who: str) -> Message:
        if who in speakers:
            return message("proposers.absent", person=who, forum=forum.id, path=forum.path)
        return _missing_record("speaker", ids, who)

    return Choices(ids, refusal)


def _addressees(known: Known, _: Answers) -> Choices:
    ids = {**known.called("organization"), **known.called("speaker")}
    return Choices(ids, lambda who: _missing_record("organization", ids, who))


def _remedy(wrong: str, ids: Mapping[str, str]) -> Message:
    listed = message("remedy.one_of", known=", ".join(ids)) if ids else message("new.leave_out")
    return suggestion(wrong, ids) or listed


def _name(text: Text) -> str:
    return text.best("ko")[0]


def _id(kind: str, wanted: Callable[[Answers], str | None]) -> Question:
    return Question(
        "id",
        message("ask.id"),
        as_id,
        default=lambda known, answers: free_id(wanted(answers), known.taken(kind)),
        new_kind=kind,
    )


def _in_both_languages(name: str, what: Message, **options: Any) -> tuple[Question, Question]:  # noqa: ANN401 - fields of Question
    """The questions for a text in Korean and in English, of which one is enough."""
    return (
        Question(f"{name}-ko", message("ask.in_korean", what=what), unless=f"{name}_en", **options),
        Question(f"{name}-en", message("ask.in_english", what=what), unless=f"{name}_ko", **options),
    )


def _from_name(answers: Answers) -> str | None:
    return id_of_words(answers["name_en"] or "")


_SOURCES = Question(
    "source", message("ask.sources"), as_id, choices=_records("source"), multiple=True, optional=True
)
_NAMES = _in_both_languages("name", message("ask.name"))

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "forum": (
        *_NAMES,
        Question("classification", message("ask.what_it_was"), choices=_words_in("forum_kinds")),
        Question("date", message("ask.day"), read_day),
        _SOURCES,
        _id("forum", lambda answers: dated_id(answers["name_en"] or "", answers["date"], first=True)),
    ),
    "speaker": (*_NAMES, _SOURCES, _id("speaker", _from_name)),
    "organization": (
        *_NAMES,
        Question(
            "classification",
            message("ask.classification"),
            choices=_words_in("organization_kinds"),
        ),
        _SOURCES,
        _id("organization", _from_name),
    ),
    "proposal": (
        Question("forum", message("ask.forum"), as_id, choices=_records("forum")),
        Question("session", message("ask.session"), as_id, choices=_sessions, optional=True),
        *_in_both_languages("title", message("ask.title")),
        *_in_both_languages("abstract", message("ask.abstract"), parse=as_prose, optional=True),
        Question("proposer", message("ask.proposers"), as_id, choices=_proposers, multiple=True),
        Question(
            "addressee",
            message("ask.addressees"),
            as_id,
            choices=_addressees,
            multiple=True,
            optional=True,
        ),
        Question("topic", message("ask.topics"), as_id, choices=_topics, multiple=True),
        Question(
            "date",
            message("ask.day_made"),
            read_day,
            default=lambda known, answers: str(known.forum(answers["forum"]).start_date),
            default_if_unasked=True,
        ),
        _SOURCES,
        Question(
            "id",
            message("ask.id"),
            as_id,
            default=lambda known, answers: next_proposal_id(answers["forum"], known.taken("proposal")),
            default_if_unasked=True,
            new_kind="proposal",
        ),
    ),
    "source": (
        Question("type", message("ask.type"), words=_literal_words(Source, "type")),
        *_in_both_languages("title", message("ask.title")),
        *_in_both_languages("publisher", message("ask.publisher")),
        Question("date", message("ask.issued"), read_day),
        Question("url", message("ask.url"), _typed(WebAddress), optional=True),
        Question(
            "language",
            message("ask.language"),
            _typed(LanguageTag),
            default=lambda _known, _answers: "ko",
        ),
        _id("source", lambda answers: dated_id(answers["publisher_en"] or "", answers["date"], first=False)),
    ),
}
"""Kind of record → the questions for a new one, in the order in which they are asked."""
