"""content/ → records: files read, strictly parsed and typed; all problems at once."""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ParamSpec, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.corpus.file_names import (
    CONTENT_FOLDERS,
    wrong_name_in_content,
    wrong_page_name,
    wrong_record_name,
)
from generator.corpus.files import file_names, visible_entries
from generator.corpus.kept_records import KeptRecords
from generator.corpus.model_errors import problems_of
from generator.corpus.signs import wrong_signs
from generator.models import RECORD_KINDS, Language, Record, Site, Vocabulary
from generator.models.content import Content, ProsePage
from generator.models.model import Model
from generator.models.texts import LONGEST_LINE
from generator.models.withdrawn import WITHDRAWN_PATH, TakenOut, WithdrawnList
from generator.parsing.characters import forbidden_characters
from generator.parsing.commonmark import first_forbidden
from generator.parsing.encoding import decoded
from generator.parsing.messages import Message, message
from generator.parsing.problems import MOST_PROBLEMS_IN_ALL, Problem, Problems
from generator.parsing.yaml_parser import Document, Tree, parse_yaml

LARGEST = 300_000
"""Bytes in a record's file: thirty times those of a one-day forum."""
LONGEST_PAGE = 50_000
"""Characters in a prose page."""

AnyModel = TypeVar("AnyModel", bound=Model)
_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


def read_content(
    folder: Path, advance: Callable[[], None] = lambda: None, kept: KeptRecords | None = None
) -> tuple[Content | None, list[Problem]]:
    """The content of the folder, which messages call content/, and all problems.

    Invalid records are left out, so that the rest can still be checked; without site and vocabulary nothing
    can be, and there is no content. `advance`: a progress callback, called after each record.
    `kept`: the records of an earlier run, which need no reading again; those of this run are added.
    """
    kept = kept or KeptRecords()
    if folder.is_symlink():
        return None, [Problem("content", 1, 1, "", message("folder.link"))]
    if not folder.is_dir():
        return None, [Problem("content", 1, 1, "", message("folder.missing"))]
    problems = list(_unknown_names(folder))
    site = _collecting_problems(problems, read_model, folder / "site.yml", "content/site.yml", Site)
    vocabulary = _collecting_problems(
        problems, read_model, folder / "vocabulary.yml", "content/vocabulary.yml", Vocabulary
    )
    records: dict[str, dict[str, Record]] = {}
    unread: set[tuple[str, str]] = set()
    for kind in RECORD_KINDS:
        records[kind] = {}
        for path in _record_files(folder / kind, problems):
            if record := _collecting_problems(problems, read_record, path, kind, kept):
                records[kind][record.id] = record
            else:
                unread.add((kind, path.stem))
            advance()
    withdrawn = _collecting_problems(problems, read_withdrawn, folder / "withdrawn.yml")
    pages = tuple(_prose_pages(folder / "pages", problems))
    files = file_names(folder / "files", problems)
    unread |= {("pages", path.name.partition(".")[0]) for path in visible_entries(folder / "pages")}
    if site:
        problems += wrong_signs(site, files, folder / "files")
    if site is None or vocabulary is None or len(problems) > MOST_PROBLEMS_IN_ALL:
        return None, problems
    taken_out, missing = withdrawn or (), frozenset(unread)
    return Content(site, vocabulary, records, pages, files, missing, taken_out, kept.digests), problems


def read_record(path: Path, kind: str, kept: KeptRecords | None = None) -> Record:
    """The record of content/KIND/ID.yml, or the same as an earlier run read it."""
    display_path = f"content/{kind}/{path.name}"
    raw = read_bytes(path, display_path)
    if kept and (known := kept.find(kind, path.stem, raw)):
        return known
    document = parse_yaml(decoded(raw, display_path), display_path)
    record = as_model(document, display_path, RECORD_KINDS[kind], {"id": path.stem})
    if kept:
        kept.add(record, raw)
    return record


def read_model(
    path: Path, display_path: str, model: type[AnyModel], from_name: Mapping[str, str] | None = None
) -> AnyModel:
    """The file as a model, with the fields that its name gives; messages call it `display_path`."""
    return as_model(read_document(path, display_path), display_path, model, from_name)


def as_model(
    document: Document, display_path: str, model: type[AnyModel], from_name: Mapping[str, str] | None = None
) -> AnyModel:
    """A parsed file as a model."""
    if not isinstance(document.tree, dict):
        raise Problems([Problem(display_path, 1, 1, "", message("field.none_found"))])
    if from_name and (repeated := from_name.keys() & document.tree.keys()):
        place = document.place_of((min(repeated),))
        taken = message("field.id_in_file")
        raise Problems([Problem(display_path, place.line, place.column, min(repeated), taken)])
    try:
        return model.model_validate({**document.tree, **(from_name or {})})
    except ValidationError as error:
        raise Problems(problems_of(error, model, document, display_path)) from None


def read_withdrawn(path: Path) -> tuple[TakenOut, ...]:
    """What content/withdrawn.yml lists; nothing without such a file, or if it has comments alone."""
    if not path.exists() and not path.is_symlink():
        return ()
    text = read_text(path, WITHDRAWN_PATH)
    if all(line.startswith("#") for line in map(str.strip, text.splitlines()) if line):
        return ()
    document = parse_yaml(text, WITHDRAWN_PATH)
    if not isinstance(document.tree, list):
        raise Problems([Problem(WITHDRAWN_PATH, 1, 1, "", message("withdrawn.list"))])
    try:
        return _WITHDRAWN.validate_python(document.tree)
    except ValidationError as error:
        raise Problems(problems_of(error, TakenOut, document, WITHDRAWN_PATH)) from None


_WITHDRAWN: TypeAdapter[tuple[TakenOut, ...]] = TypeAdapter(WithdrawnList)


def read_document(path: Path, display_path: str) -> Document:
    """The file as YAML, not yet typed."""
    return parse_yaml(read_text(path, display_path), display_path)


def read_text(path: Path, display_path: str) -> str:
    """An ordinary UTF-8 file of at most LARGEST bytes, with or without a byte-order mark, as text."""
    return decoded(read_bytes(path, display_path), display_path)


def read_bytes(path: Path, display_path: str) -> bytes:
    """The bytes of an ordinary file, LARGEST at most."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise _unreadable(display_path, message("file.missing")) from None
    if stat.S_ISLNK(status.st_mode):
        raise _unreadable(display_path, message("file.link"))
    if not stat.S_ISREG(status.st_mode):
        raise _unreadable(display_path, message("file.not_ordinary"))
    if status.st_size > LARGEST:
        raise _unreadable(display_path, message("file.large", size=status.st_size, most=LARGEST))
    try:
        return path.read_bytes()
    except OSError as error:
        reason = message("file.unreadable", error=error.strerror or "")
        raise _unreadable(display_path, reason) from None


def read_trees(folder: Path) -> Iterator[tuple[str, str, Tree]]:
    """Folder, id and tree of every file that can be parsed, records that are invalid included."""
    for path in (
        folder / "vocabulary.yml",
        *(path for kind in RECORD_KINDS for path in visible_entries(folder / kind)),
    ):
        kind = "" if path.parent == folder else path.parent.name
        if path.suffix == ".yml" and (document := _collecting_problems([], read_document, path, path.name)):
            yield kind, path.stem, document.tree


def _unreadable(display_path: str, reason: Message) -> Problems:
    return Problems([Problem(display_path, 1, 1, "", reason)])


def _collecting_problems(
    problems: list[Problem],
    read: Callable[_Parameters, _Result],
    *arguments: _Parameters.args,
    **keywords: _Parameters.kwargs,
) -> _Result | None:
    """The function's result, or None and its problems added to the others; not called once they are many."""
    if len(problems) > MOST_PROBLEMS_IN_ALL:
        return None
    try:
        return read(*arguments, **keywords)
    except Problems as error:
        problems.extend(error.problems)
        return None


def _unknown_names(folder: Path) -> Iterator[Problem]:
    """In content/ lie site.yml, vocabulary.yml, a folder for each kind of record, pages and files."""
    for path in sorted(folder.iterdir()):
        display_path = f"content/{path.name}"
        if path.name in CONTENT_FOLDERS and (path.is_symlink() or not path.is_dir()):
            yield Problem(
                display_path, 1, 1, "", message("folder.link" if path.is_symlink() else "folder.file")
            )
        elif misplaced := wrong_name_in_content(path.name):
            yield Problem(display_path, 1, 1, "", misplaced)


def _record_files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """A record is a file ID.yml; every other name is a problem."""
    paths = visible_entries(folder)
    names = {path.name for path in paths}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            wrong: Message | None = message("folder.among_records")
        else:
            wrong = wrong_record_name(path.name, folder.name, names)
        if wrong:
            problems.append(Problem(f"content/{folder.name}/{path.name}", 1, 1, "", wrong))
        else:
            yield path


def _prose_pages(folder: Path, problems: list[Problem]) -> Iterator[ProsePage]:
    """A page is a file NAME.ko.md or NAME.en.md that begins with '# ' and its title."""
    for path in visible_entries(folder):
        display_path = f"content/pages/{path.name}"
        name, _, suffix = path.name.removesuffix(".md").partition(".")
        language: Language = "ko" if suffix == "ko" else "en"
        if wrong := wrong_page_name(path.name):
            problems.append(Problem(display_path, 1, 1, "", wrong))
        elif page := _collecting_problems(problems, _read_prose_page, path, display_path, name, language):
            yield page


def _read_prose_page(path: Path, display_path: str, name: str, language: Language) -> ProsePage:
    raw = read_text(path, display_path)
    problems = list(forbidden_characters(raw, display_path))
    if problems:
        raise Problems(problems)
    normalised = unicodedata.normalize("NFC", raw)
    blank_lines = len(normalised) - len(normalised.lstrip("\n"))
    first, _, text = normalised[blank_lines:].partition("\n")
    title = first.removeprefix("# ").strip()
    if not first.startswith("# ") or not title:
        problems.append(Problem(display_path, blank_lines + 1, 1, "", message("page.no_title")))
    if max(len(title) - LONGEST_LINE, len(text) - LONGEST_PAGE) > 0:
        long = message("page.long", title=LONGEST_LINE, page=LONGEST_PAGE)
        problems.append(Problem(display_path, blank_lines + 1, 1, "", long))
    elif forbidden := first_forbidden(text, headings=True):
        line, reason = forbidden
        problems.append(Problem(display_path, blank_lines + 1 + line, 1, "", reason))
    if problems:
        raise Problems(problems)
    return ProsePage(name, language, title, text, display_path)
