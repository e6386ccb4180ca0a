"""The whole configuration of MkDocs for one language's site, as data for a file.

The generator writes it to build/mkdocs.ko.yml and build/mkdocs.en.yml. With the front matter of the pages
it says all that a page shows, so that any engine which reads such files can build the site.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml
from markupsafe import Markup, escape

from generator.engine.environment import NAME, other_than
from generator.engine.fixed_settings import FIXED, NAVIGATION, STYLE_SHEETS, PythonName
from generator.engine.look import accent_files, signs_of
from generator.engine.navigation import FrameEntry, footer_of, navigation_of
from generator.i18n.strings import SiteWords, Strings, Words
from generator.models import LANGUAGES, Language, Site, Text
from generator.output.site_paths import LANGUAGE_FOLDERS, page_path


@dataclass(frozen=True)
class SiteFacts:
    """What both languages' configurations are made of."""

    site: Site
    words: SiteWords
    address: str
    """Where the site's root is going to lie: the published site's, or a preview's."""
    is_preview: bool = False


def configuration_of(facts: SiteFacts, language: Language, titles: Mapping[str, str]) -> dict[str, object]:
    """The settings of one language's site; texts are escaped, since the theme places them as they are.

    `titles`: path of each page → its title. Only such pages are in the navigation and in the footer.
    """
    site, words = facts.site, facts.words[language]
    return {
        "site_name": plain_text(site.name, language),
        "site_description": plain_text(site.description, language),
        "site_author": plain_text(site.publisher.name, language),
        "site_url": root_addresses(facts.address)[language],
        "docs_dir": f"docs/{language}",
        "site_dir": f"../site/{LANGUAGE_FOLDERS[language]}",
        "theme": {"name": NAME, "language": language, **signs_of(site)},
        "nav": [nav_entry(entry, words, titles) for entry in navigation_of(site, titles)],
        **FIXED,
        "extra_css": [*STYLE_SHEETS, *accent_files(site)],
        "extra": extra_of(facts, language, titles),
    }


def extra_of(facts: SiteFacts, language: Language, titles: Mapping[str, str]) -> dict[str, object]:
    """What our own templates ask for."""
    site, words = facts.site, facts.words
    other = other_than(language)
    addresses = root_addresses(facts.address)
    return {
        "preview": facts.is_preview,
        "problems": "",
        "name": site.name.best(language)[0],
        "description": site.description.best(language)[0],
        "words": escaped(words[language].section("theme")),
        "other_words": escaped(words[other].section("theme")),
        "language": language,
        "other": other,
        "addresses": addresses,
        "root": addresses[LANGUAGES[0]],
        "other_home": urlsplit(addresses[other]).path,
        # Where the other language's root lies as seen from this one's.
        "other_root": posixpath.relpath(f"/{LANGUAGE_FOLDERS[other]}", f"/{LANGUAGE_FOLDERS[language]}")
        + "/",
        # A reader's choice of palette is kept by this path, and holds for both languages.
        "scope": urlsplit(addresses[LANGUAGES[0]]).path,
        "publisher": marked_text(site.publisher.name, language),
        "publisher_url": site.publisher.url,
        "licence": marked_text(site.licence.name, language),
        "licence_url": site.licence.url,
        "email": site.contact.email,
        # Not as MkDocs's repo_url, for which Material asks GitHub how many stars there are.
        "repository": site.repository.url if site.repository else None,
        "footer": [footer_link(entry, language, titles) for entry in footer_of(site, titles)],
    }


def nav_entry(entry: FrameEntry, words: Words, titles: Mapping[str, str]) -> dict[str, str]:
    """Each has its words, so that a run that does not read the page has them too."""
    if entry.label:
        return {plain_text(entry.label, words.language): str(escape(entry.target))}
    is_home = entry.target == NAVIGATION[0]
    return {str(escape(words("home.crumb") if is_home else titles[entry.target])): entry.target}


def footer_link(entry: FrameEntry, language: Language, titles: Mapping[str, str]) -> dict[str, object]:
    url = str(escape(entry.target)) if entry.is_external else page_path(entry.target)
    title = plain_text(entry.label, language) if entry.label else str(escape(titles[entry.target]))
    return {"url": url, "title": title, **({"is_external": True} if entry.is_external else {})}


def root_addresses(address: str) -> dict[Language, str]:
    """The address of each language's home page."""
    root = address.rstrip("/") + "/"
    return {language: root + folder for language, folder in LANGUAGE_FOLDERS.items()}


def plain_text(text: Text, language: Language) -> str:
    """A text for <title> and attributes, where no element can stand."""
    return str(escape(text.best(language)[0]))


def marked_text(text: Text, language: Language) -> str:
    """A text for an element; with its language, if that is not the page's."""
    words, spoken = text.best(language)
    marked = words if spoken == language else Markup('<span lang="{}">{}</span>').format(spoken, words)
    return str(escape(marked))


def escaped(words: Strings) -> dict[str, object]:
    return {
        key: str(escape(value)) if isinstance(value, str) else escaped(value) for key, value in words.items()
    }


class _Dumper(yaml.SafeDumper):
    """Plain data, and functions by their name."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as PyYAML asks
        return True


_Dumper.add_representer(
    # PyYAML writes line breaks that are no newline, such as U+0085, as they are, and reads them as spaces.
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style=None if text.isprintable() else '"'
    ),
)
_Dumper.add_representer(
    PythonName, lambda dumper, name: dumper.represent_scalar(f"tag:yaml.org,2002:python/name:{name}", "")
)


def configuration_text(configuration: Mapping[str, object]) -> str:
    """The configuration as YAML, always the same for the same."""
    return yaml.dump(dict(configuration), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
