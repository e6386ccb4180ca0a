"""Forums as a volume (자료집): all that its pages say, as plain data for exports/typst/volume.typ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address, root_address
from generator.i18n.formats import language_name
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import Words
from generator.models import Forum, Proposal, Source
from generator.pages.list_rows import source_numbers
from generator.typesetting.volume.forum import forum_data
from generator.typesetting.volume.proposal import Facts, fact
from generator.typesetting.volume.text_runs import Line, Said, Voices, line, passage_of, said_in

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
"""What the template calls a word, and its key in generator/strings/."""


def forum_volume(corpus: Corpus, forum: Forum, words: Sequence[Words]) -> dict[str, Any]:
    """A forum by itself, in the languages of the words."""
    voices = _voices(corpus, [forum], words)
    address = page_address(corpus, forum.page, words[0].language)
    return {**_volume(corpus, voices, [forum], address), "title": voices.text(forum.name), "year": None}


def year_volume(corpus: Corpus, year: int, words: Sequence[Words]) -> dict[str, Any]:
    """All forums of a year, the earliest first."""
    forums = forums_of(corpus, year)
    voices = _voices(corpus, forums, words)
    address = page_address(corpus, "forums/index.md", words[0].language)
    title = voices.word("volume.of_year", year=year)
    return {**_volume(corpus, voices, forums, address), "title": title, "year": str(year)}


def forums_of(corpus: Corpus, year: int) -> list[Forum]:
    """The forums that began in the year, in the order of their days."""
    forums = [forum for forum in corpus.forums.values() if forum.start_date.year == year]
    return sorted(forums, key=lambda forum: (forum.start_date.earliest, forum.id))


def _voices(corpus: Corpus, forums: Sequence[Forum], words: Sequence[Words]) -> Voices:
    """Sources are numbered through the volume, in the order in which its records cite them."""
    cited = [source for record in _records(corpus, forums) for source in source_numbers(record)]
    numbers = {source: number for number, source in enumerate(dict.fromkeys(cited), 1)}
    return Voices(corpus, tuple(words), numbers)


def _records(corpus: Corpus, forums: Sequence[Forum]) -> list[Forum | Proposal]:
    records: list[Forum | Proposal] = []
    for forum in forums:
        records += [forum, *corpus.proposals_at(forum)]
    return records


def _volume(corpus: Corpus, voices: Voices, forums: Sequence[Forum], address: str) -> dict[str, Any]:
    records = _records(corpus, forums)
    newest = corpus.newest_fact(records)
    proposals = [record for record in records if isinstance(record, Proposal)]
    used = {proposal.history[-1].status for proposal in proposals}
    return {
        "languages": [words.language for words in voices.words],
        "kicker": voices.text(corpus.site.name),
        "publisher": voices.text(corpus.site.publisher.name),
        "made": newest.earliest.isoformat() if newest else None,
        "newest": voices.day(newest),
        "count": voices.say(lambda words: _count(len(forums), len(proposals), words)),
        "words": {name: voices.word(key) for name, key in TEMPLATE_WORDS.items()},
        "forums": [forum_data(corpus, voices, forum) for forum in forums],
        "statuses": [
            {
                "mark": status.mark,
                "label": voices.text(status.label),
                "meaning": voices.prose(status.description),
            }
            for status in corpus.vocabulary.statuses
            if status.id in used
        ],
        "sources": [_source(voices, corpus.sources[key], number) for key, number in voices.numbers.items()],
        "colophon": _colophon(corpus, voices, address, voices.day(newest)),
    }


def _count(forums: int, proposals: int, words: Words) -> Line:
    """How much is in it: `포럼 6회 · 제안 54건`."""
    counts = [words("forums.count", n=forums), words("proposals.count", n=proposals)]
    return line(words.language, " · ".join(counts))


def _source(voices: Voices, source: Source, number: int) -> dict[str, Any]:
    def about(words: Words) -> Line:
        parts = [said_in(text, words)["text"] for text in (source.author, source.publisher) if text]
        parts.append(day_in_words(source.issued, words))
        parts.append(words(f"source_types.{source.type}"))
        parts.append(language_name(source.language, words.language))
        if source.accessed:
            parts.append(f"{words('sources.accessed')} {day_in_words(source.accessed, words)}")
        return line(words.language, " · ".join(parts))

    return {
        "number": number,
        "title": voices.text(source.title),
        "about": voices.say(about),
        "url": source.url,
        "archive": source.archive_url,
        "archived": voices.word("sources.archived"),
    }


def _colophon(corpus: Corpus, voices: Voices, address: str, newest: Said) -> Facts:
    """Who publishes it, as of when, where it stands for good, and on which terms it may be used."""
    site = corpus.site

    def told(key: str, said: Said, href: str | None = None) -> dict[str, Any]:
        return fact(voices, key, passage_of(said, href))

    def plain(text: str) -> Said:
        return [line(voices.words[0].language, text)]

    root = root_address(corpus, voices.words[0].language)
    return [
        told("theme.publisher", voices.text(site.publisher.name), site.publisher.url),
        told("volume.newest", newest),
        told("volume.address", plain(address), address),
        told("volume.site", plain(root), root),
        told("theme.contact", plain(site.contact.email), f"mailto:{site.contact.email}"),
        told("theme.licence", voices.text(site.licence.name), site.licence.url),
        told("volume.typeface", plain("Pretendard (SIL Open Font License 1.1)")),
    ]
