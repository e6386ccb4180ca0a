"""The two files that hold for the whole site: content/site.yml and content/vocabulary.yml."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.models.ids import Id, StatusId
from generator.models.lists import Few, Many, NotEmpty
from generator.models.parts import Line
from generator.models.values import (
    LANGUAGES,
    Count,
    Date,
    Email,
    Flag,
    Language,
    Model,
    Prose,
    Text,
    WebAddress,
    as_text,
    wrong,
)
from generator.models.warning_names import Silenced
from generator.parsing.addresses import uri_of
from generator.parsing.messages import message


class Publisher(Model):
    """Who answers for the site."""

    name: Text
    url: WebAddress | None = None


class Licence(Model):
    """Under which terms the records may be used again."""

    name: Text
    url: WebAddress | None = None


class Contact(Model):
    """Where a reader writes to with a correction or a follow-up."""

    email: Email


SiteAddress = Annotated[WebAddress, AfterValidator(uri_of)]
"""A web address in ASCII, as pages and files name it."""


class Repository(Model):
    """Where the records are kept, for "edit this record"."""

    url: SiteAddress
    """The repository's page, such as https://github.com/OWNER/NAME."""
    branch: Annotated[str, BeforeValidator(as_text)] = "main"


class Site(Model):
    """What content/site.yml says: the site itself."""

    path: ClassVar[str] = "content/site.yml"

    name: Text
    tagline: Text
    """One line of purpose, the home page's headline."""
    description: Text
    """One or two sentences for the home page, search engines and shared links."""
    publisher: Publisher
    languages: Few[Annotated[Language, BeforeValidator(as_text)]] = LANGUAGES
    """Always ko, en: the first is the language at the site's root."""
    licence: Licence
    address: SiteAddress
    """Where the site is published, with '/' at the end."""
    contact: Contact
    repository: Repository | None = None
    quiet_months: Count = 12
    """A proposal with no follow-up for this many months counts as quiet."""
    as_of: Date | None = None
    """The day to which that is counted; the newest fact's unless written, never the day of the build."""
    silence: Silenced = ()
    """Names of warnings that `check` does not give of this file and of content/pages/."""


class Topic(Model):
    """What a proposal is about."""

    id: Id
    label: Text
    description: Prose | None = None


MOST_STATUSES = 120
"""A table of the statistics has a column for each, and a row for each topic."""
MOST_NEXT = 12
"""The page of statuses names all of them for each."""

Mark = Literal["empty", "dot", "quarter", "half", "three-quarters", "done", "crossed"]


class Status(Model):
    """How far a proposal has come."""

    id: Id
    label: Text
    description: Prose
    mark: Annotated[Mark, BeforeValidator(as_text)]
    """The sign beside the word, which survives greyscale."""
    step: Count
    """How many steps of `steps` are reached with this status, from 0."""
    next: Annotated[tuple[StatusId, ...], Field(max_length=MOST_NEXT)] = ()
    """The statuses that may follow; the same one again may always follow."""
    first: Flag = False
    """Whether a history may begin with it."""
    closed: Flag = False
    """Whether nothing more is awaited, so that silence means nothing."""


class Role(Model):
    """What somebody does at a forum."""

    id: Id
    label: Text
    organizes: Flag = False
    """Whether it is an organizer's role and not a contributor's."""


class Series(Model):
    """Forums that belong together, one after the other."""

    id: Id
    name: Text


class Alias(Model):
    """Words that mean the same to whoever searches: `LLM` and `거대언어모델`."""

    words: Annotated[Few[Line], NotEmpty]
    """In any language; who looks for one of them finds the records that have another."""

    @model_validator(mode="after")
    def _says_more_than_one_word(self) -> Self:
        if len({word.casefold() for word in self.words}) < 2:
            raise wrong(message("alias.alone"))
        return self


class Vocabulary(Model):
    """What content/vocabulary.yml says: the words that records choose from."""

    path: ClassVar[str] = "content/vocabulary.yml"

    topics: Annotated[Many[Topic], NotEmpty]
    statuses: Annotated[tuple[Status, ...], Field(min_length=1, max_length=MOST_STATUSES)]
    steps: Annotated[Few[Text], NotEmpty]
    """The names of the steps in a proposal's step bar, in order."""
    roles: Annotated[Many[Role], NotEmpty]
    series: Many[Series] = ()
    aliases: Many[Alias] = ()
    silence: Silenced = ()
    """Names of warnings that `check` does not give of this file."""
