"""What is likely wrong though no rule forbids it: each warning a function whose docstring is its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding, Rule
from generator.corpus.warnings import (
    brought_along,
    doubles,
    ended,
    letters,
    names,
    occasions,
    outcomes,
    texts,
    upkeep,
)
from generator.models import Record, Site, Vocabulary
from generator.models.warning_names import WarningName
from generator.parsing.messages import message

WARNINGS: Mapping[WarningName, Rule] = {
    "one-language": texts.texts_are_in_their_language,
    "language-code": texts.no_language_is_called_by_its_country,
    "private-contact": texts.nothing_private_is_written,
    "letter-not-in-pdf": letters.typefaces_have_every_letter,
    "likely-double": doubles.nobody_is_recorded_twice,
    "name-parts": names.parts_are_of_the_name,
    "hidden-name": names.hidden_names_stand_nowhere,
    "older-successor": names.successors_are_younger,
    "after-its-end": ended.nobody_is_there_after_its_end,
    "before-its-founding": ended.nobody_is_there_before_its_founding,
    "example-address": texts.nothing_is_left_of_the_sample,
    "unknown-placeholder": texts.placeholders_stand_for_something,
    "no-other-name": upkeep.public_bodies_have_other_names,
    "not-known-as": upkeep.archives_outlive_their_address,
    "unknown-host": upkeep.repositories_are_at_known_hosts,
    "step-after-withdrawal": outcomes.nothing_follows_a_withdrawal,
    "withdrawal-without-source": outcomes.withdrawals_have_sources,
    "unasked-answer": outcomes.answers_come_from_those_who_were_asked,
    "long-hours": occasions.nothing_lasts_half_a_day,
    "called-off": occasions.nothing_is_proposed_where_nobody_met,
    "online-venue": occasions.online_forums_have_no_venue,
    "late-status": occasions.forums_are_called_off_before_they_end,
    "earlier-instead": occasions.forums_are_put_off_to_later_days,
    "room-taken": occasions.no_room_is_taken_twice,
}

RuleOfADay: TypeAlias = "Callable[[Corpus, date], Iterator[Finding]]"

WARNINGS_UNTIL_A_DAY: Mapping[WarningName, RuleOfADay] = {
    "brought-along": brought_along.what_is_brought_along_waits_too,
}
"""What they find can be gone the next day and never comes by itself; a silence of them may outlast it."""

WARNINGS_OF_A_DAY: Mapping[WarningName, RuleOfADay] = {
    "not-looked-at": upkeep.proposals_are_looked_at,
    "still-announced": occasions.announced_forums_are_to_come,
    "no-online-address": occasions.online_forums_can_be_joined,
    "embargo-passed": upkeep.embargoes_are_taken_out,
}
"""What they find depends on the day on which they are asked, so that they never fail a build."""

Silence: TypeAlias = "tuple[str, int]"
"""The file that silences a warning, and the place in its list."""

IDLE = "idle-silence"
"""The name of the warning of a silence that silences nothing; nothing silences it."""


def warn_corpus(corpus: Corpus, today: date = date.max) -> Iterator[Finding]:
    """The findings of all warnings that no record silences; without a day nothing is due."""
    owners: tuple[Site | Vocabulary | Record, ...] = (corpus.site, corpus.vocabulary, *corpus.records)
    silences: dict[tuple[str, WarningName], Silence] = {
        (owner.path, name): (owner.path, number)
        for owner in owners
        for number, name in enumerate(owner.silence)
    }
    idle = {place: name for (_, name), place in silences.items() if name in WARNINGS}
    for name, finding in _findings(corpus, today):
        of_page = finding.path.startswith("content/pages/")
        silenced = silences.get((corpus.site.path if of_page else finding.path, name))
        if silenced:
            idle.pop(silenced, None)
            idle.pop(silences.get((finding.beside, name), silenced), None)
        else:
            yield replace(finding, warning=name)
    if all(folder == "pages" for folder, _ in corpus.unread):
        for (path, number), name in idle.items():
            yield Finding(path, ("silence", number), message("warnings.idle", name=name), warning=IDLE)


def _findings(corpus: Corpus, today: date) -> Iterator[tuple[WarningName, Finding]]:
    for name, rule in WARNINGS.items():
        for finding in rule(corpus):
            yield name, finding
    for name, rule_of_a_day in {**WARNINGS_UNTIL_A_DAY, **WARNINGS_OF_A_DAY}.items():
        for finding in rule_of_a_day(corpus, today):
            yield name, finding
