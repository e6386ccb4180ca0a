"""The people of a forum in a volume: who they were there, and in which roles."""

from __future__ import annotations

from typing import Any

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address
from generator.i18n.strings import Words
from generator.models import Forum, Participant
from generator.pages.list_rows import party_links
from generator.pages.notices import record_notices
from generator.pages.page import Word
from generator.typesetting.volume.text_runs import Block, Said, Voices, block, party_runs


def people_data(corpus: Corpus, voices: Voices, forum: Forum) -> dict[str, Any]:
    """Each person once, organizers first; what is to be known of their names stands below, by number."""
    parts: dict[str, list[Participant]] = {}
    for participation in corpus.participations_at(forum):
        if participation.participant.person:
            parts.setdefault(participation.participant.person, []).append(participation.participant)
    notes: list[Said] = []
    rows = [_person(corpus, voices, key, found, notes) for key, found in parts.items()]
    return {"rows": rows, "notes": notes}


def _person(
    corpus: Corpus, voices: Voices, key: str, parts: list[Participant], notes: list[Said]
) -> dict[str, Any]:
    speaker = corpus.speakers[key]
    marks = []
    for words in voices.words:
        for notice in record_notices(speaker, words.language):
            said = [one for one in voices.text(Word(notice)) if one["lang"] == words.language]
            if said not in notes:
                notes.append(said)
            marks.append(notes.index(said) + 1)
    return {
        "name": voices.text(speaker.name),
        "marks": marks,
        "roles": voices.joined(list(dict.fromkeys(corpus.roles[part.role].label for part in parts)), ", "),
        "posts": voices.passage(lambda words: _posts(corpus, parts, words)),
        "address": page_address(corpus, speaker.page, voices.words[0].language),
    }


def _posts(corpus: Corpus, parts: list[Participant], words: Words) -> list[Block]:
    """Position and organization at the forum, each combination once."""
    told: list[Block] = []
    for part in parts:
        runs = [run for run in party_runs(party_links(corpus, part), words) if run.get("post")]
        if runs and block(runs) not in told:
            told.append(block(runs))
    return told
