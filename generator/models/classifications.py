"""The kinds that an archive sorts its forums, sessions, organizations and documents into."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.models.labelled import Labelled
from generator.models.texts import Choice
from generator.models.values import Flag


class ForumKind(Labelled):
    """A kind of forum, such as a hearing."""


class SessionKind(Labelled):
    """A kind of session, such as a keynote; references name a contribution by it."""


OrganizationType = Literal[
    "Organization",
    "CollegeOrUniversity",
    "Corporation",
    "EducationalOrganization",
    "GovernmentOrganization",
    "LibrarySystem",
    "MedicalOrganization",
    "NGO",
    "NewsMediaOrganization",
    "PerformingGroup",
    "PoliticalParty",
    "Project",
    "ResearchOrganization",
    "School",
    "SportsOrganization",
    "WorkersUnion",
]
"""Types of organization that schema.org has."""


class OrganizationKind(Labelled):
    """A kind of organization, such as a company."""

    schema_org: Annotated[OrganizationType, Choice] = "Organization"
    """What schema.org calls it, for search engines."""
    public: Flag = False
    """Whether it is a public body, which people mostly call by a short name."""
    many: Flag = False
    """Whether it stands for many bodies, such as local governments, where a source names none."""


Media = Literal["text", "video", "audio", "recording", "image", "data", "other"]
"""A recording can be heard or seen, and its source does not say which."""

DocumentType = Literal[
    "CreativeWork", "Dataset", "PresentationDigitalDocument", "Report", "ScholarlyArticle",
    "SpreadsheetDigitalDocument", "TextDigitalDocument",
]  # fmt: skip
"""Types of document that schema.org has, besides those of what is heard or seen."""


class DocumentKind(Labelled):
    """A kind of document, such as slides."""

    media: Annotated[Media, Choice] = "other"
    """What it is made of: something to read, to watch or to hear."""
    schema_org: Annotated[DocumentType, Choice] = "CreativeWork"
    """What schema.org calls what is not heard or seen, for search engines."""
    official: Flag = False
    """Whether a forum's page names it among the facts at the top, as an agenda and minutes are."""
