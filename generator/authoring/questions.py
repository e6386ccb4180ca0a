"""The questions that `proceedings new` asks for each kind of record."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.authoring.new_record import (
    Known,
    dated_id,
    free_id,
    id_of_words,
    next_proposal_id,
    people_at,
)
from generator.authoring.question import Answers, Choices, Question, answer_of_type, in_both_languages
from generator.corpus.words import label_of_word
from generator.models import Text
from generator.models.date import read_day
from generator.models.ids import as_id
from generator.models.kinds import KIND_FOLDERS
from generator.models.texts import as_prose
from generator.models.values import LanguageTag, WebAddress
from generator.parsing.messages import Message, message
from generator.parsing.problems import suggestion


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


def _source_types(known: Known, _: Answers) -> Choices:
    ids = known.source_types
    return Choices(ids, lambda text: message("new.not_known", text=text, known=", ".join(ids)))


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

    return Choices(ids, refusal, refused=speakers)


def _addressees(known: Known, _: Answers) -> Choices:
    ids = {**known.called("organization"), **known.called("speaker")}
    return Choices(ids, lambda who: _missing_record("organization", ids, who))


def _remedy(wrong: str, ids: Mapping[str, str]) -> Message:
    listed = message("remedy.one_of", known=", ".join(ids)) if ids else message("new.leave_out")
    return suggestion(wrong, ids) or listed


def _name(text: Text) -> str:
    return text.best("ko")[0]


def _id(kind: str, wanted: Callable[[Answers], str | None]) -> Question[Known]:
    return Question(
        "id",
        message("ask.id"),
        as_id,
        default=lambda known, answers: free_id(wanted(answers), known.taken(kind)),
        refuse=lambda known, key: known.refuse_taken(kind, key),
    )


def _from_name(answers: Answers) -> str | None:
    return id_of_words(answers["name_en"] or "")


_SOURCES: Question[Known] = Question(
    "source", message("ask.sources"), as_id, choices=_records("source"), multiple=True, optional=True
)
_NAMES = in_both_languages("name", message("ask.name"))

QUESTIONS: Mapping[str, tuple[Question[Known], ...]] = {
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
        *in_both_languages("title", message("ask.title")),
        *in_both_languages("abstract", message("ask.abstract"), parse=as_prose, optional=True),
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
            refuse=lambda known, key: known.refuse_taken("proposal", key),
        ),
    ),
    "source": (
        Question("type", message("ask.type"), choices=_source_types),
        *in_both_languages("title", message("ask.title")),
        *in_both_languages("publisher", message("ask.publisher")),
        Question("date", message("ask.issued"), read_day),
        Question("url", message("ask.url"), answer_of_type(WebAddress), optional=True),
        Question(
            "language",
            message("ask.language"),
            answer_of_type(LanguageTag),
            default=lambda _known, _answers: "ko",
        ),
        _id("source", lambda answers: dated_id(answers["publisher_en"] or "", answers["date"], first=False)),
    ),
}
"""Kind of record → the questions for a new one, in the order in which they are asked."""
