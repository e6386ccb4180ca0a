"""All records of the site, and the lookups that pages and exports need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.corpus.dates import newest
from generator.corpus.grouping import AnyRecord
from generator.corpus.hidden_names import hidden_in, without_hidden
from generator.corpus.identifiers import with_bare_identifiers
from generator.corpus.indexes import Indexes
from generator.corpus.participation import Participation, participations_at
from generator.corpus.site_values import with_site_values
from generator.models import (
    Figure,
    Forum,
    ForumKind,
    Membership,
    Organization,
    Proposal,
    Record,
    Source,
    Speaker,
    Status,
    Text,
    Topic,
)
from generator.models.amount import Amount
from generator.models.content import Content
from generator.models.date import Day
from generator.models.occasion import ForumStatusWord
from generator.models.titles import main_text

Who = Speaker | Organization


@dataclass(frozen=True)
class Corpus(Indexes):
    """The records by id, in the order of ids, and lookups among them.

    Lookups assume that the rules of `generator.corpus.rules` hold.
    """

    def members_of(self, organization: Organization) -> tuple[tuple[Speaker, Membership], ...]:
        """The people whose records name a post in it."""
        return self.members.get(organization.id, ())

    def parts_of(self, organization: Organization) -> tuple[Organization, ...]:
        """The organizations whose parent it is."""
        return self.parts.get(organization.id, ())

    def successors_of(self, organization: Organization) -> tuple[Organization, ...]:
        """Who took its place, in the order of its record."""
        return tuple(self.organizations[key] for key in organization.successors)

    def predecessors_of(self, organization: Organization) -> tuple[Organization, ...]:
        """Whose place it took."""
        return self.successions.get(organization.id, ())

    def all_predecessors_of(self, organization: Organization) -> tuple[Organization, ...]:
        """Those before it, the nearest first, and those before them."""
        found: dict[str, Organization] = {}
        waiting = [*self.predecessors_of(organization)]
        for body in waiting:
            if body.id not in found:
                found[body.id] = body
                waiting += self.predecessors_of(body)
        return tuple(found.values())

    def has_ended(self, organization: Organization) -> bool:
        """Whether it is no more: since a day that the records cover, or because others took its place."""
        end = organization.dissolution_date
        return end.earliest <= self.known_until if end else bool(organization.successors)

    def shown_name(self, record: Record) -> Text:
        """The name or title; a name that another has too in a language, with what tells them apart there."""
        return self.names_apart.get(record.folder, {}).get(record.id) or main_text(record)

    def name_beside(self, person: Speaker, position: Text | None, organization: str | None) -> Text:
        """The name beside a post, which tells apart by itself unless another of the name had it too."""
        shared = any(
            (part.participant.position, part.participant.organization) == (position, organization)
            for other in self.namesakes_of(person)
            for part in self.participations_of(other)
        )
        has_post = position is not None or organization is not None
        return person.name if has_post and not shared else self.shown_name(person)

    def namesakes_of(self, who: Who) -> tuple[Who, ...]:
        """The others that have the name, in one language at least."""
        return self.namesakes[who.folder].get(who.id, ())

    def hidden_names_of(self, who: Who) -> tuple[str, ...]:
        """Names that search finds and nothing shows: for hashes alone."""
        hidden = self.hidden.get((who.folder, who.id))
        return tuple(one.name for one in hidden.names) if hidden else ()

    def former_ids(self, record: Record) -> tuple[str, ...]:
        """The ids whose addresses lead to the record, also where nothing else may know them."""
        hidden = self.hidden.get((record.folder, record.id))
        return hidden.former_ids if hidden else record.redirect_from

    def status_of(self, proposal: Proposal) -> Status:
        """The status of the last step of its history."""
        return self.statuses[proposal.history[-1].status]

    def kind_of(self, forum: Forum) -> ForumKind:
        return self.forum_kinds[forum.classification]

    def amount_of(self, figure: Figure) -> Amount:
        """The figure with its unit."""
        return Amount(figure, self.units[figure.unit])

    def is_awaited(self, proposal: Proposal) -> bool:
        """Whether more is awaited of it: nobody took it back, and its status is not a last one."""
        status = self.statuses.get(proposal.history[-1].status)
        return proposal.withdrawn is None and not (status and status.closed)

    def forum_status(self, forum: Forum) -> ForumStatusWord:
        """As is written; else announced if it begins after the last day that the records cover."""
        if forum.status:
            return forum.status.value
        return "announced" if forum.start_date.earliest > self.known_until else "held"

    def held_instead(self, forum: Forum) -> Forum | None:
        """The forum in whose place this one is named to be held."""
        return self.forums[forum.status.instead] if forum.status and forum.status.instead else None

    def in_place_of(self, forum: Forum) -> tuple[Forum, ...]:
        """The forums that were put off or called off, and in whose place this one is held."""
        return self.forums_replaced.get(forum.id, ())

    def proposals_at(self, forum: Forum) -> tuple[Proposal, ...]:
        return self.proposals_by_forum.get(forum.id, ())

    def proposals_of(self, who: Who) -> tuple[Proposal, ...]:
        """The proposals that a person or an organization made, newest first."""
        return self.proposals_by_proposer.get((who.folder, who.id), ())

    def proposals_to(self, who: Who) -> tuple[Proposal, ...]:
        """The proposals that ask a person or an organization to act, newest first."""
        return self.proposals_by_addressee.get((who.folder, who.id), ())

    def proposals_on(self, topic: Topic) -> tuple[Proposal, ...]:
        return self.proposals_by_topic.get(topic.id, ())

    def proposals_with(self, status: Status) -> tuple[Proposal, ...]:
        return self.proposals_by_status.get(status.id, ())

    def participations_of(self, who: Who) -> tuple[Participation, ...]:
        """Every part in every forum, newest forum first."""
        return self.participations.get((who.folder, who.id), ())

    def participations_at(self, forum: Forum) -> tuple[Participation, ...]:
        """Organizers first, then the contributions in the programme's order."""
        return tuple(participations_at(forum))

    def posts_at(self, forum: Forum) -> Mapping[str, Text | None]:
        """Everybody who takes part → the first post that is written for them, if there is one."""
        return self.posts[forum.id]

    def citing(self, source: Source) -> tuple[Record, ...]:
        """The records that cite the source anywhere, links in texts included, kind by kind."""
        return self.records_by_source.get(source.id, ())

    def proposals_relating_to(self, proposal: Proposal) -> tuple[Proposal, ...]:
        """The proposals whose relations name this one."""
        return self.proposals_by_relation.get(proposal.id, ())

    def digest_of(self, record: Record) -> str:
        """What changes whenever the record does; of one that no file holds, its text."""
        digest = self.digests.get((record.folder, record.id))
        return f"{digest.hex()} {record.embargo}" if digest else repr(record)

    def newest_fact(self, records: Iterable[Record] | None = None) -> Day | None:
        """The latest day that the records state, by default all of them; a month counts as its first day.

        Days on which a source was accessed or a proposal checked do not count, nor those of forums to come.
        """
        chosen = self.records if records is None else records
        facts = (self.newest_facts[record.folder, record.id] for record in chosen)
        return newest(day for day in facts if day)

    def newest_look(self) -> Day | None:
        """The newest fact, or a later day on which somebody looked at sources or proposals.

        So it is a day on which the rules let these records pass.
        """
        looks = [self.site.as_of, self.newest_fact()]
        looks += [source.accessed for source in self.sources.values()]
        looks += [proposal.checked for proposal in self.proposals.values()]
        return newest(filter(None, looks))


def build_corpus(content: Content) -> Corpus:
    """The records of content/ as one corpus; the rules check whether they agree with each other.

    Nothing in them is hidden any more: it is taken out, so that no page or file can show it.
    """

    def of(kind: type[AnyRecord]) -> Mapping[str, AnyRecord]:
        records = content.records[kind.folder]
        shown = {key: without_hidden(record) for key, record in sorted(records.items())}
        return {
            key: with_bare_identifiers(record, registers)
            for key, record in shown.items()
            if isinstance(record, kind)
        }

    registers = {register.id: register for register in content.vocabulary.registers}
    return Corpus(
        content.site,
        content.vocabulary,
        of(Forum),
        of(Speaker),
        of(Organization),
        of(Proposal),
        of(Source),
        tuple(with_site_values(page, content.site) for page in content.pages),
        content.files,
        content.unread,
        content.withdrawn,
        hidden_in(record for records in content.records.values() for record in records.values()),
        digests=content.digests,
    )


def with_records(corpus: Corpus, others: Corpus) -> Corpus:
    """The corpus with the records of another one, in the place of those that have their ids."""
    owners = {(record.folder, record.id) for record in others.records}
    hidden = {owner: one for owner, one in corpus.hidden.items() if owner not in owners}
    return replace(
        corpus,
        forums=_together(corpus.forums, others.forums),
        speakers=_together(corpus.speakers, others.speakers),
        organizations=_together(corpus.organizations, others.organizations),
        proposals=_together(corpus.proposals, others.proposals),
        sources=_together(corpus.sources, others.sources),
        hidden={**hidden, **others.hidden},
        digests={**corpus.digests, **others.digests},
    )


def _together(records: Mapping[str, AnyRecord], others: Mapping[str, AnyRecord]) -> Mapping[str, AnyRecord]:
    """In the order of ids."""
    return dict(sorted({**records, **others}.items()))
