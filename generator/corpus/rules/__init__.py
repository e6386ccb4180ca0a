"""The rules that records keep among each other, each a function whose docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.corpus.corpus import Corpus
from generator.corpus.rules import (
    dates,
    frame,
    hidden_names,
    identifiers,
    licences,
    occasions,
    organizations,
    own_addresses,
    participants,
    paths,
    proposals,
    references,
    talks,
    vocabulary,
    waiting,
    withdrawn,
)
from generator.corpus.rules.finding import Finding, Rule

RULES: tuple[Rule, ...] = (
    references.named_records_exist,
    references.relations_lead_elsewhere,
    references.relations_do_not_circle,
    references.parents_do_not_circle,
    references.session_ids_differ,
    talks.talk_ids_differ,
    talks.talks_have_titles,
    talks.talks_lie_within_sessions,
    talks.former_addresses_are_few,
    identifiers.identifiers_are_written_as_registered,
    identifiers.registered_only_once,
    hidden_names.hidden_names_can_be_found,
    hidden_names.hidden_names_are_shown_by_no_other,
    licences.licences_are_known,
    dates.forum_ends_after_it_starts,
    dates.forum_begins_in_its_part_of_day,
    dates.session_ends_after_it_starts,
    dates.session_lies_within_forum,
    occasions.forum_dates_ascend,
    occasions.forum_dates_agree,
    occasions.venue_is_the_first,
    occasions.places_and_tracks_differ,
    occasions.sessions_are_somewhere_known,
    occasions.attendance_agrees_with_addresses,
    occasions.replaced_forums_are_not_held,
    occasions.instead_does_not_circle,
    dates.history_dates_ascend,
    dates.history_begins_with_forum,
    dates.withdrawn_after_it_was_made,
    dates.checked_after_newest_step,
    dates.membership_ends_after_it_starts,
    dates.source_is_read_after_it_appeared,
    organizations.organization_ends_after_it_begins,
    organizations.successors_are_others,
    organizations.successors_do_not_circle,
    organizations.successors_outlast_it,
    proposals.history_begins_at_first_status,
    proposals.history_steps_are_allowed,
    proposals.session_is_of_the_forum,
    proposals.proposing_forum_is_the_forum,
    proposals.proposers_took_part,
    proposals.parties_named_once,
    participants.several_differ,
    participants.speakers_of_a_talk_differ,
    proposals.topics_named_once,
    proposals.statements_have_sources,
    proposals.follow_ups_have_sources,
    proposals.answers_follow_the_proposal,
    proposals.step_ids_differ,
    proposals.identifiers_differ,
    paths.redirects_collide_with_nothing,
    paths.named_files_exist,
    paths.files_carry_no_script,
    paths.file_names_differ_in_more_than_case,
    paths.page_names_collide_with_nothing,
    paths.links_lead_to_pages,
    frame.frame_links_lead_to_pages,
    frame.records_are_of_kinds_that_there_are,
    own_addresses.addresses_on_this_site_lead_to_pages,
    own_addresses.repository_lies_elsewhere,
    waiting.embargoes_end_on_a_day,
    withdrawn.withdrawn_records_are_gone,
    withdrawn.withdrawn_talks_had_a_forum,
    withdrawn.withdrawn_addresses_are_listed_once,
    withdrawn.nothing_names_what_was_withdrawn,
    vocabulary.words_differ,
    vocabulary.one_way_relations_have_two_names,
    vocabulary.aliases_share_no_word,
    vocabulary.languages_are_korean_and_english,
    vocabulary.address_is_a_folder,
    vocabulary.repository_is_a_page,
    vocabulary.statuses_begin_somewhere,
    vocabulary.statuses_can_be_reached,
    vocabulary.statuses_stand_on_steps,
    vocabulary.marked_texts_are_there,
)

RULES_OF_A_DAY: tuple[Callable[[Corpus, date], Iterator[Finding]], ...] = (
    dates.what_happened_is_not_to_come,
    occasions.held_forums_are_past,
    waiting.nothing_names_what_waits_longer,
)
"""What they find depends on the day on which they are asked."""


def check_corpus(
    corpus: Corpus, today: date = date.max, advance: Callable[[], None] = lambda: None
) -> Iterator[Finding]:
    """The findings of all rules; a rule skips what depends on a missing record.

    Without a day nothing is still to come. `advance` is called before each rule.
    """
    for rule in RULES:
        advance()
        yield from rule(corpus)
    for rule_of_a_day in RULES_OF_A_DAY:
        advance()
        yield from rule_of_a_day(corpus, today)


__all__ = ["RULES", "RULES_OF_A_DAY", "Finding", "check_corpus"]
