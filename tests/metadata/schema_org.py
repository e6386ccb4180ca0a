"""The part of schema.org's vocabulary (version 29) that the site uses, so that tests need no network.

Written from schema.org's own definitions: what each type may say, and which properties hold addresses. A
property that is not here would be lost when a program expands the page's data.
"""

from __future__ import annotations

from collections.abc import Mapping

CONTEXT_ADDRESS = "https://schema.org"

ADDRESSES = {"url", "item", "sameAs", "license", "image", "archivedAt", "contentUrl"}
"""Properties whose value is the address of something (`@type: @id` in schema.org's context)."""

DATES = {
    "startDate": "Date", "endDate": "Date", "dateCreated": "Date", "dateModified": "Date",
    "datePublished": "Date", "previousStartDate": "Date", "foundingDate": "Date", "dissolutionDate": "Date",
    "uploadDate": "Date",
}  # fmt: skip

THING = {"name", "alternateName", "description", "url", "identifier", "sameAs", "image", "subjectOf"}
WORK = THING | {
    "abstract", "about", "archivedAt", "audience", "author", "comment", "creativeWorkStatus", "creator",
    "dateCreated", "dateModified", "datePublished", "inLanguage", "isAccessibleForFree", "isBasedOn",
    "license", "publisher", "recordedAt", "temporalCoverage", "text",
}  # fmt: skip
ORGANIZATION = THING | {"dissolutionDate", "foundingDate", "parentOrganization", "subOrganization"}
EVENT = THING | {
    "startDate", "endDate", "eventAttendanceMode", "eventStatus", "inLanguage", "location", "organizer",
    "performer", "potentialAction", "previousStartDate", "recordedIn", "subEvent", "superEvent",
    "workFeatured",
}  # fmt: skip

MEDIA = {"contentUrl", "duration", "uploadDate"}

PROPERTIES: Mapping[str, set[str]] = {
    "Audience": THING,
    "Book": WORK,
    "BreadcrumbList": THING | {"itemListElement"},
    "CollegeOrUniversity": ORGANIZATION,
    "Comment": WORK,
    "CreativeWork": WORK,
    "DataDownload": WORK | {"contentUrl", "encodingFormat", "contentSize"},
    "Dataset": WORK | {"distribution"},
    "DefinedTerm": THING,
    "EntryPoint": THING | {"urlTemplate"},
    "Event": EVENT,
    "EventSeries": EVENT,
    "GovernmentOrganization": ORGANIZATION,
    "Legislation": WORK,
    "MediaObject": WORK | MEDIA,
    "PresentationDigitalDocument": WORK,
    "VideoObject": WORK | MEDIA,
    "ListItem": THING | {"position", "item"},
    "NewsArticle": WORK,
    "NewsMediaOrganization": ORGANIZATION,
    "Organization": ORGANIZATION,
    "OrganizationRole": THING | {"roleName", "startDate", "endDate", "affiliation"},
    "Person": THING | {"affiliation", "familyName", "givenName", "jobTitle", "performerIn"},
    "Place": THING | {"address", "containsPlace"},
    "PropertyValue": THING | {"propertyID", "value"},
    "RegisterAction": THING | {"target"},
    "Report": WORK,
    "ResearchOrganization": ORGANIZATION,
    "ScholarlyArticle": WORK,
    "SearchAction": THING | {"target", "query-input"},
    "VirtualLocation": THING,
    "WebPage": WORK,
    "WebSite": WORK | {"potentialAction"},
}
"""Type → the properties that it has or inherits."""

REQUIRED: Mapping[str, set[str]] = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Dataset": {"name", "description", "license", "url"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "WebSite": {"name", "url", "potentialAction"},
    "Event": {"name"},
    "Person": {"name"},
    "PropertyValue": {"propertyID", "value"},
    "EntryPoint": {"urlTemplate"},
    "SearchAction": {"target", "query-input"},
}
"""Type → what it says on every page, whichever the record."""


def context() -> dict[str, object]:
    """What https://schema.org answers to a program that asks for JSON-LD, as far as it is used here."""
    terms: dict[str, object] = {"schema": "http://schema.org/"}
    for kind in PROPERTIES:
        terms[kind] = {"@id": f"schema:{kind}"}
    for name in set().union(*PROPERTIES.values()):
        terms[name] = {"@id": f"schema:{name}"}
        if name in ADDRESSES:
            terms[name] = {"@id": f"schema:{name}", "@type": "@id"}
        elif name in DATES:
            terms[name] = {"@id": f"schema:{name}", "@type": f"schema:{DATES[name]}"}
    return {"@context": terms}
