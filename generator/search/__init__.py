"""Corpus → the search index: many small files, which a script in the browser asks for when it needs them.

That script is generator/theme/assets/search/.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Mapping, MutableMapping

from generator.corpus.corpus import Corpus
from generator.corpus.marks import MARKS
from generator.i18n.strings import Words
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.search.aliases import Aliases
from generator.search.entries import ENTRY_KINDS, Entry, entries_of
from generator.search.index import Index, build_index
from generator.search.verbs import forms_of_texts, is_installed, kept_key

SEARCH_FOLDER = "search"
"""The index's folder below the site's root, for both languages."""

BOX_WORDS = "words.json"
"""In that folder of each language: what the header's box says of what it found."""


def index_of(
    corpus: Corpus,
    kept: MutableMapping[str, str] | None = None,
    advance: Callable[[], None] = lambda: None,
) -> Index:
    """The index of everything that can be found.

    `kept`: forms of verbs, as `forms_of_texts` keeps them. `advance` is called twice for each entry: when its
    texts are there, and when its terms are.
    """
    entries = []
    for entry in entries_of(corpus):
        entries.append(entry)
        advance()
    aliases = Aliases([alias.words for alias in corpus.vocabulary.aliases])
    forms = forms_of_texts([korean_of(entry) for entry in entries], {} if kept is None else kept)
    return build_index(entries, forms, aliases, corpus.site.address, advance)


def find_forms(corpus: Corpus, kept: MutableMapping[str, str], ours: Callable[[str], bool]) -> None:
    """Adds to what is kept the forms of verbs that `index_of` asks for, of the texts whose keys are ours."""
    if is_installed():
        texts = map(korean_of, entries_of(corpus))
        forms_of_texts([text for text in texts if ours(kept_key(text))], kept)


def korean_of(entry: Entry) -> str:
    """All Korean text of an entry."""
    return "\n".join(text for words in (entry.title, entry.lead, entry.text) if (text := words.get("ko")))


def index_files(index: Index) -> Mapping[str, bytes]:
    """The index's files by their paths from the site's root."""
    return {f"{SEARCH_FOLDER}/{path}": content for path, content in index.files.items()}


def manifest(index: Index, corpus: Corpus, words: Words) -> bytes:
    """A language's search/search_index.json, which the theme's script loads: the index's files and labels."""
    own = f"/{LANGUAGE_FOLDERS[words.language]}{SEARCH_FOLDER}"
    folder = posixpath.relpath(f"/{SEARCH_FOLDER}", own) + "/"
    marks = {mark: words(key) for mark, key in MARKS.items()}
    labels: dict[str, object] = {
        "kind": {kind: words(f"kinds.{kind}") for kind in ENTRY_KINDS},
        "status": {status.id: status.label.best(words.language)[0] for status in corpus.shown_statuses},
        "mark": marks,
        "topic": {topic.id: topic.label.best(words.language)[0] for topic in corpus.shown_topics},
    }
    settings: dict[str, object] = {
        "language": words.language,
        "at": folder,
        "entries": index.entries,
        "terms": index.terms,
        "texts": index.texts,
        "facets": index.facets,
        "labels": labels,
    }
    if index.hidden:
        settings |= {"hidden": index.hidden, "salt": index.salt}
    return json.dumps({"config": {"index": settings}}, ensure_ascii=False, separators=(",", ":")).encode()


def words_of_box(corpus: Corpus, words: Words) -> bytes:
    """They stand in no page: the script of the box asks for them with the first words that somebody seeks."""
    said = {
        "every": words("theme.found.found", n="{n}"),
        "page": words("theme.found.page"),
        "some": words("theme.found.some", n="{n}", total="{total}"),
        "all": words("theme.found.all"),
        "corrected": words("theme.found.corrected", words="{words}"),
        "literal": words("theme.found.literal", literal="{literal}"),
        "missing": words("theme.found.missing"),
        "where": words("theme.found.where"),
        "topics": words("theme.found.topics") if corpus.has("topics") else "",
        "found": words("theme.found.counted", n="{n}"),
        "nothing": words("theme.found.none", words="{words}"),
        "searching": words("theme.found.searching"),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


__all__ = [
    "BOX_WORDS",
    "SEARCH_FOLDER",
    "Index",
    "find_forms",
    "index_files",
    "index_of",
    "manifest",
    "words_of_box",
]
