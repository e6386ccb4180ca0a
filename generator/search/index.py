"""Entries → the files of the index: shards of terms, blocks of the entries' texts, and facets.

Each is named by its content and listed in search_index.json: what did not change keeps its name, and no
browser mixes two indexes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.i18n.formats import format_day
from generator.models import LANGUAGES
from generator.search.aliases import Aliases
from generator.search.entries import ENTRY_KINDS, Entry
from generator.search.folding import shard_of
from generator.search.hidden import hidden_file
from generator.search.names import BLOCK, NAME_LENGTH, content_name, group_listed, groups_of
from generator.search.postings import Postings, shards_for
from generator.search.terms import sounds_of_name, terms_of

TITLE, NAMED, LEAD, TEXT, ALIAS, VERB = 8.0, 5.0, 1.5, 1.0, 1.0, 0.5
"""A term's weight, by the field in which it stands."""

OF_A_SOURCE = 0.5
"""The factor for sources, whose titles repeat the subject of the records that cite them."""


@dataclass(frozen=True)
class Index:
    """The files of an index, and the numbers that the search script needs before it loads one."""

    files: Mapping[str, bytes]
    """By path below the search's folder."""
    entries: int
    terms: str
    """The names of all shards, one after the other."""
    texts: str
    """The groups of blocks: of each its name and how many entries it has."""
    facets: str
    hidden: str = ""
    salt: str = ""
    """What hidden names are hashed with, if there are any."""

    @property
    def shards(self) -> int:
        return len(self.terms) // NAME_LENGTH


def build_index(
    entries: Sequence[Entry],
    verbs: Sequence[str],
    aliases: Aliases,
    salt: str = "",
    advance: Callable[[], None] = lambda: None,
) -> Index:
    """The index of the entries, the same bytes each time.

    `verbs`: the `dictionary_forms` of each entry. `salt`: what hidden names are hashed with. `advance` is
    called when the terms of an entry are there.
    """
    terms = posted(weigh_each(entries, verbs, aliases, advance))
    shards = shards_for(sum(len(term) + len(encoded) for term, encoded in terms.items()))
    files: dict[str, bytes] = {}

    def added(path: str, value: object) -> str:
        """The file's name, which takes the place of `*` in its path."""
        content = _json(value)
        name = content_name(content)
        if files.setdefault(path.replace("*", name), content) != content:
            raise ValueError(f"two files of the search would be called {name}")
        return name

    listed = "".join(added("terms/*.json", shard) for shard in _shards(terms, shards))
    groups = [_texts(group) for group in groups_of(entries)]
    for folder, blocks, _ in groups:
        files |= {f"texts/{folder}/{number}.json": block for number, block in enumerate(blocks)}
    hidden = hidden_file(entries, salt)
    return Index(
        files,
        len(entries),
        listed,
        "".join(group_listed(folder, count) for folder, _, count in groups),
        added("facets/*.json", facets_of(entries)),
        added("hidden/*.json", hidden) if hidden else "",
        salt if hidden else "",
    )


def weigh_each(
    entries: Iterable[Entry], verbs: Iterable[str], aliases: Aliases, advance: Callable[[], None]
) -> Iterator[Mapping[str, float]]:
    for entry, forms in zip(entries, verbs, strict=True):
        yield weigh(entry, forms, aliases)
        advance()


def posted(weighed: Iterable[Mapping[str, float]]) -> Mapping[str, str]:
    """Each term with its postings, encoded; `weighed`: the terms of each entry."""
    postings: dict[str, Postings] = defaultdict(Postings)
    for number, weights in enumerate(weighed, 1):
        for term, weight in weights.items():
            postings[term].add(number, weight)
    return {term: str(encoded) for term, encoded in sorted(postings.items())}


def _texts(group: Sequence[Entry]) -> tuple[str, Sequence[bytes], int]:
    """The name of a group's folder, its files, and how many entries it has."""
    fragments = [fragment_of(entry) for entry in group]
    blocks = [_json(fragments[start : start + BLOCK]) for start in range(0, len(fragments), BLOCK)]
    return content_name(b"\n".join(blocks)), blocks, len(group)


def weigh(entry: Entry, verbs: str, aliases: Aliases) -> Mapping[str, float]:
    """Every term of an entry with its weight."""
    weights: dict[str, float] = defaultdict(float)
    factor = OF_A_SOURCE if entry.kind == "source" else 1.0

    def add(text: str, field_weight: float, *, initials: bool = False, consonants: bool = True) -> None:
        each = field_weight * factor
        for term, weight in terms_of(text, initials=initials, consonants=consonants):
            weights[term] += each * weight

    title = "\n".join(entry.title.values())
    add("\n".join((title, *entry.own_names)), TITLE, initials=True)
    add("\n".join(entry.named), NAMED, initials=True)
    lead, text = "\n".join(entry.lead.values()), "\n".join(entry.text.values())
    add(lead, LEAD)
    add(text, TEXT)
    add(verbs, VERB, consonants=False)
    add("\n".join(aliases.of(f"{title}\n{lead}\n{text}")), ALIAS)
    for sound in dict.fromkeys(sound for name in entry.people for sound in sounds_of_name(name)):
        weights[sound] = TITLE if entry.kind == "speaker" else NAMED
    return weights


def fragment_of(entry: Entry) -> Mapping[str, object]:
    """The part of an entry that a result shows, and the text for searches of an exact phrase."""
    texts = {
        language: _running_text("\n".join(filter(None, (entry.lead.get(language), entry.text.get(language)))))
        for language in LANGUAGES
    }
    fragment: dict[str, object] = {
        "kind": entry.kind,
        "path": entry.path,
        "title": entry.shown_title or entry.title,
        "text": {language: text for language, text in texts.items() if text},
    }
    names = dict.fromkeys((*entry.own_names, *entry.named, *entry.people))
    if names:
        fragment["names"] = "\n".join(names)
    if entry.date:
        fragment["date"] = {language: format_day(entry.date, language) for language in LANGUAGES}
        fragment["year"] = str(entry.date.year)
    if entry.status:
        fragment["status"] = entry.status
    if entry.mark:
        fragment["mark"] = entry.mark
    if entry.topics:
        fragment["topics"] = entry.topics
    return fragment


def _running_text(lines: str) -> str:
    """Lines as one text: ` · ` stands between lines that are no sentences."""
    return re.sub(r"(?<![.!?…])\n", " · ", lines).replace("\n", " ")


def facets_of(entries: Sequence[Entry]) -> Mapping[str, object]:
    """The facets that results are counted and filtered by: values, and each entry's indexes among them."""
    kinds = [kind for kind in ENTRY_KINDS if any(entry.kind == kind for entry in entries)]
    years = sorted({str(entry.date.year) for entry in entries if entry.date})
    statuses = sorted({entry.status for entry in entries if entry.status})
    topics = sorted({topic for entry in entries for topic in entry.topics})
    return {
        "kind": {"values": kinds, "of": [kinds.index(entry.kind) for entry in entries]},
        "year": {
            "values": years,
            "of": [years.index(str(entry.date.year)) if entry.date else -1 for entry in entries],
        },
        "status": {
            "values": statuses,
            "of": [statuses.index(entry.status) if entry.status else -1 for entry in entries],
        },
        "topic": {
            "values": topics,
            "of": [[topics.index(topic) for topic in entry.topics] for entry in entries],
        },
    }


def _shards(terms: Mapping[str, str], shards: int) -> Sequence[Mapping[str, str]]:
    """Every shard, empty ones too, since a missing file would count as lost."""
    filled: list[dict[str, str]] = [{} for _ in range(shards)]
    for term, encoded in terms.items():
        filled[shard_of(term, shards)][term] = encoded
    return filled


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
