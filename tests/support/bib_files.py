"""The fields of a single entry, as two programs read them in a .bib file."""

from __future__ import annotations

from bibtexparser.entrypoint import parse_string as parse
from pybtex.database import parse_string  # type: ignore[import-untyped]  # it has no types


def read_by_bibtexparser(written: str, key: str) -> dict[str, str]:
    library = parse(written)
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == key
    return {field.key: field.value for field in entry.fields}


def read_by_pybtex(written: str, key: str) -> dict[str, str]:
    ((found, entry),) = parse_string(written, "bibtex").entries.items()
    assert found == key
    return dict(entry.fields)
