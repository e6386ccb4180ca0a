"""The parts that several kinds of record share: citations, links, names, participants, notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from generator.models.ids import Id, OrganizationId, RegisterId, RoleId, SourceId, SpeakerId
from generator.models.licences import Terms
from generator.models.lists import Few, Many
from generator.models.model import Model, wrong
from generator.models.several import OneOrSeveral
from generator.models.texts import Choice, Prose, Text, as_line
from generator.models.values import Date, Flag, LanguageTag, Script, WebAddress
from generator.models.warning_names import Silenced
from generator.parsing.languages import Language
from generator.parsing.messages import message

Line = Annotated[str, BeforeValidator(as_line)]
"""One line in any language."""


class Citation(Model):
    """A source and the place in it; a plain id names the source alone."""

    source: SourceId
    locator: Text | None = None
    """Page, minute or section."""

    @model_validator(mode="before")
    @classmethod
    def _plain_id(cls, value: object) -> object:
        return {"source": value} if isinstance(value, str) else value


class Link(Model):
    """A page elsewhere."""

    url: WebAddress
    label: Text | None = None


class OtherName(Model):
    """A further spelling: hanja, another romanisation, a former name. Search finds it."""

    name: Line
    lang: LanguageTag | None = None
    script: Script | None = None
    """The script's ISO 15924 code, such as `Hang`, `Hani`, `Latn`, `Jpan`."""
    note: Text | None = None
    hidden: Annotated[Flag, Field(exclude=True)] = False
    """Whether search alone finds it, by the whole name, and nothing shows it."""


LONGEST_IDENTIFIER = 200
"""Characters of a pasted address; an identifier by itself has some twenty."""


def _as_identifier(value: object) -> str:
    text = as_line(value)
    if len(text) > LONGEST_IDENTIFIER:
        raise wrong(message("value.long", length=len(text), most=LONGEST_IDENTIFIER))
    return text


RegisteredId = Annotated[
    str, BeforeValidator(_as_identifier), WithJsonSchema({"type": "string", "pattern": r"\S"})
]
"""A number in another register, or an address that ends with it."""


class Identifier(Model):
    """The number of a person, an organization or a proposal in another register."""

    scheme: RegisterId
    identifier: RegisteredId
    """As the register writes it; a pasted address is kept as the bare identifier."""


NameOrigin = Literal["inferred", "probable", "translated"]
"""Why a name is not the source's own: spelled by us from the other language, taken from a source about
another event, or translated by us."""


class NameNotes(Model):
    """In which language the name is not printed by a source, and where it comes from."""

    ko: Annotated[NameOrigin, Choice] | None = None
    en: Annotated[NameOrigin, Choice] | None = None

    def in_language(self, language: Language) -> NameOrigin | None:
        return self.ko if language == "ko" else self.en


class Translation(Model):
    """In which language the record's texts were translated by a machine."""

    ko: Annotated[Literal["machine"], Choice] | None = None
    en: Annotated[Literal["machine"], Choice] | None = None

    def in_language(self, language: Language) -> Literal["machine"] | None:
        return self.ko if language == "ko" else self.en


class Party(OneOrSeveral):
    """A person, an organization, or a person for an organization or several."""

    others: ClassVar[Mapping[str, str]] = {"organization": "other_organizations"}

    person: SpeakerId | None = None
    organization: OrganizationId | None = None
    """One, or a list of those that a person is there for; the first of a list is kept here."""
    other_organizations: Few[OrganizationId] = ()
    """All but the first of the list at `organization`."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.person is None and self.organization is None:
            raise wrong(message("party.nobody"))
        return self

    @property
    def organizations(self) -> tuple[str, ...]:
        """All of them, in their order."""
        return (self.organization, *self.other_organizations) if self.organization else ()


class Participant(Party):
    """Somebody's part in a forum, with the post held *then*."""

    role: RoleId
    position: Text | None = None
    as_printed: Line | None = None
    """The name as the source prints it, where it differs."""
    note: Text | None = None
    """What is uncertain about it."""


class Revision(Model):
    """A correction that readers should know of."""

    date: Date
    note: Text


class Record(Model):
    """The fields that all five kinds of record have."""

    folder: ClassVar[str]
    """The kind's folder in content/ and in each language of the site."""

    id: Id
    """The file's name without `.yml`."""
    sources: Many[Citation] = ()
    notes: Few[Prose] = ()
    """What is uncertain or worth knowing, shown on the page."""
    revisions: Many[Revision] = ()
    translation: Translation | None = None
    redirect_from: Few[Id] = ()
    """Former ids, the oldest first, whose addresses lead here."""
    silence: Silenced = ()
    """Names of warnings that `check` does not give of this record, since it is right as it is."""
    license: Terms | None = None
    """The terms of this record where they are not the site's: an SPDX id such as `CC0-1.0`, an address, or an
    id of `licences` in vocabulary.yml."""
    draft: Flag = Field(default=False, exclude=True)
    """Whether it is not to be published yet: `serve` shows it, a build leaves it out."""
    embargo: Date | None = Field(default=None, exclude=True)
    """The day on which it may be published; until then it is left out as a draft is."""

    @property
    def first_id(self) -> str:
        """The id that it was first published with, so that a renamed record is not a new one."""
        return next(iter(self.redirect_from), self.id)

    @property
    def path(self) -> str:
        """The record's file, from the repository's root."""
        return f"content/{self.folder}/{self.id}.yml"

    @property
    def page(self) -> str:
        """The record's page, from the root of a language."""
        return f"{self.folder}/{self.id}.md"


class Named(Record):
    """A record with a name."""

    name: Text
    name_notes: NameNotes | None = None
    other_names: Few[OtherName] = ()
    identifiers: Few[Identifier] = ()
    links: Few[Link] = ()
