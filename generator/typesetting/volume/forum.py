"""A forum in a volume: its facts, its programme, what was said, and what was proposed."""

from __future__ import annotations

from functools import partial
from typing import Any

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address
from generator.i18n.formats import language_name
from generator.i18n.phrases import amount_in_words, day_in_words
from generator.i18n.strings import Words
from generator.models import Attachment, Contribution, Figure, Forum, Session
from generator.models.titles import identifier_of
from generator.pages.list_rows import party_links
from generator.pages.page import Label
from generator.typesetting.volume.people import people_data
from generator.typesetting.volume.proposal import Facts, fact, notes_of, proposal_data, revisions_of
from generator.typesetting.volume.text_runs import (
    Block,
    Line,
    Run,
    Said,
    Voices,
    block,
    line,
    party_runs,
    passage_of,
    said_in,
)


def forum_data(corpus: Corpus, voices: Voices, forum: Forum) -> dict[str, Any]:
    hosts = _hosts(corpus, voices, forum)
    proposals = corpus.proposals_at(forum)
    told = [session for session in forum.sessions if is_more_than_a_line(session)]
    return {
        "name": voices.text(forum.name),
        "date": when(voices, forum),
        "venue": _venue(voices, forum),
        "hosts": hosts,
        "abstract": voices.prose(forum.abstract, forum.sources),
        "facts": _facts(corpus, voices, forum, hosts),
        "no_hours": not forum.start_time,
        "notes": notes_of(voices, forum),
        "highlights": [voices.sentence(highlight) for highlight in forum.highlights],
        "programme": [_line_of_programme(corpus, voices, session) for session in forum.sessions],
        "sessions": [_session(corpus, voices, forum, session) for session in told],
        "figures": [_figure(voices, figure) for figure in forum.figures],
        "documents": [_document(corpus, voices, attachment) for attachment in forum.documents],
        "proposals": [proposal_data(corpus, voices, proposal) for proposal in proposals],
        "people": people_data(corpus, voices, forum),
        "revisions": revisions_of(voices, forum),
    }


def when(voices: Voices, forum: Forum) -> Said:
    """The day or days, and the hours or the part of the day, as exact as they are known."""

    def told(words: Words) -> Line:
        shown = day_in_words(forum.start_date, words, weekday=not forum.end_date)
        shown += f" – {day_in_words(forum.end_date, words)}" if forum.end_date else ""
        if forum.start_time:
            shown += f" {_hours(forum)}"
        elif forum.day_part:
            shown += f" {words(f'day_parts.{forum.day_part}')}"
        return line(words.language, shown)

    return voices.say(told)


def _hours(event: Forum | Session) -> str:
    return "–".join(filter(None, (event.start_time, event.end_time)))


def _venue(voices: Voices, forum: Forum) -> Said:
    """The place's name, its room and its address on one line."""
    venue = forum.venue
    if not venue:
        return []
    return voices.joined([part for part in (venue.name, venue.room, venue.address) if part], ", ")


def _hosts(corpus: Corpus, voices: Voices, forum: Forum) -> Facts:
    """Each role of the organizers, and who has it."""
    return [
        {
            "label": voices.text(corpus.roles[role].label),
            "value": voices.parties(
                [party_links(corpus, who) for who in forum.organizers if who.role == role]
            ),
        }
        for role in dict.fromkeys(organizer.role for organizer in forum.organizers)
    ]


def _facts(corpus: Corpus, voices: Voices, forum: Forum, hosts: Facts) -> Facts:
    kind = voices.word(f"classifications.{forum.classification}")
    return [
        fact(voices, "forum.date", passage_of(when(voices, forum))),
        *([fact(voices, "forum.venue", passage_of(_venue(voices, forum)))] if forum.venue else []),
        *hosts,
        fact(voices, "forum.classification", passage_of(kind)),
        *(
            [fact(voices, "forum.series", voices.sentence(corpus.series[forum.series].name))]
            if forum.series
            else []
        ),
    ]


def _moment(voices: Voices, session: Session) -> Said:
    """A session's day, where it is told, and its hours."""
    hours = _hours(session)
    if not session.date:
        return [line(voices.words[0].language, hours)] if hours else []
    day = session.date
    return voices.say(
        lambda words: line(words.language, " ".join(filter(None, (day_in_words(day, words), hours))))
    )


def _line_of_programme(corpus: Corpus, voices: Voices, session: Session) -> dict[str, Any]:
    """When, what, and who."""

    def who(words: Words) -> list[Block]:
        names = [said_in(_name(corpus, contribution), words) for contribution in session.contributions]
        return [block([{**name, "text": name["text"] + ", " * (name is not names[-1])} for name in names])]

    return {
        "when": _moment(voices, session),
        "name": voices.text(session.name),
        "who": voices.passage(who) if session.contributions else [],
    }


def _name(corpus: Corpus, contribution: Contribution) -> Label:
    who = party_links(corpus, contribution)
    link = who.person or who.organization
    return link.label if link else ""


def is_more_than_a_line(session: Session) -> bool:
    """Whether there is more to tell of a session than when it was and who was there."""
    return bool(session.abstract) or any(
        told.title or told.summary or told.statements or told.as_printed or told.note
        for told in session.contributions
    )


def _session(corpus: Corpus, voices: Voices, forum: Forum, session: Session) -> dict[str, Any]:
    return {
        "name": voices.text(session.name),
        "when": _moment(voices, session),
        "abstract": voices.prose(session.abstract),
        "contributions": [
            _contribution(corpus, voices, contribution) for contribution in session.contributions
        ],
        "proposals": [
            {"identifier": identifier_of(proposal), "title": voices.text(proposal.title)}
            for proposal in corpus.proposals_at(forum)
            if proposal.session == session.id
        ],
    }


def _contribution(corpus: Corpus, voices: Voices, contribution: Contribution) -> dict[str, Any]:
    def who(words: Words) -> list[Block]:
        runs: list[Run] = party_runs(party_links(corpus, contribution), words, with_role=True)
        return [block(runs + voices.references(contribution.sources, words))]

    return {
        "who": voices.passage(who),
        "title": voices.text(contribution.title),
        "summary": voices.prose(contribution.summary),
        "statements": [
            {
                "label": voices.word(f"statements.{statement.kind}"),
                "value": voices.sentence(statement.text, statement.sources),
            }
            for statement in contribution.statements
        ],
    }


def _figure(voices: Voices, figure: Figure) -> dict[str, Any]:
    return {
        "label": voices.text(figure.label),
        "note": voices.text(figure.note),
        "amount": voices.say(lambda words: line(words.language, amount_in_words(figure, words))),
        "references": voices.references(figure.sources, voices.words[0]),
    }


def _document(corpus: Corpus, voices: Voices, attachment: Attachment) -> dict[str, Any]:
    """A document by its name, with its kind, its language and its terms, and where it is."""
    file = file_address(corpus, f"files/{attachment.file}")
    return {
        "name": voices.text(attachment.name),
        "about": voices.say(partial(_about, attachment)),
        "url": attachment.url or file,
    }


def _about(attachment: Attachment, words: Words) -> Line:
    parts = [words(f"document_types.{attachment.type}")]
    parts += [language_name(attachment.language, words.language)] if attachment.language else []
    parts += [attachment.license] if attachment.license else []
    return line(words.language, " · ".join(parts))
