"""Forums as a volume (자료집): all that their pages say, as data for templates/volume.typ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address, root_address
from generator.i18n.formats import language_name
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import Words
from generator.models import Forum, Proposal, Source
from generator.pages.list_rows import source_numbers
from generator.typesetting.volume.forum import forum_chapter, forum_title
from generator.typesetting.volume.text_runs import label_run
from generator.typesetting.volume.views import Fact, ParallelText, SourceEntry, StatusEntry, VolumeView
from generator.typesetting.volume.wording import Wording, as_passage

TEMPLATE_WORDS = {
    "addressee": "proposal.to",
    "at_a_glance": "forum.at_a_glance",
    "checked": "proposal.checked",
    "colophon": "volume.colophon",
    "contents": "volume.contents",
    "contributions": "volume.contributions",
    "documents": "forum.documents",
    "figures": "forum.figures",
    "forum": "volume.forum",
    "history": "proposal.history",
    "hosts": "forum.organizers",
    "name": "volume.name",
    "no_hours": "forum.no_hours",
    "no_programme": "forum.no_programme",
    "no_proposals": "forum.no_proposals",
    "note": "page.note",
    "nothing": "proposal.nothing_on_record",
    "number": "proposal.identifier",
    "people": "volume.people",
    "post": "volume.post",
    "programme": "forum.programme",
    "proposal": "kinds.proposal",
    "proposals": "proposals.title",
    "proposed_here": "volume.proposed_here",
    "rationale": "proposal.rationale",
    "relations": "proposal.relations",
    "revisions": "page.revisions",
    "role": "filters.role",
    "since": "proposal.since_then",
    "sources": "sources.heading",
    "status": "proposal.status",
    "statuses": "statuses.title",
    "when": "forum.date",
    "where": "forum.venue",
}
"""The template's name for a word → its key in generator/strings/."""


def forum_volume(corpus: Corpus, forum: Forum, words: Sequence[Words]) -> VolumeView:
    """A forum by itself."""
    wording = _wording(corpus, [forum], words)
    address = page_address(corpus, forum.page, words[0].language)
    return _volume(wording, [forum], forum_title(wording, forum), None, address)


def year_volume(corpus: Corpus, year: int, words: Sequence[Words]) -> VolumeView:
    """All forums of a year, the earliest first."""
    forums = forums_of(corpus, year)
    wording = _wording(corpus, forums, words)
    address = page_address(corpus, "forums/index.md", words[0].language)
    return _volume(wording, forums, wording.word("volume.of_year", year=year), year, address)


def forums_of(corpus: Corpus, year: int) -> list[Forum]:
    """The forums that began in the year, in the order of their days."""
    forums = [forum for forum in corpus.forums.values() if forum.start_date.year == year]
    return sorted(forums, key=lambda forum: (forum.start_date.earliest, forum.id))


def _wording(corpus: Corpus, forums: Sequence[Forum], words: Sequence[Words]) -> Wording:
    """Sources are numbered through the volume, in the order in which its records cite them."""
    cited = [source for record in _records(corpus, forums) for source in source_numbers(record)]
    numbers = {source: number for number, source in enumerate(dict.fromkeys(cited), 1)}
    return Wording(corpus, tuple(words), numbers)


def _records(corpus: Corpus, forums: Sequence[Forum]) -> list[Forum | Proposal]:
    """Each forum, then its proposals."""
    records: list[Forum | Proposal] = []
    for forum in forums:
        records += [forum, *corpus.proposals_at(forum)]
    return records


def _volume(
    wording: Wording, forums: Sequence[Forum], title: ParallelText, year: int | None, address: str
) -> VolumeView:
    corpus = wording.corpus
    records = _records(corpus, forums)
    newest = corpus.newest_fact(records)
    proposals = [record for record in records if isinstance(record, Proposal)]
    return VolumeView(
        languages=tuple(words.language for words in wording.words),
        title=title,
        year=None if year is None else str(year),
        kicker=wording.text(corpus.site.name),
        publisher=wording.text(corpus.site.publisher.name),
        made=newest.earliest.isoformat() if newest else None,
        newest=wording.day(newest),
        count=wording.parallel_string(lambda words: _count(corpus, len(forums), len(proposals), words)),
        words={name: wording.word(key) for name, key in TEMPLATE_WORDS.items()},
        forums=tuple(forum_chapter(corpus, wording, forum) for forum in forums),
        statuses=tuple(_statuses(wording, proposals)),
        sources=tuple(
            _source(wording, corpus.sources[key], number) for key, number in wording.numbers.items()
        ),
        colophon=tuple(_colophon(wording, address, wording.day(newest))),
        accent=corpus.site.accent,
    )


def _count(corpus: Corpus, forums: int, proposals: int, words: Words) -> str:
    """How many records the volume holds: `포럼 6회 · 제안 54건`."""
    held = (words("proposals.count", n=proposals),) if corpus.proposals else ()
    return " · ".join((words("forums.count", n=forums), *held))


def _statuses(wording: Wording, proposals: Sequence[Proposal]) -> Iterator[StatusEntry]:
    """The statuses that the proposals have now, in the vocabulary's order."""
    current = {proposal.history[-1].status for proposal in proposals}
    for status in wording.corpus.vocabulary.statuses:
        if status.id in current:
            meaning = wording.prose(status.description)
            yield StatusEntry(status.mark, wording.text(status.label), meaning)


def _source(wording: Wording, source: Source, number: int) -> SourceEntry:
    def about(words: Words) -> str:
        parts = [label_run(text, words).text for text in (source.author, source.publisher) if text]
        parts.append(day_in_words(source.issued, words))
        parts.append(words(f"source_types.{source.type}"))
        parts.append(language_name(source.language, words.language))
        if source.accessed:
            parts.append(f"{words('sources.accessed')} {day_in_words(source.accessed, words)}")
        return " · ".join(parts)

    return SourceEntry(
        number=number,
        title=wording.text(source.title),
        about=wording.parallel_string(about),
        url=wording.address(source.url),
        archive=wording.address(source.archive_url),
        archived=wording.word("sources.archived"),
    )


def _colophon(wording: Wording, address: str, newest: ParallelText) -> Iterator[Fact]:
    """Who publishes it, as of when, its permanent address, and its licence."""
    site = wording.corpus.site
    root = root_address(wording.corpus, wording.first_language)
    email = site.contact.email
    yield wording.fact("theme.publisher", as_passage(wording.text(site.publisher.name), site.publisher.url))
    if newest:
        yield wording.fact("volume.newest", as_passage(newest))
    yield wording.fact("volume.address", as_passage(wording.untranslated(address), address))
    yield wording.fact("volume.site", as_passage(wording.untranslated(root), root))
    yield wording.fact("theme.contact", as_passage(wording.untranslated(email), f"mailto:{email}"))
    yield wording.fact("theme.licence", as_passage(wording.text(site.licence.name), site.licence.url))
    typeface = wording.untranslated("Pretendard (SIL Open Font License 1.1)")
    yield wording.fact("volume.typeface", as_passage(typeface))
