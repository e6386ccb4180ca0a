"""The people of a forum in a volume: who they were there, and in which roles."""

from __future__ import annotations

from functools import partial

from generator.corpus.corpus import Corpus
from generator.corpus.participation import Participation
from generator.corpus.urls import page_address
from generator.i18n.strings import Words
from generator.models import Forum, Speaker, Text
from generator.pages.list_rows import party_links
from generator.pages.notices import record_notices
from generator.typesetting.volume.text_runs import post_runs
from generator.typesetting.volume.views import Paragraph, ParallelText, PeopleTable, PersonEntry
from generator.typesetting.volume.wording import Wording


def people_table(corpus: Corpus, wording: Wording, forum: Forum) -> PeopleTable:
    """Each person once, organizers first; notices about their names are numbered footnotes."""
    parts: dict[str, list[Participation]] = {}
    for participation in corpus.participations_at(forum):
        if participation.participant.person:
            parts.setdefault(participation.participant.person, []).append(participation)
    notices = {key: _notices(corpus, wording, key) for key in parts}
    notes = list(dict.fromkeys(notice for found in notices.values() for notice in found))
    rows = tuple(
        PersonEntry(
            name=wording.text(_name_beside(corpus, corpus.speakers[key], held)),
            marks=tuple(notes.index(notice) + 1 for notice in notices[key]),
            roles=wording.joined(list(dict.fromkeys(corpus.roles[part.role].label for part in held)), ", "),
            posts=wording.passage(partial(_posts, corpus, held)),
            address=page_address(corpus, corpus.speakers[key].page, wording.first_language),
        )
        for key, held in parts.items()
    )
    return PeopleTable(rows, tuple(notes))


def _name_beside(corpus: Corpus, person: Speaker, parts: list[Participation]) -> Text:
    """The name beside the first post."""
    first = parts[0].participant
    return corpus.name_beside(person, first.position, first.organization)


def _notices(corpus: Corpus, wording: Wording, key: str) -> list[ParallelText]:
    """The notices about a person's name, each in the language whose name it is about."""
    return [
        tuple(text for text in wording.text(notice) if text.lang == words.language)
        for words in wording.words
        for notice in record_notices(corpus.speakers[key], words.language)
    ]


def _posts(corpus: Corpus, parts: list[Participation], words: Words) -> list[Paragraph]:
    """Position and organization at the forum, each combination once."""
    posts = (tuple(post_runs(party_links(corpus, part.participant), words)) for part in parts)
    return [Paragraph(post) for post in dict.fromkeys(posts) if post]
