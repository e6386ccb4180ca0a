"""A corpus that notes what is asked of it, so that one knows later whether what was made of it still holds.

Build systems call such notes verifying traces: a page is made of the answers to some questions, and holds
while they have the same answers.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from hashlib import blake2b
from types import MethodType
from typing import Any, cast

from generator.corpus.corpus import Corpus
from generator.corpus.words import WordIndexes
from generator.models import Record
from generator.models.model import Model
from generator.parsing.restricted_pickle import RestrictedUnpickler

_DIGEST = 16
"""Bytes of the digests of questions and answers."""

SETTLED = frozenset(
    {"site", "vocabulary", "kinds", "has", "shown_topics", "shown_statuses", "is_previewed"}
    | {name for name in vars(WordIndexes) if not name.startswith("_")}
)
"""What site.yml and vocabulary.yml say: whoever keeps answers begins anew when one of these files changes."""

MADE = "made"
"""The question whether a file is made beside the pages."""

HOW_MANY = "how many"
"""The question how many records an index holds."""

ANY = "any"
"""The question whether it holds one at all."""

NO_ANSWER = b"no answer"


class AnswerDigests:
    """The digests of a corpus's answers, each found once."""

    def __init__(self, corpus: Corpus, made: Container[str] = ()) -> None:
        """`made`: the optional files that this build makes, by path from the site's root."""
        self.corpus = corpus
        self.made = made
        self._digests: dict[bytes, bytes] = {}

    def digest(self, question: bytes) -> bytes:
        """The digest of the answer to a question, as `Watched` noted it."""
        known = self._digests.get(question)
        if known is None:
            known = self._digests[question] = self._ask(question)
        return known

    def digest_of_all(self, questions: Iterable[bytes]) -> bytes:
        """The digest of all answers, in the order of the questions."""
        return blake2b(b"".join(map(self.digest, questions)), digest_size=_DIGEST).digest()

    def _ask(self, question: bytes) -> bytes:
        try:
            name, arguments = _Reader(io.BytesIO(question), self.corpus).load()
            if name == MADE:
                return _yes_or_no(arguments[0] in self.made)
            if name == HOW_MANY:
                return str(len(getattr(self.corpus, arguments[0]))).encode()
            if name == ANY:
                return _yes_or_no(bool(getattr(self.corpus, arguments[0])))
            value = getattr(self.corpus, name)
            if isinstance(value, MethodType):
                value = value(*arguments)
            elif arguments:
                value = value.get(arguments[0])
            return digest_of(value, self.corpus)
        except (LookupError, AttributeError, pickle.UnpicklingError):  # what was asked for is gone
            return NO_ANSWER


def _yes_or_no(answer: bool) -> bytes:
    return b"yes" if answer else b"no"


class Watched:
    """A corpus to make one thing of: it answers as the corpus does, and notes every question.

    It stands in for a Corpus: `watched.corpus` is typed as one.
    """

    def __init__(self, answers: AnswerDigests) -> None:
        self._corpus = answers.corpus
        self._made = answers.made
        self._asked: dict[bytes, None] = {}

    @property
    def corpus(self) -> Corpus:
        return cast(Corpus, self)

    @property
    def questions(self) -> tuple[bytes, ...]:
        """Each question that was asked, once."""
        return tuple(self._asked)

    def __getattr__(self, name: str) -> object:
        value = getattr(self._corpus, name)
        if name in SETTLED:
            return value
        if isinstance(value, MethodType):
            return partial(self._call, name, value)
        if isinstance(value, Mapping):
            return _WatchedMapping(self, name, value)
        self.note(name)
        return tuple(value) if isinstance(value, Iterator) else value

    def _call(self, name: str, method: MethodType, *arguments: object) -> object:
        given = [tuple(one) if isinstance(one, Iterator) else one for one in arguments]
        self.note(name, *given)
        return method(*given)

    def record(self, record: Record) -> Record:
        """A record of the corpus, which counts as asked for."""
        self.note(record.folder, record.id)
        return record

    def note(self, name: str, *arguments: object) -> None:
        question = io.BytesIO()
        _Writer(question).dump((name, arguments))
        self._asked[question.getvalue()] = None

    def __contains__(self, path: object) -> bool:
        """Whether a file is made beside the pages."""
        self.note(MADE, path)
        return path in self._made


class _WatchedMapping(Mapping[Any, Any]):
    """An index of a corpus: a question asks for one key, for all, or how many there are."""

    def __init__(self, watched: Watched, name: str, index: Mapping[Any, Any]) -> None:
        self._watched = watched
        self._name = name
        self._index = index

    def __getitem__(self, key: object) -> object:
        self._watched.note(self._name, key)
        return self._index[key]

    def __contains__(self, key: object) -> bool:
        self._watched.note(self._name, key)
        return key in self._index

    def get(self, key: object, default: object = None) -> object:
        self._watched.note(self._name, key)
        return self._index.get(key, default)

    def __iter__(self) -> Iterator[object]:
        self._watched.note(self._name)
        return iter(self._index)

    def __len__(self) -> int:
        self._watched.note(HOW_MANY, self._name)
        return len(self._index)

    def __bool__(self) -> bool:
        self._watched.note(ANY, self._name)
        return bool(self._index)


class _Writer(pickle.Pickler):
    """Writes questions: a record is named by its folder and id."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, 5)

    def persistent_id(self, value: object) -> tuple[str, str] | None:
        return (value.folder, value.id) if isinstance(value, Record) else None


class _Reader(RestrictedUnpickler):
    """Reads questions about a corpus; of a record that is gone it raises KeyError."""

    def __init__(self, file: io.BytesIO, corpus: Corpus) -> None:
        super().__init__(file)
        self._corpus = corpus

    def persistent_load(self, named: tuple[str, str]) -> Record:
        folder, key = named
        return self._corpus.by_kind[folder][key]


def digest_of(value: object, corpus: Corpus) -> bytes:
    """The digest of an answer: equal values have the same one, in every process."""
    written = io.BytesIO()
    writer = _ValueWriter(written, corpus)
    if isinstance(value, (set, frozenset)):
        value = sorted(value)
    elif isinstance(value, Iterator):
        value = tuple(value)
    writer.dump(value)
    return blake2b(written.getvalue(), digest_size=_DIGEST).digest()


class _ValueWriter(pickle.Pickler):
    """Writes answers, and plans of pages, to be hashed.

    A record is written as the digest of its file, another model as its fields.

    Pickled whole they would hold the names of the fields that were set, in another order in each process.
    """

    def __init__(self, file: io.BytesIO, corpus: Corpus) -> None:
        super().__init__(file, 5)
        self.fast = True  # no memo: whether two equal texts are one object does not show
        self._corpus = corpus

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - what pickle asks for
        if isinstance(value, Record):
            return str, (f"{value.folder}/{value.id} {self._corpus.digest_of(value)}",)
        if isinstance(value, Model):
            return tuple, ((type(value).__name__, value.__dict__),)
        return NotImplemented
