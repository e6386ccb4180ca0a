"""Paths of and links to the volumes (자료집) of forums, from the site's root."""

from __future__ import annotations

from dataclasses import dataclass

from generator.models import LANGUAGES, Forum, Language
from generator.pages.page import Word

VOLUMES_FOLDER = "volumes"


def volume_path(forum: Forum, language: Language | None = None) -> str:
    """The volume in one language, or in both: `volumes/2025-ai.ko.pdf`, `volumes/2025-ai.pdf`."""
    return f"{VOLUMES_FOLDER}/{forum.id}{f'.{language}' if language else ''}.pdf"


def year_path(year: int) -> str:
    """The volume of a year: `volumes/2025.all.pdf`, which no forum's id can give."""
    return f"{VOLUMES_FOLDER}/{year}.all.pdf"


@dataclass(frozen=True)
class VolumeLink:
    """A link to a volume, where a build has made it."""

    label: Word
    path: str
    """From the site's root."""


def forum_volume_links(forum: Forum) -> tuple[VolumeLink, ...]:
    """The forum's volumes in both languages, and in each."""
    return (
        VolumeLink(Word("volume.both"), volume_path(forum)),
        *(VolumeLink(Word(f"volume.{language}"), volume_path(forum, language)) for language in LANGUAGES),
    )


def year_volume_link(year: int) -> VolumeLink:
    """The volume of all forums of a year."""
    return VolumeLink(Word("volume.all_of_year", {"year": year}), year_path(year))
