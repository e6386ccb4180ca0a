"""The data page: every file that a reader can take away, and what the fields of the records mean."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import groupby

from generator.corpus import Corpus
from generator.fields import Described, fields_of
from generator.models import LANGUAGES, RECORD_KINDS, Language, Site
from generator.models.values import Model
from generator.pages.index import index_page
from generator.pages.page import Page, PageLink, section_link
from generator.pages.subscriptions import ALL_FORUMS, FOLLOW_UPS, NEW

COUNTED = ("forums", "proposals", "speakers", "organizations", "sources")


@dataclass(frozen=True)
class Use:
    """What files of a name are for; of `several` that are alike, the page tells how many there are."""

    group: str
    pattern: str
    """The files' path from the root of a language, as in a shell."""
    words: str
    """A key of data.uses in strings/."""
    several: bool = False
    """Whether they are told of together."""
    shown: str = ""
    """How their address is written, if they are."""


USES = (
    Use("records", "data/proceedings.json", "json"),
    *(Use("records", f"data/{folder}.csv", "csv") for folder in RECORD_KINDS),
    Use("records", "data/tables/*.csv", "tables", several=True, shown="data/tables/….csv"),
    Use("records", "data/datapackage.json", "package"),
    Use("records", "data/proceedings.db", "sqlite"),
    *(Use("records", f"data/{folder}.jsonl", "jsonl") for folder in RECORD_KINDS),
    Use("records", "data/schemas/*.json", "schemas", several=True, shown="data/schemas/….schema.json"),
    Use("records", "data/popolo.json", "popolo"),
    Use("records", "data/LICENSE.txt", "licence"),
    Use("records", "data/SHA256SUMS", "sums"),
    Use("cite", "cite/all.bib", "bib"),
    Use("cite", "cite/all.ris", "ris"),
    Use("cite", "cite/all.json", "csl"),
    *(
        Use("cite", f"cite/forums/*.{ending}", "cite_forums", several=True, shown=f"cite/forums/ID.{ending}")
        for ending in ("bib", "ris", "json")
    ),
    Use("feeds", "feeds/new.atom", "new"),
    Use("feeds", "feeds/follow-ups.atom", "follow_ups"),
    Use("feeds", "feeds/*/*.atom", "feeds_each", several=True, shown="feeds/…/ID.atom"),
    Use("calendars", "calendars/all.ics", "ics"),
    Use("calendars", "calendars/*.ics", "ics_each", several=True, shown="calendars/ID.ics"),
    Use("volumes", "volumes/[0-9][0-9][0-9][0-9].*pdf", "year"),
    Use("volumes", "volumes/*.pdf", "volumes_each", several=True, shown="volumes/ID.pdf"),
    Use("api", "api/v1/index.json", "api_start"),
    *(Use("api", f"api/v1/{folder}/index.json", "api_list") for folder in RECORD_KINDS),
    Use("api", "api/v1/*/*.json", "api_record", several=True, shown="api/v1/KIND/ID.json"),
)
"""The first that fits a file is what it is for."""

NO_DOWNLOADS = ("cards/*",)
"""Files that pages need and nobody takes away."""

FORMATS = {
    "json": "JSON", "jsonl": "JSON Lines", "csv": "CSV", "db": "SQLite", "txt": "TXT", "bib": "BibTeX",
    "ris": "RIS", "atom": "Atom", "ics": "iCalendar", "pdf": "PDF",
}  # fmt: skip


@dataclass(frozen=True)
class Download:
    """A file, or several that are alike."""

    path: str
    """From the site's root; of several, how their addresses are written."""
    format: str
    words: str
    size: int
    """Bytes, of all together."""
    files: int = 1
    linked: bool = True


@dataclass(frozen=True)
class Part:
    """A model with its fields: a kind of record, or a part that stands in some."""

    name: str
    """As in data.parts of strings/; the heading's anchor too."""
    meaning: str
    fields: tuple[Described, ...]


@dataclass(frozen=True)
class Data:
    site: Site
    counts: tuple[tuple[PageLink, int], ...]
    """The lists of records, and how many there are."""
    downloads: tuple[tuple[str, tuple[Download, ...]], ...]
    """Group by group, as in data.groups of strings/."""
    records: tuple[Part, ...]
    parts: tuple[Part, ...]
    example: str
    """A question in SQL to the SQLite file."""


def data_page(corpus: Corpus, language: Language, sizes: Mapping[str, int]) -> Page:
    """`sizes` are the bytes of all files that go out beside the pages, by their path from the site's root."""
    counts = tuple((section_link(kind), len(getattr(corpus, kind))) for kind in COUNTED)
    word = corpus.vocabulary.topics[0].label.best(language)[0]
    records, parts = described()
    view = Data(corpus.site, counts, downloads(language, sizes), records, parts, question(word, language))
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
    found: dict[Use, list[str]] = {use: [] for use in USES}
    for path, below in _offered(language, sizes).items():
        if not any(fnmatchcase(below, pattern) for pattern in NO_DOWNLOADS):
            found.setdefault(_use_of(below), []).append(path)
    told = [(use, row) for use, paths in found.items() for row in _rows(use, sorted(paths), sizes)]
    return tuple(
        (group, tuple(row for _, row in rows)) for group, rows in groupby(told, key=lambda one: one[0].group)
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
    fitting = (use for use in USES if fnmatchcase(below, use.pattern))
    folder, ending = posixpath.dirname(below), posixpath.splitext(below)[1]
    other = f"{folder}/*{ending}" if folder else f"*{ending}"
    return next(fitting, Use("other", other, "other", several=True, shown=other.replace("*", "…")))


def _rows(use: Use, paths: list[str], sizes: Mapping[str, int]) -> Iterator[Download]:
    if use.several and paths:
        size = sum(sizes[path] for path in paths)
        yield Download(use.shown, _format_of(use.pattern), use.words, size, len(paths), linked=False)
    elif not use.several:
        for path in paths:
            yield Download(path, _format_of(path), use.words, sizes[path])


def _format_of(path: str) -> str:
    ending = posixpath.splitext(path)[1].removeprefix(".")
    return FORMATS.get(ending, ending.upper() or "TXT")


def described() -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The kinds of record, and everything that stands in them, in the order in which it is met."""
    met: dict[type[Model], None] = dict.fromkeys(RECORD_KINDS.values())
    for model in (waiting := list(met)):
        for held in fields_of(model):
            if held.kind == "part" and held.part and held.part not in met:
                met[held.part] = None
                waiting.append(held.part)
    parts = tuple(Part(part_name(model), (model.__doc__ or "").strip(), fields_of(model)) for model in met)
    return parts[: len(RECORD_KINDS)], parts[len(RECORD_KINDS) :]


def part_name(model: type[Model]) -> str:
    return model.__name__.lower()
