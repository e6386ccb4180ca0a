"""A forum in a volume: its facts, its programme, what was said, and what was proposed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.schedule import (
    attendance_of,
    begins_next_day,
    has_hours,
    runs_past_midnight,
    sessions_in_order,
)
from generator.corpus.urls import file_address
from generator.i18n.formats import language_name
from generator.i18n.phrases import amount_in_words, day_in_words
from generator.i18n.strings import Words
from generator.models import Attachment, Contribution, CoSpeaker, Forum, Session, Text
from generator.models.amount import Amount
from generator.models.titles import identifier_of
from generator.pages.list_rows import party_links
from generator.pages.marks import marked_name
from generator.pages.occasion import (
    hours_in_words,
    online_links,
    period_in_words,
    session_in_words,
    venue_in_words,
)
from generator.pages.page import Label, PageLink, Word
from generator.pages.timetable import session_place
from generator.typesetting.volume.people import people_table
from generator.typesetting.volume.proposal import (
    licence_facts,
    notes_of,
    proposal_section,
    revisions_of,
    title_run,
)
from generator.typesetting.volume.text_runs import comma_separated, label_run, party_runs
from generator.typesetting.volume.views import (
    ContributionSection,
    DocumentEntry,
    Fact,
    FigureEntry,
    ForumChapter,
    Paragraph,
    ParallelText,
    ProgrammeRow,
    ProposalTitle,
    SessionSection,
    TextRun,
)
from generator.typesetting.volume.wording import Wording, as_passage


def forum_chapter(corpus: Corpus, wording: Wording, forum: Forum) -> ForumChapter:
    proposals = corpus.proposals_at(forum)
    ordered = sessions_in_order(forum)
    sections = [session for session in ordered if needs_a_section(session)]
    return ForumChapter(
        name=forum_title(wording, forum),
        date=_date(corpus, wording, forum),
        venue=_venue(wording, forum),
        hosts=tuple(_hosts(corpus, wording, forum)),
        abstract=wording.prose(forum.abstract, forum.sources),
        facts=tuple(_facts(corpus, wording, forum)),
        no_hours=not (has_hours(forum) or forum.called_off),
        notes=notes_of(wording, forum),
        highlights=tuple(map(wording.sentence, forum.highlights)),
        programme=tuple(
            _programme_row(corpus, wording, forum, session) for session in sessions_in_order(forum)
        ),
        sessions=tuple(_session(corpus, wording, forum, session) for session in sections),
        figures=tuple(_figure(wording, corpus.amount_of(figure)) for figure in forum.figures),
        documents=tuple(_document(corpus, wording, attachment) for attachment in forum.documents),
        proposals=tuple(proposal_section(corpus, wording, proposal) for proposal in proposals),
        people=people_table(corpus, wording, forum),
        revisions=revisions_of(wording, forum),
        without_proposals=not corpus.proposals,
    )


def forum_title(wording: Wording, forum: Forum) -> ParallelText:
    """The name, with a mark if nothing took place."""
    if forum.called_off:
        return wording.parallel_string(partial(marked_name, forum))
    return wording.text(forum.name)


def _date(corpus: Corpus, wording: Wording, forum: Forum) -> ParallelText:
    """The day or days, and the hours or the part of the day, as exact as they are known."""
    return wording.parallel_string(partial(period_in_words, corpus, forum))


def _venue(wording: Wording, forum: Forum) -> ParallelText:
    """Each place's name, its room and its address on one line."""

    def venues_in(words: Words) -> str:
        return " / ".join(venue_in_words(venue, words) for venue in forum.places)

    return wording.parallel_string(venues_in) if forum.places else ()


def _hosts(corpus: Corpus, wording: Wording, forum: Forum) -> Iterator[Fact]:
    """Each role of the organizers, and who has it."""
    for role in dict.fromkeys(organizer.role for organizer in forum.organizers):
        hosts = [party_links(corpus, who) for who in forum.organizers if who.role == role]
        yield Fact(wording.text(corpus.roles[role].label), wording.parties(hosts))


def _status(corpus: Corpus, wording: Wording, forum: Forum) -> Iterator[Fact]:
    """Whether it is held, why not and what is held instead, where the record says it."""
    told = forum.status
    if not told:
        return

    def status_in(words: Words) -> list[Paragraph]:
        parts = [words(f"forum_statuses.{told.value}")]
        parts += [day_in_words(told.date, words)] if told.date else []
        parts += [told.note.best(words.language)[0]] if told.note else []
        run = TextRun(words.language, " · ".join(parts))
        return [Paragraph((run, *wording.references(told.sources, words)))]

    yield wording.fact("forum.status", wording.passage(status_in))
    if instead := corpus.held_instead(forum):
        yield wording.fact("forum.instead", wording.sentence(instead.name))


def _online(wording: Wording, forum: Forum) -> Iterator[Fact]:
    """How people took part, and where it could be joined and can be watched."""
    if attendance := attendance_of(forum):
        yield wording.fact("forum.attendance", as_passage(wording.word(f"attendances.{attendance}")))
    for link in online_links(forum):
        address = wording.address(link.url)
        label = link.label
        if isinstance(label, Word):
            yield wording.fact(label.key, as_passage((address,), link.url))
        elif isinstance(label, Text):
            yield Fact(wording.text(label), as_passage((address,), link.url))


def _facts(corpus: Corpus, wording: Wording, forum: Forum) -> Iterator[Fact]:
    yield from _status(corpus, wording, forum)
    yield wording.fact("forum.date", as_passage(_date(corpus, wording, forum)))
    if forum.venue:
        yield wording.fact("forum.venue", as_passage(_venue(wording, forum)))
    yield from _online(wording, forum)
    yield from _hosts(corpus, wording, forum)
    yield wording.fact("forum.classification", as_passage(wording.text(corpus.kind_of(forum).label)))
    if forum.series:
        yield wording.fact("forum.series", wording.sentence(corpus.series[forum.series].name))
    yield from licence_facts(corpus, wording, forum)


def _time(wording: Wording, forum: Forum, session: Session) -> ParallelText:
    """A session's hours, its day where the record has one, and its track and room."""
    is_next_day = begins_next_day(forum, session) or runs_past_midnight(session)
    if not (session.date or session_place(forum, session) or is_next_day):
        hours = hours_in_words(session, wording.words[0])
        return wording.untranslated(hours) if hours else ()
    return wording.parallel_string(partial(session_in_words, forum, session))


def _time_of_talk(
    wording: Wording, forum: Forum, session: Session, contribution: Contribution
) -> ParallelText:
    """A talk's hours and the language that was spoken, as far as they are known."""
    is_late = begins_next_day(forum, session, contribution)
    spoken = contribution.language

    def time_in(words: Words) -> str:
        hours = hours_in_words(contribution, words, begins_next_day=is_late)
        told = f"{words('talk.language')}: {language_name(spoken, words.language)}" if spoken else ""
        return " · ".join(filter(None, (hours, told)))

    return wording.parallel_string(time_in) if contribution.start_time or spoken else ()


def _programme_row(corpus: Corpus, wording: Wording, forum: Forum, session: Session) -> ProgrammeRow:
    speakers = (who for one in session.contributions for who in one.speakers)
    names = [name for who in speakers for name in _names(corpus, who)]

    def names_in(words: Words) -> list[Paragraph]:
        return [Paragraph(tuple(comma_separated(names, words, ", ")))] if names else []

    return ProgrammeRow(
        when=_time(wording, forum, session), name=wording.text(session.name), who=wording.passage(names_in)
    )


def _names(corpus: Corpus, speaker: Contribution | CoSpeaker) -> list[Label]:
    """The person, else what an unnamed one is called, else the organizations."""
    return [one.label if isinstance(one, PageLink) else one for one in party_links(corpus, speaker).names]


def needs_a_section(session: Session) -> bool:
    """A session has a section of its own where more is known than the programme says."""
    return bool(session.abstract) or any(
        contribution.title
        or contribution.abstract
        or contribution.summary
        or contribution.documents
        or contribution.statements
        or contribution.start_time
        or contribution.language
        or any(who.as_printed or who.note for who in contribution.speakers)
        for contribution in session.contributions
    )


def _session(corpus: Corpus, wording: Wording, forum: Forum, session: Session) -> SessionSection:
    return SessionSection(
        name=wording.text(session.name),
        when=_time(wording, forum, session),
        abstract=wording.prose(session.abstract),
        contributions=tuple(
            _contribution(corpus, wording, forum, session, contribution)
            for contribution in session.contributions
        ),
        proposals=tuple(
            ProposalTitle(identifier_of(proposal), wording.parallel(partial(title_run, proposal)))
            for proposal in corpus.proposals_at(forum)
            if proposal.session == session.id
        ),
    )


def _contribution(
    corpus: Corpus, wording: Wording, forum: Forum, session: Session, contribution: Contribution
) -> ContributionSection:
    def speaker_in(words: Words) -> list[Paragraph]:
        first, *others = (
            party_runs(party_links(corpus, who), words, with_role=True) for who in contribution.speakers
        )
        references = wording.references(contribution.sources, words)
        return [Paragraph((*first, *references)), *map(Paragraph, others)]

    return ContributionSection(
        who=wording.passage(speaker_in),
        title=wording.text(contribution.title),
        when=_time_of_talk(wording, forum, session, contribution),
        abstract=wording.prose(contribution.abstract),
        documents=tuple(_document(corpus, wording, attachment) for attachment in contribution.documents),
        summary=wording.prose(contribution.summary),
        statements=tuple(
            wording.fact(f"statements.{statement.kind}", wording.sentence(statement.text, statement.sources))
            for statement in contribution.statements
        ),
    )


def _figure(wording: Wording, amount: Amount) -> FigureEntry:
    figure = amount.figure
    return FigureEntry(
        label=wording.text(figure.label),
        note=wording.text(figure.note),
        amount=wording.parallel_string(partial(amount_in_words, amount)),
        references=wording.references(figure.sources, wording.words[0]),
    )


def _document(corpus: Corpus, wording: Wording, attachment: Attachment) -> DocumentEntry:
    address = attachment.url or file_address(corpus, f"files/{attachment.file}")
    return DocumentEntry(
        name=wording.text(attachment.name),
        about=wording.parallel_string(partial(_about, corpus, attachment)),
        url=wording.address(address),
    )


def _about(corpus: Corpus, attachment: Attachment, words: Words) -> str:
    """A document's type, language, length, day and licence."""
    parts = [corpus.document_kinds[attachment.type].label.best(words.language)[0]]
    parts += [language_name(attachment.language, words.language)] if attachment.language else []
    parts += [attachment.duration] if attachment.duration else []
    parts += [day_in_words(attachment.date, words)] if attachment.date else []
    if attachment.license:
        parts.append(label_run(terms_of_use(corpus, attachment.license).label, words).text)
    return " · ".join(parts)
