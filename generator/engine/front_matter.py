"""The values above a page, read as the generator writes them: a line for each, `name: JSON`.

JSON is read a dozen times as fast as YAML. What is of another form, MkDocs reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from mkdocs.utils import meta

BEGIN, END = "---\n", "\n---\n"
NAME_OF_VALUE = re.compile(r"[a-z_]{3,}")
OTHERWISE_IN_YAML = {"yes", "off", "null", "true", "false"}
"""Names that are no texts in YAML 1.1; those of two letters do not count as names here."""

Values = dict[str, object]


def _refuse(number: str) -> object:
    raise ValueError(number)


_DECODER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)
"""For what is the same in YAML; 1e5 and NaN are texts there."""


def read_front_matter(source: str) -> tuple[str, Values]:
    """The Markdown below the front matter, and the values, as MkDocs would have them."""
    end = source.find(END, len(BEGIN) - 1) if source.startswith(BEGIN) else -1
    values = written_values(source[len(BEGIN) : end]) if end > 0 else None
    if values is None:
        return meta.get_data(source)
    return source[end + len(END) :].lstrip("\n"), values


def read_values(source: str, without: Collection[str] = ()) -> Values:
    """The values alone, without those that the caller does not need."""
    end = source.find(END, len(BEGIN) - 1) if source.startswith(BEGIN) else -1
    values = written_values(source[len(BEGIN) : end], without) if end > 0 else None
    return meta.get_data(source)[1] if values is None else values


def written_values(lines: str, without: Collection[str] = ()) -> Values | None:
    """The values of such lines; None if any is of another form, or could mean something else in YAML."""
    values: Values = {}
    for line in lines.split("\n"):
        name, colon, value = line.partition(": ")
        # YAML takes some invisible characters for line breaks and refuses others.
        if not (colon and NAME_OF_VALUE.fullmatch(name) and line.isprintable()) or name in OTHERWISE_IN_YAML:
            return None
        if name in without:
            continue
        try:
            values[name] = _DECODER.decode(value)
        except ValueError:
            return None
    return values
