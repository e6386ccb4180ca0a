"""What the check of a page finds: its faults, and what the check across pages is to know of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.parsing.messages import Message, Speech, in_words
from generator.parsing.problems import visible


@dataclass(frozen=True, order=True)
class Fault:
    """A rule that a page or another file breaks; the path counts from the site's folder."""

    page: str
    message: Message

    def __str__(self) -> str:
        return self.line_in("en")

    def line_in(self, language: Speech) -> str:
        """`about/index.html: has 2 <h1>; a page has one`, in a language."""
        return visible(f"{self.page}: {in_words(self.message, language)}")


@dataclass(frozen=True)
class Summary:
    """The result of checking a page."""

    path: str
    faults: list[Fault]
    anchors: frozenset[str] = frozenset()
    links: frozenset[tuple[str, str, str]] = frozenset()
    """Links to an anchor: the link as it stands on the page, the file that it leads to, the anchor."""
    there: frozenset[str] = frozenset()
    """The files that the rules asked for and that the site has."""
    missing: frozenset[str] = frozenset()
    """Those that they asked for and that the site has not."""


class AnyFile(Collection[str]):
    """The files of a site that lies on several machines: any that a page asks for may be there."""

    def __contains__(self, file: object) -> bool:
        """Not the index.html of a folder that is called like a file, for which a rule asks too."""
        folder, _, name = str(file).rpartition("/")
        return not (name == "index.html" and "." in folder.rpartition("/")[2])

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class AskedFiles(Collection[str]):
    """The files of a site, which note whom a rule asks for."""

    def __init__(self, files: Collection[str]) -> None:
        self._files = files
        self.there: set[str] = set()
        self.missing: set[str] = set()

    def __contains__(self, file: object) -> bool:
        found = file in self._files
        (self.there if found else self.missing).add(str(file))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
