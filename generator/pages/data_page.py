"""The data page: every file that a reader can take away, and what the fields of the records mean."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import groupby

from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES, RECORD_KINDS, Language, Site
from generator.models.fields import Described, fields_of
from generator.models.values import Model
from generator.pages.index import index_page
from generator.pages.page import Page, PageLink, section_link
from generator.pages.subscriptions import ALL_FORUMS, FOLLOW_UPS, NEW

COUNTED = ("forums", "proposals", "speakers", "organizations", "sources")


@dataclass(frozen=True)
class Use:
    """What files of some names are for; the page lists them in one row."""

    group: str
    words: str
    """A key of data.uses in strings/."""
    patterns: tuple[str, ...]
    """The files' paths from the root of a language, as in a shell, in the order in which they are shown."""
    shown: str = ""
    """How the address of one of many files is written, which have no link each."""


USES = (
    Use("records", "json", ("data/proceedings.json",)),
    Use("records", "csv", tuple(f"data/{folder}.csv" for folder in COUNTED)),
    Use("records", "tables", ("data/tables/*.csv",)),
    Use("records", "package", ("data/datapackage.json",)),
    Use("records", "sqlite", ("data/proceedings.db",)),
    Use("records", "jsonl", tuple(f"data/{folder}.jsonl" for folder in COUNTED)),
    Use("records", "schemas", ("data/schemas/*.json",)),
    Use("records", "popolo", ("data/popolo.json",)),
    Use("records", "licence", ("data/LICENSE.txt",)),
    Use("records", "sums", ("data/SHA256SUMS",)),
    Use("cite", "bib", ("cite/all.bib",)),
    Use("cite", "ris", ("cite/all.ris",)),
    Use("cite", "csl", ("cite/all.json",)),
    Use("cite", "cite_forums", ("cite/forums/*",), "cite/forums/ID.bib, .ris, .json"),
    Use("feeds", "new", ("feeds/new.atom",)),
    Use("feeds", "follow_ups", ("feeds/follow-ups.atom",)),
    Use("feeds", "feeds_each", ("feeds/*/*.atom",), "feeds/…/ID.atom"),
    Use("calendars", "ics", ("calendars/all.ics",)),
    Use("calendars", "ics_each", ("calendars/*.ics",), "calendars/ID.ics"),
    Use("volumes", "year", ("volumes/[0-9][0-9][0-9][0-9].*pdf",)),
    Use("volumes", "volumes_each", ("volumes/*.pdf",), "volumes/ID.pdf"),
    Use("api", "api_start", ("api/v1/index.json",)),
    Use("api", "api_list", tuple(f"api/v1/{folder}/index.json" for folder in COUNTED)),
    Use("api", "api_record", ("api/v1/*/*.json",), "api/v1/…/ID.json"),
)
"""The first that fits a file is what it is for."""

NO_DOWNLOADS = ("cards/*",)
"""Files that pages need and nobody takes away."""

FORMAT_NAMES = {
    "json": "JSON", "jsonl": "JSON Lines", "csv": "CSV", "db": "SQLite", "txt": "TXT", "bib": "BibTeX",
    "ris": "RIS", "atom": "Atom", "ics": "iCalendar", "pdf": "PDF",
}  # fmt: skip


@dataclass(frozen=True)
class File:
    path: str
    """From the site's root."""
    size: int
    """Bytes."""


@dataclass(frozen=True)
class Download:
    """Files that are for the same."""

    words: str
    formats: str
    files: tuple[File, ...]
    shown: str = ""
    """Instead of a link to each of many: how their addresses are written."""

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


@dataclass(frozen=True)
class FieldTable:
    """A model with its fields: a kind of record, or a part that stands in some."""

    name: str
    """As in data.parts of strings/; the heading's anchor too."""
    meaning: str
    fields: tuple[Described, ...]


@dataclass(frozen=True)
class DataView:
    site: Site
    counts: tuple[tuple[PageLink, int], ...]
    """The lists of records, and how many there are."""
    downloads: tuple[tuple[str, tuple[Download, ...]], ...]
    """Group by group, as in data.groups of strings/."""
    records: tuple[FieldTable, ...]
    parts: tuple[FieldTable, ...]
    example: str
    """A question in SQL to the SQLite file."""


def data_page(corpus: Corpus, language: Language, sizes: Mapping[str, int]) -> Page[DataView]:
    """`sizes` are the bytes of all files that go out beside the pages, by their path from the site's root."""
    counts = tuple((section_link(kind), len(getattr(corpus, kind))) for kind in COUNTED)
    word = corpus.vocabulary.topics[0].label.best(language)[0]
    records, parts = described_models()
    view = DataView(corpus.site, counts, downloads(language, sizes), records, parts, question(word, language))
    return index_page("data", "data.md", view, corpus, NEW, FOLLOW_UPS, ALL_FORUMS)


def question(word: str, language: Language) -> str:
    """SQL that finds the proposals in which a word occurs."""
    quoted = word.replace('"', '""').replace("'", "''")
    return (
        f"select id, title_{language} from proposals where rowid in "  # noqa: S608 - to be read, not run
        f"(select rowid from proposals_fts where proposals_fts match '\"{quoted}\"')"
    )


def downloads(language: Language, sizes: Mapping[str, int]) -> tuple[tuple[str, tuple[Download, ...]], ...]:
    """Every file in the language or in none, told of by what it is for; the order is that of `USES`."""
    found: dict[Use, dict[str, str]] = {use: {} for use in USES}
    for path, below in _offered(language, sizes).items():
        if not any(fnmatchcase(below, pattern) for pattern in NO_DOWNLOADS):
            found.setdefault(_use_of(below), {})[path] = below
    told = [(use.group, _download(use, paths, sizes)) for use, paths in found.items() if paths]
    return tuple(
        (group, tuple(row for _, row in rows)) for group, rows in groupby(told, key=lambda one: one[0])
    )


def _offered(language: Language, sizes: Mapping[str, int]) -> dict[str, str]:
    """Path from the site's root → from the language's; what each language has is offered in its own."""
    roots = {other: f"{other}/" for other in LANGUAGES[1:]}
    own = roots.get(language, "")
    return {
        path: path.removeprefix(own)
        for path in sizes
        if (own and path.startswith(own))
        or (not path.startswith(tuple(roots.values())) and f"{own}{path}" not in sizes.keys() - {path})
    }


def _use_of(below: str) -> Use:
    """What the file is for; one of which nothing is known is listed all the same."""
    folder, ending = posixpath.dirname(below), posixpath.splitext(below)[1]
    unknown = f"{folder}/*{ending}" if folder else below
    other = Use("other", "other", (unknown,), unknown.replace("*", "…"))
    return next((use for use in USES if _place_in(use, below) is not None), other)


def _place_in(use: Use, below: str) -> int | None:
    """Which of the use's patterns the path fits."""
    fitting = (place for place, pattern in enumerate(use.patterns) if fnmatchcase(below, pattern))
    return next(fitting, None)


def _download(use: Use, paths: Mapping[str, str], sizes: Mapping[str, int]) -> Download:
    ordered = sorted(paths, key=lambda path: (_place_in(use, paths[path]) or 0, path))
    formats = dict.fromkeys(map(_format_of, ordered))
    files = tuple(File(path, sizes[path]) for path in ordered)
    return Download(use.words, ", ".join(formats), files, use.shown)


def _format_of(path: str) -> str:
    ending = posixpath.splitext(path)[1].removeprefix(".")
    return FORMAT_NAMES.get(ending, ending.upper() or "TXT")


def described_models() -> tuple[tuple[FieldTable, ...], tuple[FieldTable, ...]]:
    """The kinds of record, and everything that stands in them, in the order in which it is met."""
    met: dict[type[Model], None] = dict.fromkeys(RECORD_KINDS.values())
    for model in (waiting := list(met)):
        for held in fields_of(model):
            if held.kind == "part" and held.part and held.part not in met:
                met[held.part] = None
                waiting.append(held.part)
    parts = tuple(
        FieldTable(part_name(model), (model.__doc__ or "").strip(), fields_of(model)) for model in met
    )
    return parts[: len(RECORD_KINDS)], parts[len(RECORD_KINDS) :]


def part_name(model: type[Model]) -> str:
    return model.__name__.lower()
