"""The names of files in content/: what is a record, what is a page, and what to do with anything else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from posixpath import splitext

from pydantic_core import PydanticCustomError

from generator.corpus.korean_keys import FOLDERS_AS_WRITTEN, LANGUAGES_AS_WRITTEN
from generator.models import LANGUAGES, RECORD_KINDS
from generator.models.ids import ID_PATTERN, LONGEST_ID, as_id
from generator.models.kinds import KIND_FOLDERS
from generator.models.model import reason_of
from generator.parsing.file_names import device_of, is_left_behind
from generator.parsing.messages import Message, message
from generator.parsing.problems import suggestion

CONTENT_FOLDERS = (*RECORD_KINDS, "pages", "files")
_KNOWN = (*CONTENT_FOLDERS, "site.yml", "vocabulary.yml", "withdrawn.yml")

_NO_RECORDS: Mapping[str, str] = {
    **dict.fromkeys(["xlsx", "xls", "xlsm", "ods", "csv", "tsv", "numbers", "cell"], "kind.spreadsheet"),
    **dict.fromkeys(["hwp", "hwpx", "doc", "docx", "odt", "rtf", "pdf", "pages"], "kind.document"),
    **dict.fromkeys(["ppt", "pptx", "odp", "key", "show"], "kind.slides"),
    **dict.fromkeys(["jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "tif", "tiff"], "kind.picture"),
    **dict.fromkeys(["mp3", "m4a", "wav", "mp4", "mov", "avi", "webm"], "kind.recording"),
    **dict.fromkeys(["zip", "7z", "alz", "egg", "rar", "gz"], "kind.archive"),
}
"""Endings of files that are no texts → what they are."""
_ADDED = re.compile(r"(\.(ya?ml|txt|text|md|bak|backup|orig|old|tmp|swp|sav))+~?$|~$", re.IGNORECASE)
"""Endings that editors and systems add, or hide."""
_COPY = re.compile(r"(?P<of>.+?)( ?\(\d+\)|(?: ?[-–_] ?| )(?:복사본|사본|copy|Copy)( ?\(?\d+\)?)?)")


def wrong_name_in_content(name: str) -> Message | None:
    """In content/ lie site.yml, vocabulary.yml, a folder for each kind of record, pages and files."""
    if name in _KNOWN or is_left_behind(name):
        return None
    if what := _what_it_is(name):
        return message("file.no_text_here", name=name, what=message(what))
    meant = FOLDERS_AS_WRITTEN.get(unicodedata.normalize("NFC", name))
    remedy = message("remedy.mean", word=meant) if meant else suggestion(name, _KNOWN)
    return message(
        "file.no_place", name=name, remedy=remedy or message("remedy.known", known=", ".join(_KNOWN))
    )


def wrong_record_name(name: str, folder: str, names: Collection[str]) -> Message | None:
    """A record is a file ID.yml; `names` are those of all files in its folder."""
    stem, ending = splitext(name)
    plain = _ADDED.sub("", name)
    if ending != ".yml" or plain != stem:
        return _wrong_ending(name, plain, folder, names)
    folded = unicodedata.normalize("NFKC", name).casefold()
    if name != folded and folded in names:
        return message("file.alike", stem=stem, other=f"content/{folder}/{folded}")
    if (copy := _COPY.fullmatch(stem)) and f"{copy['of']}.yml" in names:
        return message("file.copy", name=name, other=f"{copy['of']}.yml")
    return _wrong_id(stem)


def _wrong_ending(name: str, plain: str, folder: str, names: Collection[str]) -> Message:
    record = f"{plain}.yml"
    kind = next(kind for kind, of_kind in KIND_FOLDERS.items() if of_kind == folder)
    if what := _what_it_is(name):
        return message("file.no_text", name=name, what=message(what), kind=kind)
    if plain == name:  # an ending that nobody adds, or none
        record = f"{splitext(name)[0]}.yml"
    if record in names:
        return message("file.same_id", record=f"content/{folder}/{record}")
    if _wrong_id(record.removesuffix(".yml")):
        return message("file.no_record_no_id", name=name)
    if ".yml" in name.lower()[:-4] or ".yaml" in name.lower()[:-5]:
        return message("file.doubled_ending", name=name, record=record)
    return message("file.no_record", name=name, record=record)


def _what_it_is(name: str) -> str | None:
    """The kind of a file that is no text."""
    return _NO_RECORDS.get(splitext(name)[1].lower().removeprefix("."))


def _wrong_id(stem: str) -> Message | None:
    try:
        as_id(stem)
    except PydanticCustomError as error:
        return reason_of(error)
    return None


def wrong_page_name(name: str) -> Message | None:
    """A page is a file NAME.ko.md or NAME.en.md."""
    page, _, language = name.removesuffix(".md").partition(".")
    if name.endswith(".md") and language in LANGUAGES and re.fullmatch(ID_PATTERN, page):
        reserved = len(page) > LONGEST_ID or device_of(page)
        return message("page.reserved", name=page) if reserved else None
    if what := _what_it_is(name):
        return message("file.no_text_here", name=name, what=message(what))
    page, _, rest = _ADDED.sub("", name).partition(".")
    meant = rest if rest in LANGUAGES else LANGUAGES_AS_WRITTEN.get(rest.casefold())
    if re.fullmatch(ID_PATTERN, page) and meant:
        return message("page.name_meant", name=name, meant=f"{page}.{meant}.md")
    return message("page.name", name=name)
