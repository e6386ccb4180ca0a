"""Answers → all files of a new archive, as bytes: nothing is written here.

The files lie beside this module as they will be, but for placeholders: those of every archive in `files/`,
the example in `example/`, those of each host in `hosts/`. In a name, a leading `dot-` stands for a dot, lest
the tools of this repository obey the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import DISTRIBUTION
from generator.authoring.json_schema import kinds_of, schema_files
from generator.models import Vocabulary
from generator.parsing.yaml_parser import parse_yaml


@dataclass(frozen=True)
class NewArchive:
    """What a new archive is made of: the answers to its questions, the day, and this program's version."""

    day: date
    version: str
    address: str
    email: str
    host: str = "none"
    name_ko: str | None = None
    name_en: str | None = None
    publisher_ko: str | None = None
    publisher_en: str | None = None
    empty: bool = False
    """Whether it has no example."""


def archive_files(new: NewArchive) -> dict[str, bytes]:
    """Each file's path in the archive, and what it holds."""
    example = () if new.empty else ("example",)
    host = () if new.host == "none" else (f"hosts/{new.host}",)
    values = _values(new)
    files = {path: text for folder in ("files", *example, *host) for path, text in _filled(folder, values)}
    return {path: text.encode() for path, text in files.items()} | _schemas(files[Vocabulary.path])


def _values(new: NewArchive) -> Mapping[str, object]:
    """What the placeholders stand for. Of the example, the last news is a month old."""
    return {
        **asdict(new),
        "name": new.name_ko or new.name_en,
        "package": DISTRIBUTION,
        "day_of_forum": new.day - timedelta(days=60),
        "day_of_answer": new.day - timedelta(days=30),
    }


def _filled(folder: str, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The files of a folder here, each by its path in the archive."""
    environment = _environment(folder)
    for name in environment.list_templates():
        path = re.sub("(^|/)dot-", r"\1.", name)
        yield path, environment.get_template(name).render(values)


@cache
def _environment(folder: str) -> Environment:
    environment = Environment(  # noqa: S701 - no HTML is made; each format has its filter
        loader=PackageLoader("generator.authoring.archive", folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"quoted": quoted, "markdown": as_it_is_in_markdown}
    return environment


def quoted(text: str) -> str:
    """A text of any characters for YAML, JSON and TOML: JSON's strings are theirs (YAML 1.2, section 1.3)."""
    return json.dumps(text, ensure_ascii=False)


def as_it_is_in_markdown(text: str) -> str:
    """A line for Markdown that people also read as it is: no more is escaped than what would be markup."""
    return re.sub(r"([\\`*_~\[\]<>&#!|])", r"\\\1", text)


def _schemas(vocabulary: str) -> dict[str, bytes]:
    """The schemas for editors, which offer the words of this vocabulary."""
    tree = parse_yaml(vocabulary, Vocabulary.path).tree
    return dict(schema_files(kinds_of(tree if isinstance(tree, dict) else {})))
