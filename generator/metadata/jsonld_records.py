"""Records as linked data (JSON-LD, schema.org): each kind of record as the thing that its page is about."""

from __future__ import annotations

from collections.abc import Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address, page_address, permanent_address
from generator.metadata.jsonld_things import (
    Thing,
    event,
    identity,
    kind_of,
    mention,
    moment,
    named,
    parties,
    printed_names,
    said,
    thing,
    titled,
    work,
)
from generator.models import (
    LANGUAGES,
    Forum,
    Language,
    Membership,
    Organization,
    Proposal,
    Record,
    Session,
    Source,
    Speaker,
    Venue,
)
from generator.models.titles import identifier_of

REGISTERS: Mapping[str, str] = {
    "wikidata": "http://www.wikidata.org/entity/",
    "orcid": "https://orcid.org/",
    "isni": "https://isni.org/isni/",
    "viaf": "https://viaf.org/viaf/",
}
"""Registers that give whoever stands in them an address."""


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


def forum_thing(corpus: Corpus, forum: Forum, language: Language) -> Thing:
    """A forum with its place, people and sessions; `inLanguage` is the language of the description."""
    contributions = [one for session in forum.sessions for one in session.contributions]
    series = corpus.series[forum.series] if forum.series else None
    return {
        **event(corpus, forum, language),
        **named(forum, language),
        **thing(
            "Event",
            description=said(forum.abstract, language),
            inLanguage=language,
            startDate=moment(forum.start_date, forum.start_time),
            endDate=moment(forum.end_date or (forum.start_date if forum.end_time else None), forum.end_time),
            location=place_thing(forum.venue, language) if forum.venue else None,
            organizer=parties(corpus, forum.organizers, language),
            performer=parties(corpus, contributions, language),
            superEvent=thing("EventSeries", name=said(series.name, language)) if series else None,
            subEvent=[session_thing(corpus, forum, session, language) for session in forum.sessions],
            workFeatured=[proposal_by_title(corpus, one, language) for one in corpus.proposals_at(forum)],
            subjectOf=_works(corpus, forum, language),
        ),
    }


def session_thing(corpus: Corpus, forum: Forum, session: Session, language: Language) -> Thing:
    """A session on its own day, or on its forum's if that lasts one day only."""
    day = session.date or (None if forum.end_date else forum.start_date)
    return thing(
        "Event",
        name=said(session.name, language),
        description=said(session.abstract, language),
        startDate=moment(day, session.start_time),
        endDate=moment(day, session.end_time) if session.end_time else None,
        performer=parties(corpus, session.contributions, language),
    )


def place_thing(venue: Venue, language: Language) -> Thing:
    """The building, with the room in it."""
    room = thing("Place", name=said(venue.room, language)) if venue.room else None
    return thing(
        "Place",
        name=said(venue.name, language),
        address=said(venue.address, language),
        containsPlace=room,
    )


def proposal_by_title(corpus: Corpus, proposal: Proposal, language: Language) -> Thing:
    return thing(
        "CreativeWork",
        permanent_address(corpus, proposal, LANGUAGES[0]),
        name=said(proposal.title, language),
        url=page_address(corpus, proposal.page, language),
    )


def proposal_thing(corpus: Corpus, proposal: Proposal, language: Language) -> Thing:
    """A proposal with its status; whoever is not certain to have made it, or to be asked, is left out.

    It is based on the sources that report it and on the proposals that it amends or supersedes.
    """
    earlier = [one.proposal for one in proposal.relations if one.type in ("amends", "supersedes")]
    proposers = [one for one in proposal.proposers if not one.uncertain]
    return {
        **proposal_by_title(corpus, proposal, language),
        **titled(proposal.title, language),
        **thing(
            "CreativeWork",
            identifier=identifier_of(proposal),
            abstract=said(proposal.abstract, language),
            inLanguage=language,
            creativeWorkStatus=said(corpus.status_of(proposal).label, language),
            dateCreated=moment(proposal.history[0].date),
            dateModified=moment(proposal.history[-1].date),
            author=parties(corpus, proposers, language),
            audience=_asked(corpus, proposal, language),
            about=[_topic(corpus, topic, language) for topic in proposal.topics],
            recordedAt=event(corpus, corpus.forums[proposal.forum], language),
            isBasedOn=[
                *_works(corpus, proposal, language),
                *(proposal_by_title(corpus, corpus.proposals[key], language) for key in earlier),
            ],
        ),
    }


def _asked(corpus: Corpus, proposal: Proposal, language: Language) -> list[Thing]:
    asked = []
    for one in proposal.addressees:
        record = corpus.organizations.get(one.organization or "") or corpus.speakers.get(one.person or "")
        name = printed_names(record, language)[0] if record else said(one.name, language)
        if not one.uncertain:
            asked.append(thing("Audience", name=name))
    return asked


def _topic(corpus: Corpus, key: str, language: Language) -> Thing:
    return thing(
        "DefinedTerm",
        name=said(corpus.topics[key].label, language),
        url=page_address(corpus, f"topics/{key}.md", language),
    )


def _works(corpus: Corpus, record: Record, language: Language) -> list[Thing]:
    """The sources of the record as a whole, each once."""
    keys = dict.fromkeys(citation.source for citation in record.sources)
    return [work(corpus.sources[key], language) for key in keys]


def speaker_thing(corpus: Corpus, speaker: Speaker, language: Language) -> Thing:
    """A person by printed names, with today's posts and the forums that they took part in."""
    notes = speaker.name_notes
    printed = not notes or notes.in_language(language) is None
    parts = [one for one in corpus.participations_of(speaker) if one.session]
    return thing(
        "Person",
        identity(corpus, speaker.page),
        **named(speaker, language),
        familyName=speaker.family_name.in_language(language) if speaker.family_name and printed else None,
        givenName=speaker.given_name.in_language(language) if speaker.given_name and printed else None,
        description=said(speaker.biography, language),
        image=file_address(corpus, f"files/{speaker.image}") if speaker.image else None,
        url=page_address(corpus, speaker.page, language),
        affiliation=[_post(corpus, one, language) for one in speaker.memberships],
        performerIn=[
            event(corpus, corpus.forums[key], language)
            for key in dict.fromkeys(one.forum.id for one in parts)
        ],
        **_registered(speaker),
    )


def _post(corpus: Corpus, membership: Membership, language: Language) -> Thing:
    """A post with its days, as schema.org's Role between a person and an organization."""
    return thing(
        "OrganizationRole",
        roleName=said(membership.position, language),
        startDate=moment(membership.start_date),
        endDate=moment(membership.end_date),
        affiliation=mention(corpus, corpus.organizations[membership.organization], language),
    )


def organization_thing(corpus: Corpus, organization: Organization, language: Language) -> Thing | None:
    """An organization and what it is part of; many bodies of a kind are none."""
    if mention(corpus, organization, language) is None:
        return None
    parent = corpus.organizations[organization.parent] if organization.parent else None
    parts = (mention(corpus, part, language) for part in corpus.parts_of(organization))
    return thing(
        kind_of(organization),
        identity(corpus, organization.page),
        **named(organization, language),
        description=said(organization.abstract, language),
        url=page_address(corpus, organization.page, language),
        parentOrganization=mention(corpus, parent, language) if parent else None,
        subOrganization=[part for part in parts if part],
        **_registered(organization),
    )


def _registered(who: Speaker | Organization) -> Mapping[str, object]:
    """The same in other registers: an address where the register gives one, else scheme and value."""
    addresses = [REGISTERS[one.scheme] + one.identifier for one in who.identifiers if one.scheme in REGISTERS]
    others = [
        thing("PropertyValue", propertyID=one.scheme, value=one.identifier)
        for one in who.identifiers
        if one.scheme not in REGISTERS
    ]
    return {"sameAs": addresses, "identifier": others}


def source_thing(source: Source, language: Language) -> Thing:
    """A source at its own address, not at ours; whether its author is a person the record leaves open."""
    return {**work(source, language), **titled(source.title, language)}
