"""The fields of a single entry, as two programs read them in a .bib file."""

from __future__ import annotations

from bibtexparser.entrypoint import parse_string as parse
from pybtex.database import BibliographyData  # type: ignore[import-untyped]  # it has no types
from pybtex.database.input.bibtex import Parser  # type: ignore[import-untyped]  # see above


def read_by_bibtexparser(written: str, key: str) -> dict[str, str]:
    library = parse(written)
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == key
    return {field.key: field.value for field in entry.fields}


def read_by_pybtex(written: str, key: str) -> dict[str, str]:
    ((found, entry),) = read_bibtex(written).entries.items()
    assert found == key
    return dict(entry.fields)


def read_bibtex(written: str) -> BibliographyData:
    """As pybtex's `parse_string`, which looks through all installed packages for its parser each time."""
    return Parser().parse_string(written)
