"""content/ → records: files read, strictly parsed and typed; all problems at once."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ParamSpec, TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from generator.corpus.files import file_names, visible_entries
from generator.corpus.model_errors import problems_of
from generator.models import LANGUAGES, RECORD_KINDS, Language, Record, Site, Vocabulary
from generator.models.content import Content, ProsePage
from generator.models.ids import ID_PATTERN, LONGEST_ID, as_id
from generator.models.values import LONGEST_LINE, Model
from generator.parsing.characters import forbidden_characters
from generator.parsing.commonmark import first_forbidden
from generator.parsing.encoding import decoded
from generator.parsing.file_names import device_of
from generator.parsing.problems import MOST_PROBLEMS_IN_ALL, Problem, Problems, suggestion
from generator.parsing.yaml_parser import Document, parse_yaml

LARGEST = 300_000
"""Bytes in a record's file: thirty times those of a one-day forum."""
LONGEST_PAGE = 50_000
"""Characters in a prose page."""

AnyModel = TypeVar("AnyModel", bound=Model)
_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


def read_content(
    folder: Path, advance: Callable[[], None] = lambda: None
) -> tuple[Content | None, list[Problem]]:
    """The content of the folder, which messages call content/, and all problems.

    Invalid records are left out, so that the rest can still be checked; without site and vocabulary nothing
    can be, and there is no content. `advance`: a progress callback, called after each record.
    """
    if folder.is_symlink():
        return None, [Problem("content", 1, 1, "", "this is a symbolic link; put the folder itself here")]
    if not folder.is_dir():
        return None, [Problem("content", 1, 1, "", "the folder is missing; run this where content/ lies")]
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
            if record := _collecting_problems(problems, read_record, path, kind):
                records[kind][record.id] = record
            else:
                unread.add((kind, path.stem))
            advance()
    pages = tuple(_prose_pages(folder / "pages", problems))
    files = file_names(folder / "files", problems)
    unread |= {("pages", path.name.partition(".")[0]) for path in visible_entries(folder / "pages")}
    if site is None or vocabulary is None or len(problems) > MOST_PROBLEMS_IN_ALL:
        return None, problems
    return Content(site, vocabulary, records, pages, files, frozenset(unread)), problems


def read_record(path: Path, kind: str) -> Record:
    """The record of content/KIND/ID.yml."""
    return read_model(path, f"content/{kind}/{path.name}", RECORD_KINDS[kind], {"id": path.stem})


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
        raise Problems(
            [Problem(display_path, 1, 1, "", "fields belong here, each on a line as 'name: …'; found none")]
        )
    if from_name and (repeated := from_name.keys() & document.tree.keys()):
        place = document.place_of((min(repeated),))
        message = "the file's name is the id; delete this line (and rename the file to change the id)"
        raise Problems([Problem(display_path, place.line, place.column, min(repeated), message)])
    try:
        return model.model_validate({**document.tree, **(from_name or {})})
    except ValidationError as error:
        raise Problems(problems_of(error, model, document, display_path)) from None


def read_document(path: Path, display_path: str) -> Document:
    """The file as YAML, not yet typed."""
    return parse_yaml(read_text(path, display_path), display_path)


def read_text(path: Path, display_path: str) -> str:
    """An ordinary UTF-8 file of at most LARGEST bytes, with or without a byte-order mark, as text."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise _unreadable(display_path, "the file is missing; write it") from None
    if stat.S_ISLNK(status.st_mode):
        raise _unreadable(display_path, "the file is a symbolic link; put the file itself here")
    if not stat.S_ISREG(status.st_mode):
        raise _unreadable(display_path, "this is not an ordinary file; remove it")
    if status.st_size > LARGEST:
        raise _unreadable(
            display_path, f"the file has {status.st_size:,} bytes, {LARGEST:,} are allowed; split it"
        )
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _unreadable(
            display_path, f"the file cannot be read ({error.strerror}); allow it to be read"
        ) from None
    return decoded(raw, display_path)


def _unreadable(display_path: str, message: str) -> Problems:
    return Problems([Problem(display_path, 1, 1, "", message)])


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
    folders = (*RECORD_KINDS, "pages", "files")
    known = (*folders, "site.yml", "vocabulary.yml")
    for path in sorted(folder.iterdir()):
        display_path = f"content/{path.name}"
        if path.name in folders and (path.is_symlink() or not path.is_dir()):
            kind = "a symbolic link" if path.is_symlink() else "a file"
            yield Problem(display_path, 1, 1, "", f"this is {kind}; put the folder itself here")
        elif path.name not in known and not path.name.startswith("."):
            hint = suggestion(path.name, known) or f"; known are {', '.join(known)}"
            yield Problem(display_path, 1, 1, "", f"'{path.name}' has no place in content/{hint}")


def _record_files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """A record is a file ID.yml; every other name is a problem."""
    paths = visible_entries(folder)
    names = {path.name for path in paths}
    for path in paths:
        if message := _wrong_name(path, names):
            problems.append(Problem(f"content/{folder.name}/{path.name}", 1, 1, "", message))
        else:
            yield path


def _wrong_name(path: Path, names: set[str]) -> str | None:
    if path.is_dir() and not path.is_symlink():
        return "a folder cannot stand here; put the records themselves into the folder above"
    record = f"{path.stem}.yml"
    if path.suffix != ".yml" and record in names:
        return f"content/{path.parent.name}/{record} has the same id; delete or rename one of the two"
    if path.suffix != ".yml":
        return f"'{path.name}' is not a record; name it '{record}' or move it to content/files/"
    folded = unicodedata.normalize("NFKC", path.name).casefold()
    if path.name != folded and folded in names:
        other = f"content/{path.parent.name}/{folded}"
        return f"'{path.stem}' differs from {other} only by case or Unicode form; delete or rename one"
    try:
        as_id(path.stem)
    except PydanticCustomError as error:
        return error.message()
    return None


def _prose_pages(folder: Path, problems: list[Problem]) -> Iterator[ProsePage]:
    """A page is a file NAME.ko.md or NAME.en.md that begins with '# ' and its title."""
    for path in visible_entries(folder):
        display_path = f"content/pages/{path.name}"
        name, _, language = path.name.removesuffix(".md").partition(".")
        if path.suffix != ".md" or language not in LANGUAGES or not re.fullmatch(ID_PATTERN, name):
            message = f"'{path.name}' is not a page; name it NAME.ko.md or NAME.en.md"
            problems.append(Problem(display_path, 1, 1, "", message))
        elif len(name) > LONGEST_ID or device_of(name):
            message = f"'{name}' is too long, or a name that Windows keeps for itself; choose another name"
            problems.append(Problem(display_path, 1, 1, "", message))
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
        message = "a page begins with its title; write '# ' and the title first"
        problems.append(Problem(display_path, blank_lines + 1, 1, "", message))
    if max(len(title) - LONGEST_LINE, len(text) - LONGEST_PAGE) > 0:
        message = f"a title has at most {LONGEST_LINE:,} characters and a page {LONGEST_PAGE:,}; shorten it"
        problems.append(Problem(display_path, blank_lines + 1, 1, "", message))
    elif forbidden := first_forbidden(text, headings=True):
        line, message = forbidden
        problems.append(Problem(display_path, blank_lines + 1 + line, 1, "", message))
    if problems:
        raise Problems(problems)
    return ProsePage(name, language, title, text, display_path)
