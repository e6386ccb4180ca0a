"""A page of Markdown as it lies below build/docs/, and what was asked to make it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.corpus.watched import AnswerDigests
from generator.output.atomic_write import replace_file
from generator.output.file_state import FileState, WrittenFile, written_file
from generator.output.generated_folder import has_content
from generator.output.kept import Kept
from generator.pages import Page

OF_RECORDS = "pages of records"
"""The kind of what is kept of the pages of records."""

TEXTS = "texts"
"""Stands for the plain texts beside the pages of both languages."""

ID = 8
"""Bytes by which a question is named."""


@dataclass(frozen=True)
class PageFile:
    """A page that was written."""

    path: str
    """From the language's root."""
    title: str
    """In words."""
    file: WrittenFile
    updated: str | None
    is_listed: bool
    """Whether search engines are told of it."""

    def is_whole(self, folder: Path) -> bool:
        """Whether the file is still as it was written."""
        return self.file.is_whole(folder / self.path)


def write_page(folder: Path, page: Page[object], title: str, markdown: bytes) -> PageFile:
    """Writes the page, unless it is there with these bytes; several processes may do so at once."""
    return PageFile(
        page.path,
        title,
        write_if_new(folder / page.path, markdown),
        page.updated.numeric if page.updated else None,
        not (page.is_unlisted or page.redirect),
    )


def write_plain(folder: Path, path: str, content: bytes) -> PageFile:
    """Writes a text beside the pages in the same way."""
    return PageFile(path, "", write_if_new(folder / path, content), None, False)


def write_if_new(path: Path, content: bytes) -> WrittenFile:
    if not has_content(path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content, f".unfinished-{os.getpid()}")
    return written_file(path, content)


@dataclass(frozen=True)
class MadeOf:
    """Pages that belong together, and the questions that they answer."""

    questions: tuple[bytes, ...]
    answers: bytes
    pages: Mapping[str, tuple[PageFile, ...]]
    """Language → its pages; TEXTS → the plain text, if there is one."""


def question_id(question: bytes) -> bytes:
    return blake2b(question, digest_size=ID).digest()


def questions_of(kind: str) -> str:
    """The kind of what is kept of the questions that pages of a kind answer."""
    return f"questions of {kind}"


class KeptPages:
    """Pages as an earlier build wrote them, while their questions are answered alike."""

    def __init__(self, kept: Kept, program: str, answers: AnswerDigests, kind: str = OF_RECORDS) -> None:
        """`kept`: where an earlier build noted its pages. `program`: what all pages depend on."""
        self._kind, self._kind_of_questions = kind, questions_of(kind)
        self.answers = answers
        self._kept = kept
        self._program = program
        self._made, self._made_now = kept.read(self._kind), dict[str, bytes]()
        self._questions, self._asked_now = kept.read(self._kind_of_questions), dict[str, bytes]()

    def find(
        self, key: str, folders: Mapping[str, Path], also: str = ""
    ) -> Mapping[str, tuple[PageFile, ...]] | None:
        """The pages, if they would be the same today and lie in their folders unchanged.

        `also`: what they depend on beside the program and the answers to what was asked.
        """
        value = self._made.get(key)
        if value is None:
            return None
        noted = json.loads(value)
        if noted["program"] != f"{self._program}{also}":
            return None
        asked = bytes.fromhex(noted["asked"])
        ids = [asked[at : at + ID].hex() for at in range(0, len(asked), ID)]
        questions = [self._questions.get(one) for one in ids]
        known = [question for question in questions if question is not None]
        if len(known) < len(ids) or (known and self.answers.digest_of_all(known).hex() != noted["answers"]):
            return None
        pages = noted_pages(noted)
        if not all(page.is_whole(folders[name]) for name, files in pages.items() for page in files):
            return None
        self._made_now[key] = value
        self._asked_now.update(zip(ids, known, strict=True))
        return pages

    def add(self, key: str, made: MadeOf, also: str = "") -> None:
        """Pages that were made now."""
        ids = {question_id(question).hex(): question for question in made.questions}
        self._asked_now.update(ids)
        noted = {
            "program": f"{self._program}{also}",
            "asked": "".join(ids),
            "answers": made.answers.hex(),
            "pages": {name: [asdict(page) for page in files] for name, files in made.pages.items()},
        }
        self._made_now[key] = json.dumps(noted, ensure_ascii=False).encode()

    @property
    def values(self) -> Mapping[str, Mapping[str, bytes]]:
        """Kind → what is kept of all that was found or added."""
        return {self._kind: self._made_now, self._kind_of_questions: self._asked_now}

    def save_beside_others(self) -> None:
        """The next build is to find the pages of this one, and what it found before."""
        if self._made.keys() - self._made_now.keys():
            self._kept.add(self._kind_of_questions, self._asked_now)
        else:
            self._kept.write(self._kind_of_questions, self._asked_now)
        self._kept.add(self._kind, self._made_now)

    def save(self) -> None:
        """The next build is to find the pages of this one, and no others."""
        self._kept.write(self._kind_of_questions, self._asked_now)
        self._kept.write(self._kind, self._made_now)


def noted_pages(noted: Mapping[str, Any]) -> Mapping[str, tuple[PageFile, ...]]:
    """The pages of something that is kept, read from its JSON."""
    return {name: tuple(map(_noted_page, files)) for name, files in noted["pages"].items()}


def _noted_page(noted: dict[str, Any]) -> PageFile:
    file = noted.pop("file")
    return PageFile(**noted, file=WrittenFile(FileState(**file["state"]), file["digest"]))


def titles_of(pages: Iterable[PageFile]) -> dict[str, str]:
    """Path → title."""
    return {page.path: page.title for page in pages}
