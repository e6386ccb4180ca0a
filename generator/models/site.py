"""What content/site.yml says: the site itself."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator

from generator.models.frame import HANGS_ON, FrameLink, InFooter, Lacking, SignFile, Tabs
from generator.models.lists import Few
from generator.models.model import Model
from generator.models.palette import Accent
from generator.models.texts import Choice, Text, as_text
from generator.models.time_zones import SEOUL, TimeZone
from generator.models.values import Count, Date, Email, WebAddress
from generator.models.warning_names import Silenced
from generator.parsing.addresses import uri_of
from generator.parsing.languages import LANGUAGES, Language


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


RepositoryKind = Literal["github", "gitlab", "forgejo", "mail"]
"""What runs at a repository's host, which decides where a record is edited and a correction reported."""


class Repository(Model):
    """Where the records are kept, for "edit this record"."""

    url: SiteAddress
    """The repository's page, such as https://github.com/OWNER/NAME."""
    branch: Annotated[str, BeforeValidator(as_text)] = "main"
    kind: Annotated[RepositoryKind, Choice] | None = None
    """Known of github.com, gitlab.com, gitlab.… and codeberg.org; mail: corrections come by mail alone."""


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
    known_as: SiteAddress | None = None
    """By what feeds and calendars know the archive, for ever; the repository's address unless written."""
    contact: Contact
    repository: Repository | None = None
    timezone: TimeZone = SEOUL
    """The time zone of forums' hours, unless a forum names another."""
    quiet_months: Count = 12
    """A proposal with no follow-up for this many months counts as quiet."""
    as_of: Date | None = None
    """The day to which that is counted; the newest fact's unless written, never the day of the build."""
    logo: SignFile | None = None
    """The picture in front of the name at the top of every page; a sign of the program's unless written."""
    favicon: SignFile | None = None
    """The square picture in browsers' tabs and on telephones."""
    accent: Accent | None = None
    """The colour of links and of what is chosen, `"#rrggbb"` in quotes; dark pages get a lighter one."""
    navigation: Tabs[FrameLink] = ()
    """Links after the site's own at the top of every page."""
    footer: InFooter[FrameLink] = ()
    """Links after the site's own at the bottom of every page."""
    without: Few[Lacking] = ()
    """The kinds of record that the archive does not have: nothing on the site speaks of them."""
    silence: Silenced = ()
    """Names of warnings that `check` does not give of this file and of content/pages/."""

    @property
    def identity(self) -> str:
        """What ids are made of: the address it is known as, else the repository's, which seldom moves."""
        return self.known_as or (self.repository.url if self.repository else self.address)

    def has(self, section: str) -> bool:
        """Whether the archive has a section: a kind of record, by its folder, or what is made of one."""
        return HANGS_ON.get(section, section) not in self.without
