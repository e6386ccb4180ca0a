"""Records as linked data (JSON-LD, schema.org): the thing that each record's page is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.identifiers import address_of_identifier
from generator.corpus.licences import terms_of_use
from generator.corpus.step_names import step_anchor
from generator.corpus.urls import file_address, page_address
from generator.metadata.jsonld_forums import forum_thing
from generator.metadata.jsonld_things import (
    Thing,
    best_text,
    event,
    identity,
    mention,
    moment,
    name_properties,
    parties,
    printed_names,
    proposal_by_title,
    thing,
    title_properties,
    type_of,
    work,
    works_cited,
)
from generator.models import (
    Forum,
    Identifier,
    Language,
    Membership,
    Organization,
    Party,
    Proposal,
    Record,
    Source,
    Speaker,
    Step,
)
from generator.models.titles import identifier_of


def record_thing(corpus: Corpus, record: Record, language: Language) -> Thing | None:
    """The thing that a record's page is about, if there is one."""
    match record:
        case Forum():
            return forum_thing(corpus, record, language)
        case Proposal():
            return proposal_thing(corpus, record, language)
        case Speaker():
            return speaker_thing(corpus, record, language)
        case Organization():
            return organization_thing(corpus, record, language)
        case Source():
            return source_thing(record, language)
    return None


def proposal_thing(corpus: Corpus, proposal: Proposal, language: Language) -> Thing:
    """A proposal with its status, without uncertain proposers and addressees.

    It is based on the sources that report it and on the proposals that it builds on.
    """
    earlier = [item.proposal for item in proposal.relations if corpus.relation_kinds[item.type].builds_on]
    proposers = [item for item in proposal.proposers if not item.uncertain]
    return {
        **proposal_by_title(corpus, proposal, language),
        **title_properties(proposal.title, language),
        **thing(
            "CreativeWork",
            identifier=_numbers(corpus, proposal, language),
            abstract=best_text(proposal.abstract, language),
            inLanguage=language,
            creativeWorkStatus=best_text(corpus.status_of(proposal).label, language),
            dateCreated=moment(proposal.history[0].date),
            dateModified=moment((proposal.withdrawn or proposal.history[-1]).date),
            author=parties(corpus, proposers, language),
            audience=_audience(corpus, proposal, language),
            about=[_topic(corpus, topic, language) for topic in proposal.topics],
            license=terms_of_use(corpus, proposal.license).url if proposal.license else None,
            recordedAt=event(corpus, corpus.forums[proposal.forum], language),
            isBasedOn=[
                *works_cited(corpus, proposal, language),
                *(proposal_by_title(corpus, corpus.proposals[key], language) for key in earlier),
            ],
            comment=[_answer(corpus, proposal, step, language) for step in proposal.history if step.response],
        ),
    }


def _numbers(corpus: Corpus, proposal: Proposal, language: Language) -> object:
    """What it is cited by, and the numbers that it has elsewhere, which are not the same thing as it is."""
    elsewhere = []
    for one in proposal.identifiers:
        register = corpus.registers[one.scheme]
        name, address = best_text(register.label, language), address_of_identifier(register, one.identifier)
        elsewhere.append(
            thing("PropertyValue", propertyID=register.id, name=name, value=one.identifier, url=address)
        )
    return [identifier_of(proposal), *elsewhere] if elsewhere else identifier_of(proposal)


def _answer(corpus: Corpus, proposal: Proposal, step: Step, language: Language) -> Thing:
    """What those who were asked answered, with those of them who have a record."""
    given = [Party(person=who.person, organization=who.organization) for who in step.actors if not who.name]
    address = f"{page_address(corpus, proposal.page, language)}#{step_anchor(corpus, proposal, step)}"
    return thing(
        "Comment",
        text=best_text(step.note, language),
        dateCreated=moment(step.date),
        author=parties(corpus, given, language),
        url=address,
        isBasedOn=[
            work(corpus.sources[key], language) for key in dict.fromkeys(one.source for one in step.sources)
        ],
    )


def _audience(corpus: Corpus, proposal: Proposal, language: Language) -> list[Thing]:
    audience = []
    for addressee in proposal.addressees:
        record = corpus.organizations.get(addressee.organization or "") or corpus.speakers.get(
            addressee.person or ""
        )
        name = printed_names(record, language)[0] if record else best_text(addressee.name, language)
        if not addressee.uncertain:
            audience.append(thing("Audience", name=name))
    return audience


def _topic(corpus: Corpus, key: str, language: Language) -> Thing:
    return thing(
        "DefinedTerm",
        name=best_text(corpus.topics[key].label, language),
        url=page_address(corpus, f"topics/{key}.md", language),
    )


def speaker_thing(corpus: Corpus, speaker: Speaker, language: Language) -> Thing:
    """A person by printed names, with today's posts and the forums that they took part in."""
    notes = speaker.name_notes
    printed = not notes or notes.in_language(language) is None
    parts = [part for part in corpus.participations_of(speaker) if part.session]
    return thing(
        "Person",
        identity(corpus, speaker.page),
        **name_properties(speaker, language),
        familyName=speaker.family_name.in_language(language) if speaker.family_name and printed else None,
        givenName=speaker.given_name.in_language(language) if speaker.given_name and printed else None,
        description=best_text(speaker.biography, language),
        image=file_address(corpus, f"files/{speaker.image}") if speaker.image else None,
        url=page_address(corpus, speaker.page, language),
        affiliation=[_post(corpus, part, language) for part in speaker.memberships],
        performerIn=[
            event(corpus, corpus.forums[key], language)
            for key in dict.fromkeys(part.forum.id for part in parts)
        ],
        **identifier_things(corpus, speaker.identifiers),
    )


def _post(corpus: Corpus, membership: Membership, language: Language) -> Thing:
    """A post with its days, as schema.org's OrganizationRole between a person and an organization."""
    return thing(
        "OrganizationRole",
        roleName=best_text(membership.position, language),
        startDate=moment(membership.start_date),
        endDate=moment(membership.end_date),
        affiliation=mention(corpus, corpus.organizations[membership.organization], language),
    )


def organization_thing(corpus: Corpus, organization: Organization, language: Language) -> Thing | None:
    """An organization with its parent and parts; None for one that stands for many bodies."""
    if mention(corpus, organization, language) is None:
        return None
    parent = corpus.organizations[organization.parent] if organization.parent else None
    parts = (mention(corpus, part, language) for part in corpus.parts_of(organization))
    return thing(
        type_of(corpus, organization),
        identity(corpus, organization.page),
        **name_properties(organization, language),
        description=best_text(organization.abstract, language),
        url=page_address(corpus, organization.page, language),
        foundingDate=moment(organization.founding_date),
        dissolutionDate=moment(organization.dissolution_date),
        parentOrganization=mention(corpus, parent, language) if parent else None,
        subOrganization=[part for part in parts if part],
        **identifier_things(corpus, organization.identifiers),
    )


def identifier_things(corpus: Corpus, identifiers: Iterable[Identifier]) -> Mapping[str, object]:
    """Identifiers in other registers: a URI where the register gives one, else scheme and value."""
    addresses: list[str] = []
    others: list[Thing] = []
    for one in identifiers:
        if address := address_of_identifier(corpus.registers[one.scheme], one.identifier):
            addresses.append(address)
        else:
            others.append(thing("PropertyValue", propertyID=one.scheme, value=one.identifier))
    return {"sameAs": addresses, "identifier": others}


def source_thing(source: Source, language: Language) -> Thing:
    """A source under its own URL, without its author, since the record leaves open whether it is a person."""
    return {**work(source, language), **title_properties(source.title, language)}
