"""A page of Markdown as it lies below build/docs/, and what was asked to make it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from generator.corpus.watched import Answers
from generator.output.atomic_write import replace_file
from generator.output.file_state import FileState, state_of
from generator.output.generated_folder import has_content
from generator.output.kept import Kept
from generator.pages import Page

PAGES, QUESTIONS = "pages", "questions"
"""The kinds of what is kept."""

ID = 8
"""Bytes by which a question is named."""


@dataclass(frozen=True)
class PageFile:
    """A page that was written."""

    path: str
    """From the language's root."""
    title: str
    """In words."""
    digest: str
    """Of its Markdown."""
    state: FileState
    updated: str | None
    is_listed: bool
    """Whether search engines are told of it."""

    def is_whole(self, folder: Path) -> bool:
        """Whether the file is still as it was written."""
        return state_of(folder / self.path) == self.state


def write_page(folder: Path, page: Page[object], title: str, markdown: bytes) -> PageFile:
    """Writes the page, unless it is there with these bytes; several processes may do so at once."""
    path = folder / page.path
    if not has_content(path, markdown):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, markdown, f".unfinished-{os.getpid()}")
    state = state_of(path)
    if state is None:
        raise FileNotFoundError(path)
    return PageFile(
        page.path,
        title,
        blake2b(markdown, digest_size=16).hexdigest(),
        state,
        page.updated.numeric if page.updated else None,
        not (page.is_unlisted or page.redirect),
    )


@dataclass(frozen=True)
class MadeOf:
    """Pages that belong together, and the questions that they answer."""

    questions: tuple[bytes, ...]
    answers: bytes
    pages: tuple[PageFile, ...]


def question_id(question: bytes) -> bytes:
    return blake2b(question, digest_size=ID).digest()


class KeptPages:
    """The pages of each record as an earlier build wrote them, while their questions are answered alike."""

    def __init__(self, kept: Kept, program: str, answers: Answers) -> None:
        """`kept`: where an earlier build noted its pages. `program`: what all pages depend on."""
        self.answers = answers
        self._kept = kept
        self._program = program
        self._made, self._made_now = kept.read(PAGES), dict[str, bytes]()
        self._questions, self._asked_now = kept.read(QUESTIONS), dict[str, bytes]()

    def find(self, key: str, folder: Path) -> tuple[PageFile, ...] | None:
        """The pages, if they would be the same today and lie in the folder unchanged."""
        value = self._made.get(key)
        if value is None:
            return None
        noted = json.loads(value)
        if noted["program"] != self._program:
            return None
        asked = bytes.fromhex(noted["asked"])
        ids = [asked[at : at + ID].hex() for at in range(0, len(asked), ID)]
        questions = [self._questions.get(one) for one in ids]
        known = [question for question in questions if question is not None]
        if len(known) < len(ids) or self.answers.digest_of_all(known).hex() != noted["answers"]:
            return None
        pages = tuple(PageFile(**{**page, "state": FileState(**page["state"])}) for page in noted["pages"])
        if not all(page.is_whole(folder) for page in pages):
            return None
        self._made_now[key] = value
        self._asked_now.update(zip(ids, known, strict=True))
        return pages

    def add(self, key: str, made: MadeOf) -> None:
        """Pages that were made now."""
        ids = {question_id(question).hex(): question for question in made.questions}
        self._asked_now.update(ids)
        noted = {
            "program": self._program,
            "asked": "".join(ids),
            "answers": made.answers.hex(),
            "pages": [asdict(page) for page in made.pages],
        }
        self._made_now[key] = json.dumps(noted, ensure_ascii=False).encode()

    def save(self) -> None:
        """The next build is to find the pages of this one, and no others."""
        self._kept.write(QUESTIONS, self._asked_now)
        self._kept.write(PAGES, self._made_now)


def titles_of(pages: Iterable[PageFile]) -> dict[str, str]:
    """Path → title."""
    return {page.path: page.title for page in pages}
