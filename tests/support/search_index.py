"""A search index, read as the browser reads it."""

from __future__ import annotations

import json
from typing import Any

from generator.search.index import Index
from generator.search.names import BLOCK, COUNT_LENGTH, NAME_LENGTH

Json = dict[str, Any]


def shards_of(index: Index) -> list[Json]:
    """The terms of each shard, in the order of shards."""
    names = (index.terms[start : start + NAME_LENGTH] for start in range(0, len(index.terms), NAME_LENGTH))
    return [json.loads(index.files[f"terms/{name}.json"]) for name in names]


def texts_of(index: Index) -> list[Json]:
    """What results show of each entry, in the order of entries."""
    found: list[Json] = []
    for start in range(0, len(index.texts), NAME_LENGTH + COUNT_LENGTH):
        name, count = (
            index.texts[start : start + NAME_LENGTH],
            int(index.texts[start + NAME_LENGTH :][:COUNT_LENGTH], 36),
        )
        for block in range((count + BLOCK - 1) // BLOCK):
            found += json.loads(index.files[f"texts/{name}/{block}.json"])
    return found


def facets_in(index: Index) -> Json:
    return dict(json.loads(index.files[f"facets/{index.facets}.json"]))


def hidden_in(index: Index) -> Json:
    return dict(json.loads(index.files[f"hidden/{index.hidden}.json"]))
