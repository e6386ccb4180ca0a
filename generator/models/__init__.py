"""Records as frozen types: each kind, the parts that kinds share, ids, dates, texts, the site."""

from generator.models.classifications import DocumentKind, ForumKind, OrganizationKind, SessionKind
from generator.models.document import Attachment
from generator.models.forum import Figure, Forum
from generator.models.kinds import RECORD_KINDS
from generator.models.licences import LicenceWord
from generator.models.model import Model
from generator.models.occasion import ForumStatus, Online, Track, Venue
from generator.models.parts import (
    Citation,
    Identifier,
    Link,
    Named,
    NameNotes,
    OtherName,
    Participant,
    Party,
    Record,
    Revision,
    Translation,
)
from generator.models.people import Membership, Organization, Speaker
from generator.models.proposal import Addressee, Proposal, Proposer, Relation, Somebody, Step, Withdrawal
from generator.models.registers import Register
from generator.models.relations import RelationKind
from generator.models.session import Contribution, CoSpeaker, Session, Statement
from generator.models.site import Site
from generator.models.source import Source
from generator.models.texts import Prose, Text
from generator.models.units import Unit
from generator.models.vocabulary import Alias, Role, Series, Status, Topic, Vocabulary
from generator.parsing.languages import LANGUAGES, Language

__all__ = [
    "LANGUAGES",
    "RECORD_KINDS",
    "Addressee",
    "Alias",
    "Attachment",
    "Citation",
    "CoSpeaker",
    "Contribution",
    "DocumentKind",
    "Figure",
    "Forum",
    "ForumKind",
    "ForumStatus",
    "Identifier",
    "Language",
    "LicenceWord",
    "Link",
    "Membership",
    "Model",
    "NameNotes",
    "Named",
    "Online",
    "Organization",
    "OrganizationKind",
    "OtherName",
    "Participant",
    "Party",
    "Proposal",
    "Proposer",
    "Prose",
    "Record",
    "Register",
    "Relation",
    "RelationKind",
    "Revision",
    "Role",
    "Series",
    "Session",
    "SessionKind",
    "Site",
    "Somebody",
    "Source",
    "Speaker",
    "Statement",
    "Status",
    "Step",
    "Text",
    "Topic",
    "Track",
    "Translation",
    "Unit",
    "Venue",
    "Vocabulary",
    "Withdrawal",
]
